/**
 * Lets somebody in again who has lost every passkey, when no administrator is left to do it at the desk.
 *
 *   npm run desk:reset-passkeys -- ada@example.org
 *
 * Their passkeys are removed and their sessions ended; they are told by mail, and sign in by a link. Works while the
 * service runs, on its DATABASE_URL or DATA_DIR, and needs its SECRET_KEY to know the address.
 */

import { findAccountByAddress } from '../src/accounts/accounts.js'
import { BadSettingError, type Config, readConfig } from '../src/config.js'
import { connect } from '../src/database/connect.js'
import { startEmbedded } from '../src/database/embedded.js'
import { migrate } from '../src/database/migrate.js'
import { checkVersion, whenDatabaseAnswers } from '../src/database/ready.js'
import { checkSecretKey } from '../src/keys/check-secret-key.js'
import { Keyring } from '../src/keys/keyring.js'
import { openLog } from '../src/log.js'
import { recordAct } from '../src/moderation/record.js'
import { resetPasskeys } from '../src/passkeys/remove.js'

const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  process.exitCode = await run(readConfig(), process.argv.slice(2))
} catch (error) {
  const { message, stack } = error as Error
  process.stderr.write(`${error instanceof BadSettingError ? message : stack}\n`)
  process.exit(1)
}

async function run(config: Config, addresses: string[]): Promise<number> {
  const [address] = addresses
  if (!address || addresses.length > 1) {
    process.stderr.write('Name one address: npm run desk:reset-passkeys -- ada@example.org\n')
    return 1
  }
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataDir)
  const db = connect(config.databaseUrl ?? embedded!.url, { max: 2 })
  try {
    const keyring = new Keyring(config.secretKey, config.previousSecretKey)
    await whenDatabaseAnswers(async () => {
      await checkVersion(db)
      await migrate(db)
      await checkSecretKey(keyring, db)
    }, openLog(config.logLevel))
    const account = await findAccountByAddress({ db, keyring }, address)
    if (!account) {
      process.stderr.write('No account has this address\n')
      return 1
    }
    await db.transaction().execute(async (trx) => {
      await resetPasskeys(trx, account)
      const entry = {
        act: 'passkeys-reset',
        moderator: undefined,
        subjectId: account.id,
        at: new Date(),
      } as const
      await recordAct(trx, entry)
    })
    say('The passkeys are removed and the sessions ended; a mail tells it')
    say(`Sign in at ${config.publicUrl}/account/sign-in`)
    return 0
  } finally {
    await db.destroy()
    await embedded?.stop()
  }
}
