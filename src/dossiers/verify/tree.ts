/** Whether the roots of the log follow from what came along. */

import { hexOf, joined, readWhole, type Sums, textOf } from './bytes.js'
import type { Fault, Find } from './check.js'
import { readCsv } from './csv.js'
import type { Manifest } from './manifest.js'
import { checkCount } from './rows.js'
import type { ZipEntry } from './zip.js'

/** The roots follow from the leaves and the lines, and the total from the log less what was taken out. */
export async function checkLog({ log, counts }: Manifest, find: Find, sums: Sums): Promise<Fault[]> {
  const faults: Fault[] = []
  const leaves = find(log.leaves)
  if (leaves) {
    const hashes = await readWhole(leaves)
    if (hashes.length !== log.size * HASH_BYTES || hexOf(await rootOf(hashes, sums)) !== log.root)
      faults.push({ fault: 'root', file: log.leaves })
  }
  const removals = find(log.removals)
  if (removals) {
    const { hashes, struck } = await readRemovals(removals, log.size, sums)
    if (
      hashes.length !== log.removals_size * HASH_BYTES ||
      hexOf(await rootOf(hashes, sums)) !== log.removals_root
    )
      faults.push({ fault: 'root', file: log.removals })
    faults.push(...checkCount('log', counts.confirmed, log.size - struck))
  }
  return faults
}

/** The root of the paper's log follows from its entries, and they count what the dossier says is counted. */
export async function checkPaperLog(
  { paper_log: log, counts }: Manifest,
  find: Find,
  sums: Sums,
): Promise<Fault[]> {
  const entry = log && find(log.entries)
  if (!log || !entry) return []
  const entries = new TextDecoder()
    .decode(await readWhole(entry))
    .split('\n')
    .slice(0, -1)
  const hashes = await Promise.all(
    entries.map((words) => sums.ofBytes(joined([Uint8Array.of(0), new TextEncoder().encode(words)]))),
  )
  const counted = new Set<string>()
  for (const [act, number = ''] of entries.map((words) => words.split(' '))) {
    if (act === 'counted') counted.add(number)
    if (act === 'reversed') counted.delete(number)
  }
  const isRight = entries.length === log.size && hexOf(await rootOf(joined(hashes), sums)) === log.root
  return [
    ...(isRight ? [] : [{ fault: 'root' as const, file: log.entries }]),
    ...checkCount('paper log', counts.paper ?? 0, counted.size),
  ]
}

const HASH_BYTES = 32

async function readRemovals(
  entry: ZipEntry,
  size: number,
  sums: Sums,
): Promise<{ hashes: Uint8Array; struck: number }> {
  const isStruck = new Map<number, boolean>()
  const pieces: Uint8Array[] = []
  let isHeading = true
  for await (const [, leaf = '', kind = '', day = ''] of readCsv(textOf(await entry.open()))) {
    if (!isHeading) {
      pieces.push(
        await sums.ofBytes(joined([Uint8Array.of(0), new TextEncoder().encode(`${leaf} ${kind} ${day}`)])),
      )
      if (Number(leaf) < size) isStruck.set(Number(leaf), kind !== 'restored')
    }
    isHeading = false
  }
  return { hashes: joined(pieces), struck: [...isStruck.values()].filter(Boolean).length }
}

/** So many at a time: a browser answers each sum by itself, and each costs it a turn. */
const AT_ONCE = 1_024

/** RFC 9162, 2.1.1: pair by pair, level by level; a last one without a partner goes up as it is. */
async function rootOf(leaves: Uint8Array, sums: Sums): Promise<Uint8Array> {
  if (leaves.length === 0) return sums.ofBytes(new Uint8Array())
  let level = leaves
  while (level.length > HASH_BYTES) {
    const count = level.length / HASH_BYTES
    const above = new Uint8Array(Math.ceil(count / 2) * HASH_BYTES)
    for (let from = 0; from < count; from += 2 * AT_ONCE) {
      const to = Math.min(from + 2 * AT_ONCE, count)
      const made: (Uint8Array | Promise<Uint8Array>)[] = []
      for (let at = from; at + 1 < to; at += 2)
        made.push(
          sums.ofBytes(joined([Uint8Array.of(1), level.subarray(at * HASH_BYTES, (at + 2) * HASH_BYTES)])),
        )
      for (const [index, hash] of (await Promise.all(made)).entries())
        above.set(hash, (from / 2 + index) * HASH_BYTES)
    }
    if (count % 2 === 1) above.set(level.subarray((count - 1) * HASH_BYTES), above.length - HASH_BYTES)
    level = above
  }
  return level
}
