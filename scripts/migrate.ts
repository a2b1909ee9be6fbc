/**
 * Brings the database of this service to the newest schema, and the queue's own tables with it.
 *
 *   npm run migrate
 *
 * Talks to DATABASE_URL, or to the embedded server of DATA_DIR, which it starts when no service runs there.
 */

import { BadSettingError, readConfig } from '../src/config.js'
import { connect } from '../src/database/connect.js'
import { startEmbedded } from '../src/database/embedded.js'
import { migrate } from '../src/database/migrate.js'
import { checkVersion, whenDatabaseAnswers } from '../src/database/ready.js'
import { prepareQueues } from '../src/jobs/jobs.js'
import { openLog } from '../src/log.js'

try {
  const { databaseUrl: named, dataDir, redisUrl, logLevel } = readConfig()
  const embedded = named ? undefined : await startEmbedded(dataDir)
  const databaseUrl = named ?? embedded!.url
  const db = connect(databaseUrl, { max: 2 })
  const log = openLog(logLevel)
  try {
    await whenDatabaseAnswers(async () => {
      await checkVersion(db)
      const done = await migrate(db)
      for (const name of done) process.stdout.write(`${name}: done\n`)
      if (done.length === 0) process.stdout.write('The database has the newest schema already\n')
      await prepareQueues({ redisUrl, databaseUrl, log })
    }, log)
  } finally {
    await db.destroy()
    await embedded?.stop()
  }
} catch (error) {
  const { message, stack } = error as Error
  process.stderr.write(`${error instanceof BadSettingError ? message : stack}\n`)
  process.exit(1)
}
