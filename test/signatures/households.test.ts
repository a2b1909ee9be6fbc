import t from 'tap'
import { connect } from '../../src/database/connect.js'
import { recount } from '../../src/signatures/recount.js'
import { openSigning } from '../../src/signatures/sign.js'
import { addConfirmedSignatures, addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'
import { ADA, countOf, countRows, linkIn, mailsTo, sign, signAndConfirm } from './support.js'

const BOB = { name: 'Bob King' }
const CLEO = { name: 'Cleo King' }

async function active(site: TestSite, petitionId: number) {
  return site.db
    .selectFrom('signatures')
    .select(['id', 'slot', 'state', 'mailsAsked', 'postcode'])
    .where('petitionId', '=', petitionId)
    .where('state', 'in', ['pending', 'confirmed'])
    .orderBy('slot')
    .execute()
}

t.test('two people who share an address and a postcode both count, and a third does not', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  const ada = await signAndConfirm(site, slug)

  const bob = await signAndConfirm(site, slug, BOB)
  t.not(bob, ada)
  t.equal(await countOf(site, id), 2)
  t.match((await site.get(bob)).body, /Bob King[\s\S]*/)
  t.match((await site.get(ada)).body, /Ada Lovelace/)

  const third = await sign(site, slug, CLEO)
  await site.work()
  t.equal(third.statusCode, 303)
  t.equal(await countRows(site, id), 2)
  const mail = mailsTo(site).at(-1)!
  t.match(mail, { subject: /You had signed already/, text: /a third name was typed/ })
  t.notMatch(mail.text, /Cleo/)
  t.equal(linkIn(mail), ada)
  t.strictSame(await recount(site.deps), [])
})

t.test('the same name in other letters is the same person', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  await signAndConfirm(site, slug, { name: 'Zoë Lefèvre-Œuvrard' })

  for (const name of ['zoe lefevre oeuvrard', 'LEFÈVRE-ŒUVRARD, Zoë', '  Zoë   Lefèvre Œuvrard'])
    await sign(site, slug, { name })
  await site.work()

  t.equal(await countRows(site, id), 1)
  for (const mail of mailsTo(site)) t.notMatch(mail.text, /name was typed/)
})

t.test('without the same postcode another name changes nothing, and the mail says what to do', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  await signAndConfirm(site, slug)

  for (const fields of [
    { ...BOB, postcode: '75011' },
    { ...BOB, postcode: '' },
    { ...BOB, country: 'DE' },
  ]) {
    await sign(site, slug, fields)
    await site.work()
    const mail = mailsTo(site).at(-1)!
    t.match(mail.text, /signs with their own name and the same postcode as the first/)
    t.notMatch(mail.text, /Bob|69007/)
  }
  t.equal(await countRows(site, id), 1)

  const empty = await addPetition(site)
  await signAndConfirm(site, empty.slug, { postcode: '' })
  await sign(site, empty.slug, { ...BOB, postcode: '' })
  t.equal(await countRows(site, empty.id), 1, 'two empty postcodes are not the same home')
})

t.test('who signs again gets the link of their own signature', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  const ada = await signAndConfirm(site, slug)
  const bob = await signAndConfirm(site, slug, BOB)

  await sign(site, slug, BOB)
  await site.work()
  t.equal(linkIn(mailsTo(site).at(-1)!), bob)
  await sign(site, slug)
  await site.work()
  t.equal(linkIn(mailsTo(site).at(-1)!), ada)
  t.equal(await countRows(site, id), 2)
})

t.test('an address gets five mails, whoever of the household asks', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)

  for (let time = 0; time < 4; time++) {
    await sign(site, slug)
    await sign(site, slug, BOB)
  }
  await site.work()

  t.equal(mailsTo(site).length, 5)
  t.equal((await active(site, id)).length, 2)
})

t.test('who withdraws leaves the other alone, can come back, and keeps the number', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  const [ada, bob] = [await signAndConfirm(site, slug), await signAndConfirm(site, slug, BOB)]

  await site.submit(`${ada}/withdrawal`)
  t.equal(await countOf(site, id), 1)
  t.match((await site.get(ada)).body, /Your signature is withdrawn/)
  t.match((await site.get(bob)).body, /Your signature counts/)

  await sign(site, slug, BOB)
  await site.work()
  t.equal(linkIn(mailsTo(site).at(-1)!), bob, 'who stayed is still one person')
  t.equal((await active(site, id)).length, 1)

  const back = await signAndConfirm(site, slug)
  t.equal(back, ada)
  t.match((await site.get(ada)).body, /You are number 1\./)
  t.equal(await countOf(site, id), 2)
  t.equal(await countRows(site, id), 2)
  t.strictSame(await recount(site.deps), [])
})

t.test('both withdrawn, both places are free again', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  const links = [await signAndConfirm(site, slug), await signAndConfirm(site, slug, BOB)]
  await Promise.all(links.map((link) => site.submit(`${link}/withdrawal`)))
  t.equal(await countOf(site, id), 0)

  await signAndConfirm(site, slug, { ...CLEO, postcode: '75011' })

  t.equal(await countOf(site, id), 1)
  t.match(await active(site, id), [{ slot: 1, postcode: '75011' }])
  t.equal(await countRows(site, id), 2)
})

t.test('where a moderator set a signature aside, its address gets no further one', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  for (const state of ['quarantined', 'removed'] as const) {
    const email = `${state}@example.com`
    await sign(site, slug, { email })
    await site.db.updateTable('signatures').set({ state }).where('state', '=', 'pending').execute()
    t.equal((await sign(site, slug, { email, ...BOB })).statusCode, 303)
  }

  t.equal(await countRows(site, id), 2)
})

t.test(
  'when a request of the first expires, the second takes the place and is still one person',
  async (t) => {
    const site = await startSite(t)
    const { slug, id } = await addPetition(site)
    await sign(site, slug)
    await signAndConfirm(site, slug, BOB)
    const first = await site.db
      .selectFrom('signatures')
      .select('id')
      .where('slot', '=', 1)
      .executeTakeFirstOrThrow()

    await site.db
      .updateTable('signatures')
      .set({ state: 'expired', emailFingerprint: Buffer.alloc(16, 1) })
      .where('petitionId', '=', id)
      .where('id', '=', first.id)
      .execute()
    t.match(await active(site, id), [{ slot: 1, state: 'confirmed', mailsAsked: 2 }])
    await sign(site, slug, BOB)
    await signAndConfirm(site, slug)

    t.equal(await countOf(site, id), 2)
    t.strictSame(
      (await active(site, id)).map(({ slot, mailsAsked }) => [slot, mailsAsked > 0]),
      [
        [1, true],
        [2, true],
      ],
    )
  },
)

t.test('a row from before names were compared is the same person whatever the name', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await addConfirmedSignatures(site, petition, 1)

  await sign(site, petition.slug, { ...BOB, email: 'signer1@example.net' })

  t.equal(await countRows(site, petition.id), 1)
})

t.test('of three people who ask at once, in two processes, two are let in', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const other = connect(site.databaseUrl)
  t.teardown(() => other.destroy())
  const processes = [openSigning(site.deps), openSigning({ ...site.deps, db: other })]
  const from = { locale: 'en' as const, network: '192.0.2.1' }
  const rounds = 60

  for (let round = 0; round < rounds; round++) {
    const email = `home${round}@example.com`
    const ask = (name: string, place: number) =>
      processes[place % 2]!.sign(
        petition,
        {
          ...ADA,
          name,
          email,
          canonical: email,
          mailDomain: 'example.com',
          comment: '',
          showName: false,
          updates: false,
          campaignerNews: false,
          nameWithheld: false,
          reservation: false,
        },
        from,
      )
    // In the odd rounds one of them is there already and the last place is fought for.
    if (round % 2) await ask('Ada', 0)
    await Promise.all(['Ada', 'Bob', 'Cleo', 'Bob', 'Cleo'].map((name, place) => ask(name, place + round)))
    const rows = await active(site, petition.id)
    t.equal(rows.length, 2 * (round + 1), `round ${round}`)
  }

  await site.work()
  for (let round = 0; round < rounds; round++) {
    const mails = mailsTo(site, `home${round}@example.com`)
    t.ok(mails.length >= 3 && mails.length <= 5, `${mails.length} mails`)
    const links = new Set(mails.map(linkIn))
    t.equal(links.size, 2)
    await Promise.all([...links, ...links].map((link) => site.submit(`${link}/confirmation`)))
  }
  t.equal(await countOf(site, petition.id), 2 * rounds)
  t.strictSame(await recount(site.deps), [])
})

t.test('withdrawing and signing again at the same moment leaves two people two', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const { slug, id } = petition

  for (let round = 0; round < 15; round++) {
    const email = `home${round}@example.com`
    const ada = await signAndConfirm(site, slug, { email })
    const bob = await signAndConfirm(site, slug, { email, ...BOB })
    await Promise.all([
      site.submit(`${ada}/withdrawal`),
      sign(site, slug, { email, ...BOB }),
      sign(site, slug, { email }),
      ...(round % 2 ? [site.submit(`${bob}/withdrawal`)] : []),
    ])
    await site.work()
  }

  const people = await site.db
    .selectFrom('signatures')
    .select(['emailFingerprint', 'slot', 'nameFingerprint', 'state'])
    .where('petitionId', '=', id)
    .where('state', '!=', 'withdrawn')
    .execute()
  const names = people.map(
    (one) => `${one.emailFingerprint.toString('hex')} ${one.nameFingerprint!.toString('hex')}`,
  )
  t.equal(new Set(names).size, names.length, 'nobody is there twice')
  for (const one of people.filter(({ slot }) => slot === 2))
    t.ok(people.some((first) => first.slot === 1 && first.emailFingerprint.equals(one.emailFingerprint)))
  t.strictSame(await recount(site.deps), [])
})
