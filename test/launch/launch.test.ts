import t from 'tap'
import { launchPetition, petitionOfDraft, sendPicture, startDraft, USUAL } from '../support/launch.js'
import { linkIn } from '../support/sign-in.js'
import { startSite, type TestSite } from '../support/site.js'

t.test('a campaigner launches without an account, by the mail and its button', async (t) => {
  const site = await startSite(t)

  const slug = await launchPetition(site)

  t.equal(slug, 'reopen-the-library-of-gerland-on-wednesdays')
  const petition = await site.db
    .selectFrom('petitions')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  t.match(petition, {
    state: 'submitted',
    locale: 'en',
    title: USUAL.title,
    ask: USUAL.ask,
    body: USUAL.body,
    topic: 'education',
    placeName: 'Lyon',
    country: 'FR',
    postcodes: ['69'],
    goal: 100,
    closesOn: null,
    campaignerName: 'Nour Haddad',
    campaignerEmailSealed: null,
  })
  t.ok(petition.submittedAt)
  const makers = await site.db.selectFrom('decisionMakers').selectAll().execute()
  t.match(makers, [
    { petitionId: petition.id, name: 'Claire Fontanel', role: 'Mayor', organisation: 'City of Lyon' },
  ])
  const [account] = await site.db.selectFrom('accounts').selectAll().execute()
  t.match(account, { id: petition.accountId, name: 'Nour Haddad', role: 'campaigner' })
})

t.test('the whole way in French, page by page, as a browser walks it', async (t) => {
  const site = await startSite(t)
  const french = { 'accept-language': 'fr' }
  const see = async (path: string) => {
    const page = await site.get(path, french)
    t.equal(page.statusCode, 200, path)
    t.match(page.body, /<html lang="fr"/)
    return page.body
  }
  const send = async (path: string, fields: Record<string, string> = {}) => {
    const answer = await site.submit(path, fields, french)
    t.equal(answer.statusCode, 303, path)
    return answer.headers.location!
  }

  t.match(await see('/petitions/new'), /Lancer une pétition[\s\S]*<option value="fr" lang="fr" selected>/)
  const recipient = await send('/petitions', { title: 'Rouvrez l’école « Jean-Moulin » !', locale: 'fr' })
  const draft = recipient.replace(/\/recipient$/, '')
  await see(recipient)
  const { ask, maker_name, maker_email } = USUAL
  const text = await send(recipient, { ask, maker_name, maker_role: '', maker_organisation: '', maker_email })
  t.equal(text, `${draft}/text`)
  await see(text)
  const picture = await send(text, { body: 'Une école de quartier. '.repeat(20) })
  t.equal(picture, `${draft}/picture`)
  t.match(await see(picture), /poster\.svg/)
  t.equal((await sendPicture(site, draft, {})).headers.location, `${draft}/details`)
  t.match(await see(`${draft}/details`), /<option value="FR" selected>France/)
  const you = await send(`${draft}/details`, { topic: 'education', country: 'FR', goal: '1 000' })
  await see(you)
  const review = await send(you, { name: 'Les parents d’élèves', email: 'parents@example.org' })
  t.match(await see(review), /1.000 signatures[\s\S]*Recevoir le lien/)
  t.match(await see(await send(review)), /parents@example\.org/)
  await site.work()
  const mail = site.mails.at(-1)
  t.match(mail, {
    to: 'parents@example.org',
    subject: 'Confirmez votre adresse pour soumettre votre pétition',
  })
  const link = linkIn(mail, '/drafts/')
  t.match(await see(link), /Confirmer mon adresse et soumettre/)
  t.match(await see(await send(link)), /Votre pétition est soumise/)
  t.match(await petitionOfDraft(site, draft), {
    state: 'submitted',
    goal: 1000,
    slug: 'rouvrez-l-ecole-jean-moulin',
  })
})

t.test('a draft is open to who has its link, and to nobody else', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)
  const other = await startDraft(site, { title: 'Another petition altogether' })
  const [, id, mac] = /p(\w+)\.\w+\.([\w-]+)$/.exec(draft)!
  const { slug } = await petitionOfDraft(site, draft)

  for (const path of [
    '/drafts/x',
    `/drafts/p${id}.${id}.${'A'.repeat(22)}`,
    draft.replace(mac!, /[^.]+$/.exec(other)![0]),
    `/drafts/d${draft.slice('/drafts/p'.length)}`,
  ]) {
    for (const step of ['', '/recipient', '/review', '/status', '/picture.webp', '/poster.svg'])
      t.equal((await site.get(path + step)).statusCode, 404, path + step)
    t.equal((await site.submit(`${path}/text`, { body: 'mine' })).statusCode, 404)
    t.equal((await site.submit(`${path}/text/draft`, { body: 'mine' })).statusCode, 404)
  }
  t.equal((await site.get(`/petitions/${slug}`)).statusCode, 404)
  t.equal((await site.get(`/petitions/${slug}/picture`)).statusCode, 404)
})

t.test('going back shows what was kept, and going on changes it', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)
  await site.submit(`${draft}/title`, { title: 'Reopen the library every day', locale: 'fr' })

  const page = await site.get(`${draft}/title`)

  t.match(page.body, />\s*Reopen the library every day<\/textarea>/)
  t.match(await petitionOfDraft(site, draft), { slug: 'reopen-the-library-every-day', locale: 'fr' })
})

t.test('a step opened from the last look leads back there', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)

  const page = await site.get(`${draft}/title?from=review`)
  const kept = await site.submit(`${draft}/title?from=review`, { title: USUAL.title, locale: 'en' })

  t.match(page.body, /action="[^"]+\/title\?from=review"/)
  t.equal(kept.headers.location, `${draft}/review`)
})

t.test(
  'the link to a draft is shown on each step, mailed once an address is given, and leads to what is missing',
  async (t) => {
    const site = await startSite(t)
    const draft = await startDraft(site)

    t.match((await site.get(`${draft}/text`)).body, `value="https://clameur.test${draft}"`)
    await site.submit(`${draft}/you`, { name: 'Nour', email: 'nour@example.org' })
    await site.submit(`${draft}/you`, { name: 'Nour Haddad', email: 'nour@example.org' })
    await site.work()

    t.strictSame(
      site.mails.map((mail) => mail.to),
      ['nour@example.org'],
    )
    const answer = await site.get(linkIn(site.mails[0], '/drafts/'))
    t.match(answer.headers.location, `${draft}/recipient`)
    // Nobody confirmed this address: a stranger's title in our mail would be a way to write to anyone in our name.
    t.notMatch(site.mails[0]?.text, 'library')
  },
)

t.test('a form saved by the script keeps what can be kept', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)

  const kept = await site.submit(`${draft}/text/draft`, { body: 'Only begun' })
  await site.submit(`${draft}/details/draft`, {
    topic: 'health',
    closes_on: '2',
    goal: 'many',
    country: 'FR',
  })
  await site.submit(`${draft}/recipient/draft`, { ask: 'Op', maker_name: 'Cl', maker_email: 'mayor@city.ex' })
  await site.submit(`${draft}/you/draft`, { name: 'No', email: 'nour@example.or' })
  await site.submit(`${draft}/title/draft`, { title: 'x'.repeat(10_000) })

  t.equal(kept.statusCode, 204)
  t.match(await petitionOfDraft(site, draft), {
    title: USUAL.title,
    body: 'Only begun',
    ask: 'Op',
    topic: 'health',
    country: 'FR',
    goal: 100,
    campaignerName: 'No',
    // Half an address is somebody else's.
    campaignerEmailSealed: null,
  })
  const makers = await site.db.selectFrom('decisionMakers').selectAll().execute()
  t.match(makers, [{ name: 'Cl', emailSealed: null }])
})

t.test('a form sent and saved at once leaves one decision-maker', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)
  const { ask, maker_name, maker_email } = USUAL

  await Promise.all(
    ['', '/draft', '', '/draft'].map((path) =>
      site.submit(`${draft}/recipient${path}`, { ask, maker_name, maker_email }),
    ),
  )

  t.equal((await site.db.selectFrom('decisionMakers').selectAll().execute()).length, 1)
})

t.test('launching many petitions from one place has a limit', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '0.1' })
  const launch = () => site.submit('/petitions', { title: USUAL.title, locale: 'en' })

  t.equal((await launch()).statusCode, 303)
  t.equal((await launch()).statusCode, 303)
  const refused = await launch()

  t.equal(refused.statusCode, 429)
  t.ok(Number(refused.headers['retry-after']) > 0)
})

t.test('a form from another site starts nothing', async (t) => {
  const site = await startSite(t)

  const answer = await site.submit(
    '/petitions',
    { title: USUAL.title, locale: 'en' },
    { 'sec-fetch-site': 'cross-site' },
  )

  t.equal(answer.statusCode, 403)
  t.equal(await countPetitions(site), 0)
})

async function countPetitions({ db }: TestSite): Promise<number> {
  return (await db.selectFrom('petitions').select('id').execute()).length
}
