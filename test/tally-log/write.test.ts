/** Whatever happens to signatures, and whoever writes: one log, only appended to, whose number is the public number. */

import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { sql } from 'kysely'
import t from 'tap'
import type { SignatureState } from '../../src/database/tables.js'
import { unsealBytes } from '../../src/keys/sealing.js'
import { compareLogsEveryNight } from '../../src/tally-log/compare.js'
import { writeLogs } from '../../src/tally-log/write.js'
import { addConfirmedSignatures, addPetition } from '../support/factories.js'
import { startSite } from '../support/site.js'
import { addPending, confirmAs, move, readPostcodes, recountLog, withdraw } from './support.js'

t.test('a confirmed signature is a leaf that its salt opens', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const id = await confirmAs(site, petition, 'ada')
  await addPending(site, petition, 'ben')

  await writeLogs(site.deps)

  const { leaves, counted, isWhole } = await recountLog(site, petition.id)
  t.equal(leaves.length, 1)
  t.equal(counted, 1)
  t.ok(isWhole)
  const link = await site.db.selectFrom('logLeaves').selectAll().executeTakeFirstOrThrow()
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const salt = unsealBytes(keys.sealing, `petition ${petition.id} leaf 0`, link.salt)
  const numbers = Buffer.alloc(12)
  numbers.writeBigUInt64BE(BigInt(id))
  numbers.writeUInt32BE(1, 8)
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: site.deps.config.timeZone }).format(new Date())
  t.equal(salt.length, 32)
  t.strictSame(
    createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), salt, numbers, Buffer.from(day), Buffer.of(2)]))
      .digest(),
    leaves[0],
  )
})

t.test('who withdraws is a line and keeps no link; who signs again is a new leaf', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const id = await confirmAs(site, petition, 'ada')
  await confirmAs(site, petition, 'ben')
  await writeLogs(site.deps)

  await withdraw(site, petition, id)

  const linked = () =>
    site.db.selectFrom('logLeaves').select(['leaf']).where('signatureId', '=', id).executeTakeFirst()
  t.equal(await linked(), undefined, 'the link and the salt go with the name, before any writer comes')
  await writeLogs(site.deps)
  let now = await recountLog(site, petition.id)
  t.match(now.removals, [{ line: 0, leaf: 0, kind: 'withdrawn' }])
  t.equal(now.counted, 1)
  t.ok(now.isWhole)
  t.strictSame(await site.db.selectFrom('logEvents').selectAll().execute(), [], 'nothing else is left')

  await confirmAs(site, petition, 'ada')
  await writeLogs(site.deps)

  now = await recountLog(site, petition.id)
  t.equal(now.leaves.length, 3)
  t.equal(now.counted, 2)
  t.equal((await linked())?.leaf, 2)
  t.ok(now.isWhole)
})

t.test('what is set aside is a line, and another when it counts again', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const [first, second] = await addConfirmedSignatures(site, petition, 3)
  await writeLogs(site.deps)

  await move(site, petition, { id: first!, from: 'confirmed', to: 'quarantined' })
  await move(site, petition, { id: second!, from: 'confirmed', to: 'quarantined' })
  await writeLogs(site.deps)
  t.equal((await recountLog(site, petition.id)).counted, 1)
  await move(site, petition, { id: first!, from: 'quarantined', to: 'confirmed' })
  await move(site, petition, { id: second!, from: 'quarantined', to: 'removed' })
  await writeLogs(site.deps)

  const { removals, counted, confirmed, isWhole, leaves, log } = await recountLog(site, petition.id)
  t.match(
    removals.map(({ leaf, kind }) => [leaf, kind]),
    [
      [0, 'quarantined'],
      [1, 'quarantined'],
      [0, 'restored'],
      [1, 'removed'],
    ],
  )
  t.strictSame([leaves.length, counted, confirmed, log?.counted], [3, 2, 2, 2])
  t.ok(isWhole)
})

t.test('two writers at once make one log, in batches however small', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const other = await addPetition(site)
  await addConfirmedSignatures(site, petition, 600)
  await addConfirmedSignatures(site, other, 30)

  await Promise.all([writeLogs(site.deps, 7), writeLogs(site.deps, 50), writeLogs(site.deps)])
  await writeLogs(site.deps)

  for (const [{ id }, size] of [
    [petition, 600],
    [other, 30],
  ] as const) {
    const { leaves, isWhole, counted } = await recountLog(site, id)
    t.equal(leaves.length, size)
    t.equal(counted, size)
    t.ok(isWhole)
  }
  const { rows } = await sql<{ twice: number }>`
    select count(*)::int as twice from (
      select from log_leaves group by petition_id, leaf having count(*) > 1) as twice`.execute(site.db)
  t.equal(rows[0]!.twice, 0)
})

t.test('a batch that fails in the middle leaves nothing, and is made by the next', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await addConfirmedSignatures(site, petition, 300)
  await writeLogs(site.deps)
  await addConfirmedSignatures(site, petition, 300, { from: 301 })
  await sql`alter table logs add constraint broken check (size <= 300)`.execute(site.db)
  const before = await recountLog(site, petition.id)

  await t.rejects(writeLogs(site.deps, 100))

  t.strictSame(await recountLog(site, petition.id), { ...before, confirmed: 600 })
  await sql`alter table logs drop constraint broken`.execute(site.db)
  await writeLogs(site.deps, 100)
  const after = await recountLog(site, petition.id)
  t.equal(after.counted, 600)
  t.ok(after.isWhole)
  t.strictSame(after.leaves.slice(0, 300), before.leaves, 'what was written stays as it was')
})

t.test('nothing in the log can be rewritten, not even by a mistake of ours', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const id = await confirmAs(site, petition, 'ada')
  await writeLogs(site.deps)
  await withdraw(site, petition, id)
  await writeLogs(site.deps)

  await t.rejects(
    sql`update log_tiles set hashes = decode(repeat('00', 32), 'hex')`.execute(site.db),
    /append-only/,
  )
  await t.rejects(sql`delete from log_tiles`.execute(site.db), /append-only/)
  await t.rejects(sql`delete from log_removals`.execute(site.db), /append-only/)
  await t.rejects(sql`update log_removals set kind = 'restored'`.execute(site.db), /append-only/)
})

const act = fc.record({
  who: fc.constantFrom('ada', 'ben', 'cyr', 'dia'),
  // Two of one commune, one that communes share, one that none has, and none.
  postcode: fc.constantFrom('69007', '69001', '01300', '69999', ''),
  what: fc.constantFrom(
    'confirm' as const,
    'confirm' as const,
    'withdraw' as const,
    'quarantine' as const,
    'remove' as const,
    'restore' as const,
    'write' as const,
    'write-twice' as const,
    'half' as const,
  ),
})

t.test(
  'in any order, with the writer coming at any time, the log’s number is the public number, and so by postcode',
  async (t) => {
    const site = await startSite(t)

    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 30 }), async (acts) => {
        const petition = await addPetition(site)
        const ids = new Map<string, number>()
        const states = new Map<string, SignatureState>()
        const moves = {
          quarantine: ['confirmed', 'quarantined'],
          remove: ['quarantined', 'removed'],
          restore: ['quarantined', 'confirmed'],
        } as const
        let before: Buffer[] = []
        for (const { who, what, postcode } of acts) {
          const state = states.get(who)
          if (what === 'write') await writeLogs(site.deps)
          else if (what === 'write-twice')
            await Promise.all([writeLogs(site.deps, 1), writeLogs(site.deps, 2)])
          else if (what === 'half') await writeLogs(site.deps, 1).catch(() => {})
          else if (what === 'confirm') {
            if (state !== undefined && state !== 'withdrawn') continue
            ids.set(who, await confirmAs(site, petition, who, postcode))
            states.set(who, 'confirmed')
          } else if (what === 'withdraw') {
            if (state !== 'confirmed') continue
            await withdraw(site, petition, ids.get(who)!)
            states.set(who, 'withdrawn')
          } else {
            const [from, to] = moves[what]
            if (state !== from) continue
            await move(site, petition, { id: ids.get(who)!, from, to })
            states.set(who, to)
          }
          const { leaves } = await recountLog(site, petition.id)
          t.strictSame(leaves.slice(0, before.length), before)
          before = leaves
        }
        await writeLogs(site.deps)
        const { counted, confirmed, isWhole, log } = await recountLog(site, petition.id)
        const expected = [...states.values()].filter((state) => state === 'confirmed').length
        if (log === undefined) return confirmed === 0
        const links = await site.db
          .selectFrom('logLeaves')
          .select('signatureId')
          .where('petitionId', '=', petition.id)
          .execute()
        const linked = links.map(({ signatureId }) => signatureId)
        for (const [who, state] of states)
          if (state === 'withdrawn' && linked.includes(ids.get(who)!)) return false
          else if (state === 'confirmed' && !linked.includes(ids.get(who)!)) return false
        const { tallied, counted: rows } = await readPostcodes(site, petition.id)
        if (!isDeepStrictEqual(tallied, rows)) return false
        return counted === expected && confirmed === expected && log.counted === expected && isWhole
      }),
      { numRuns: 40 },
    )
  },
)

t.test('who withdraws while a leaf is being written is taken out by the next writer', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const ids = await addConfirmedSignatures(site, petition, 40)
  let at = 0

  await Promise.all([
    writeLogs(site.deps, 1),
    (async () => {
      for (; at < ids.length; at += 2) await withdraw(site, petition, ids[at]!)
    })(),
  ])
  await writeLogs(site.deps)

  const { counted, confirmed, isWhole } = await recountLog(site, petition.id)
  t.equal(confirmed, 20)
  t.equal(counted, 20)
  t.ok(isWhole)
  const links = await site.db.selectFrom('logLeaves').selectAll().execute()
  t.equal(links.length, 20, 'none of them is linked to a leaf')
})

t.test('what the log missed is noted at night and appended, never corrected in silence', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const [first] = await addConfirmedSignatures(site, petition, 2, { from: 5 })
  await writeLogs(site.deps)
  // Numbers that come after higher ones, as from an import; and a change that goes past the trigger.
  await addConfirmedSignatures(site, petition, 1, { from: 1 })
  await sql`alter table signatures disable trigger note_log_event`.execute(site.db)
  await move(site, petition, { id: first!, from: 'confirmed', to: 'quarantined' })
  await sql`alter table signatures enable trigger note_log_event`.execute(site.db)
  await writeLogs(site.deps)
  t.equal((await recountLog(site, petition.id)).counted, 2, 'neither is seen')

  site.wait(25 * 3_600_000)
  await compareLogsEveryNight(site.deps)
  await writeLogs(site.deps)

  const { counted, confirmed, leaves, removals, isWhole } = await recountLog(site, petition.id)
  t.equal(confirmed, 2)
  t.equal(counted, 2)
  t.equal(leaves.length, 3)
  t.match(removals, [{ leaf: 0, kind: 'quarantined' }])
  t.ok(isWhole)
  site.wait(25 * 3_600_000)
  await compareLogsEveryNight(site.deps)
  t.strictSame(
    await site.db.selectFrom('logEvents').selectAll().execute(),
    [],
    'and the next night finds nothing',
  )
})
