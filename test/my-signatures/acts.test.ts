import { parse } from 'csv-parse/sync'
import t from 'tap'
import { recount } from '../../src/signatures/recount.js'
import { ADA, countOf, countRows, mailsTo, sign, signAndConfirm } from '../signatures/support.js'
import { addPetition } from '../support/factories.js'
import { linkIn } from '../support/sign-in.js'
import { startSite, type TestSite } from '../support/site.js'
import { openMine } from './support.js'

const NEW = 'ada.king@example.org'

const rowsOf = (site: TestSite) =>
  site.db.selectFrom('signatures').selectAll().orderBy('petitionId').orderBy('id').execute()

/** Asks for the new address and finds the link sent to it. */
async function askToMove(site: TestSite, visit: { cookie: string }, email = NEW): Promise<string> {
  const answer = await site.submit('/my-signatures/address', { email }, visit)
  t.equal(answer.statusCode, 303)
  await site.work()
  return linkIn(mailsTo(site, email).at(-1), '/my-signatures/address/')
}

t.test('one signature is withdrawn, or all, and the counts stay exact', async (t) => {
  const site = await startSite(t)
  const [one, two, three] = [await addPetition(site), await addPetition(site), await addPetition(site)]
  for (const { slug } of [one, two]) await signAndConfirm(site, slug)
  await sign(site, three.slug)
  await signAndConfirm(site, two.slug, { email: 'ben@example.com' })
  const visit = await openMine(site)

  const first = await site.db.selectFrom('signatures').select('id').executeTakeFirstOrThrow()
  await site.submit(`/my-signatures/list/${one.id}/${first.id}/withdrawal`, {}, visit)
  t.strictSame([await countOf(site, one.id), await countOf(site, two.id)], [0, 2])

  const answers = await Promise.all(
    Array.from({ length: 6 }, () => site.submit('/my-signatures/withdrawal', {}, visit)),
  )
  t.equal(
    answers.reduce((sum, { headers }) => sum + Number(/count=(\d+)/.exec(String(headers.location))![1]), 0),
    2,
    'each is withdrawn once, however often the button is pressed',
  )
  t.strictSame([await countOf(site, one.id), await countOf(site, two.id)], [0, 1])
  t.strictSame(await recount(site.deps), [])
  t.strictSame(
    (await rowsOf(site)).map(({ state }) => state),
    ['withdrawn', 'withdrawn', 'confirmed', 'withdrawn'],
  )
})

t.test('nobody withdraws what another address signed', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await signAndConfirm(site, petition.slug, { email: 'ben@example.com' })
  const visit = await openMine(site)

  const [row] = await rowsOf(site)
  for (const id of [petition.id, 999_999, '-1', 'x'])
    for (const which of [row!.id, 1, 'x'])
      t.equal((await site.submit(`/my-signatures/list/${id}/${which}/withdrawal`, {}, visit)).statusCode, 303)
  await site.submit('/my-signatures/withdrawal', {}, visit)
  await site.submit('/my-signatures/erasure', {}, visit)

  t.equal(await countOf(site, petition.id), 1)
})

t.test('the name is corrected everywhere, and shown where it was shown', async (t) => {
  const site = await startSite(t)
  const [shown, hidden] = [await addPetition(site), await addPetition(site)]
  await signAndConfirm(site, shown.slug, { name: 'Ada Lovelce', show_name: 'on' })
  await signAndConfirm(site, hidden.slug, { name: 'Ada Lovelce' })
  const visit = await openMine(site)

  const wrong = await site.submit('/my-signatures/name', { name: '=cmd()' }, visit)
  t.equal(wrong.statusCode, 422)
  t.match(wrong.body, /value="=cmd\(\)"/)
  const { headers } = await site.submit('/my-signatures/name', { name: 'Ada King' }, visit)

  t.match((await site.get(headers.location as string, visit)).body, /2 signatures bear the new name/)
  t.strictSame(
    (await rowsOf(site)).map(({ shownName }) => shownName),
    ['Ada King', null],
  )
  const { body } = await site.get('/my-signatures/list', visit)
  t.equal(body.match(/<dd dir="auto">Ada King</g)?.length, 2)
  t.notMatch(body, 'Lovelce')
})

t.test('signatures move to a new address once its owner agrees too', async (t) => {
  const site = await startSite(t)
  const [one, two] = [await addPetition(site), await addPetition(site)]
  for (const { slug } of [one, two]) await signAndConfirm(site, slug)
  const visit = await openMine(site)
  const link = await askToMove(site, visit)

  t.notMatch(mailsTo(site, NEW).at(-1)!.text, ADA.email, 'a stranger is not told the old address')
  await site.get(link)
  t.match(
    (await site.get('/my-signatures/list', visit)).body,
    'Save the library',
    'following it moves nothing',
  )
  const moved = await site.submit(link)
  await site.work()

  t.match(moved.body, /2 signatures now belong to ada\.king@example\.org/)
  t.equal((await site.submit(link)).statusCode, 410)
  t.match(mailsTo(site).at(-1)!.subject, 'Another address has taken the place of this one')
  t.notMatch(mailsTo(site).at(-1)!.text, NEW)
  t.match((await site.get('/my-signatures/list', visit)).body, /nothing for this address/)
  const { body } = await site.get('/my-signatures/list', await openMine(site, NEW))
  t.equal(body.match(/Ada Lovelace/g)?.length, 4, 'twice in the list, twice in the form')
  t.strictSame(await recount(site.deps), [])

  await sign(site, one.slug, { email: NEW })
  await site.work()
  t.equal(await countRows(site, one.id), 1, 'the new address has signed, then')
})

t.test('where both addresses had signed, the older signature stays and the count is exact', async (t) => {
  const site = await startSite(t)
  const [oldFirst, newFirst, alone, asked] = [
    await addPetition(site),
    await addPetition(site),
    await addPetition(site),
    await addPetition(site),
  ]
  await signAndConfirm(site, oldFirst.slug)
  await signAndConfirm(site, newFirst.slug, { email: NEW, name: 'LOVELACE Ada' })
  await signAndConfirm(site, alone.slug)
  await sign(site, asked.slug, { email: NEW })
  site.wait(1_000)
  await signAndConfirm(site, oldFirst.slug, { email: NEW })
  await signAndConfirm(site, newFirst.slug)
  await signAndConfirm(site, asked.slug)
  const link = await askToMove(site, await openMine(site))

  const answers = await Promise.all([site.submit(link), site.submit(link)])

  t.ok(answers.some(({ statusCode }) => statusCode === 200))
  for (const { id } of [oldFirst, newFirst, alone, asked]) t.equal(await countOf(site, id), 1)
  t.strictSame(await recount(site.deps), [])
  const kept = (await rowsOf(site)).filter(({ state }) => state === 'confirmed')
  t.strictSame(
    kept.map(({ petitionId, number }) => [petitionId, number]),
    [oldFirst, newFirst, alone, asked].map(({ id }) => [id, 1]),
    'the first number of each, and a confirmed one rather than one that waits',
  )
  const { body } = await site.get('/my-signatures/list', await openMine(site, NEW))
  t.equal(body.match(/data-state="confirmed"/g)?.length, 4)
  t.notMatch(body, /data-state="withdrawn"/)
  t.match((await site.get('/my-signatures/list', await openMine(site))).body, /nothing for this address/)
})

t.test('an address that signs while signatures move to it has signed once', async (t) => {
  const site = await startSite(t)
  const petitions = []
  for (let number = 0; number < 8; number++) petitions.push(await addPetition(site))
  for (const { slug } of petitions) await signAndConfirm(site, slug)
  const link = await askToMove(site, await openMine(site))

  const [moved] = await Promise.all([
    site.submit(link),
    ...petitions.map(({ slug }) => sign(site, slug, { email: NEW })),
  ])

  t.equal(moved!.statusCode, 200)
  for (const { id } of petitions) t.equal(await countOf(site, id), 1)
  t.strictSame(await recount(site.deps), [])
})

t.test('what a moderator set aside stays where it is', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await signAndConfirm(site, petition.slug)
  const link = await askToMove(site, await openMine(site))
  await site.db.updateTable('signatures').set({ state: 'quarantined' }).execute()
  const [before] = await rowsOf(site)

  const { body } = await site.submit(link)

  t.match(body, /1 signature stays where it was/)
  t.strictSame((await rowsOf(site))[0], before)
})

t.test('a copy of everything can be taken away', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { title: 'Save the library' })
  const pool = await addPetition(site, { title: 'Open the pool' })
  await signAndConfirm(site, petition.slug, { comment: '=1+1\nand more', show_name: 'on', updates: 'on' })
  await sign(site, pool.slug)
  await signAndConfirm(site, petition.slug, { email: 'ben@example.com', name: 'Ben Other' })
  const visit = await openMine(site)
  const take = (file: string) => site.get(`/my-signatures/copy/${file}`, visit)

  const json = await take('my-signatures.json')
  t.match(json.headers['content-disposition'], 'attachment')
  t.equal(json.headers['cache-control'], 'private, no-store')
  const copy = JSON.parse(json.body)
  t.equal(copy.email, ADA.email)
  t.equal(copy.account, null)
  t.match(copy.signatures, [
    { petition: { title: 'Open the pool' }, state: 'pending', number: null },
    {
      petition: { title: 'Save the library' },
      state: 'confirmed',
      number: 1,
      name: 'Ada Lovelace',
      email: ADA.email,
      postcode: '69007',
      strength: 'L2',
      text_version: 1,
      consents: { news: true, name_shown: 'Ada Lovelace' },
      comment: '=1+1\nand more',
      mails: [{ kind: 'confirm-signature', state: 'sent' }],
    },
  ])
  t.match(copy.signatures[1].fingerprints.email, /^[0-9a-f]{32}$/)
  t.match(copy.signatures[1].log, { leaf: 0, salt: /^[0-9a-f]{64}$/ })
  t.notMatch(json.body, /Ben|ben@/)
  t.equal((await site.get(new URL(copy.signatures[1].page).pathname)).statusCode, 200)

  const read = (text: string) => parse(text, { bom: true, columns: true }) as Record<string, string>[]
  const signatures = read((await take('signatures.csv')).body)
  t.equal(signatures.length, 2)
  t.match(signatures[1], {
    petition: 'Save the library',
    number: '1',
    news: 'yes',
    log_leaf: '0',
    mails: '1',
  })
  t.equal(signatures[1]!.comment, "'=1+1\nand more", 'no spreadsheet runs it')
  t.match(signatures[1]!.confirmed_at, /^\d{4}-\d\d-\d\dT/)
  const mails = read((await take('mails.csv')).body)
  t.strictSame(
    mails.map(({ petition: title, kind }) => [title, kind]),
    [
      ['Open the pool', 'confirm-signature'],
      ['Save the library', 'confirm-signature'],
    ],
  )
})

t.test('everything is erased at once, and what stays leads to nobody', async (t) => {
  const site = await startSite(t)
  const [one, two, aside, removed] = [
    await addPetition(site),
    await addPetition(site),
    await addPetition(site),
    await addPetition(site),
  ]
  for (const { slug } of [one, two, aside, removed])
    await signAndConfirm(site, slug, { comment: 'Mine.', show_name: 'on', updates: 'on' })
  await signAndConfirm(site, one.slug, { email: 'ben@example.com' })
  for (const [petition, state] of [
    [aside, 'quarantined'],
    [removed, 'removed'],
  ] as const)
    await site.db.updateTable('signatures').set({ state }).where('petitionId', '=', petition.id).execute()
  await recount(site.deps)
  const before = await rowsOf(site)
  const visit = await openMine(site)
  t.match((await site.get('/my-signatures/list', visit)).body, /What stays, and why/)

  const [answer] = await Promise.all([
    site.submit('/my-signatures/erasure', {}, visit),
    site.submit('/my-signatures/erasure', {}, visit),
  ])

  t.match((await site.get(answer.headers.location as string)).body, /What stays, and why/)
  t.equal(await countOf(site, one.id), 1)
  t.strictSame(await recount(site.deps), [])
  const after = (await rowsOf(site)).filter((_, index) => before[index]!.state !== 'confirmed' || index !== 1)
  t.strictSame(
    after.map(({ state }) => state),
    ['withdrawn', 'withdrawn', 'withdrawn', 'removed'],
  )
  for (const row of after)
    t.match(row, {
      sealed: null,
      shownName: null,
      comment: null,
      postcode: '',
      domainFingerprint: null,
      networkFingerprint: null,
    })
  const fingerprints = before.map(({ emailFingerprint }) => emailFingerprint.toString('hex'))
  t.strictSame(
    after.map(({ emailFingerprint }) => fingerprints.includes(emailFingerprint.toString('hex'))),
    [false, false, false, true],
    'only what was removed keeps its fingerprint',
  )
  const { mails } = await site.db
    .selectFrom('mails')
    .select(({ fn }) => fn.countAll<number>().as('mails'))
    .where('signatureId', 'is not', null)
    .executeTakeFirstOrThrow()
  t.equal(mails, 1, 'of the other signer')
  await signAndConfirm(site, two.slug)
  t.equal(await countOf(site, two.id), 1, 'one may sign again, as if for the first time')
})
