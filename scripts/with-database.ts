/** For scripts that do one thing with the rows of a service: its database, keys and clock, and nothing else of it. */

import { BadSettingError, type Config, readConfig } from '../src/config.js'
import { connect } from '../src/database/connect.js'
import { startEmbedded } from '../src/database/embedded.js'
import type { Deps } from '../src/deps.js'
import { checkSecretKey } from '../src/keys/check-secret-key.js'
import { Keyring } from '../src/keys/keyring.js'

export type Few = Pick<Deps, 'config' | 'db' | 'keyring' | 'clock'>

/** Talks to DATABASE_URL, or to the embedded server of DATA_DIR, which it starts when no service runs there. */
export async function withDatabase<T>(act: (few: Few) => Promise<T>): Promise<T> {
  const config: Config = readConfig()
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataDir)
  const db = connect(config.databaseUrl ?? embedded!.url, { max: 2 })
  const keyring = new Keyring(config.secretKey, config.previousSecretKey)
  try {
    await checkSecretKey(keyring, db)
    return await act({ config, db, keyring, clock: { now: () => new Date() } })
  } finally {
    await db.destroy()
    await embedded?.stop()
  }
}

/** One line for a bad setting; everything for what should not happen. */
export function tellFailure(error: unknown): void {
  const { message, stack } = error as Error
  process.stderr.write(`${error instanceof BadSettingError ? message : stack}\n`)
}

export async function readInput(most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    size += (chunk as Buffer).length
    if (size <= most) chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
