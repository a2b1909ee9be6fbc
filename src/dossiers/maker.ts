/**
 * The process that makes dossiers: does what is due, and ends. Started by `maker-process.ts`, with an address of the
 * database in DATABASE_URL.
 *
 * Exits with 1 when the database went away, or for what should not happen: what it did until then is kept.
 */

import { readConfig } from '../config.js'
import { connect, isDatabaseAway, WORK_WITHIN_MS } from '../database/connect.js'
import { tellTimeIn } from '../i18n/translate.js'
import { Keyring } from '../keys/keyring.js'
import { openLog } from '../log.js'
import { makeDueDossiers } from './make.js'

// Whoever started it was killed: another worker goes on.
process.on('disconnect', () => process.exit(1))

const config = readConfig()
tellTimeIn(config.timeZone)
const log = openLog(config.logLevel)
const db = connect(config.databaseUrl!, { answerWithinMs: WORK_WITHIN_MS })
try {
  await makeDueDossiers({
    config,
    db,
    keyring: new Keyring(config.secretKey, config.previousSecretKey),
    clock: { now: () => new Date() },
    log,
  })
  await db.destroy()
  process.exit(0)
} catch (error) {
  const { name, code } = error as Error & { code?: string }
  // Its message may hold what a signer typed.
  if (!isDatabaseAway(error)) log.error({ name, code }, 'dossiers could not be made')
  process.exit(1)
}
