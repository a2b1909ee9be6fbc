import type { Logger } from 'pino'
import type { Config } from './config.js'
import type { Database } from './database/connect.js'
import type { Jobs } from './jobs/jobs.js'
import type { Keyring } from './keys/keyring.js'
import type { Mailer } from './mail/mailer.js'

/** Tells the time; tests hand in one that they can move. */
export interface Clock {
  now(): Date
}

/** What the outside hands in to every feature. */
export interface Deps {
  readonly config: Config
  readonly db: Database
  /** For reads that may be a moment old; the same as `db` where no replica is set. */
  readonly replica: Database
  readonly keyring: Keyring
  readonly jobs: Jobs
  readonly mailer: Mailer
  readonly clock: Clock
  readonly log: Logger
}

/** Enough for work that wakes nobody and sends nothing, so that a process of its own can do it. */
export type QuietDeps = Pick<Deps, 'config' | 'db' | 'keyring' | 'clock' | 'log'>
