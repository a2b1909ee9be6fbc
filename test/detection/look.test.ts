import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { lookForFraud } from '../../src/detection/look.js'
import { robot, type Sent, send } from '../quarantine/support.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

async function startLooking(t: Test) {
  const site = await startSite(t)
  const petition = await addPetition(site)
  return { site, petition, maya: await signInAs(site, await addModerator(site)) }
}

const SYLLABLES = 'ba co di fu ge ha ko li mu ne'.split(' ')

/** Nothing about them is alike. */
function plain(index: number): Sent {
  const letters = [...String(1_000 + index)].map((digit) => SYLLABLES[Number(digit)]).join('')
  return {
    name: `Ada ${letters}rt`,
    email: `${letters}@${letters}.example`,
    ip: `10.${index >> 8}.${index & 255}.1`,
    agent: `Browser ${index}`,
    fillSeconds: 20,
  }
}

const many = (count: number, make: (index: number) => Sent, from = 0) =>
  Array.from({ length: count }, (_, index) => make(from + index))

async function look(site: TestSite) {
  site.wait(21_000)
  await site.work('detection')
}

function alertsOf({ db }: TestSite) {
  return db.selectFrom('alerts').selectAll().orderBy('id').execute()
}

const rulesOf = async (site: TestSite) => (await alertsOf(site)).map(({ rule }) => rule).sort()

t.test('people who have nothing in common raise no alert', async (t) => {
  const { site, petition } = await startLooking(t)
  await send(site, petition, many(200, plain))

  await look(site)

  t.strictSame(await alertsOf(site), [])
})

const ATTACKS: Record<string, (index: number) => Partial<Sent>> = {
  'network-burst': (index) => ({ ip: '203.0.113.9', agent: `Browser ${index}` }),
  'wide-network-burst': (index) => ({ ip: `203.0.113.${index}` }),
  'domain-burst': (index) => ({ email: `${plain(index).email.split('@')[0]}@club.example` }),
  'agent-share': () => ({ agent: 'curl/8' }),
  'same-name': () => ({ name: 'Marie Petit' }),
  'address-sequence': (index) => ({
    email: `u${index}@x${plain(index).email.split('@')[1]!.length}.example`,
  }),
  'disposable-domains': (index) => ({ email: `${plain(index).email.split('@')[0]}@yopmail.com` }),
  'improbable-names': () => ({ name: 'Asdfgh Qwerty' }),
  'fast-form': () => ({ fillSeconds: 1 }),
}

for (const [rule, make] of Object.entries(ATTACKS))
  t.test(`${rule}: found among the signatures of people`, async (t) => {
    const { site, petition } = await startLooking(t)
    const count = rule === 'agent-share' ? 150 : 60
    await send(site, petition, many(80, plain))
    await send(
      site,
      petition,
      many(count, (index) => ({ ...plain(500 + index), ...make(index) })),
    )

    await look(site)

    const alert = (await alertsOf(site)).find((one) => one.rule === rule)
    t.match(alert, { found: count, state: 'open' })
  })

t.test('addresses that bounced, and confirmations faster than a person', async (t) => {
  const { site, petition } = await startLooking(t)
  const ids = await send(site, petition, many(60, plain))
  await site.db
    .updateTable('signatures')
    .set({ bouncedAt: new Date() })
    .where('id', 'in', ids.slice(0, 10))
    .execute()
  await sql`
    insert into mails (queue, kind, petition_id, signature_id, state, done_at)
    select 'confirmation-mails', 'confirm-signature', petition_id, id, 'sent',
      confirmed_at - case when id = any (${ids.slice(20, 32)}::bigint[]) then interval '3 s' else interval '4 s' end
    from signatures`.execute(site.db)

  await look(site)

  const alerts = await alertsOf(site)
  t.strictSame(alerts.map(({ rule, found }) => [rule, found]).sort(), [
    ['bounced', 10],
    ['fast-confirmation', 12],
  ])
})

t.test('found again, an alert grows; closed, it comes back when twice as many are found', async (t) => {
  const { site, petition, maya } = await startLooking(t)
  const sender = (index: number) => ({ ...plain(index), ip: '203.0.113.9' })
  await send(site, petition, many(25, sender))
  await look(site)
  await send(site, petition, many(5, sender, 25))
  await look(site)
  const [alert, ...others] = await alertsOf(site)
  t.match(alert, { rule: 'network-burst', found: 30, state: 'open' })
  t.strictSame(others, [])

  const closing = `/desk/alerts/${alert!.id}/closing`
  t.equal((await site.submit(closing, { note: '' }, maya)).statusCode, 422)
  t.equal((await site.submit(closing, { note: 'The school of the village.' }, maya)).statusCode, 303)
  t.equal((await site.submit(closing, { note: 'Again' }, maya)).statusCode, 409, 'closed once')
  await send(site, petition, many(29, sender, 30))
  await look(site)
  t.equal(
    (await alertsOf(site)).filter(({ state, rule }) => state === 'open' && rule === 'network-burst').length,
    0,
  )
  await send(site, petition, many(1, sender, 59))
  await look(site)
  t.match(
    (await alertsOf(site)).find(({ state, rule }) => state === 'open' && rule === 'network-burst'),
    { found: 60 },
  )
})

t.test('it waits until rows have settled, looks at each once, and goes on after a kill', async (t) => {
  const { site, petition } = await startLooking(t)
  await send(site, petition, many(30, robot))
  await site.work('detection')
  t.strictSame(await alertsOf(site), [], 'too young')

  site.wait(21_000)
  await sql`alter table alerts add constraint killed check (false) not valid`.execute(site.db)
  await t.rejects(lookForFraud(site.deps))
  await sql`alter table alerts drop constraint killed`.execute(site.db)
  const looked = await site.db.selectFrom('detections').selectAll().executeTakeFirstOrThrow()
  t.ok(looked.lastSignatureId > 0, 'what it had done stays done')

  await send(site, petition, many(1, plain, 900))
  await look(site)
  t.ok((await rulesOf(site)).includes('network-burst'))
})

t.test('who signs again all the time is looked at all the same', async (t) => {
  const { site, petition } = await startLooking(t)
  const [id] = await send(site, petition, [robot(0)], { confirm: false })
  await send(site, petition, many(1, plain))
  site.wait(21_000)
  await send(site, petition, [robot(0)], { confirm: false })
  await site.work('detection')

  const row = await site.db.selectFrom('signatures').select('marks').where('id', '=', id!).executeTakeFirst()
  t.strictSame(row?.marks, ['disposable-domains'])
})

t.test('closed because nothing was wrong, it is looked at anew after a week', async (t) => {
  const { site, petition, maya } = await startLooking(t)
  const sender = (index: number) => ({ ...plain(index), ip: '203.0.113.9' })
  const isOpen = async () => (await alertsOf(site)).some(({ state }) => state === 'open')
  await send(site, petition, many(30, sender))
  await look(site)
  const [alert] = await alertsOf(site)
  await site.submit(`/desk/alerts/${alert!.id}/closing`, { note: 'The school.' }, maya)

  site.wait(6 * 86_400_000)
  await send(site, petition, many(25, sender, 30))
  await look(site)
  t.equal(await isOpen(), false)

  site.wait(86_400_000)
  await send(site, petition, many(25, sender, 55))
  await look(site)
  t.equal(await isOpen(), true)
})

t.test('what comes after the last signature is seen too: mails that come back', async (t) => {
  const { site, petition } = await startLooking(t)
  await send(site, petition, many(30, plain))
  await look(site)
  await site.db.updateTable('signatures').set({ bouncedAt: new Date() }).execute()
  await site.work('detection')
  t.strictSame(await rulesOf(site), [], 'not at every turn')

  site.wait(600_000)
  await site.work('detection')

  t.strictSame(await rulesOf(site), ['bounced'])
})

t.test('a petition that cannot be looked at keeps no other from it', async (t) => {
  const { site, petition } = await startLooking(t)
  const [broken] = await send(site, petition, many(1, plain))
  await site.db
    .updateTable('signatures')
    .set({ sealed: Buffer.from('x') })
    .where('id', '=', broken!)
    .execute()
  const other = await addPetition(site)
  await send(site, other, many(30, robot))

  site.wait(21_000)
  await t.rejects(lookForFraud(site.deps))

  t.ok((await rulesOf(site)).includes('network-burst'))
})

t.test('nothing but rules and fingerprints is written down, and withdrawing erases both', async (t) => {
  const { site, petition } = await startLooking(t)
  const [id] = await send(site, petition, many(1, robot))
  await look(site)
  const row = () =>
    site.db
      .selectFrom('signatures')
      .select(['marks', 'stemFingerprint'])
      .where('id', '=', id!)
      .executeTakeFirstOrThrow()
  const kept = await row()
  t.strictSame(kept.marks, ['disposable-domains'])
  t.equal(kept.stemFingerprint?.length, 16)

  const { withdrawSignature } = await import('../../src/signatures/withdraw.js')
  await withdrawSignature(site.deps, { petitionId: petition.id, signatureId: id! })
  t.strictSame(await row(), { marks: null, stemFingerprint: null })
})

t.test('a name is looked for in the background, and its pattern is forgotten', async (t) => {
  const { site, petition, maya } = await startLooking(t)
  const named = await send(
    site,
    petition,
    ['Zoé Müller', 'ZOE MULLER', 'Zoe Mullerova', 'Ada Zoe Muller'].map((name, index) => ({
      ...plain(index),
      name,
    })),
  )
  const base = `/desk/petitions/${petition.id}`

  t.equal((await site.submit(`${base}/name-searches`, { pattern: '**' }, maya)).statusCode, 422)
  const answer = await site.submit(`${base}/name-searches`, { pattern: 'zoë mul*' }, maya)
  const page = String(answer.headers.location)
  t.match((await site.get(page, maya)).body, 'Looking for the name: none found yet.')
  const sealed = await site.db.selectFrom('nameSearches').select('patternSealed').executeTakeFirstOrThrow()
  t.notMatch(sealed.patternSealed!.toString('latin1'), /mul/i)

  await site.work('quarantines')
  t.match((await site.get(page, maya)).body, '3 signatures are meant')
  t.match(await site.db.selectFrom('nameSearches').selectAll().executeTakeFirstOrThrow(), {
    patternSealed: null,
  })
  const names = new URL(page, 'https://clameur.test').searchParams.get('names')!
  await site.submit(`${base}/quarantines`, { names, reason: 'invented' }, maya)
  await site.work('quarantines')
  const aside = await site.db
    .selectFrom('signatures')
    .select('id')
    .where('state', '=', 'quarantined')
    .orderBy('id')
    .execute()
  t.strictSame(
    aside.map(({ id }) => id),
    named.slice(0, 3).sort((a, b) => a - b),
  )
})

t.test('an alert shows its evidence, and that somebody looked is written down once', async (t) => {
  const { site, petition, maya } = await startLooking(t)
  await send(site, petition, many(30, robot))
  await look(site)
  const alert = (await alertsOf(site)).find(({ rule }) => rule === 'network-burst')!

  t.match((await site.get('/desk', maya)).body, /suspicions to look at/)
  t.match((await site.get('/desk/alerts', maya)).body, 'Many signatures from one connection')
  const { body } = await site.get(`/desk/alerts/${alert.id}`, maya)
  t.match(body, '30 of 30 signatures of that day')
  t.match(body, 'Set aside 30 signatures')
  await site.get(`/desk/alerts/${alert.id}`, maya)
  const looks = await site.db
    .selectFrom('auditEntries')
    .selectAll()
    .where('act', '=', 'signatures-seen')
    .execute()
  t.equal(looks.length, 1)

  const french = await site.get(`/desk/alerts/${alert.id}`, { ...maya, 'accept-language': 'fr' })
  t.match(french.body, 'Mettre de côté 30 signatures')
  t.equal((await site.get('/desk/alerts/999999', maya)).statusCode, 404)
  t.equal((await site.get('/desk/alerts')).statusCode, 303)
})
