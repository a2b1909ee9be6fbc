/** Whether the counts are those of the rows, and each row is there once. */

import { textOf } from './bytes.js'
import type { Fault, Find } from './check.js'
import { readCsv } from './csv.js'
import type { Manifest } from './manifest.js'
import type { ZipEntry } from './zip.js'

/** What stands in the list, by number: a short sum of each row, by which it is known again. */
export type Rows = Map<number, number>

interface Row {
  number: number
  /** Not above that of the row before it. */
  isOutOfOrder: boolean
  cell(name: string): string
  cells: string[]
}

/** @param rows filled with what the list holds, where folders of territories are to be compared with it. */
export async function checkList(
  { counts, list }: Manifest,
  find: Find,
  rows: Rows | undefined,
): Promise<Fault[]> {
  const entry = find(list)
  if (!entry) return []
  const faults: Fault[] = []
  const strengths: Record<string, number> = {}
  const versions: Record<string, number> = {}
  let all = 0
  let unnamed = 0
  let unversioned = 0
  for await (const { number, isOutOfOrder, cell, cells } of rowsOf(entry)) {
    // Each number once, in their order: no line is there twice.
    if (isOutOfOrder && faults.length === 0) faults.push({ fault: 'order', file: list, number })
    rows?.set(number, sumOfCells(cells))
    all += 1
    if (cell('name') === '') unnamed += 1
    strengths[cell('strength')] = (strengths[cell('strength')] ?? 0) + 1
    const version = cell('text_version')
    if (version === '' && cell('name') === '') unversioned += 1
    else versions[version] = (versions[version] ?? 0) + 1
  }
  return [
    ...faults,
    ...checkCount('signatures', counts.confirmed, all),
    ...checkCount('unnamed', counts.unnamed, unnamed),
    ...checkCounts('', counts.by_strength, strengths),
    ...checkVersions(counts.by_text_version, versions, unversioned),
  ]
}

/**
 * Each row of the list is in the folder of its territory, once, and nothing else is in any; the counts of all are that
 * of the list.
 */
export async function checkTerritories(
  { territories = [], counts, list }: Manifest,
  find: Find,
  rows: Rows,
): Promise<Fault[]> {
  const faults: Fault[] = []
  let all = 0
  for (const { code, file, confirmed } of territories) {
    all += confirmed
    const entry = find(file)
    if (!entry) continue
    let found = 0
    let isWrong = false
    for await (const { number, isOutOfOrder, cell, cells } of rowsOf(entry)) {
      found += 1
      const isOurs = rows.get(number) === sumOfCells(cells) && cell('territory') === code
      if (!isWrong && (isOutOfOrder || (find(list) && !isOurs))) {
        faults.push({ fault: 'row', file, number })
        isWrong = true
      }
      // Whoever comes with it a second time finds it gone.
      rows.delete(number)
    }
    faults.push(...checkCount(file, confirmed, found))
  }
  return [...faults, ...checkCount('territories', counts.confirmed, all)]
}

/** Lines on paper count that nothing took back: each number is there once, and is taken back once at most. */
export async function checkPaper({ paper, counts }: Manifest, find: Find): Promise<Fault[]> {
  const entry = paper === undefined ? undefined : find(paper)
  if (paper === undefined || !entry) return []
  const counted = new Set<string>()
  const seen = new Set<string>()
  const faults: Fault[] = []
  let isHeading = true
  for await (const [kind = '', number = ''] of readCsv(textOf(await entry.open()))) {
    const isRight = kind === 'line' ? !seen.has(number) : kind === 'reversal' && counted.has(number)
    if (!isHeading && !isRight && faults.length === 0)
      faults.push({ fault: 'order', file: paper, number: Number(number) })
    if (!isHeading && kind === 'line') counted.add(number)
    if (!isHeading && kind === 'reversal') counted.delete(number)
    seen.add(number)
    isHeading = false
  }
  return [...faults, ...checkCount('paper', counts.paper ?? 0, counted.size)]
}

export function checkCount(what: string, said: number, found: number): Fault[] {
  return said === found ? [] : [{ fault: 'count', what, said, found }]
}

function checkCounts(prefix: string, said: Record<string, number>, found: Record<string, number>): Fault[] {
  return [...new Set([...Object.keys(said), ...Object.keys(found)])].flatMap((name) =>
    checkCount(`${prefix}${name}`, said[name] ?? 0, found[name] ?? 0),
  )
}

/** Who is not named is listed without the version they signed: so many of what is counted must be missing, no more. */
function checkVersions(
  said: Record<string, number>,
  found: Record<string, number>,
  unversioned: number,
): Fault[] {
  if (unversioned === 0) return checkCounts('version ', said, found)
  const beyond = Object.entries(found).flatMap(([name, count]) =>
    count > (said[name] ?? 0) ? checkCount(`version ${name}`, said[name] ?? 0, count) : [],
  )
  const sumOf = (counts: Record<string, number>) =>
    Object.values(counts).reduce((sum, count) => sum + count, 0)
  return [...beyond, ...checkCount('versions', sumOf(said), sumOf(found) + unversioned)]
}

async function* rowsOf(entry: ZipEntry): AsyncGenerator<Row> {
  let columns: Record<string, number> | undefined
  let last = 0
  for await (const cells of readCsv(textOf(await entry.open()))) {
    if (!columns) {
      columns = Object.fromEntries(cells.map((name, index) => [name, index]))
      continue
    }
    const at = columns
    const cell = (name: string) => cells[at[name] ?? -1] ?? ''
    const number = Number(cell('number'))
    yield { number, isOutOfOrder: !(number > last), cell, cells }
    last = Math.max(last, number)
  }
}

/** FNV-1a: what the site signed is compared with what it signed, so no more than a slip has to be found. */
function sumOfCells(cells: string[]): number {
  let sum = 0x811c9dc5
  for (const letter of cells.join('\u0000')) sum = Math.imul(sum ^ letter.codePointAt(0)!, 0x01000193)
  return sum >>> 0
}
