/**
 * Checks a dossier against itself: sums, signature, counts, log. The same code runs in a browser without network
 * (`verify.html`) and on the command line (`npm run dossier:verify`), so it uses only what both have, and shares
 * nothing with the code that makes dossiers.
 */

import { readCsv } from './csv.js'
import { readZip, UnreadableZipError, type ZipEntry } from './zip.js'

/** What the two places do differently: Node sums streams, browsers whole buffers. */
export interface Sums {
  ofStream(stream: ReadableStream<Uint8Array>): Promise<Uint8Array>
  ofBytes(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>
}

export type Fault =
  | { fault: 'not-a-zip' }
  | { fault: 'no-manifest' }
  | { fault: 'unknown-format' }
  | { fault: 'signature' }
  | { fault: 'unknown-key'; key: string }
  | { fault: 'missing' | 'added' | 'doubled' | 'changed'; file: string }
  | { fault: 'count'; what: string; said: number; found: number }
  | { fault: 'order'; file: string; number: number }
  | { fault: 'root'; file: string }

export interface Report {
  faults: Fault[]
  /** Told when it could be read: what the dossier says it is. */
  about:
    | { title: string; asOf: string; confirmed: number; key: string; site: string; files: number }
    | undefined
}

interface Manifest {
  format: string
  petition: { title: string; url: string }
  as_of: string
  counts: {
    confirmed: number
    unnamed: number
    /** Beside the list and never in it. */
    paper?: number
    by_strength: Record<string, number>
    by_text_version: Record<string, number>
  }
  texts: { version: number; file: string; sha256: string }[]
  list: string
  /** Dossiers made before there was paper have none. */
  paper?: string
  log: {
    leaves: string
    size: number
    root: string
    removals: string
    removals_size: number
    removals_root: string
  }
  key: { id: string; pem: string; published_at: string }
  files: { name: string; bytes: number; sha256: string }[]
}

const FORMAT = 'clameur-dossier/1'
const MANIFEST = 'manifest.json'
const SIGNATURE = 'manifest.sig'
/** What no manifest can hold the sum of. */
const UNLISTED = new Set([MANIFEST, SIGNATURE, 'manifest.tsr'])
/** A manifest of thousands of files is far smaller. */
const LONGEST_MANIFEST = 10_000_000

/** Says how far it is: a file's name, and the part of all files that is read. */
export type OnProgress = (file: string, share: number) => void

/**
 * @param trusted ids or PEMs of keys that the reader knows to be the site's; without any, the key of the dossier is
 * believed, and its reader has to compare it.
 */
export async function checkDossier(
  blob: Blob,
  { sums, trusted = [], onProgress = () => {} }: { sums: Sums; trusted?: string[]; onProgress?: OnProgress },
): Promise<Report> {
  let entries: ZipEntry[]
  try {
    entries = await readZip(blob)
  } catch (error) {
    if (error instanceof UnreadableZipError) return { faults: [{ fault: 'not-a-zip' }], about: undefined }
    throw error
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const bytes = await readManifest(byName)
  const manifest = bytes && parseManifest(bytes)
  if (!bytes || !manifest)
    return { faults: [{ fault: bytes ? 'unknown-format' : 'no-manifest' }], about: undefined }

  const faults: Fault[] = [
    ...(await checkSignature(manifest, bytes, byName.get(SIGNATURE), trusted)),
    ...checkNames(manifest, entries),
    ...(await checkSums(manifest, byName, sums, onProgress)),
  ]
  const whole = new Set(faults.flatMap((fault) => ('file' in fault ? fault.file : [])))
  const usable = (name: string) => (whole.has(name) ? undefined : byName.get(name))
  faults.push(
    ...(await checkTexts(manifest, usable)),
    ...(await checkList(manifest, usable(manifest.list))),
    ...(await checkPaper(manifest, usable)),
    ...(await checkLog(manifest, usable, sums)),
  )
  const { petition, as_of: asOf, counts, key, files } = manifest
  return {
    faults,
    about: {
      title: petition.title,
      asOf,
      confirmed: counts.confirmed,
      key: key.id,
      site: key.published_at,
      files: files.length,
    },
  }
}

async function readManifest(byName: Map<string, ZipEntry>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const entry = byName.get(MANIFEST)
  if (!entry || entry.bytes > LONGEST_MANIFEST) return undefined
  // What cannot be unpacked is no manifest either, and says so as one that cannot be read.
  return readWhole(entry).catch(() => new Uint8Array())
}

/** Whoever made it may have meant harm: nothing after this asks again what kind of thing a field is. */
function parseManifest(bytes: Uint8Array): Manifest | undefined {
  let manifest: Manifest
  try {
    manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest
  } catch {
    return undefined
  }
  const { format, as_of, petition, counts, texts, list, log, key, files } = Object(manifest) as Manifest
  const isWhole =
    format === FORMAT &&
    areTexts(as_of, list, petition?.title, key?.id, key?.pem, key?.published_at) &&
    areTexts(log?.leaves, log?.root, log?.removals, log?.removals_root) &&
    areCounts(counts?.confirmed, counts?.unnamed, log?.size, log?.removals_size) &&
    (manifest.paper === undefined || (areTexts(manifest.paper) && areCounts(counts.paper))) &&
    isTable(counts.by_strength) &&
    isTable(counts.by_text_version) &&
    Array.isArray(files) &&
    files.every((file) => areTexts(file?.name, file?.sha256) && areCounts(file?.bytes)) &&
    Array.isArray(texts) &&
    texts.every((text) => areTexts(text?.file, text?.sha256))
  return isWhole ? manifest : undefined
}

function areTexts(...values: unknown[]): boolean {
  return values.every((value) => typeof value === 'string')
}

function areCounts(...values: unknown[]): boolean {
  return values.every((value) => Number.isSafeInteger(value) && (value as number) >= 0)
}

function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && areCounts(...Object.values(value))
}

async function checkSignature(
  { key }: Manifest,
  manifest: Uint8Array<ArrayBuffer>,
  entry: ZipEntry | undefined,
  trusted: string[],
): Promise<Fault[]> {
  if (!entry) return [{ fault: 'missing', file: SIGNATURE }]
  const faults: Fault[] = []
  if (trusted.length > 0 && !trusted.some((one) => plainPem(one) === plainPem(key.pem)))
    faults.push({ fault: 'unknown-key', key: key.id })
  try {
    const der = Uint8Array.from(atob(plainPem(key.pem)), (letter) => letter.charCodeAt(0))
    const publicKey = await crypto.subtle.importKey('spki', der, { name: 'Ed25519' }, false, ['verify'])
    const isRight = await crypto.subtle.verify(
      { name: 'Ed25519' },
      publicKey,
      await readWhole(entry),
      manifest,
    )
    if (!isRight) faults.push({ fault: 'signature' })
  } catch {
    faults.push({ fault: 'signature' })
  }
  return faults
}

function plainPem(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/g, '')
}

function checkNames({ files }: Manifest, entries: ZipEntry[]): Fault[] {
  const listed = new Set(files.map(({ name }) => name))
  const seen = new Set<string>()
  const faults: Fault[] = []
  for (const { name } of entries) {
    if (seen.has(name)) faults.push({ fault: 'doubled', file: name })
    else if (!listed.has(name) && !UNLISTED.has(name)) faults.push({ fault: 'added', file: name })
    seen.add(name)
  }
  return faults
}

async function checkSums(
  { files }: Manifest,
  byName: Map<string, ZipEntry>,
  sums: Sums,
  onProgress: OnProgress,
): Promise<Fault[]> {
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const faults: Fault[] = []
  let done = 0
  for (const { name, bytes, sha256 } of files) {
    onProgress(name, all === 0 ? 1 : done / all)
    const entry = byName.get(name)
    if (!entry) faults.push({ fault: 'missing', file: name })
    else if (entry.bytes !== bytes || (await sumOf(entry, sums)) !== sha256)
      faults.push({ fault: 'changed', file: name })
    done += bytes
  }
  return faults
}

/** @returns no sum for what cannot be unpacked. */
async function sumOf(entry: ZipEntry, sums: Sums): Promise<string | undefined> {
  try {
    return hexOf(await sums.ofStream(await entry.open()))
  } catch {
    return undefined
  }
}

type Find = (name: string) => ZipEntry | undefined

/** The sums that signatures are bound to are those of the texts that came along. */
async function checkTexts({ texts, files }: Manifest, find: Find): Promise<Fault[]> {
  return texts.flatMap(({ file, sha256 }): Fault[] =>
    find(file) && files.find(({ name }) => name === file)?.sha256 !== sha256
      ? [{ fault: 'changed', file }]
      : [],
  )
}

async function checkList({ counts, list }: Manifest, entry: ZipEntry | undefined): Promise<Fault[]> {
  if (!entry) return []
  const faults: Fault[] = []
  const strengths: Record<string, number> = {}
  const versions: Record<string, number> = {}
  let rows = 0
  let unnamed = 0
  let last = 0
  let columns: Record<string, number> | undefined
  for await (const record of readCsv(textOf(await entry.open()))) {
    if (!columns) {
      columns = Object.fromEntries(record.map((name, index) => [name, index]))
      continue
    }
    const cell = (name: string) => record[columns![name] ?? -1] ?? ''
    const number = Number(cell('number'))
    // Each number once, in their order: no line is there twice.
    if (!(number > last) && faults.length === 0) faults.push({ fault: 'order', file: list, number })
    last = Math.max(last, number)
    rows += 1
    if (cell('name') === '') unnamed += 1
    strengths[cell('strength')] = (strengths[cell('strength')] ?? 0) + 1
    versions[cell('text_version')] = (versions[cell('text_version')] ?? 0) + 1
  }
  return [
    ...faults,
    ...checkCount('signatures', counts.confirmed, rows),
    ...checkCount('unnamed', counts.unnamed, unnamed),
    ...checkCounts('', counts.by_strength, strengths),
    ...checkCounts('version ', counts.by_text_version, versions),
  ]
}

function checkCount(what: string, said: number, found: number): Fault[] {
  return said === found ? [] : [{ fault: 'count', what, said, found }]
}

function checkCounts(prefix: string, said: Record<string, number>, found: Record<string, number>): Fault[] {
  return [...new Set([...Object.keys(said), ...Object.keys(found)])].flatMap((name) =>
    checkCount(`${prefix}${name}`, said[name] ?? 0, found[name] ?? 0),
  )
}

/** Lines on paper count that nothing took back: each number is there once, and is taken back once at most. */
async function checkPaper({ paper, counts }: Manifest, find: Find): Promise<Fault[]> {
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

/** The roots follow from the leaves and the lines, and the total from the log less what was taken out. */
async function checkLog({ log, counts }: Manifest, find: Find, sums: Sums): Promise<Fault[]> {
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

async function readWhole(entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await new Response((await entry.open()) as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
  )
}

async function* textOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  for (;;) {
    const { value, done } = await reader.read()
    if (done) break
    yield decoder.decode(value, { stream: true })
  }
  yield decoder.decode()
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
