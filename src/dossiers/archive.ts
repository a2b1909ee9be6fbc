/** A dossier as one ZIP, put together while it is downloaded: no process holds it, and no disk keeps it in clear. */

import { Readable } from 'node:stream'
import yazl from 'yazl'
import type { Database } from '../database/connect.js'
import type { Keys } from '../keys/keyring.js'
import { readParts } from './parts.js'
import type { FinishedFile } from './queries.js'

/** What is packed by its own format already, or is as random as a hash. */
const DENSE = /\.(pdf|bin|sig|tsr)$/

/**
 * The same bytes each time: the order is that of the files, and every date the dossier's.
 *
 * A reader who goes away ends the reading of parts with the stream.
 */
export function packArchive(
  db: Database,
  keys: Keys,
  { id, readyAt, files }: { id: number; readyAt: Date; files: FinishedFile[] },
): Readable {
  const zip = new yazl.ZipFile()
  for (const { file, bytes } of files)
    zip.addReadStreamLazy(file, { mtime: readyAt, compress: !DENSE.test(file), size: bytes }, (give) =>
      give(null, Readable.from(readParts(db, keys, { dossierId: id, file }), { objectMode: false })),
    )
  zip.end()
  const out = zip.outputStream as Readable
  zip.on('error', (error) => out.destroy(error))
  return out
}
