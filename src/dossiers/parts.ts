/**
 * A dossier's files in the database, in pieces: neither who writes nor who reads ever holds a whole one.
 *
 * Each piece is sealed with the petition's key: the list names everyone who signed, also those who show their name to
 * nobody but its reader, and the brief holds the link to their private page.
 */

import { Writable } from 'node:stream'
import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { Keys } from '../keys/keyring.js'
import { SEAL_BYTES, seal, unsealBytes } from '../keys/sealing.js'

/** Few enough statements, little enough memory. */
const PART_BYTES = 256 * 1024

interface File {
  dossierId: number
  file: string
}

function placeOf({ dossierId, file }: File, part: number): string {
  return `dossier_parts.bytes ${dossierId} ${file} ${part}`
}

/** A stream that keeps what is written to it as the parts of a file; slow statements slow the writer down. */
export function writeParts(db: Database, keys: Keys, { dossierId, file }: File): Writable {
  let waiting: Buffer[] = []
  let size = 0
  let part = 0

  async function keep(): Promise<void> {
    const bytes = seal(keys.sealing, placeOf({ dossierId, file }, part), Buffer.concat(waiting))
    waiting = []
    size = 0
    await db.insertInto('dossierParts').values({ dossierId, file, part, bytes }).execute()
    part += 1
  }

  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      waiting.push(chunk)
      size += chunk.length
      if (size < PART_BYTES) return done()
      keep().then(() => done(), done)
    },
    final(done) {
      keep().then(() => done(), done)
    },
  })
}

/** The file's bytes, a part at a time: the next is read when the last has left. */
export async function* readParts(
  db: Database,
  keys: Keys,
  { dossierId, file }: File,
): AsyncGenerator<Buffer> {
  for (let part = 0; ; part++) {
    const found = await db
      .selectFrom('dossierParts')
      .select('bytes')
      .where('dossierId', '=', dossierId)
      .where('file', '=', file)
      .where('part', '=', part)
      .executeTakeFirst()
    if (!found) return
    yield unsealBytes(keys.sealing, placeOf({ dossierId, file }, part), found.bytes)
  }
}

/** @returns undefined unless the dossier is this decision-maker's, is ready, and has such a file. */
export async function findFile(
  db: Database,
  { dossierId, decisionMakerId, file }: { dossierId: number; decisionMakerId: number; file: string },
): Promise<{ bytes: number; readyAt: Date } | undefined> {
  return db
    .selectFrom('dossiers')
    .innerJoin('dossierParts', 'dossierParts.dossierId', 'dossiers.id')
    .select([
      sql<number>`sum(length(bytes) - ${SEAL_BYTES}::int)`.as('bytes'),
      sql<Date>`max(ready_at)`.as('readyAt'),
    ])
    .where('dossiers.id', '=', dossierId)
    .where('dossiers.decisionMakerId', '=', decisionMakerId)
    .where('dossiers.state', '=', 'ready')
    .where('dossierParts.file', '=', file)
    .groupBy('dossiers.id')
    .executeTakeFirst()
}

export async function removeParts(db: Database, dossierId: number): Promise<void> {
  await db.deleteFrom('dossierParts').where('dossierId', '=', dossierId).execute()
}
