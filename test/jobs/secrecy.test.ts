import pg from 'pg'
import t from 'tap'
import { type Handler, openJobs, QUEUES, type QueueName, startWorkers } from '../../src/jobs/jobs.js'
import { openLog } from '../../src/log.js'
import { startDatabase } from '../support/database.js'

t.test('what failed is told without what its error quotes, in the log and in the queue', async (t) => {
  const { url } = await startDatabase(t)
  const lines: string[] = []
  const log = openLog('info', { write: (line) => void lines.push(line) })
  const connection = { redisUrl: undefined, databaseUrl: url, log }
  const jobs = openJobs(connection)
  let failed!: () => void
  const hasFailed = new Promise<void>((resolve) => {
    failed = resolve
  })
  const fails: Handler = async () => {
    setTimeout(failed, 500)
    throw Object.assign(new Error('invalid input: "Ada Lovelace <ada@example.com>"'), { code: '22P02' })
  }
  const handlers = Object.fromEntries(
    QUEUES.map((name) => [name, name === 'updates' ? fails : async () => {}]),
  )
  const workers = await startWorkers(connection, jobs, handlers as Record<QueueName, Handler>)
  t.teardown(async () => {
    await workers.close()
    await jobs.close()
  })

  await hasFailed

  t.match(lines.join(''), 'a job failed')
  t.match(lines.join(''), '22P02', 'with its code')
  t.notMatch(lines.join(''), /Ada|example\.com/)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  t.teardown(() => client.end())
  const tables = await client.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'bullmq'",
  )
  t.ok(tables.rows.length > 0)
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from bullmq.${name} t`)
    t.notMatch(rows.map(({ row }) => row).join('\n'), /Ada|example\.com/, name)
  }
})
