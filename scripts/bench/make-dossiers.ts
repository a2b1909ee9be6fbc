/** Makes the dossiers that are due, as a worker does, and nothing else: a process to measure, and one to kill. */

import { readConfig } from '../../src/config.js'
import { connect } from '../../src/database/connect.js'
import type { Deps } from '../../src/deps.js'
import { makeDueDossiers } from '../../src/dossiers/make.js'
import { Keyring } from '../../src/keys/keyring.js'
import { openLog } from '../../src/log.js'

const config = readConfig()
const db = connect(config.databaseUrl!)
await makeDueDossiers({
  config,
  db,
  keyring: new Keyring(config.secretKey, config.previousSecretKey),
  clock: { now: () => new Date() },
  log: openLog(config.logLevel),
} as Deps)
await db.destroy()
