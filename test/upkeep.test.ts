import { sql } from 'kysely'
import t from 'tap'
import { keepUp } from '../src/upkeep.js'
import { addPetition, signInAs } from './support/factories.js'
import { startSite } from './support/site.js'

t.test('a petition that cannot be closed keeps nothing else from being done', async (t) => {
  const site = await startSite(t)
  const { accountId } = await addPetition(site, { closesOn: '2020-01-01' })
  await signInAs(site, { id: accountId! })
  await sql`create function refuse() returns trigger language plpgsql as
    'begin raise exception ''no''; end'`.execute(site.db)
  await sql`create trigger refuse before insert on updates for each row execute function refuse()`.execute(
    site.db,
  )
  site.wait(40 * 86_400_000)

  await t.rejects(keepUp(site.deps), 'the queue hears of it')

  t.strictSame(await site.db.selectFrom('sessions').selectAll().execute(), [], 'old sessions are gone')
})
