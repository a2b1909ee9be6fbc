import {
  CamelCasePlugin,
  Kysely,
  type Transaction as KyselyTransaction,
  PostgresDialect,
  type PostgresPoolClient,
} from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.js'

export type Database = Kysely<Tables>
export type Transaction = KyselyTransaction<Tables>

// Identifiers and counts stay far below 2^53, so numbers are safe and nicer than strings.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// A calendar date has no time zone: as a Date it would move by a day west of Greenwich.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** Of long work nobody waits for: but on a line that is dead a worker would stand still until it is restarted. */
export const WORK_WITHIN_MS = 15 * 60_000

export interface ConnectOptions {
  max?: number
  /**
   * How long a statement may take, for pages that somebody waits for. Absent: as long as it needs, for changes of the
   * schema and for scripts.
   */
  answerWithinMs?: number
  /** Called for a connection that broke while idle; without a listener that would end the process. */
  onError?: (error: Error) => void
}

/**
 * Opens a pool. Nothing connects until the first query, and a lost server is found again by the next one.
 *
 * Waiting for a connection ends after five seconds, so that a page answers 503 instead of hanging.
 */
export function connect(
  url: string,
  { max = 10, answerWithinMs, onError = () => {} }: ConnectOptions = {},
): Database {
  const pool = openPool({ connectionString: url, max, ...limitsOf(answerWithinMs) }, onError)
  const prepared = openPool({ connectionString: url, max: 4, options: LASTING_PLANS }, onError)
  const both = {
    connect: async () => leaveWhenSilent(await pool.connect()),
    end: async () => void (await Promise.all([pool.end(), prepared.end()])),
  }
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: both }),
    plugins: [new CamelCasePlugin()],
  })
  preparedPools.set(db, prepared)
  return db
}

function openPool(config: pg.PoolConfig, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    ...config,
  })
  pool.on('error', onError)
  surviveLostConnections(pool)
  return pool
}

/**
 * A pool listens to the connections that nobody uses. One that is lost inside a transaction, between two statements,
 * says so to nobody, and that would end the process; the next statement on it fails anyway.
 */
export function surviveLostConnections(pool: pg.Pool): void {
  pool.on('connect', (client) => client.on('error', () => {}))
}

/** The server gives up first, and its connection stays good; it is left alone only when it does not even do that. */
const SILENT_AFTER_MS = 1_000

function limitsOf(answerWithinMs: number | undefined): pg.PoolConfig {
  return answerWithinMs === undefined
    ? {}
    : { statement_timeout: answerWithinMs, query_timeout: answerWithinMs + SILENT_AFTER_MS }
}

/**
 * A connection that kept silent for too long is closed at once: what a transaction still wants to say on it would wait
 * as long again, and whoever is given it next would too.
 */
function leaveWhenSilent(client: pg.PoolClient): PostgresPoolClient {
  return {
    async query(...statement: unknown[]) {
      try {
        return await (client.query as (...given: unknown[]) => Promise<unknown>)(...statement)
      } catch (error) {
        if ((error as Error).message === 'Query read timeout') void client.end().catch(() => {})
        throw error
      }
    },
    release: () => client.release(),
  } as PostgresPoolClient
}

/** Of each database, the connections that keep prepared statements. */
const preparedPools = new WeakMap<Database, pg.Pool>()

/**
 * A kept plan is made when a connection first meets a statement, perhaps on the first day, when every table fits on
 * a page and reading all of it is cheapest. Kept while the table grew to 100,000 rows, such a plan took 12 ms a row
 * (measured) until the next `analyze`. Without the ways that read whole tables, the plan is the one that stays right.
 */
const LASTING_PLANS =
  '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c plan_cache_mode=force_generic_plan'

/** A statement that each connection parses and plans once. Its text never changes; columns come back as SQL names them. */
export interface Statement {
  readonly name: string
  readonly text: string
}

/**
 * A hot statement takes milliseconds. A server that neither answers nor hangs up (a frozen machine, a cut line) would
 * otherwise hold everybody who waits for the statement before theirs.
 */
const ANSWER_WITHIN_MS = 10_000

/** SQLSTATE `deadlock_detected`. */
const DEADLOCK = '40P01'
const MOST_ATTEMPTS = 5

/**
 * Runs one of the few hot statements, which find all their rows by index; never inside a transaction. Planning them
 * anew took as long as running them. Everything else reads better through Kysely.
 */
export async function runPrepared<Row extends object>(
  db: Database,
  { name, text }: Statement,
  values: unknown[],
): Promise<Row[]> {
  const statement = { name, text, values, query_timeout: ANSWER_WITHIN_MS } as pg.QueryConfig
  for (let attempt = 1; ; attempt++) {
    try {
      return (await preparedPools.get(db)!.query<Row>(statement)).rows
    } catch (error) {
      // Of statements that wait for each other in a circle PostgreSQL ends one, which leaves nothing behind.
      if ((error as { code?: string }).code !== DEADLOCK || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

/**
 * SQLSTATE classes and socket errors that mean "the server is away", or so busy that it ended the statement, and not "the
 * statement is wrong".
 */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  return (
    /^(08|57P0|57014|53300)/.test(code ?? '') ||
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|ENOTFOUND|EAI_AGAIN)$/.test(code ?? '') ||
    /Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client was closed|Client has encountered a connection error/.test(
      message ?? '',
    )
  )
}
