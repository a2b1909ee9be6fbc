import { BadSettingError } from '../config.js'
import { type Database, isDatabaseAway } from '../database/connect.js'
import type { Keyring } from './keyring.js'

/**
 * Another key would start well, and then fail on every page that names a person.
 *
 * @throws BadSettingError when this database was sealed with another SECRET_KEY.
 */
export async function checkSecretKey(keyring: Keyring, db: Database): Promise<void> {
  try {
    await keyring.getSiteKeys(db, 'accounts')
  } catch (error) {
    if ((error as { severity?: string }).severity || isDatabaseAway(error)) throw error
    throw new BadSettingError(
      'SECRET_KEY',
      'is not the key that this database was sealed with',
      'put the original one back: without it the signatures cannot be read',
    )
  }
}
