/** Pictures of signed sheets: drawn anew from what was sent, sealed in pieces with the petition's key. */

import sharp from 'sharp'
import type { Database } from '../database/connect.js'
import type { PaperSheet } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { seal, unsealBytes } from '../keys/sealing.js'
import { MOST_PIXELS } from '../petitions/pictures.js'

/** What an office scanner or a phone makes of one page. */
export const SCAN_LIMIT = 8 * 1024 * 1024
/** Handwriting on A4 is read well at 200 dots an inch. */
const WIDEST = 1_700
const HIGHEST = 2_400
const PART_BYTES = 256 * 1024
const MOST_SECONDS = 20

/**
 * A page as JPEG, upright, in greys, without what the camera wrote about itself.
 *
 * PDFs are refused: they run code in the readers of whoever opens them, and nothing here draws them anew.
 *
 * @returns 'unreadable' for all but JPEG and PNG pictures, told by their first bytes.
 */
export async function prepareScan(bytes: Buffer): Promise<Buffer | 'unreadable' | 'too-many-pixels'> {
  const isJpeg = bytes.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff))
  const isPng = bytes.subarray(0, 8).equals(Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
  if (!isJpeg && !isPng) return 'unreadable'
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > MOST_PIXELS) return 'too-many-pixels'
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .timeout({ seconds: MOST_SECONDS })
      .rotate()
      .flatten({ background: '#fff' })
      .greyscale()
      .resize({ width: WIDEST, height: HIGHEST, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 75 })
      .toBuffer()
  } catch {
    return 'unreadable'
  }
}

function placeOf(sheetId: number, part: number): string {
  return `paper_scan_parts.bytes ${sheetId} ${part}`
}

/**
 * Keeps a sheet's picture; a better one may replace it until somebody has read the sheet.
 *
 * @returns 'late' after that: what was read must stay what is seen.
 */
export async function keepScan(
  { db, clock }: Deps,
  keys: Keys,
  { id: sheetId }: Pick<PaperSheet, 'id'>,
  picture: Buffer,
): Promise<'kept' | 'late'> {
  return db.transaction().execute(async (trx) => {
    await trx.selectFrom('paperSheets').select('id').where('id', '=', sheetId).forUpdate().execute()
    const read = await trx
      .selectFrom('paperKeyings')
      .select('keyerId')
      .where('sheetId', '=', sheetId)
      .executeTakeFirst()
    if (read) return 'late'
    await trx.deleteFrom('paperScans').where('sheetId', '=', sheetId).execute()
    const parts = Math.ceil(picture.length / PART_BYTES)
    await trx.insertInto('paperScans').values({ sheetId, parts, addedAt: clock.now() }).execute()
    for (let part = 0; part < parts; part++) {
      const piece = picture.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)
      const bytes = seal(keys.sealing, placeOf(sheetId, part), piece)
      await trx.insertInto('paperScanParts').values({ sheetId, part, bytes }).execute()
    }
    return 'kept'
  })
}

export async function hasScan(db: Database, sheetId: number): Promise<boolean> {
  const scan = await db
    .selectFrom('paperScans')
    .select('sheetId')
    .where('sheetId', '=', sheetId)
    .executeTakeFirst()
  return scan !== undefined
}

/** @returns undefined when the sheet has none. */
export async function readScan(db: Database, keys: Keys, sheetId: number): Promise<Buffer | undefined> {
  const parts = await db
    .selectFrom('paperScanParts')
    .select(['part', 'bytes'])
    .where('sheetId', '=', sheetId)
    .orderBy('part')
    .execute()
  if (parts.length === 0) return undefined
  return Buffer.concat(
    parts.map(({ part, bytes }) => unsealBytes(keys.sealing, placeOf(sheetId, part), bytes)),
  )
}
