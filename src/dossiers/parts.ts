/**
 * A dossier's files in the database, in pieces: neither who writes nor who reads ever holds a whole one.
 *
 * Each piece is packed, and sealed with the petition's key: the list names everyone who signed, also those who show
 * their name to nobody but its reader, and the brief holds the link to their private page.
 */

import { createHash } from 'node:crypto'
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

/** Keeps what it is given as the parts of a file; whoever waits for `add` never has more than a part in memory. */
export class PartWriter {
  readonly #hash = createHash('sha256')
  #waiting: Buffer[] = []
  #size = 0
  #part = 0
  #bytes = 0

  constructor(
    private readonly db: Database,
    private readonly keys: Keys,
    private readonly place: FilePlace,
    private readonly partBytes = PART_BYTES,
  ) {}

  async add(piece: Buffer | string): Promise<void> {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    this.#hash.update(bytes)
    this.#bytes += bytes.length
    this.#waiting.push(bytes)
    this.#size += bytes.length
    if (this.#size >= this.partBytes) await this.#keep()
  }

  /** An empty file has one part too, which is empty. */
  async end(): Promise<Written> {
    if (this.#size > 0 || this.#part === 0) await this.#keep()
    return { bytes: this.#bytes, sha256: this.#hash.digest() }
  }

  async #keep(): Promise<void> {
    const piece = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#size = 0
    await addPart(this.db, this.keys, { ...this.place, part: this.#part }, piece)
    this.#part += 1
  }
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
