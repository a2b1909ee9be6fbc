/**
 * A dossier's files in the database, in pieces: neither who writes nor who reads ever holds a whole one.
 *
 * Each piece is packed, and sealed with the petition's key: the list names everyone who signed, also those who show
 * their name to nobody but its reader, and the brief holds the link to their private page.
 */

import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import type { Database, Transaction } from '../database/connect.js'
import type { Keys } from '../keys/keyring.js'
import { seal, unsealBytes } from '../keys/sealing.js'

/** Few enough statements, little enough memory. */
const PART_BYTES = 256 * 1024

const pack = promisify<Buffer, { level: number }, Buffer>(deflateRaw)
const unpack = promisify<Buffer, Buffer>(inflateRaw)

export interface FilePlace {
  dossierId: number
  file: string
}

function placeOf({ dossierId, file }: FilePlace, part: number): string {
  return `dossier_parts.bytes ${dossierId} ${file} ${part}`
}

export async function addPart(
  db: Database | Transaction,
  keys: Keys,
  { part, ...place }: FilePlace & { part: number },
  bytes: Buffer,
): Promise<void> {
  const packed = await pack(bytes, { level: 1 })
  const sealed = seal(keys.sealing, placeOf(place, part), packed)
  await db
    .insertInto('dossierParts')
    .values({ ...place, part, bytes: sealed })
    .execute()
}

export interface Written {
  bytes: number
  sha256: Buffer
}

/** A stream that keeps what is written to it as the parts of a file; slow statements slow the writer down. */
export function writeParts(
  db: Database,
  keys: Keys,
  place: FilePlace,
): { out: Writable; written: () => Written } {
  const hash = createHash('sha256')
  let waiting: Buffer[] = []
  let size = 0
  let part = 0
  let bytes = 0

  async function keep(): Promise<void> {
    const piece = Buffer.concat(waiting)
    waiting = []
    size = 0
    await addPart(db, keys, { ...place, part }, piece)
    part += 1
  }

  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      waiting.push(chunk)
      size += chunk.length
      if (size < PART_BYTES) return done()
      keep().then(() => done(), done)
    },
    final(done) {
      keep().then(() => done(), done)
    },
  })
  return { out, written: () => ({ bytes, sha256: hash.digest() }) }
}

/** Of a file, those from one part to before another. */
export interface PartRange {
  from: number
  to: number
}

/** The file's bytes, a part at a time: the next is read when the last has left. */
export async function* readParts(
  db: Database | Transaction,
  keys: Keys,
  place: FilePlace,
  { from, to }: PartRange = { from: 0, to: Number.POSITIVE_INFINITY },
): AsyncGenerator<Buffer> {
  const { dossierId, file } = place
  for (let part = from; part < to; part++) {
    const found = await db
      .selectFrom('dossierParts')
      .select('bytes')
      .where('dossierId', '=', dossierId)
      .where('file', '=', file)
      .where('part', '=', part)
      .executeTakeFirst()
    if (!found) return
    yield await unpack(unsealBytes(keys.sealing, placeOf(place, part), found.bytes))
  }
}

export async function countParts(db: Database, { dossierId, file }: FilePlace): Promise<number> {
  const { parts } = await db
    .selectFrom('dossierParts')
    .select(({ fn }) => fn.countAll<number>().as('parts'))
    .where('dossierId', '=', dossierId)
    .where('file', '=', file)
    .executeTakeFirstOrThrow()
  return Number(parts)
}

export async function removeFile(db: Database, { dossierId, file }: FilePlace): Promise<void> {
  await db.deleteFrom('dossierParts').where('dossierId', '=', dossierId).where('file', '=', file).execute()
}

export async function removeParts(db: Database, dossierId: number): Promise<void> {
  await db.deleteFrom('dossierParts').where('dossierId', '=', dossierId).execute()
  await db.deleteFrom('dossierFiles').where('dossierId', '=', dossierId).execute()
}
