/** Whether the database that was named can be used, before anything relies on it. */

import { sql } from 'kysely'
import type { Logger } from 'pino'
import { BadSettingError } from '../config.js'
import { type Database, isDatabaseAway } from './connect.js'

/** What the tables and the queue need: `nulls not distinct`, and years of security updates ahead. */
const OLDEST_VERSION = 15

/**
 * A database that starts at the same time (compose, a reboot) is waited for, up to a minute.
 *
 * @throws BadSettingError when it does not answer by then, or does not let this user in.
 */
export async function whenDatabaseAnswers(act: () => Promise<void>, log: Logger): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      const { code } = error as { code?: string }
      if (['28P01', '28000', '3D000'].includes(code ?? ''))
        throw new BadSettingError(
          'DATABASE_URL',
          `is refused (${code})`,
          'check its user, password and database',
        )
      if (!isDatabaseAway(error)) throw error
      if (attempt === 30)
        throw new BadSettingError(
          'DATABASE_URL',
          'does not answer',
          'start that PostgreSQL, or mend the address',
        )
      if (attempt === 1) log.warn('the database does not answer yet; waiting')
      await new Promise((resolve) => setTimeout(resolve, 2_000))
    }
  }
}

/** @throws BadSettingError for a server that is too old. */
export async function checkVersion(db: Database): Promise<void> {
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::int as version`.execute(db)
  const version = Math.floor(rows[0]!.version / 10_000)
  if (version < OLDEST_VERSION)
    throw new BadSettingError(
      'DATABASE_URL',
      `is PostgreSQL ${version}`,
      `use version ${OLDEST_VERSION} or newer`,
    )
}
