import { BadSettingError } from '../config.js'
import { type Database, isDatabaseAway } from '../database/connect.js'
import type { Keyring } from './keyring.js'

/**
 * Another key would start well, and then fail on every page that names a person.
 *
 * A rotation wraps petitions anew in the order of their numbers, and the installation's keys last: wherever it was
 * interrupted, the first petition, the last one and the installation show it.
 *
 * @throws BadSettingError when this database, or a part of it, was sealed with another SECRET_KEY.
 */
export async function checkSecretKey(keyring: Keyring, db: Database): Promise<void> {
  // Makes the first one, so that a key that is changed on the first day is noticed too.
  await keyring.getSiteKeys(db, 'accounts').catch((error) => {
    if (error.severity || isDatabaseAway(error)) throw error
  })
  const site = await db.selectFrom('siteKeys').select(['purpose', 'wrapped']).execute()
  const ends = await Promise.all(
    (['asc', 'desc'] as const).map((order) =>
      db
        .selectFrom('petitionKeys')
        .select(['petitionId', 'wrapped'])
        .orderBy('petitionId', order)
        .limit(1)
        .execute(),
    ),
  )
  const opened = [
    ...site.map(({ purpose, wrapped }) => isOpened(keyring, `site ${purpose}`, wrapped)),
    ...ends.flat().map(({ petitionId, wrapped }) => isOpened(keyring, `petition ${petitionId}`, wrapped)),
  ]
  if (opened.every(Boolean)) return
  if (opened.some(Boolean))
    throw new BadSettingError(
      'SECRET_KEY',
      'opens only a part of this database, whose keys are being rotated',
      'set SECRET_KEY_PREVIOUS to the other key, and run npm run keys:rotate to the end',
    )
  throw new BadSettingError(
    'SECRET_KEY',
    'is not the key that this database was sealed with',
    'put the original one back: without it the signatures cannot be read',
  )
}

function isOpened(keyring: Keyring, place: Parameters<Keyring['rewrap']>[0], wrapped: Buffer): boolean {
  try {
    keyring.rewrap(place, wrapped)
    return true
  } catch {
    return false
  }
}
