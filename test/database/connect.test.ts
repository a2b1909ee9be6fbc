import { sql } from 'kysely'
import pg from 'pg'
import t from 'tap'
import { startDatabase } from '../support/database.js'

t.test(
  'a server that ends a connection between two statements ends a transaction, not the process',
  async (t) => {
    const { db, url } = await startDatabase(t)
    const other = new pg.Client({ connectionString: url })
    await other.connect()
    t.teardown(() => other.end())

    const act = db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      // As while mails are sent: the transaction is open, and no statement is under way.
      await other.query('select pg_terminate_backend($1)', [rows[0]!.pid])
      await new Promise((resolve) => setTimeout(resolve, 200))
      await sql`select 1`.execute(trx)
    })

    await t.rejects(act)
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db)
    t.equal(rows[0]?.one, 1, 'the next statement finds the server again')
  },
)
