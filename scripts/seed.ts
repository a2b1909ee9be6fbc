/**
 * Fills the service with a demonstration in French and English: petitions in every state, thousands of signatures
 * over weeks, news, answers and decisions. A second run adds what is missing and doubles nothing.
 *
 *   npm run seed              refuses where NODE_ENV is production
 *   npm run seed -- --force   seeds there too
 *
 * Talks to DATABASE_URL, or to the embedded server of DATA_DIR, which it starts when no service runs there.
 */

import { BadSettingError, readConfig } from '../src/config.js'
import { connect } from '../src/database/connect.js'
import { startEmbedded } from '../src/database/embedded.js'
import { migrate } from '../src/database/migrate.js'
import { checkVersion, whenDatabaseAnswers } from '../src/database/ready.js'
import { tellTimeIn } from '../src/i18n/translate.js'
import { prepareQueues } from '../src/jobs/jobs.js'
import { checkSecretKey } from '../src/keys/check-secret-key.js'
import { Keyring } from '../src/keys/keyring.js'
import { openLog } from '../src/log.js'
import { DEMO_PETITIONS } from './seed/demo.js'
import { DEMO_MODERATOR, sowPetition } from './seed/sow.js'

const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  await seed()
} catch (error) {
  const { message, stack } = error as Error
  process.stderr.write(`${error instanceof BadSettingError ? message : stack}\n`)
  process.exit(1)
}

async function seed(): Promise<void> {
  const config = readConfig()
  if (config.production && !process.argv.includes('--force'))
    throw new BadSettingError(
      'NODE_ENV',
      'is production',
      'a demonstration does not belong beside real petitions; if this is a trial, use npm run seed -- --force',
    )
  tellTimeIn(config.timeZone)
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataDir)
  const databaseUrl = config.databaseUrl ?? embedded!.url
  const db = connect(databaseUrl, { max: 2 })
  const log = openLog(config.logLevel)
  const keyring = new Keyring(config.secretKey, config.previousSecretKey)
  try {
    await whenDatabaseAnswers(async () => {
      await checkVersion(db)
      await migrate(db)
      await checkSecretKey(keyring, db)
      await prepareQueues({ redisUrl: config.redisUrl, databaseUrl, log })
    }, log)
    const deps = { db, keyring, config, clock: { now: () => new Date() } }
    for (const [index, demo] of DEMO_PETITIONS.entries()) {
      const isNew = await sowPetition(deps, demo)
      const done = isNew ? `${demo.signatures?.confirmed ?? 0} signatures` : 'was there already'
      say(`${index + 1}/${DEMO_PETITIONS.length} ${demo.slug} (${demo.state}): ${done}`)
    }
  } finally {
    await db.destroy()
    await embedded?.stop()
  }
  say(`Sign in at ${config.publicUrl}/account/sign-in as ${DEMO_PETITIONS[0]!.campaigner.email} (campaigner)`)
  say(`or as ${DEMO_MODERATOR} (moderator); the links arrive in the development mailbox`)
}
