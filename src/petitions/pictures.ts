/** Pictures of petitions: drawn anew from what was sent, so that nothing of the sent file but its look is kept. */

import sharp from 'sharp'
import type { Database, Transaction } from '../database/connect.js'

/** What phones of today send, and what is still read over a slow line. */
export const PICTURE_LIMIT = 8 * 1024 * 1024

const WIDEST = 1_600
const HIGHEST = 2_400
/** Above every phone's camera in its usual setting; a decoded picture of that size takes 256 MB at the very most. */
export const MOST_PIXELS = 64_000_000
const MOST_SECONDS = 20

export interface Picture {
  id: number
  width: number
  height: number
  alt: string
}

export interface PreparedPicture {
  webp: Buffer
  width: number
  height: number
}

/** How the files begin that we read. What a sender calls a file proves nothing. */
const BEGINNINGS: readonly ((bytes: Buffer) => boolean)[] = [
  (bytes) => bytes.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff)),
  (bytes) => bytes.subarray(0, 8).equals(Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)),
  (bytes) => /^GIF8[79]a/.test(bytes.toString('latin1', 0, 6)),
  (bytes) => /^RIFF.{4}WEBP/s.test(bytes.toString('latin1', 0, 12)),
  (bytes) => /^.{4}ftyp(avif|avis|mif1)/s.test(bytes.toString('latin1', 0, 12)),
]

/**
 * Draws a sent picture anew as WebP: turned upright, at most 1,600 pixels wide, without the place, the time and the
 * camera that phones write into their files.
 *
 * @returns 'unreadable' for what is no JPEG, PNG, WebP, AVIF or GIF picture, or a broken one; 'too-many-pixels' for
 * one that would unfold to more than memory allows.
 */
export async function preparePicture(
  bytes: Buffer,
): Promise<PreparedPicture | 'unreadable' | 'too-many-pixels'> {
  if (!BEGINNINGS.some((isOne) => isOne(bytes))) return 'unreadable'
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > MOST_PIXELS) return 'too-many-pixels'
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .timeout({ seconds: MOST_SECONDS })
      .rotate()
      .resize({ width: WIDEST, height: HIGHEST, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true })
    return { webp: data, width: info.width, height: info.height }
  } catch {
    return 'unreadable'
  }
}

export async function findPicture(db: Database | Transaction, id: number): Promise<Picture | undefined> {
  return db
    .selectFrom('pictures')
    .select(['id', 'width', 'height', 'alt'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function readPicture(db: Database, id: number): Promise<Buffer | undefined> {
  const row = await db.selectFrom('pictures').select('webp').where('id', '=', id).executeTakeFirst()
  return row?.webp
}

/** Gives a petition its picture in place of the one it had. */
export async function replacePicture(
  trx: Transaction,
  petitionId: number,
  picture: PreparedPicture & { alt: string },
): Promise<void> {
  const { id } = await trx
    .insertInto('pictures')
    .values({ petitionId, ...picture })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx.updateTable('petitions').set({ pictureId: id }).where('id', '=', petitionId).execute()
  await trx.deleteFrom('pictures').where('petitionId', '=', petitionId).where('id', '!=', id).execute()
}

export async function describePicture(trx: Transaction, id: number, alt: string): Promise<void> {
  await trx.updateTable('pictures').set({ alt }).where('id', '=', id).execute()
}

/** The poster takes its place again. */
export async function removePicture(trx: Transaction, petitionId: number): Promise<void> {
  await trx.deleteFrom('pictures').where('petitionId', '=', petitionId).execute()
}

/**
 * Takes a public petition's picture off its pages; the file is kept, for who contests.
 *
 * @returns false when it is not the petition's picture any more.
 */
export async function hidePictureOf(
  trx: Transaction,
  petitionId: number,
  pictureId: number,
  at: Date,
): Promise<boolean> {
  const bare = await trx
    .updateTable('petitions')
    .set({ pictureId: null })
    .where('id', '=', petitionId)
    .where('pictureId', '=', pictureId)
    .returning('id')
    .executeTakeFirst()
  if (!bare) return false
  await trx.updateTable('pictures').set({ removedAt: at }).where('id', '=', pictureId).execute()
  return true
}

/** @returns false when the petition has another picture by now, or the file is gone. */
export async function showPictureOf(
  trx: Transaction,
  petitionId: number,
  pictureId: number,
): Promise<boolean> {
  const kept = await trx
    .updateTable('pictures')
    .set({ removedAt: null })
    .where('id', '=', pictureId)
    .where('petitionId', '=', petitionId)
    .returning('id')
    .executeTakeFirst()
  if (!kept) return false
  const shown = await trx
    .updateTable('petitions')
    .set({ pictureId })
    .where('id', '=', petitionId)
    .where('pictureId', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return shown !== undefined
}
