/** A dossier as its reader gets it, unpacked, and packed again with something changed. */

import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import yauzl from 'yauzl'
import yazl from 'yazl'
import { orderDossier } from '../../src/decision-makers/order-dossier.js'
import { makeDueDossiers } from '../../src/dossiers/make.js'
import { checkDossier, type Report } from '../../src/dossiers/verify/check.js'
import { nodeSums } from '../../src/dossiers/verify/node.js'
import { tokenOf } from '../../src/keys/links.js'
import { getFile } from './reader.js'
import type { TestSite } from './site.js'

export type Files = Map<string, Buffer>

/** Orders and makes a dossier for the only decision-maker, and downloads it. */
export async function makeArchive(
  site: TestSite,
  options: { byTerritory?: boolean } = {},
): Promise<{ place: string; zip: Buffer; files: Files }> {
  const maker = await site.db.selectFrom('decisionMakers').selectAll().executeTakeFirstOrThrow()
  await orderDossier(site.deps, maker, options)
  await makeDueDossiers(site.deps)
  const keys = await site.deps.keyring.getPetitionKeys(site.db, maker.petitionId)
  const subject = { petitionId: maker.petitionId, subjectId: maker.id }
  const place = `/dossiers/${tokenOf(keys, 'decision-maker', subject)}`
  const { id } = await site.db
    .selectFrom('dossiers')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const answer = await getFile(site, `${place}/dossiers/${id}/dossier.zip`)
  return { place, zip: answer.rawPayload, files: await unpack(answer.rawPayload) }
}

export async function unpack(zip: Buffer): Promise<Files> {
  const files: Files = new Map()
  const archive = await yauzl.fromBufferPromise(zip)
  for await (const entry of archive.eachEntry()) {
    const pieces: Buffer[] = []
    for await (const piece of await archive.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    files.set(entry.fileName, Buffer.concat(pieces))
  }
  return files
}

export async function pack(files: Iterable<[string, Buffer]>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, bytes] of files) zip.addBuffer(bytes, name)
  zip.end()
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** One byte in its middle is another. */
export function spoil(bytes: Buffer): Buffer {
  const spoilt = Buffer.from(bytes)
  spoilt[Math.floor(spoilt.length / 2)]! ^= 1
  return spoilt
}

export function check(zip: Buffer, trusted: string[] = []): Promise<Report> {
  return checkDossier(new Blob([new Uint8Array(zip)]), { sums: nodeSums, trusted })
}

interface Forged {
  counts: { confirmed: number; by_strength: unknown }
  log: { size: number }
  key: { pem: unknown }
  files: { name: string; bytes: number; sha256: string }[]
}

/** What somebody would hand on who changes files, makes all sums anew and signs them with a key of their own. */
export function forge(
  files: Files,
  change: (manifest: Forged) => void,
  more: [string, Buffer][] = [],
): Promise<Buffer> {
  const own = generateKeyPairSync('ed25519')
  const forged = new Map([...files, ...more])
  const manifest = JSON.parse(files.get('manifest.json')!.toString()) as Forged
  for (const [name, bytes] of more) {
    const entry = manifest.files.find((one) => one.name === name)!
    entry.bytes = bytes.length
    entry.sha256 = createHash('sha256').update(bytes).digest('hex')
  }
  change(manifest)
  manifest.key = { ...manifest.key, pem: own.publicKey.export({ format: 'pem', type: 'spki' }) }
  const bytes = Buffer.from(JSON.stringify(manifest))
  return pack(forged.set('manifest.json', bytes).set('manifest.sig', sign(null, bytes, own.privateKey)))
}

/** The lines of `VERIFY.txt` that its reader is to type. */
export function commandsOf(files: Files): string[] {
  return [
    ...files
      .get('VERIFY.txt')!
      .toString()
      .matchAll(/^\s+\$ (.*)$/gm),
  ].map(([, line]) => line!)
}
