import t from 'tap'
import { getOrAddAccount } from '../../src/accounts/accounts.js'
import { addModerator, addPetition, addReply, signInAs } from '../support/factories.js'
import { startSite } from '../support/site.js'

const HOUR = 3_600_000

t.test('the desk is for moderators', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { state: 'submitted', openedAt: null })
  const reply = await addReply(site, petition)
  const campaigner = await getOrAddAccount(site.deps, { email: 'nour@example.org', locale: 'en' })
  const nour = await signInAs(site, campaigner)
  const pages = [
    '/desk',
    '/desk/petitions',
    '/desk/log',
    `/desk/petitions/${petition.id}`,
    `/desk/replies/${reply.id}`,
  ]
  const acts = ['publication', 'refusal', 'hiding', 'showing', 'notes'].map(
    (act) => `/desk/petitions/${petition.id}/${act}`,
  )
  acts.push(`/desk/replies/${reply.id}/publication`, `/desk/replies/${reply.id}/refusal`)

  for (const page of pages) {
    const anonymous = await site.get(page)
    t.equal(anonymous.statusCode, 303)
    t.equal(anonymous.headers.location, `/account/sign-in?return=${page}`)
    const other = await site.get(page, nour)
    t.equal(other.statusCode, 403)
    t.match(other.body, /This page is for moderators/)
    t.notMatch(other.body, /Save the library|Claire Fontanel/)
  }
  for (const act of acts) {
    const anonymous = await site.submit(act)
    t.equal(anonymous.statusCode, 303)
    t.equal(anonymous.headers.location, `/account/sign-in?return=${act.replace(/\/[a-z]+$/, '')}`)
    t.equal((await site.submit(act, {}, nour)).statusCode, 403)
  }
  t.equal((await site.db.selectFrom('auditEntries').selectAll().execute()).length, 0)
})

t.test('reloading a form that came back leads to its page, and decides nothing', async (t) => {
  const site = await startSite(t)
  const maya = await signInAs(site, await addModerator(site))
  const petition = await addPetition(site, { state: 'submitted', openedAt: null })
  const reply = await addReply(site, petition)

  for (const act of ['publication', 'refusal', 'hiding', 'showing', 'notes']) {
    const answer = await site.get(`/desk/petitions/${petition.id}/${act}`, maya)
    t.equal(answer.headers.location, `/desk/petitions/${petition.id}`, act)
  }
  for (const act of ['publication', 'refusal']) {
    const answer = await site.get(`/desk/replies/${reply.id}/${act}`, maya)
    t.equal(answer.headers.location, `/desk/replies/${reply.id}`, act)
  }
  t.match(await site.db.selectFrom('petitions').select('state').executeTakeFirst(), { state: 'submitted' })
  t.match(await site.db.selectFrom('replies').select('state').executeTakeFirst(), { state: 'submitted' })
})

t.test('a decision that another site asks for is refused', async (t) => {
  const site = await startSite(t)
  const maya = await signInAs(site, await addModerator(site))
  const petition = await addPetition(site, { state: 'submitted', openedAt: null })

  const answer = await site.submit(
    `/desk/petitions/${petition.id}/publication`,
    {},
    { ...maya, 'sec-fetch-site': 'cross-site' },
  )

  t.equal(answer.statusCode, 403)
  t.match(await site.db.selectFrom('petitions').select('state').executeTakeFirst(), { state: 'submitted' })
})

t.test('what waits is listed oldest first, with how long, and says when it is overdue', async (t) => {
  const site = await startSite(t)
  const maya = await signInAs(site, await addModerator(site))
  const now = site.deps.clock.now().getTime()
  const waiting = { state: 'submitted', openedAt: null } as const
  await addPetition(site, { ...waiting, title: 'Newest', submittedAt: new Date(now - 2.5 * HOUR) })
  await addPetition(site, { ...waiting, title: 'Oldest', submittedAt: new Date(now - 73 * HOUR) })
  await addPetition(site, { ...waiting, title: 'Middle', submittedAt: new Date(now - 47 * HOUR) })
  const open = await addPetition(site, { title: 'Not waiting' })
  await addReply(site, open, { submittedAt: new Date(now - 20 * 60_000) })

  const { body, headers } = await site.get('/desk', maya)

  t.match(
    body,
    /Oldest[\s\S]*Waiting for 3 days[\s\S]*overdue[\s\S]*Middle[\s\S]*Waiting for 47 h[\s\S]*Newest[\s\S]*Waiting for 2 h/,
  )
  t.equal(body.match(/>overdue</g)?.length, 1)
  t.match(body, /3 petitions to read, 1 reply to verify\./)
  t.match(body, /One is overdue: a day is the promise for what is said to be illegal/)
  t.match(body, /Claire Fontanel, City of Lyon[\s\S]*Waiting for 20 min · answers “Not waiting”/)
  t.equal(headers['cache-control'], 'private, no-store')
})

t.test('with nothing to do, the desk says so', async (t) => {
  const site = await startSite(t)
  const maya = await signInAs(site, await addModerator(site))

  const { body } = await site.get('/desk', maya)

  t.match(body, /No petition to read, no reply to verify\./)
  t.match(body, /Every petition has its answer/)
  t.match(body, /No reply waits/)
  t.match((await site.get('/desk/log', maya)).body, /Nothing has been decided yet/)
  t.match((await site.get('/desk/petitions', maya)).body, /No petition matches/)
})

t.test('public, hidden and refused petitions are found again, drafts are not', async (t) => {
  const site = await startSite(t)
  const maya = await signInAs(site, await addModerator(site))
  await addPetition(site, { title: 'Un café associatif', ask: 'Ouvrez-le.', body: 'Tout de suite.' })
  await addPetition(site, { title: 'A hidden cafeteria', state: 'hidden', ask: 'Show it.', body: 'Now.' })
  await addPetition(site, { title: 'A refused café', state: 'rejected', ask: 'Open it.', body: 'Now.' })
  await addPetition(site, { title: 'A café being written', state: 'draft', ask: 'Hm.', body: 'Later.' })
  const titles = async (query: string) =>
    [
      ...(await site.get(`/desk/petitions?${query}`, maya)).body.matchAll(
        /<a href="\/desk\/petitions\/\d+">([^<]+)/g,
      ),
    ].map(([, title]) => title)

  t.strictSame(await titles(''), ['A refused café', 'A hidden cafeteria', 'Un café associatif'])
  t.strictSame(await titles('q=CAFE'), ['A refused café', 'A hidden cafeteria', 'Un café associatif'])
  t.strictSame(await titles('q=asociatif'), ['Un café associatif'])
  t.strictSame(await titles('state=hidden'), ['A hidden cafeteria'])
  t.strictSame(await titles('q=%25_%27%22%3A%26%7C&state=nonsense'), [])
  const page = await site.get('/desk/petitions?q=%22%3E%3Cb%3E', maya)
  t.match(page.body, /value="&quot;&gt;&lt;b&gt;"|value="&#34;&gt;&lt;b&gt;"/)
})

t.test('a long list goes on to a next page and misses nobody', async (t) => {
  const site = await startSite(t)
  const maya = await signInAs(site, await addModerator(site))
  for (let number = 1; number <= 32; number++) await addPetition(site, { title: `Number ${number}.` })

  const first = await site.get('/desk/petitions?state=open', maya)
  const next = /href="(\/desk\/petitions\?[^"]*before[^"]*)"/.exec(first.body)![1]!.replaceAll('&amp;', '&')
  const second = await site.get(next, maya)

  const seen = [first, second].flatMap(({ body }) => body.match(/Number \d+\./g) ?? [])
  t.equal(new Set(seen).size, 32)
  t.notMatch(second.body, /rel="next"/)
})

t.test('the log says who did what, when and why, newest first, a page at a time', async (t) => {
  const site = await startSite(t)
  const named = await addModerator(site)
  const nameless = await getOrAddAccount(site.deps, { email: 'sam@clameur.test', locale: 'en' })
  const maya = await signInAs(site, named)
  const petition = await addPetition(site, { title: 'First one' })
  const other = await addPetition(site, { title: 'Second one' })
  for (let number = 1; number <= 51; number++)
    await site.db
      .insertInto('auditEntries')
      .values({ accountId: named.id, petitionId: petition.id, act: 'note', note: `Remark ${number}.` })
      .execute()
  await site.db
    .insertInto('auditEntries')
    .values([
      {
        accountId: nameless.id,
        petitionId: other.id,
        act: 'petition-hidden',
        reason: 'hate',
        note: 'See § 2.',
      },
      { petitionId: other.id, act: 'decision-maker-objected' },
      { petitionId: other.id, act: 'something-new' },
    ])
    .execute()

  const first = await site.get('/desk/log', maya)
  const older = /href="(\/desk\/log\?before=\d+)"/.exec(first.body)![1]!
  const second = await site.get(older, maya)
  const filtered = await site.get(`/desk/log?petition=${other.id}`, maya)

  t.match(
    first.body,
    /The service itself[\s\S]*something-new[\s\S]*The decision-maker[\s\S]*Decision-maker objected[\s\S]*sam@clameur\.test[\s\S]*Petition hidden[\s\S]*Second one[\s\S]*It attacks people[\s\S]*See § 2\.[\s\S]*Maya Okafor[\s\S]*Remark 51\./,
  )
  const remarks = [first, second].flatMap(({ body }) => body.match(/Remark \d+\./g) ?? [])
  t.strictSame(
    remarks,
    Array.from({ length: 51 }, (_, index) => `Remark ${51 - index}.`),
  )
  t.match(filtered.body, /Decisions about “Second one”/)
  t.notMatch(filtered.body, /Remark/)
  t.equal((await site.get('/desk/log?petition=999999', maya)).statusCode, 404)
})

t.test('the desk speaks French to who reads French', async (t) => {
  const site = await startSite(t)
  const maya = await signInAs(site, await addModerator(site))
  const petition = await addPetition(site, { state: 'submitted', openedAt: null })

  const queue = await site.get('/desk?lang=fr', maya)
  const page = await site.get(`/desk/petitions/${petition.id}?lang=fr`, maya)
  const answer = await site.submit(`/desk/petitions/${petition.id}/publication?lang=fr`, {}, maya)

  t.match(queue.body, /1 pétition à lire, aucune réponse à vérifier/)
  t.match(page.body, /Publier cette pétition/)
  t.match(page.body, `action="/desk/petitions/${petition.id}/publication?lang=fr"`)
  t.equal(answer.headers.location, `/desk/petitions/${petition.id}?done=published&lang=fr`)
})
