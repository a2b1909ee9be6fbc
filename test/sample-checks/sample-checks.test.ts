/** A check from the announcement to the totals, through the door. */

import { createHash, createPublicKey, verify } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import t from 'tap'
import { tokenOf } from '../../src/keys/links.js'
import { eraseAll } from '../../src/my-signatures/erase-all.js'
import { addDays, dayOf } from '../../src/petitions/days.js'
import type { OpenCheck } from '../../src/sample-checks/open-data.js'
import { withdrawSignature } from '../../src/signatures/withdraw.js'
import { FRESH_MS } from '../../src/web/page-cache.js'
import { addConfirmedSignatures, addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const DAY = 86_400_000
const ANNOUNCED = 'Winning numbers of the national lottery, in the order drawn'

async function addRecipient(site: TestSite, signers = 60) {
  const petition = await addPetition(site)
  const ids = await addConfirmedSignatures(site, petition, signers)
  await site.work('log')
  const maker = await site.db
    .selectFrom('decisionMakers')
    .selectAll()
    .where('petitionId', '=', petition.id)
    .executeTakeFirstOrThrow()
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const token = tokenOf(keys, 'decision-maker', { petitionId: petition.id, subjectId: maker.id })
  const open = `/petitions/${petition.slug}/sample-checks`
  return { petition, ids, place: `/dossiers/${token}/sample-checks`, open }
}

const inDays = (site: TestSite, days: number) =>
  addDays(dayOf(site.deps.clock.now(), site.deps.config.timeZone), days)

const announce = (site: TestSite, place: string, fields: Record<string, string> = {}) =>
  site.submit(place, { people: '20', announced: ANNOUNCED, value_on: inDays(site, 1), ...fields })

const enter = (site: TestSite, place: string, number = 1, value = '7 12 23 31 44 / 5') =>
  site.submit(`${place}/${number}/value`, { value, source: 'https://lottery.example/draws' })

/** Announced, and its value entered: the worker has drawn and written to people. */
async function addDrawn(site: TestSite) {
  const recipient = await addRecipient(site)
  t.equal((await announce(site, recipient.place)).statusCode, 303)
  site.wait(2 * DAY)
  t.equal((await enter(site, recipient.place)).statusCode, 303)
  await site.work('upkeep', 'updates')
  return { ...recipient, questions: questions(site) }
}

/** The path of the link that a mail program follows for who wants no more of these. */
const stopIn = ({ headers }: { headers?: Record<string, string> }) =>
  new URL(/<(https:[^>]+\/unsubscribe\/[^>]+)>/.exec(headers!['List-Unsubscribe']!)![1]!).pathname

const questions = (site: TestSite) =>
  site.mails
    .filter(({ subject }) => /Did you sign|Avez-vous signé/.test(subject))
    .map((mail) => ({
      to: mail.to,
      text: mail.text,
      number: Number(/\d+/.exec(mail.to)![0]),
      path: new URL(/https:\S+\/sample-checks\/q\S+/.exec(mail.text)![0]).pathname,
    }))

async function readOpen(site: TestSite, open: string) {
  await sleep(FRESH_MS + 50)
  const response = await site.get(`${open}.json`)
  t.equal(response.headers['access-control-allow-origin'], '*')
  return response.json().data
}

/** Shares nothing with the service: public answers, and what docs/sample-checks.md says. */
async function drawAgain(site: TestSite, petition: string, check: OpenCheck): Promise<number[]> {
  const { root, size, removals_size: lines } = check.head
  const kinds = new Map<number, string>()
  const { data } = (await site.get(`/petitions/${petition}/log/removals`)).json()
  for (const { line, leaf, kind } of data.lines) if (line < lines) kinds.set(leaf, kind)
  const drawn: number[] = []
  for (let n = 0; drawn.length < check.people; n += 1) {
    const hash = createHash('sha256')
      .update(
        `${root}${check.secret}${Buffer.from(check.value!).toString('hex')}${n.toString(16).padStart(16, '0')}`,
        'hex',
      )
      .digest('hex')
    const candidate = BigInt(`0x${hash.slice(0, 16)}`)
    if (candidate >= ((1n << 64n) / BigInt(size)) * BigInt(size)) continue
    const leaf = Number(candidate % BigInt(size))
    if (!drawn.includes(leaf) && (kinds.get(leaf) ?? 'restored') === 'restored') drawn.push(leaf)
  }
  return drawn
}

t.test(
  'a check is announced and signed, drawn after the value is known, answered, closed and drawn again',
  async (t) => {
    const site = await startSite(t)
    const { petition, ids, place, open } = await addRecipient(site)
    await withdrawSignature(site.deps, { petitionId: petition.id, signatureId: ids[3]! })
    site.wait(61_000)
    await site.work('log')
    t.match((await site.get(place.replace('/sample-checks', ''))).body, 'Check a sample yourself')
    t.match((await site.get(open)).body, 'No sample check was asked for yet')

    t.equal((await announce(site, place)).headers.location, `${place}?done=committed`)

    const [announced] = await readOpen(site, open)
    t.match(announced, {
      number: 1,
      state: 'committed',
      people: 20,
      announced: ANNOUNCED,
      secret: null,
      value: null,
      result: null,
    })
    t.equal(announced.head.counted, 59)
    const [key] = (await site.get('/.well-known/clameur-keys.json')).json().keys
    const text = Buffer.from(announced.signed)
    t.ok(verify(null, text, createPublicKey(key.pem), Buffer.from(announced.signature, 'base64')))
    for (const said of [ANNOUNCED, announced.head.root, announced.secret_sha256, announced.value_on])
      t.match(announced.signed, said)
    t.match((await site.get(`${place}?done=committed`)).body, 'Come back when the value is known')

    t.equal((await enter(site, place)).statusCode, 409, 'not before its date')
    site.wait(DAY)
    t.equal((await enter(site, place)).statusCode, 409, 'nor on it')
    await site.work('upkeep', 'updates')
    t.strictSame(questions(site), [])
    site.wait(DAY)
    t.equal((await enter(site, place)).headers.location, `${place}?done=value`)
    t.equal((await enter(site, place, 1, 'another')).statusCode, 409, 'once and for good')
    await site.work('upkeep', 'updates')

    const asked = questions(site)
    t.equal(asked.length, 20)
    t.equal(new Set(asked.map(({ to }) => to)).size, 20)
    t.match(asked[0]!.text, 'Claire Fontanel, to whom the petition is addressed')
    t.equal((await site.get(asked[0]!.path)).statusCode, 200)
    t.match((await readOpen(site, open))[0], {
      state: 'asking',
      secret: null,
      result: null,
      value: '7 12 23 31 44 / 5',
    })

    const answer = (index: number, answer: string) => site.submit(`${asked[index]!.path}/answer`, { answer })
    for (let index = 0; index < 9; index += 1) t.equal((await answer(index, 'yes')).statusCode, 303)
    await answer(8, 'no')
    await answer(9, 'no')
    t.match((await site.get(asked[9]!.path)).body, 'You did not sign?')
    t.equal((await answer(10, 'perhaps')).statusCode, 422)
    t.notMatch((await site.get(place)).body, 'What was answered', 'nothing is told before the end')

    site.wait(10 * DAY)
    t.equal((await answer(11, 'yes')).statusCode, 303)
    t.equal((await site.get(asked[11]!.path)).statusCode, 410, 'too late')
    await site.work('upkeep')

    const [closed] = await readOpen(site, open)
    t.match(closed, {
      state: 'closed',
      result: { drawn: 20, gone: 0, unreachable: 0, yes: 8, no: 2, silent: 10 },
    })
    t.equal(closed.result.no_share.found, 0.2)
    t.equal(closed.result.worst_share.found, 0.6)
    t.equal(createHash('sha256').update(closed.secret, 'hex').digest('hex'), announced.secret_sha256)
    t.equal(closed.signed, announced.signed)
    const { rows: leaves } = await sql<{ leaf: number; number: number }>`
    select leaf::int as leaf, number from log_leaves join signatures on id = signature_id`.execute(site.db)
    const numberOf = new Map(leaves.map(({ leaf, number }) => [leaf, number]))
    const again = await drawAgain(site, petition.slug, closed)
    t.strictSame(
      again.map((leaf) => numberOf.get(leaf)).sort(),
      asked.map(({ number }) => number).sort(),
      'those whom anybody finds are those who were asked',
    )
    t.notOk(again.includes(3), 'a leaf that was out is not drawn')
    t.strictSame(await site.db.selectFrom('sampleCheckPeople').selectAll().execute(), [], 'nobody is kept')
    for (const page of [open, place]) {
      t.match((await site.get(page)).body, 'Of 10 people who answered, 2 say they did not sign (20%)')
      t.match((await site.get(page, { 'accept-language': 'fr' })).body, 'Le silence ne prouve rien')
    }
  },
)

t.test('what was announced is never changed, nor taken away', async (t) => {
  const site = await startSite(t)
  const { place } = await addRecipient(site)
  await announce(site, place)

  for (const change of [
    { announced: 'Something else that suits me better' },
    { valueOn: inDays(site, 5) },
    { wanted: 21 },
    { secretSealed: Buffer.alloc(8) },
    { secretSha256: Buffer.alloc(32) },
    { signature: Buffer.alloc(64) },
  ])
    await t.rejects(site.db.updateTable('sampleChecks').set(change).execute(), /never changed/)
  await t.rejects(site.db.deleteFrom('sampleChecks').execute(), /never changed/)
  site.wait(2 * DAY)
  await enter(site, place)
  await t.rejects(site.db.updateTable('sampleChecks').set({ value: '1' }).execute(), /never changed/)
})

t.test('there is one at a time, and three a year', async (t) => {
  const site = await startSite(t)
  const { place } = await addRecipient(site)

  const both = await Promise.all([announce(site, place), announce(site, place)])
  t.strictSame(both.map(({ statusCode }) => statusCode).sort(), [303, 409])

  for (const number of [1, 2, 3]) {
    if (number > 1) t.equal((await announce(site, place)).statusCode, 303)
    t.equal((await announce(site, place)).statusCode, 409)
    site.wait(32 * DAY)
    await site.work('upkeep')
  }
  const fourth = await announce(site, place)
  t.equal(fourth.statusCode, 409)
  t.match(fourth.body, 'had its sample checks for this year')
})

t.test('a check whose value never comes lapses in public, and asks nobody', async (t) => {
  const site = await startSite(t)
  const { place, open } = await addRecipient(site)
  await announce(site, place)

  site.wait(31 * DAY)
  await site.work('upkeep')
  t.match((await readOpen(site, open))[0], { state: 'committed' }, 'the last day is a day')
  site.wait(DAY)
  t.equal((await enter(site, place)).statusCode, 409)
  await site.work('upkeep', 'updates')

  t.match((await readOpen(site, open))[0], { state: 'lapsed', secret: null, result: null })
  t.match((await site.get(open)).body, 'Nobody was asked')
  t.strictSame(questions(site), [])
})

t.test(
  'who withdraws or is erased is forgotten at once; an answer they gave stays in the total',
  async (t) => {
    const site = await startSite(t)
    const { petition, ids, open, questions: asked } = await addDrawn(site)
    await site.submit(`${asked[0]!.path}/answer`, { answer: 'no' })
    await site.submit(`${asked[1]!.path}/answer`, { answer: 'yes' })

    const idOf = (index: number) => ids[asked[index]!.number - 1]!
    await withdrawSignature(site.deps, { petitionId: petition.id, signatureId: idOf(0) })
    await eraseAll(site.deps, asked[1]!.to)
    await withdrawSignature(site.deps, { petitionId: petition.id, signatureId: idOf(2) })

    const left = await site.db.selectFrom('sampleCheckPeople').selectAll().execute()
    t.equal(left.length, 17)
    t.strictSame(
      left.filter(({ answer }) => answer !== null),
      [],
    )
    t.equal((await site.get(asked[2]!.path)).statusCode, 410)
    site.wait(10 * DAY)
    await site.work('upkeep')
    t.match((await readOpen(site, open))[0].result, { gone: 1, yes: 1, no: 1, unreachable: 0, silent: 17 })
  },
)

t.test('who left before the draw, and who cannot be reached, is told apart from who is silent', async (t) => {
  const site = await startSite(t)
  const { petition, ids, place, open } = await addRecipient(site)
  await announce(site, place)
  for (const id of ids.slice(0, 30))
    await withdrawSignature(site.deps, { petitionId: petition.id, signatureId: id })
  site.wait(2 * DAY)
  await enter(site, place)
  const { UndeliverableError } = await import('../../src/mail/mailer.js')
  let refused = 0
  site.refuseMail = (mail) => {
    if (!/Did you sign|Avez-vous signé/.test(mail.subject) || refused > 0) return undefined
    refused += 1
    return new UndeliverableError('550', true)
  }
  await site.work('log', 'upkeep', 'updates')
  const asked = questions(site)

  site.wait(10 * DAY)
  await site.work('upkeep')

  const [{ result }] = await readOpen(site, open)
  t.equal(refused, 1)
  t.match(result, { unreachable: 1, silent: asked.length, gone: 19 - asked.length })
  t.ok(result.gone > 0)
  t.equal(result.no_share, null)
})

t.test('what cannot be announced is told beside its field, with what was typed', async (t) => {
  const site = await startSite(t)
  const { place, open } = await addRecipient(site)

  for (const [fields, fault] of [
    [{ people: '19' }, 'Choose a number from 20 to 30'],
    [{ people: '31' }, 'Choose a number from 20 to 30'],
    [{ people: '2e1' }, 'Choose a number'],
    [{ announced: 'lottery' }, 'Say precisely which value decides'],
    [{ announced: 'x'.repeat(201) }, 'At most 200 characters'],
    [{ value_on: inDays(site, 0) }, 'Choose a day from tomorrow'],
    [{ value_on: inDays(site, 61) }, 'Choose a day from tomorrow'],
    [{ value_on: '2027-02-30' }, 'Choose a day from tomorrow'],
  ] as const) {
    const refused = await announce(site, place, fields)
    t.equal(refused.statusCode, 422)
    t.match(refused.body, fault)
    if (!('announced' in fields)) t.match(refused.body, ANNOUNCED)
  }
  t.strictSame(await readOpen(site, open), [])

  const small = await addRecipient(site, 39)
  t.match((await site.get(small.place)).body, 'there are not enough yet')
  t.equal((await announce(site, small.place)).statusCode, 409)
})

t.test('the links are nobody else’s', async (t) => {
  const site = await startSite(t)
  const { petition, questions: asked, place } = await addDrawn(site)
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)

  const other = tokenOf(keys, 'signature', { petitionId: petition.id, subjectId: 1 })
  t.equal((await site.get(`/sample-checks/${other}`)).statusCode, 404)
  t.equal((await site.get(`${asked[0]!.path.slice(0, -1)}!`)).statusCode, 404)
  t.equal((await site.submit(`${place.slice(0, -20)}/sample-checks`)).statusCode, 404)
  t.equal((await site.get(`${asked[0]!.path}/answer`)).headers.location, asked[0]!.path)
  const [row] = await site.db
    .selectFrom('sampleCheckPeople')
    .select('answer')
    .where('answer', 'is not', null)
    .execute()
  t.equal(row, undefined, 'reading answers nothing')
})

t.test('who was asked once, and wants no such question again, is not asked again', async (t) => {
  const site = await startSite(t)
  // Half of forty are asked, so in three checks nearly everybody is drawn twice.
  const { petition, place, open } = await addRecipient(site, 40)
  const stopped = new Set<string>()
  for (const number of [1, 2, 3]) {
    const before = site.mails.length
    await announce(site, place)
    site.wait(2 * DAY)
    await enter(site, place, number)
    await site.work('upkeep', 'updates')
    const asked = site.mails.slice(before).filter(({ subject }) => /Did you sign/.test(subject))
    t.strictSame(
      asked.filter(({ to }) => stopped.has(to)),
      [],
    )
    const result = { drawn: 20, unreachable: 20 - asked.length }
    for (const mail of asked) {
      const stop = stopIn(mail)
      t.match((await site.get(stop)).body, 'Stop the questions about')
      t.match((await site.get(stop, { 'accept-language': 'fr' })).body, 'Ne plus recevoir de question')
      t.equal((await site.submit(stop, { 'List-Unsubscribe': 'One-Click' })).statusCode, 200)
      stopped.add(mail.to)
    }
    site.wait(11 * DAY)
    await site.work('upkeep')
    const [check] = await readOpen(site, open)
    t.match(check, { number, state: 'closed', result })
  }
  t.ok(stopped.size < 60, 'some were drawn again')
  t.strictSame(
    await site.db
      .selectFrom('signatures')
      .select('id')
      .where('petitionId', '=', petition.id)
      .where('updates', '=', true)
      .execute(),
    [],
    'and nobody was given news they had not asked for',
  )
})
