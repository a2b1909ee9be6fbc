/** A dossier's files in the database, in pieces: neither who writes nor who reads ever holds a whole one. */

import { Writable } from 'node:stream'
import { sql } from 'kysely'
import type { Database } from '../database/connect.js'

/** Few enough statements, little enough memory. */
const PART_BYTES = 256 * 1024

/** A stream that keeps what is written to it as the parts of a file; slow statements slow the writer down. */
export function writeParts(db: Database, dossierId: number, file: string): Writable {
  let waiting: Buffer[] = []
  let size = 0
  let part = 0

  async function keep(): Promise<void> {
    const bytes = Buffer.concat(waiting)
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
export async function* readParts(db: Database, dossierId: number, file: string): AsyncGenerator<Buffer> {
  for (let part = 0; ; part++) {
    const found = await db
      .selectFrom('dossierParts')
      .select('bytes')
      .where('dossierId', '=', dossierId)
      .where('file', '=', file)
      .where('part', '=', part)
      .executeTakeFirst()
    if (!found) return
    yield found.bytes
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
    .select([sql<number>`sum(length(bytes))`.as('bytes'), sql<Date>`max(ready_at)`.as('readyAt')])
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
