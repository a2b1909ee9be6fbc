/** How the mails fare, for a scrape: asked of the database, since workers answer no scrapes. */

import { sql } from 'kysely'
import { Gauge } from 'prom-client'
import { countSuppressions } from '../bounces/figures.js'
import type { Database } from '../database/connect.js'
import type { Deps } from '../deps.js'
import { registry } from './metrics.js'

const mails = new Gauge({
  name: 'clameur_mails',
  help: 'Mails settled in the last 24 hours, by what became of them',
  labelNames: ['state'],
  registers: [registry],
})
const events = new Gauge({
  name: 'clameur_mail_events',
  help: 'What mail servers and providers told in the last 24 hours',
  labelNames: ['kind', 'source'],
  registers: [registry],
})
const suppressed = new Gauge({
  name: 'clameur_suppressed_addresses',
  help: 'Addresses that are marked now',
  labelNames: ['kind'],
  registers: [registry],
})

export async function measureMails({ replica, clock }: Pick<Deps, 'replica' | 'clock'>): Promise<void> {
  const since = new Date(clock.now().getTime() - 86_400_000)
  const [settled, told, marked] = await Promise.all([
    countSettled(replica, since),
    countTold(replica, since),
    countSuppressions(replica),
  ])
  for (const [state, count] of Object.entries(settled)) mails.labels(state).set(count)
  events.reset()
  for (const { kind, source, count } of told) events.labels(kind, source).set(count)
  for (const [kind, count] of Object.entries(marked)) suppressed.labels(kind).set(count)
}

async function countSettled(db: Database, since: Date): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select case when failure = 'suppressed' then failure else state end as state, count(*)::int as count
    from mails where state <> 'due' and done_at > ${since} group by 1`.execute(db)
  const counts: Record<string, number> = { sent: 0, failed: 0, dropped: 0, suppressed: 0 }
  for (const { state, count } of rows) counts[state] = count
  return counts
}

async function countTold(db: Database, since: Date) {
  return db
    .selectFrom('mailEvents')
    .select(['kind', 'source', sql<number>`count(*)::int`.as('count')])
    .where('at', '>', since)
    .groupBy(['kind', 'source'])
    .execute()
}
