import { sql } from 'kysely'
import t from 'tap'
import { expirePendingSignatures } from '../../src/signatures/expire.js'
import { openMine } from '../my-signatures/support.js'
import { addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'
import { sign, signAndConfirm } from './support.js'

const DAY = 86_400_000

/** What was agreed to and taken back, oldest first. */
async function kept(site: TestSite): Promise<string[]> {
  const { rows } = await sql<{ said: string }>`
    select coalesce(given.kinds, '') || coalesce('-' || withdrawn.kinds, '') as said from consent_acts
    left join lateral (select string_agg(kind, ' ' order by kind) as kinds from consent_wordings
      where id = any(given)) as given on true
    left join lateral (select string_agg(kind, ' ' order by kind) as kinds from consent_wordings
      where id = any(withdrawn)) as withdrawn on true
    order by id`.execute(site.db)
  return rows.map(({ said }) => said)
}

t.test('no box is ticked, and each is a consent of its own', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)

  for (const page of [`/petitions/${slug}`, `/petitions/${slug}/signatures/new`]) {
    const { body } = await site.get(page)
    for (const box of ['show_name', 'updates', 'campaigner_news'])
      t.match(
        body,
        new RegExp(`<input type="checkbox" id="${box}" name="${box}" value="on"(?! checked)`),
        page,
      )
    t.notMatch(body, / checked/)
  }
  await sign(site, slug)
  await sign(site, slug, { name: 'Ben', email: 'b@example.com', updates: 'on' })
  await sign(site, slug, { name: 'Cyr', email: 'c@example.com', show_name: 'on', campaigner_news: 'on' })

  t.strictSame(await kept(site), ['signing', 'signing updates', 'campaigner-news show-name signing'])
})

t.test('a signer reads what they agreed to, when, and in the very words of the page', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const form = await site.get(`/petitions/${slug}/signatures/new`)
  const words =
    /By signing you agree that this site records the opinion that you sign, and that Claire Fontanel gets your name[^<]*?address\./.exec(
      form.body,
    )![0]
  const link = await signAndConfirm(site, slug, { updates: 'on' })

  const { body } = await site.get(link)
  t.match(body, words)
  t.match(body, /<blockquote>Keep me posted about this petition, and this one only<\/blockquote>/)
  t.match(body, /You agreed<\/strong> · <time/)
  t.match(body, /Text of the petition: version 1\. Wording [0-9a-f]{8}, in English/)
  const french = await site.get(`${link}?lang=fr`)
  t.match(french.body, `<blockquote lang="en">${words.slice(0, 20)}`, 'in the language it was read in')
})

t.test('a consent is taken back with one button, and both are kept', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const link = await signAndConfirm(site, slug, { updates: 'on', show_name: 'on', campaigner_news: 'on' })

  for (const kind of ['updates', 'show-name', 'campaigner-news']) {
    t.match((await site.get(link)).body, `name="kind" value="${kind}"`)
    const stopped = await site.submit(`${link}/consents/withdrawal`, { kind })
    t.match(
      (await site.get(stopped.headers.location as string)).body,
      /Your choices are saved[\s\S]*You took it back/,
    )
  }
  t.notMatch((await site.get(link)).body, /name="kind"/)
  await site.submit(`${link}/consents/withdrawal`, { kind: 'signing' })
  await site.submit(`${link}/consents/withdrawal`, { kind: 'updates' })
  t.match(await site.db.selectFrom('signatures').selectAll().executeTakeFirstOrThrow(), {
    state: 'confirmed',
    updates: false,
    shownName: null,
    campaignerNews: false,
  })
  await site.submit(`${link}/consents`, { updates: 'on', campaigner_news: 'on' })
  await site.submit(`${link}/consents`, { updates: 'on' })

  t.strictSame(await kept(site), [
    'campaigner-news show-name signing updates',
    '-updates',
    '-show-name',
    '-campaigner-news',
    'campaigner-news updates',
    '-campaigner-news',
  ])
})

t.test('signing again changes no consent, and leaves no trace of having tried', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  await signAndConfirm(site, slug)
  await sign(site, slug, { updates: 'on', campaigner_news: 'on' })
  await sign(site, slug, { name: 'Bob King', updates: 'on' })
  await sign(site, slug, { name: 'Bob King', show_name: 'on' })
  await sign(site, slug, { name: 'Cleo King', show_name: 'on' })

  t.strictSame(await kept(site), ['signing', 'signing updates'])
})

t.test('a changed sentence is another wording by itself', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  await sign(site, slug)
  await sign(site, slug, { email: 'fr@example.com' }, { 'accept-language': 'fr' })
  await sign(site, slug, { email: 'again@example.com' })
  const words = () => site.db.selectFrom('consentWordings').select(['kind', 'locale']).orderBy('id').execute()
  t.strictSame(await words(), [
    { kind: 'signing', locale: 'en' },
    { kind: 'signing', locale: 'fr' },
  ])

  await site.db
    .updateTable('decisionMakers')
    .set({ name: 'Somebody New' })
    .where('petitionId', '=', id)
    .execute()
  await new Promise((resolve) => setTimeout(resolve, 600))
  await sign(site, slug, { email: 'later@example.com' })
  t.equal((await words()).length, 3)
})

t.test('what was agreed to goes with who it was', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const withdrawn = await signAndConfirm(site, slug, { updates: 'on' })
  await signAndConfirm(site, slug, { email: 'erased@example.com', updates: 'on' })
  await signAndConfirm(site, slug, { email: 'stays@example.com', updates: 'on' })
  await sign(site, slug, { email: 'expired@example.com', updates: 'on' })
  t.equal((await kept(site)).length, 4)

  await site.submit(`${withdrawn}/withdrawal`)
  await site.submit('/my-signatures/erasure', {}, await openMine(site, 'erased@example.com'))
  site.wait(15 * DAY)
  await expirePendingSignatures(site.deps)

  t.strictSame(await kept(site), ['signing updates'])
  t.notMatch((await site.get(withdrawn)).body, /What you agreed to/)
})

t.test('a copy tells every consent with its words', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const link = await signAndConfirm(site, slug, { campaigner_news: 'on' })
  await site.submit(`${link}/consents/withdrawal`, { kind: 'campaigner-news' })
  const visit = await openMine(site)

  const copy = JSON.parse((await site.get('/my-signatures/copy/my-signatures.json', visit)).body)
  t.match(copy.signatures[0].consents, {
    news: false,
    campaigner_news: false,
    kept: [
      { kind: 'signing', act: 'given', text_version: 1, language: 'en', words: /^By signing you agree/ },
      { kind: 'campaigner-news', act: 'given', words: /^Tell me about other petitions/ },
      { kind: 'campaigner-news', act: 'withdrawn', wording: /^[0-9a-f]{8}$/ },
    ],
  })
  const csv = await site.get('/my-signatures/copy/consents.csv', visit)
  t.equal(csv.body.trim().split('\r\n').length, 4)
  t.match(csv.body, /campaigner-news,withdrawn,\d{4}-/)
})
