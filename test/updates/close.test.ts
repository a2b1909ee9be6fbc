import { sql } from 'kysely'
import t from 'tap'
import type { Petition } from '../../src/database/tables.js'
import { closeDuePetitions, closePetition } from '../../src/updates/close.js'
import { addConfirmedSignatures, addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

/** Moves the site's clock to a moment. */
function goTo(site: TestSite, moment: string) {
  site.wait(new Date(moment).getTime() - site.deps.clock.now().getTime())
}

function read(site: TestSite, petition: Pick<Petition, 'id'>): Promise<Petition> {
  return site.db.selectFrom('petitions').selectAll().where('id', '=', petition.id).executeTakeFirstOrThrow()
}

/** Decision-makers are written to as well; these are the letters to the others. */
const letters = (site: TestSite) => site.mails.filter(({ to }) => /@example\.(net|org)$/.test(to))

t.test('a petition closes at the end of its last day in Paris, not before', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { closesOn: '2030-07-14', title: 'Save the library' })
  await addConfirmedSignatures(site, petition, 2, { updates: true })

  goTo(site, '2030-07-14T23:59:00+02:00')
  await site.work()
  t.equal((await read(site, petition)).state, 'open')
  t.equal(letters(site).length, 0)

  goTo(site, '2030-07-15T00:00:01+02:00')
  await site.work()
  await site.work()
  t.equal((await read(site, petition)).state, 'closed')

  const updates = await site.db.selectFrom('updates').selectAll().execute()
  t.match(updates, [{ kind: 'closing', title: 'Closed with 2 signatures' }])
  t.match(updates[0]!.body, 'at the end of its last day, 14 July 2030, with 2 confirmed signatures')
  t.match(await site.db.selectFrom('auditEntries').selectAll().execute(), [
    { act: 'closed', accountId: null, petitionId: petition.id },
  ])
  t.strictSame(
    letters(site)
      .map(({ to, subject }) => `${to.replace(/\d+/, 'N')}: ${subject}`)
      .sort(),
    [
      'campaignerN@example.org: Your petition has closed: “Save the library”',
      'signerN@example.net: Closed: “Save the library”',
      'signerN@example.net: Closed: “Save the library”',
    ],
  )
})

t.test('winter time too: midnight in Paris is 23:00 in London', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { closesOn: '2030-12-31' })

  // The clock goes on while a busy machine works.
  goTo(site, '2030-12-31T22:59:00Z')
  await site.work()
  t.equal((await read(site, petition)).state, 'open')
  goTo(site, '2030-12-31T23:00:01Z')
  await site.work()
  t.equal((await read(site, petition)).state, 'closed')
})

t.test('a campaigner tells of a victory, and signers who asked hear it', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { title: 'Save the library' })
  const account = { id: petition.accountId! }
  await addConfirmedSignatures(site, petition, 1, { updates: true, locale: 'fr' })

  const end = { as: 'victory', statement: 'Wednesdays are **saved**.' } as const
  const outcomes = await Promise.all([
    closePetition(site.deps, petition, account, end),
    closePetition(site.deps, petition, account, end),
  ])
  t.strictSame(outcomes.sort(), ['closed', 'not-allowed'])
  await site.work()

  t.match(await read(site, petition), { state: 'victory', closingStatement: end.statement })
  t.match(await site.db.selectFrom('auditEntries').selectAll().execute(), [
    { act: 'victory', accountId: account.id },
  ])
  t.match(letters(site), [{ to: 'signer1@example.net', subject: /^Gagnée\s: «\sSave the library\s»$/ }])
  t.match(letters(site)[0]!.text, 'Wednesdays are saved.')
})

t.test(
  'a petition that its last day closed takes one closing statement, or turns into a victory',
  async (t) => {
    const site = await startSite(t)
    const petition = await addPetition(site, { state: 'closed' })
    const account = { id: petition.accountId! }
    const close = async (as: 'closed' | 'victory' | 'retired') =>
      closePetition(site.deps, await read(site, petition), account, { as, statement: `As ${as}.` })

    t.equal(await close('closed'), 'closed')
    t.equal(await close('closed'), 'not-allowed')
    t.match(await read(site, petition), { state: 'closed', closingStatement: 'As closed.' })
    t.equal(await close('victory'), 'closed')
    t.equal(await close('retired'), 'not-allowed')
    t.match(await read(site, petition), { state: 'victory', closingStatement: 'As victory.' })
  },
)

t.test('what is not open or closed cannot be closed', async (t) => {
  const site = await startSite(t)
  for (const state of ['draft', 'submitted', 'rejected', 'hidden', 'retired'] as const) {
    const petition = await addPetition(site, { state })
    const outcome = await closePetition(
      site.deps,
      petition,
      { id: petition.accountId! },
      { as: 'closed', statement: 'The end.' },
    )
    t.equal(outcome, 'not-allowed', state)
    t.equal((await read(site, petition)).state, state)
  }
})

t.test('a petition that cannot be closed keeps no other open', async (t) => {
  const site = await startSite(t)
  const broken = await addPetition(site, { closesOn: '2030-07-14', title: 'Save the mill' })
  const sound = await addPetition(site, { closesOn: '2030-07-14', title: 'Save the library' })
  await sql`
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no closing here'; end $$`.execute(
    site.db,
  )
  await sql`
    create trigger refuse before insert on updates for each row
    when (new.petition_id = ${sql.lit(broken.id)}) execute function refuse()`.execute(site.db)

  goTo(site, '2030-07-15T12:00:00+02:00')
  await t.rejects(closeDuePetitions(site.deps), /no closing here/)
  t.equal((await read(site, broken)).state, 'open')
  t.equal((await read(site, sound)).state, 'closed')
})

t.test(
  'who confirms in the day of grace hears of the closing too, and nobody hears of it twice',
  async (t) => {
    const site = await startSite(t)
    const petition = await addPetition(site, { closesOn: '2030-07-14', title: 'Save the library' })
    const [late, ...others] = await addConfirmedSignatures(site, petition, 4, { updates: true })
    // Signed first, and not confirmed yet when the petition closes.
    const setState = (state: 'pending' | 'confirmed') =>
      site.db
        .updateTable('signatures')
        .set({ state, signedAt: new Date('2030-07-14T12:00:00Z') })
        .where('id', '=', late!)
        .execute()
    await setState('pending')
    const heard = () => letters(site).filter(({ subject }) => subject.startsWith('Closed:'))

    goTo(site, '2030-07-15T00:00:01+02:00')
    await site.work()
    t.equal(heard().length, others.length)
    await setState('confirmed')
    goTo(site, '2030-07-15T23:00:00+02:00')
    await site.work()
    t.equal(heard().length, others.length, 'others may still confirm')
    goTo(site, '2030-07-16T00:00:02+02:00')
    await site.work()
    await site.work()

    t.equal(heard().length, others.length + 1)
    t.equal(new Set(heard().map(({ to }) => to)).size, others.length + 1)
    t.match(await site.db.selectFrom('mailings').selectAll().where('kind', '=', 'closing').execute(), [
      { state: 'done', queued: 4 },
    ])
  },
)
