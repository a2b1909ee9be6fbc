/** A migrated database of its own for each test, cloned from a template that is made once a run. */

import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Test } from 'tap'
import { connect, type Database } from '../../src/database/connect.js'
import { migrate } from '../../src/database/migrate.js'
import { prepareQueues } from '../../src/jobs/jobs.js'
import { openLog } from '../../src/log.js'

/** `npm test` starts a server and names it here. */
const serverUrl = process.env.TEST_DATABASE_URL
const TEMPLATE = 'clameur_template'

/** Any number will do, as long as it is the same in every test process. */
const TEMPLATE_LOCK = 4_211

export interface TestDatabase {
  url: string
  db: Database
}

/** @param from what `keepAsTemplate` has kept; an empty database otherwise. */
export async function startDatabase(t: Test, from: string = TEMPLATE): Promise<TestDatabase> {
  if (!serverUrl) throw new Error('Run the tests with: npm test, or npm test -- test/<path of one file>')
  const name = `test_${randomUUID().replaceAll('-', '').slice(0, 20)}`
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    await makeTemplate(client)
    await client.query(`create database ${name} template ${from} strategy file_copy`)
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  })
  const url = urlOf(name)
  const db = connect(url, { max: 8 })
  t.teardown(async () => {
    await db.destroy()
    await onServer((client) => client.query(`drop database if exists ${name} with (force)`))
  })
  return { url, db }
}

/**
 * Keeps a database as it is now, for others to begin with, until the end of the test.
 *
 * Nobody may be connected to it any more.
 */
export async function keepAsTemplate(t: Test, url: string): Promise<string> {
  const kept = `kept_${randomUUID().replaceAll('-', '').slice(0, 20)}`
  const name = new URL(url).pathname.slice(1)
  await onServer((client) => client.query(`create database ${kept} template ${name} strategy file_copy`))
  t.teardown(() => onServer((client) => client.query(`drop database if exists ${kept} with (force)`)))
  return kept
}

async function makeTemplate(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE])
  if (rowCount) return
  // Made under another name and renamed: a run that was killed half-way leaves no half template.
  await client.query(`drop database if exists ${TEMPLATE}_new with (force)`)
  await client.query(`create database ${TEMPLATE}_new`)
  const db = connect(urlOf(`${TEMPLATE}_new`), { max: 1 })
  await migrate(db)
  await db.destroy()
  await prepareQueues({ redisUrl: undefined, databaseUrl: urlOf(`${TEMPLATE}_new`), log: openLog('silent') })
  await client.query(`alter database ${TEMPLATE}_new rename to ${TEMPLATE}`)
}

function urlOf(name: string): string {
  const url = new URL(serverUrl!)
  url.pathname = `/${name}`
  return url.href
}

async function onServer<T>(act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}
