/**
 * Replaces SECRET_KEY: wraps every key of the database by the new one. docs/key-rotation.md tells the whole procedure.
 *
 *   SECRET_KEY=<new> SECRET_KEY_PREVIOUS=<old> npm run keys:rotate    while services that hold both keys run
 *   npm run keys:rotate                                              where DATA_DIR keeps the key, the service stopped
 *
 * Killed at any point it goes on from there when it is run again. Exits non-zero unless the new key opens everything.
 */

import { BadSettingError, type Config, readConfig } from '../src/config.js'
import { connect } from '../src/database/connect.js'
import { startEmbedded } from '../src/database/embedded.js'
import { migrate } from '../src/database/migrate.js'
import { checkVersion, whenDatabaseAnswers } from '../src/database/ready.js'
import { checkSecretKey } from '../src/keys/check-secret-key.js'
import { makeNextKey, takeNextKey } from '../src/keys/key-file.js'
import { Keyring } from '../src/keys/keyring.js'
import { rotateKeys } from '../src/keys/rotate.js'
import { openLog } from '../src/log.js'

const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  process.exitCode = await run(readConfig())
} catch (error) {
  const { message, stack } = error as Error
  process.stderr.write(`${error instanceof BadSettingError ? message : stack}\n`)
  process.exit(1)
}

async function run(config: Config): Promise<number> {
  const { databaseUrl, dataDir, secretKeyFile: file, previousSecretKey } = config
  if (!file && !previousSecretKey)
    throw new BadSettingError(
      'SECRET_KEY_PREVIOUS',
      'is missing',
      'write the key that is to be replaced there, and the new one in SECRET_KEY',
    )
  if (file && databaseUrl)
    throw new BadSettingError(
      'SECRET_KEY',
      `is kept in ${file}, and a service that knows only that key may use DATABASE_URL`,
      'write the key of that file in SECRET_KEY_PREVIOUS and a new one in SECRET_KEY, here and for the service',
    )
  const embedded = databaseUrl ? undefined : await startEmbedded(dataDir)
  try {
    if (file && embedded?.borrowed)
      throw new BadSettingError(
        'DATA_DIR',
        'is in use by a service that knows only the key it started with',
        'stop that service, and run this again',
      )
    return await rotate(config, databaseUrl ?? embedded!.url)
  } finally {
    await embedded?.stop()
  }
}

async function rotate(given: Config, databaseUrl: string): Promise<number> {
  const { secretKeyFile: file, logLevel } = given
  if (file) makeNextKey(file)
  const { secretKey, previousSecretKey } = file ? readConfig() : given
  // In DATA_DIR the next key waits beside the present one; everywhere else the new one is SECRET_KEY.
  const [newKey, oldKey] = file ? [previousSecretKey!, secretKey] : [secretKey, previousSecretKey!]

  const db = connect(databaseUrl, { max: 2 })
  const keyring = new Keyring(newKey, oldKey)
  try {
    await whenDatabaseAnswers(async () => {
      await checkVersion(db)
      await migrate(db)
      await checkSecretKey(keyring, db)
    }, openLog(logLevel))
    const { rewrapped, unopened } = await rotateKeys({ db, keyring, secretKey: newKey }, ({ seen, total }) =>
      say(`${seen} of ${total} petitions' keys are wrapped by the new key`),
    )
    for (const place of unopened.slice(0, 20)) say(`Neither key opens that of ${place}`)
    if (unopened.length > 0) {
      say(`${unopened.length} keys could not be opened and stay as they were: keep both keys`)
      return 1
    }
    // Once more, with nothing but the new key in hand.
    await checkSecretKey(new Keyring(newKey), db)
    if (file) takeNextKey(file)
    say(`${rewrapped} keys were wrapped anew, and the new key opens every one`)
    say(file ? `${file} holds the new key` : 'Restart the services without SECRET_KEY_PREVIOUS')
    return 0
  } finally {
    await db.destroy()
  }
}
