/**
 * Replaces the key with which the installation signs files, on the database of the running service or, where none
 * runs, of DATA_DIR. What the old one signed can still be checked: it stays at /.well-known/clameur-keys.json.
 */

import { BadSettingError, readConfig } from '../src/config.js'
import { connect } from '../src/database/connect.js'
import { startEmbedded } from '../src/database/embedded.js'
import { migrate } from '../src/database/migrate.js'
import { checkSecretKey } from '../src/keys/check-secret-key.js'
import { Keyring } from '../src/keys/keyring.js'
import { replaceSigningKey } from '../src/keys/signing.js'

try {
  const { databaseUrl, dataDir, secretKey, previousSecretKey } = readConfig()
  const embedded = databaseUrl ? undefined : await startEmbedded(dataDir)
  const db = connect(databaseUrl ?? embedded!.url, { max: 2 })
  try {
    await migrate(db)
    const keyring = new Keyring(secretKey, previousSecretKey)
    await checkSecretKey(keyring, db)
    const id = await replaceSigningKey({ db, keyring, clock: { now: () => new Date() } })
    process.stdout.write(`Files are signed with the key ${id} from now on\n`)
  } finally {
    await db.destroy()
    await embedded?.stop()
  }
} catch (error) {
  const { message, stack } = error as Error
  process.stderr.write(`${error instanceof BadSettingError ? message : stack}\n`)
  process.exit(1)
}
