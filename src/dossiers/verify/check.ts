/**
 * Checks a dossier against itself: sums, signature, counts, log. The same code runs in a browser without network
 * (`verify.html`) and on the command line (`npm run dossier:verify`), so it uses only what both have, and shares
 * nothing with the code that makes dossiers.
 */

import { hexOf, readWhole, type Sums } from './bytes.js'
import { type Manifest, parseManifest, STAMP } from './manifest.js'
import { checkList, checkPaper, checkTerritories, type Rows } from './rows.js'
import { readTimestamp } from './timestamp.js'
import { checkLog, checkPaperLog } from './tree.js'
import { readZip, UnreadableZipError, type ZipEntry } from './zip.js'

export type Fault =
  | { fault: 'not-a-zip' }
  | { fault: 'no-manifest' }
  | { fault: 'unknown-format' }
  | { fault: 'signature' }
  | { fault: 'timestamp' | 'timestamp-signature' }
  | { fault: 'unknown-key'; key: string }
  | { fault: 'missing' | 'added' | 'doubled' | 'changed'; file: string }
  | { fault: 'count'; what: string; said: number; found: number }
  | { fault: 'order' | 'row'; file: string; number: number }
  | { fault: 'root'; file: string }

export interface Report {
  faults: Fault[]
  /** Told when it could be read: what the dossier says it is. */
  about:
    | {
        title: string
        asOf: string
        confirmed: number
        key: string
        site: string
        files: number
        /** The time that its timestamp names, when it has one that is of this manifest. */
        stampedAt: string | undefined
      }
    | undefined
}

const MANIFEST = 'manifest.json'
const SIGNATURE = 'manifest.sig'
const STAMP_SIGNATURE = 'manifest.tsr.sig'
/** A manifest of thousands of files is far smaller. */
const LONGEST_MANIFEST = 10_000_000
const LONGEST_STAMP = 1_000_000

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

  const stamp = await checkTimestamp(manifest, bytes, byName, sums)
  const faults: Fault[] = [
    ...(await checkSignature(manifest, bytes, byName.get(SIGNATURE), trusted)),
    ...stamp.faults,
    ...checkNames(manifest, entries),
    ...(await checkSums(manifest, byName, sums, onProgress)),
  ]
  const whole = new Set(faults.flatMap((fault) => ('file' in fault ? fault.file : [])))
  const rows: Rows | undefined = manifest.territories && new Map()
  const usable = (name: string) => (whole.has(name) ? undefined : byName.get(name))
  faults.push(
    ...(await checkTexts(manifest, usable)),
    ...(await checkList(manifest, usable, rows)),
    ...(rows ? await checkTerritories(manifest, usable, rows) : []),
    ...(await checkPaper(manifest, usable)),
    ...(await checkPaperLog(manifest, usable, sums)),
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
      stampedAt: stamp.at,
    },
  }
}

async function readManifest(byName: Map<string, ZipEntry>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const entry = byName.get(MANIFEST)
  if (!entry || entry.bytes > LONGEST_MANIFEST) return undefined
  // What cannot be unpacked is no manifest either, and says so as one that cannot be read.
  return readWhole(entry).catch(() => new Uint8Array())
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
  if (!(await isSigned(key.pem, manifest, entry))) faults.push({ fault: 'signature' })
  return faults
}

async function isSigned(pem: string, bytes: Uint8Array<ArrayBuffer>, signature: ZipEntry): Promise<boolean> {
  try {
    const der = Uint8Array.from(atob(plainPem(pem)), (letter) => letter.charCodeAt(0))
    const key = await crypto.subtle.importKey('spki', der, { name: 'Ed25519' }, false, ['verify'])
    return await crypto.subtle.verify({ name: 'Ed25519' }, key, await readWhole(signature), bytes)
  } catch {
    return false
  }
}

function plainPem(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/g, '')
}

/**
 * Whether it is of this manifest, and as the site received it. Whether the authority signed it is checked with
 * `openssl ts -verify`, by whoever knows the authority.
 */
async function checkTimestamp(
  { timestamp, key }: Manifest,
  manifest: Uint8Array,
  byName: Map<string, ZipEntry>,
  sums: Sums,
): Promise<{ faults: Fault[]; at?: string }> {
  if (!timestamp?.file) return { faults: [] }
  const entry = byName.get(STAMP)
  if (!entry) return { faults: [{ fault: 'missing', file: STAMP }] }
  const bytes = entry.bytes > LONGEST_STAMP ? undefined : await readWhole(entry).catch(() => undefined)
  const stamp = bytes && readTimestamp(bytes)
  if (!bytes || !stamp || hexOf(stamp.sha256) !== hexOf(await sums.ofBytes(manifest)))
    return { faults: [{ fault: 'timestamp' }] }
  const signature = byName.get(STAMP_SIGNATURE)
  if (!signature) return { faults: [{ fault: 'missing', file: STAMP_SIGNATURE }] }
  if (!(await isSigned(key.pem, bytes, signature))) return { faults: [{ fault: 'timestamp-signature' }] }
  return { faults: [], at: stamp.at }
}

/** What no manifest can hold the sum of. */
function unlistedOf({ timestamp }: Manifest): string[] {
  return [MANIFEST, SIGNATURE, ...(timestamp?.file ? [STAMP, STAMP_SIGNATURE] : [])]
}

function checkNames(manifest: Manifest, entries: ZipEntry[]): Fault[] {
  const listed = new Set([...manifest.files.map(({ name }) => name), ...unlistedOf(manifest)])
  const seen = new Set<string>()
  const faults: Fault[] = []
  for (const { name } of entries) {
    if (seen.has(name)) faults.push({ fault: 'doubled', file: name })
    else if (!listed.has(name)) faults.push({ fault: 'added', file: name })
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

export type Find = (name: string) => ZipEntry | undefined

/** The sums that signatures are bound to are those of the texts that came along. */
async function checkTexts({ texts, files }: Manifest, find: Find): Promise<Fault[]> {
  return texts.flatMap(({ file, sha256 }): Fault[] =>
    find(file) && files.find(({ name }) => name === file)?.sha256 !== sha256
      ? [{ fault: 'changed', file }]
      : [],
  )
}
