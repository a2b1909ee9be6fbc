import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import t from 'tap'
import { tokenOf } from '../../src/keys/links.js'
import { hidePetition, refusePetition, showPetitionAgain } from '../../src/moderation/decide-petition.js'
import { keepCampaignerContact } from '../../src/petitions/campaigner-contact.js'
import { addMonths } from '../../src/petitions/days.js'
import { destroyDueKeys } from '../../src/retention/destroy.js'
import { forgetOldMails } from '../../src/retention/mails.js'
import { recount } from '../../src/signatures/recount.js'
import { closePetition } from '../../src/updates/close.js'
import { addConfirmedSignatures, addModerator, addPetition, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const DAY = 86_400_000

/** A petition of people who show their names, won by its campaigner now. */
async function addClosed(site: TestSite, signers: number) {
  const petition = await addPetition(site)
  const [first] = await addConfirmedSignatures(site, petition, signers, { updates: true })
  await site.db
    .updateTable('signatures')
    .set({ shownName: 'Ada Lovelace', comment: 'I read there.' })
    .where('petitionId', '=', petition.id)
    .execute()
  await closePetition(site.deps, petition, { id: petition.accountId! }, { as: 'victory', statement: 'Won.' })
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const of = (subjectId: number) => ({ petitionId: petition.id, subjectId })
  const maker = await site.db
    .selectFrom('decisionMakers')
    .select('id')
    .where('petitionId', '=', petition.id)
    .executeTakeFirstOrThrow()
  const links = [
    `/signatures/${tokenOf(keys, 'signature', of(first!))}`,
    `/unsubscribe/${tokenOf(keys, 'unsubscribe', of(first!))}`,
    `/dossiers/${tokenOf(keys, 'decision-maker', of(maker.id))}`,
  ]
  return { petition, page: `/petitions/${petition.slug}`, links }
}

/** Moves the clock to the first hour of the day that is so many days after the destruction's. */
function waitForDay(site: TestSite, months: number, more: number): void {
  const now = site.deps.clock.now()
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' }).format(now)
  const day = addMonths(today, months)
  site.wait(Date.parse(`${day}T00:30:00Z`) + more * DAY - now.getTime())
}

const signaturesOf = (site: TestSite, id: number) =>
  site.db.selectFrom('signatures').selectAll().where('petitionId', '=', id).orderBy('id').execute()

t.test('a month keeps its last day', async (t) => {
  t.equal(addMonths('2026-08-31', 6), '2027-02-28')
  t.equal(addMonths('2027-08-31', 6), '2028-02-29')
  t.equal(addMonths('2026-11-22', 6), '2027-05-22')
  t.equal(addMonths('2026-12-31', 12), '2027-12-31')
})

t.test(
  'six months after closing the signers are destroyed, as the page announced; the number stays',
  async (t) => {
    const site = await startSite(t, { TIME_ZONE: 'UTC' })
    const { db, deps } = site
    const { petition, page, links } = await addClosed(site, 12)
    await keepCampaignerContact(deps, petition.id, 'nour@example.org')
    const other = await addClosed(site, 2)
    await db
      .updateTable('petitions')
      .set({ closedAt: null, state: 'open' })
      .where('id', '=', other.petition.id)
      .execute()
    const key = await db
      .selectFrom('petitionKeys')
      .select('wrapped')
      .where('petitionId', '=', petition.id)
      .executeTakeFirstOrThrow()
    const before = await signaturesOf(site, petition.id)
    const day = addMonths(deps.clock.now().toISOString().slice(0, 10), 6)
    const announced = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T12:00:00Z`),
    )

    waitForDay(site, 6, -1)
    await destroyDueKeys(deps)
    t.strictSame(await signaturesOf(site, petition.id), before, 'not a day earlier')
    const open = (await site.get(page)).body
    t.match(open, `are kept until ${announced}, for one more day.`)
    t.match(open, 'href="/retention')
    t.match(open, 'Ada Lovelace')
    t.equal((await site.get(`${page}/destruction`)).statusCode, 404)
    for (const link of links) t.equal((await site.get(link)).statusCode, 200)

    site.wait(DAY)
    await destroyDueKeys(deps)

    for (const signature of await signaturesOf(site, petition.id)) {
      t.match(signature, {
        state: 'confirmed',
        sealed: null,
        shownName: null,
        comment: null,
        postcode: '',
        networkFingerprint: null,
        updates: false,
      })
      t.notOk(before.some((one) => one.emailFingerprint.equals(signature.emailFingerprint)))
    }
    t.equal(await deps.keyring.findPetitionKeys(db, petition.id), undefined)
    t.equal(await keepCampaignerContact(deps, petition.id, 'nour@example.org'), 'too-late')
    const { campaignerContactSealed } = await db
      .selectFrom('petitions')
      .select('campaignerContactSealed')
      .where('id', '=', petition.id)
      .executeTakeFirstOrThrow()
    t.equal(campaignerContactSealed, null, 'nor how their campaigner was reached')
    t.match((await site.get(`${page}/count.json`)).json(), { confirmed: 12 })
    t.strictSame(await recount(deps, petition.id), [], 'and a recount finds the same')
    const certificate = await site.get(`${page}/destruction`)
    t.match(certificate.body, createHash('sha256').update(key.wrapped).digest('hex'))
    t.match(certificate.body, 'Certificate of destruction')
    t.match(certificate.body, /Confirmed signatures counted[^<]*<\/dt><dd>12</)
    t.match(
      (await site.get(`${page}/destruction`, { 'accept-language': 'fr' })).body,
      'Certificat de destruction',
    )
    site.wait(2_000)
    const closed = (await site.get(`${page}?after`)).body
    t.match(closed, `${page}/destruction`)
    t.notMatch(closed, 'Ada Lovelace')
    for (const link of links) {
      const answer = await site.get(link)
      t.equal(answer.statusCode, 410, link)
      t.match(answer.body, `${page}/destruction`)
    }
    t.equal((await site.submit(`${links[0]}/withdrawal`)).statusCode, 410)
    t.match(
      await db.selectFrom('decisionMakers').selectAll().where('petitionId', '=', petition.id).execute(),
      [{ name: 'Claire Fontanel', emailSealed: null, emailFingerprint: null }],
    )
    const moderator = await signInAs(site, await addModerator(site))
    t.equal((await site.get(`/desk/petitions/${petition.id}`, moderator)).statusCode, 200)

    t.equal(
      (await signaturesOf(site, other.petition.id))[0]!.shownName,
      'Ada Lovelace',
      'of no other petition',
    )
    for (const link of other.links) t.equal((await site.get(link)).statusCode, 200)
    await site.work()
    t.equal(
      await db
        .selectFrom('destructions')
        .selectAll()
        .execute()
        .then(({ length }) => length),
      1,
    )
  },
)

t.test('killed half-way, the destruction goes on; nothing can be read from its first moment', async (t) => {
  const site = await startSite(t, { TIME_ZONE: 'UTC', RETENTION_MONTHS: '1' })
  const { db, deps } = site
  const { petition, page, links } = await addClosed(site, 2_300)
  await sql`create function die() returns trigger language plpgsql as $$ begin
    raise exception 'terminating connection' using errcode = '57P01'; end $$`.execute(db)
  await sql`create trigger die before update on destructions for each row
    when (old.signatures >= 1000) execute function die()`.execute(db)
  waitForDay(site, 1, 0)

  await t.rejects(destroyDueKeys(deps))

  t.match(await db.selectFrom('destructions').selectAll().execute(), [
    { signatures: 1_000, finishedAt: null },
  ])
  t.equal((await site.get(links[0]!)).statusCode, 410)
  t.match((await site.get(`${page}/destruction`)).body, /1,000 so far/)
  await sql`drop trigger die on destructions`.execute(db)
  await Promise.all([destroyDueKeys(deps), destroyDueKeys(deps)])

  const [done] = await db.selectFrom('destructions').selectAll().execute()
  t.match(done, { signatures: 2_300, confirmed: 2_300 })
  t.ok(done!.finishedAt)
  t.ok((await signaturesOf(site, petition.id)).every(({ sealed, shownName }) => !sealed && !shownName))
})

t.test('what was mailed to whom is forgotten after ninety days, and what is due is not', async (t) => {
  const site = await startSite(t)
  const { db, deps } = site
  const { petition } = await addClosed(site, 3)
  await site.work()
  await db
    .insertInto('mails')
    .values({ queue: 'updates', kind: 'sign-in', petitionId: petition.id, dueAt: deps.clock.now() })
    .execute()
  const countMails = async () => (await db.selectFrom('mails').select('id').execute()).length
  const before = await countMails()
  const ofNews = await db.selectFrom('mails').select('id').where('mailingId', 'is not', null).execute()
  t.equal(ofNews.length, 3, 'news of the end went to each signer')

  site.wait(90 * DAY - 60_000)
  await forgetOldMails(deps)
  t.equal(await countMails(), before)

  site.wait(120_000)
  await forgetOldMails(deps)
  t.equal(await countMails(), ofNews.length + 1)
  t.strictSame(
    await db.selectFrom('mails').select('signatureId').where('mailingId', 'is not', null).execute(),
    ofNews.map(() => ({ signatureId: null })),
    'news stays in its figures, without its readers',
  )
})

t.test('one page tells every period, in both languages, as it is set', async (t) => {
  const site = await startSite(t, { RETENTION_MONTHS: '9', LOG_DAYS: '30' })
  const en = (await site.get('/retention')).body
  t.match(en, 'Whoever runs this site keeps it for 30 days.')
  t.match(en, 'nothing is said here', 'of backups')
  for (const said of [
    '9 months after the petition has closed',
    'Erased after 14 days',
    '90 days after it left',
    '60 days',
  ])
    t.match(en, said)
  t.match((await site.get('/retention', { 'accept-language': 'fr' })).body, '9 mois après la clôture')
  t.match((await site.get('/your-data')).body, /kept until 9 months after its petition has\s+closed/)
})

t.test(
  'hidden while it was open, a petition has a clock that outlasts an appeal and stops when it is shown again',
  async (t) => {
    const site = await startSite(t, { TIME_ZONE: 'UTC' })
    const { db, deps } = site
    const moderator = { id: (await addModerator(site)).id }
    const [lost, won] = [await addPetition(site), await addPetition(site)]
    for (const petition of [lost, won]) {
      await addConfirmedSignatures(site, petition, 2)
      await hidePetition(deps, petition, moderator, { reason: 'hate', note: 'x' })
    }
    const keysLeft = async () =>
      (await db.selectFrom('petitionKeys').select('petitionId').orderBy('petitionId').execute()).map(
        ({ petitionId }) => petitionId,
      )
    waitForDay(site, 7, -1)
    await destroyDueKeys(deps)
    t.strictSame(await keysLeft(), [lost.id, won.id], 'six months and the time to decide')
    t.equal(await showPetitionAgain(deps, won, moderator), 'shown')

    site.wait(DAY)
    await destroyDueKeys(deps)
    t.strictSame(await keysLeft(), [won.id])
    t.match(await db.selectFrom('destructions').selectAll().execute(), [
      { petitionId: lost.id, confirmed: 2 },
    ])

    const certificate = await site.get(`/petitions/${lost.slug}/destruction`)
    t.equal(certificate.statusCode, 200)
    t.match(certificate.body, 'One that a moderator has hidden')
    t.notMatch(certificate.body, lost.title)

    t.equal(await showPetitionAgain(deps, lost, moderator), 'shown')
    const page = await site.get(`/petitions/${lost.slug}`)
    t.equal(page.statusCode, 200)
    t.match(
      page.body,
      `/petitions/${lost.slug}/destruction`,
      'shown too late, it is closed, with its certificate',
    )
    t.match(await db.selectFrom('petitions').select('state').where('id', '=', lost.id).execute(), [
      { state: 'closed' },
    ])
    t.match((await site.get(`/petitions/${won.slug}`)).body, 'are kept until 6 months after it closes')
  },
)

t.test('a petition that closed keeps the day its page announced, though it is hidden later', async (t) => {
  const site = await startSite(t, { TIME_ZONE: 'UTC' })
  const { petition } = await addClosed(site, 1)
  const moderator = { id: (await addModerator(site)).id }
  waitForDay(site, 5, 0)
  await hidePetition(site.deps, petition, moderator, { reason: 'hate', note: 'x' })

  waitForDay(site, 1, 1)
  await destroyDueKeys(site.deps)

  t.equal((await site.db.selectFrom('destructions').selectAll().execute()).length, 1)
})

t.test('of a refused petition nobody is named once it can be contested no more', async (t) => {
  const site = await startSite(t, { TIME_ZONE: 'UTC' })
  const { db, deps } = site
  const moderator = await addModerator(site)
  const petition = await addPetition(site, { state: 'submitted', openedAt: null })
  await refusePetition(deps, petition, moderator, { reason: 'hate', note: 'x' })
  waitForDay(site, 7, -1)
  await destroyDueKeys(deps)
  t.equal((await db.selectFrom('decisionMakers').selectAll().execute()).length, 1)

  site.wait(DAY)
  await destroyDueKeys(deps)

  t.match(await db.selectFrom('petitions').selectAll().execute(), [
    { campaignerName: null, accountId: null, campaignerEmailSealed: null, title: petition.title },
  ])
  t.strictSame(await db.selectFrom('decisionMakers').selectAll().execute(), [])
  t.strictSame(await db.selectFrom('petitionKeys').selectAll().execute(), [])
  const desk = await signInAs(site, moderator)
  t.equal((await site.get(`/desk/petitions/${petition.id}`, desk)).statusCode, 200)
})

t.test('an open petition announces the period, and the day when its last day is known', async (t) => {
  const site = await startSite(t, { TIME_ZONE: 'UTC' })
  const petition = await addPetition(site, { closesOn: '2029-08-30' })

  const { body } = await site.get(`/petitions/${petition.slug}`)

  t.match(body, 'are kept until 6 months after it closes')
  t.match(body, 'If it runs to its last day, that is 28 February 2030.')
})

t.test('while an appeal waits for its answer, the key stays', async (t) => {
  const site = await startSite(t, { TIME_ZONE: 'UTC' })
  const { db, deps } = site
  const moderator = { id: (await addModerator(site)).id }
  const petition = await addPetition(site)
  await hidePetition(deps, petition, moderator, { reason: 'hate', note: 'x' })
  const entry = await db
    .selectFrom('auditEntries')
    .select('id')
    .where('act', '=', 'petition-hidden')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('appeals')
    .values({ entryId: entry.id, petitionId: petition.id, locale: 'en' })
    .execute()
  waitForDay(site, 9, 0)
  await destroyDueKeys(deps)
  t.equal((await db.selectFrom('petitionKeys').selectAll().execute()).length, 1)

  await db.updateTable('appeals').set({ state: 'upheld', decidedAt: deps.clock.now() }).execute()
  await destroyDueKeys(deps)

  t.equal((await db.selectFrom('petitionKeys').selectAll().execute()).length, 0)
})
