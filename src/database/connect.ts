import { CamelCasePlugin, Kysely, type Transaction as KyselyTransaction, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.js'

export type Database = Kysely<Tables>
export type Transaction = KyselyTransaction<Tables>

// Identifiers and counts stay far below 2^53, so numbers are safe and nicer than strings.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// A calendar date has no time zone: as a Date it would move by a day west of Greenwich.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export interface ConnectOptions {
  max?: number
  /** Called for a connection that broke while idle; without a listener that would end the process. */
  onError?: (error: Error) => void
}

/**
 * Opens a pool. Nothing connects until the first query, and a lost server is found again by the next one.
 *
 * Waiting for a connection ends after five seconds, so that a page answers 503 instead of hanging.
 */
export function connect(url: string, { max = 10, onError = () => {} }: ConnectOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  })
  pool.on('error', onError)
  surviveLostConnections(pool)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] })
  pools.set(db, pool)
  return db
}

/**
 * A pool listens to the connections that nobody uses. One that is lost inside a transaction, between two statements,
 * says so to nobody, and that would end the process; the next statement on it fails anyway.
 */
export function surviveLostConnections(pool: pg.Pool): void {
  pool.on('connect', (client) => client.on('error', () => {}))
}

const pools = new WeakMap<Database, pg.Pool>()

/** A statement that each connection parses and plans once. Its text never changes; columns come back as SQL names them. */
export interface Statement {
  readonly name: string
  readonly text: string
}

/** Runs one of the few hot statements; everything else reads better through Kysely. */
export async function runPrepared<Row extends object>(
  db: Database,
  { name, text }: Statement,
  values: unknown[],
): Promise<Row[]> {
  const { rows } = await pools.get(db)!.query<Row>({ name, text, values })
  return rows
}

/** SQLSTATE classes and socket errors that mean "the server is away", not "the statement is wrong". */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  return (
    /^(08|57P0|53300)/.test(code ?? '') ||
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|ENOTFOUND|EAI_AGAIN)$/.test(code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      message ?? '',
    )
  )
}
