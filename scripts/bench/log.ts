/**
 * The log at its largest: appending to it, and proofs from it, each beside a yardstick in the same run.
 *
 * BENCH_LEAVES (6,000,000) and BENCH_PROOFS (2,000) change its size. Every proof is checked; a wrong one fails the run.
 */

import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../src/database/connect.js'
import type { Petition } from '../../src/database/tables.js'
import type { Deps } from '../../src/deps.js'
import { EMPTY_ROOT, HASH_BYTES } from '../../src/tally-log/merkle.js'
import { proveConsistency, proveInclusion } from '../../src/tally-log/read.js'
import { appendToTree } from '../../src/tally-log/tiles.js'
import { writeLogs } from '../../src/tally-log/write.js'

const LEAVES = Number(process.env.BENCH_LEAVES ?? 6_000_000)
const PROOFS = Number(process.env.BENCH_PROOFS ?? 2_000)
const SIGNATURES = 100_000
/** As many as the writer takes at once. */
const BATCH = 4_096

type Say = (line?: string) => void

/** @returns how many proofs were wrong. */
export async function measureLog(deps: Deps, petition: Petition, say: Say): Promise<number> {
  const { db } = deps
  await sql`create table bare_leaves (id bigint primary key, hash bytea not null)`.execute(db)
  await measureWriter(deps, petition, say)

  const other = petition.id + 1
  await sql`
    insert into petitions (id, slug, state, locale, title) overriding system value
    values (${other}, 'a-log-of-millions', 'open', 'en', 'A log of millions')`.execute(db)
  await db
    .insertInto('logs')
    .values({ petitionId: other, root: EMPTY_ROOT, removalsRoot: EMPTY_ROOT })
    .execute()
  await measureAppending(db, other, say)
  return measureProofs(db, other, say)
}

/** From confirmed rows to leaves, with salts, links and checkpoints. */
async function measureWriter(deps: Deps, petition: Petition, say: Say): Promise<void> {
  const { db } = deps
  await sql`
    insert into signatures (petition_id, state, email_fingerprint, sealed, text_version, locale, country, territory,
      inside, strength, number, signed_at, confirmed_at)
    select ${petition.id}, 'confirmed', uuid_send(gen_random_uuid()), decode(repeat('00', 90), 'hex'), 1, 'en', 'FR', 'FR-69',
      true, 2, number, now(), now()
    from generate_series(1, ${SIGNATURES}) as number`.execute(db)
  await db
    .updateTable('petitionCounts')
    .set({ confirmed: SIGNATURES, numbered: SIGNATURES })
    .where('petitionId', '=', petition.id)
    .execute()
  const seconds = await timed(() => writeLogs(deps))
  const bare = await insertBare(db, SIGNATURES)
  say()
  say(`${'write signatures'.padEnd(26)} ${rate(SIGNATURES, seconds)}/s`)
  say(
    `${'one bare row for each'.padEnd(26)} ${rate(SIGNATURES, bare)}/s   ratio ${(bare / seconds).toFixed(2)}`,
  )
}

async function measureAppending(db: Database, petitionId: number, say: Say): Promise<void> {
  let last = 0
  const first = { seconds: 0, leaves: 0 }
  const seconds = await timed(async () => {
    for (let size = 0; size < LEAVES; size += BATCH) {
      const count = Math.min(BATCH, LEAVES - size)
      const bytes = randomBytes(count * HASH_BYTES)
      const hashes = Array.from({ length: count }, (_, index) =>
        bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
      )
      const took = await timed(() =>
        db.transaction().execute((trx) => appendToTree(trx, { petitionId, tree: 'leaves' }, size, hashes)),
      )
      if (size < LEAVES / 10) {
        first.seconds += took
        first.leaves += count
      }
      if (size >= LEAVES - LEAVES / 10) last += took
    }
  })
  const { rows } = await sql<{ bytes: number }>`select pg_total_relation_size('log_tiles') as bytes`.execute(
    db,
  )
  const bare = await insertBare(db, SIGNATURES)
  const ratio = LEAVES / seconds / (SIGNATURES / bare)
  say(`${'append hashes'.padEnd(26)} ${rate(LEAVES, seconds)}/s   ratio ${ratio.toFixed(2)}`)
  say(
    `${LEAVES.toLocaleString('en')} leaves in ${Math.round(seconds)} s; the last tenth took ${(last / first.seconds).toFixed(2)} times the first; ${(rows[0]!.bytes / LEAVES).toFixed(1)} bytes a leaf`,
  )
}

async function measureProofs(db: Database, petitionId: number, say: Say): Promise<number> {
  const before = process.memoryUsage().rss
  const inclusion: number[] = []
  const consistency: number[] = []
  const lookUp: number[] = []
  let wrong = 0
  for (let turn = 0; turn < PROOFS; turn++) {
    const leaf = randomBelow(LEAVES)
    const from = 1 + randomBelow(LEAVES)
    const timeOf = async <T>(into: number[], act: () => Promise<T>): Promise<T> => {
      const start = performance.now()
      const result = await act()
      into.push(performance.now() - start)
      return result
    }
    const proof = await timeOf(inclusion, () =>
      proveInclusion(db, { petitionId, tree: 'leaves', leaf, size: LEAVES }),
    )
    if (!isProven(proof)) wrong++
    await timeOf(consistency, () => proveConsistency(db, { petitionId, tree: 'leaves', from, to: LEAVES }))
    await timeOf(lookUp, () =>
      sql`select hash from bare_leaves where id = ${1 + randomBelow(SIGNATURES)}`.execute(db),
    )
  }
  const more = (process.memoryUsage().rss - before) / 2 ** 20
  const tell = (name: string, times: number[]) =>
    say(
      `${name.padEnd(26)} p50 ${quantile(times, 0.5).toFixed(2)} ms   p99 ${quantile(times, 0.99).toFixed(2)} ms   ratio ${(quantile(times, 0.5) / quantile(lookUp, 0.5)).toFixed(1)}`,
    )
  say()
  tell('inclusion proof', inclusion)
  tell('consistency proof', consistency)
  tell('one row by its key', lookUp)
  say(
    `${PROOFS.toLocaleString('en')} of each, with their roots; memory ${more.toFixed(0)} MB more, ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at the most in the whole run`,
  )
  if (wrong > 0) say(`FAILED  ${wrong} proofs were wrong`)
  return wrong
}

/** One row for each leaf, in the same batches. */
async function insertBare(db: Database, count: number): Promise<number> {
  await sql`truncate bare_leaves`.execute(db)
  return timed(async () => {
    for (let from = 0; from < count; from += BATCH) {
      const hashes = Array.from({ length: Math.min(BATCH, count - from) }, () => randomBytes(HASH_BYTES))
      await sql`
        insert into bare_leaves select ${from}::bigint + place, hash
        from unnest(${hashes}::bytea[]) with ordinality as given (hash, place)`.execute(db)
    }
  })
}

/** RFC 9162, 2.1.3.2. */
function isProven({
  leaf,
  size,
  leaf_hash,
  proof,
  root,
}: Awaited<ReturnType<typeof proveInclusion>>): boolean {
  const node = (left: Buffer, right: Buffer) =>
    createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()
  let [fn, sn] = [leaf, size - 1]
  let hash: Buffer = Buffer.from(leaf_hash, 'hex')
  for (const step of proof.map((one) => Buffer.from(one, 'hex'))) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      hash = node(step, hash)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1]
    } else {
      hash = node(hash, step)
    }
    ;[fn, sn] = [fn >> 1, sn >> 1]
  }
  return sn === 0 && hash.toString('hex') === root
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return (performance.now() - start) / 1000
}

function rate(count: number, seconds: number): string {
  return Math.round(count / seconds)
    .toLocaleString('en')
    .padStart(7)
}

function randomBelow(most: number): number {
  return Math.floor(Math.random() * most)
}

function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!
}
