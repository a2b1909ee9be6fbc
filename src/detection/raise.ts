/** Asks the rules what they make of a petition's signatures, and tells the desk. */

import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { Deps } from '../deps.js'
import { listPaused } from './pause.js'
import type { EachRule, Group, Measure, Trait } from './rules/rule.js'
import { shareOf, usualSize } from './rules/rule.js'
import { EACH_RULES, GROUP_RULES } from './rules.js'
import { TRAIT_COLUMNS, WANTING } from './traits.js'

/** The newest are enough to see an attack by, and bound the work on a petition of millions (some 100 ms, measured). */
const NEWEST = 20_000
const DAY_MS = 86_400_000

/** In the number or on their way there; what was restored has been looked at by a person, and is no suspect. */
const isUnchecked = sql`(signatures.state in ('pending', 'confirmed') and signatures.quarantine_id is null)`

interface Span {
  firstAt: Date
  lastAt: Date
}

/** What a rule found, ready to be told. */
export interface Finding extends Span {
  rule: string
  key: Buffer
  found: number
  seen: number
  usual: number
}

export async function raiseAlerts(deps: Pick<Deps, 'db' | 'clock'>, petitionId: number): Promise<void> {
  const now = deps.clock.now()
  const since = new Date(now.getTime() - DAY_MS)
  const paused = await listPaused(deps.db)
  const findings = [
    ...judgeGroups(await readGroups(deps.db, petitionId, since)),
    ...(await judgeEach(deps.db, petitionId, since)),
  ].filter(({ rule }) => !paused.includes(rule))
  for (const finding of findings) await raise(deps.db, petitionId, finding, now)
}

interface SharedTrait extends Group, Span {
  trait: Trait
  key: Buffer
  all: Measure
}

function judgeGroups(groups: SharedTrait[]): Finding[] {
  return GROUP_RULES.flatMap((rule) =>
    groups
      .filter((group) => group.trait === rule.trait && group.recent >= rule.least)
      .filter((group) => rule.isSuspect(group, group.all))
      .map((group) => ({
        rule: rule.name,
        key: group.key,
        found: group.recent,
        seen: group.all.recent,
        usual: usualSize(group, group.all),
        firstAt: group.firstAt,
        lastAt: group.lastAt,
      })),
  )
}

/** Groups of the recent ones that any rule would look at, with the measure of their trait. */
async function readGroups(db: Database, petitionId: number, since: Date): Promise<SharedTrait[]> {
  const least = Math.min(...GROUP_RULES.map((rule) => rule.least))
  const traits = Object.entries(TRAIT_COLUMNS).map(([trait, column]) => sql`(${trait}::text, ${column})`)
  const { rows } = await sql<
    Group & Span & { trait: Trait; key: Buffer; allRecent: number; allEarlier: number; groups: number }
  >`
    with newest as materialized (
      select signatures.*, signed_at > ${since} as is_recent from signatures
      where petition_id = ${petitionId} order by id desc limit ${NEWEST}
    ), grouped as (
      select trait, key, count(*) filter (where is_recent) as recent,
        count(*) filter (where not is_recent) as earlier,
        min(signed_at) filter (where is_recent) as first_at, max(signed_at) as last_at
      from newest as signatures cross join lateral (values ${sql.join(traits)}) as shared (trait, key)
      where key is not null and ${isUnchecked}
      group by trait, key
    ), measured as (
      select *, sum(recent) over all_of as all_recent, sum(earlier) over all_of as all_earlier,
        count(*) filter (where recent > 0) over all_of as groups
      from grouped window all_of as (partition by trait)
    )
    select trait, key, recent, earlier, first_at, last_at, all_recent::int, all_earlier::int, groups from measured
    where recent >= ${least} order by recent desc limit 200`.execute(db)
  return rows.map(({ allRecent, allEarlier, groups, ...group }) => ({
    ...group,
    all: { recent: allRecent, earlier: allEarlier, groups },
  }))
}

async function judgeEach(db: Database, petitionId: number, since: Date): Promise<Finding[]> {
  const wanting = EACH_RULES.map(({ name }) => sql`(${name}::text, ${WANTING[name]!})`)
  const { rows } = await sql<
    Group & Partial<Span> & { rule: string | null; allRecent: number; allEarlier: number }
  >`
    with newest as materialized (
      select signatures.*, signed_at > ${since} as is_recent from signatures
      where petition_id = ${petitionId} order by id desc limit ${NEWEST}
    ), kept as materialized (
      select * from newest as signatures where ${isUnchecked}
    ), everything as (
      select count(*) filter (where is_recent) as recent, count(*) filter (where not is_recent) as earlier from kept
    )
    select rule, count(*) filter (where is_recent) as recent, count(*) filter (where not is_recent) as earlier,
      min(signed_at) filter (where is_recent) as first_at, max(signed_at) as last_at,
      max(everything.recent) as all_recent, max(everything.earlier) as all_earlier
    from kept as signatures cross join everything
    cross join lateral (values ${sql.join(wanting)}) as looked (rule, is_wanting)
    where is_wanting group by rule`.execute(db)
  return EACH_RULES.flatMap((rule: EachRule) => {
    const group = rows.find((row) => row.rule === rule.name)
    if (!group?.firstAt || !group.lastAt) return []
    const all = { recent: group.allRecent, earlier: group.allEarlier }
    if (!rule.isSuspect(group, all)) return []
    const usual = all.recent * shareOf(group.earlier, all.earlier)
    const { firstAt, lastAt } = group
    return [
      {
        rule: rule.name,
        key: Buffer.alloc(0),
        found: group.recent,
        seen: all.recent,
        usual,
        firstAt,
        lastAt,
      },
    ]
  })
}

/** A moderator has looked, and what they saw may go on; after a week it is worth another look. */
export const DAYS_CLOSED = 7

/**
 * Closed, an alert stays so for a week unless the group doubles: a moderator has looked at what it was. Of a group that
 * was set aside only what they left of it counts as seen, so that an attack that goes on is found again at once.
 */
async function raise(db: Database, petitionId: number, finding: Finding, now: Date): Promise<void> {
  const { rule, key, found, seen, usual, firstAt, lastAt } = finding
  await sql`
    insert into alerts as known
      (petition_id, rule, group_key, found, seen, usual, first_at, last_at, raised_at, updated_at)
    select ${petitionId}, ${rule}, ${key}, ${found}, ${seen}, ${usual}, ${firstAt}, ${lastAt}, ${now}, ${now}
    where not exists (
      select from (
        select state, closed_at, coalesce(left_as_is, found) as seen from alerts
        where petition_id = ${petitionId} and rule = ${rule} and group_key = ${key}
        order by id desc limit 1
      ) as last
      where state = 'closed' and ${found} < 2 * last.seen
        and closed_at > ${new Date(now.getTime() - DAYS_CLOSED * DAY_MS)}
    )
    on conflict (petition_id, rule, group_key) where state = 'open' do update set
      found = greatest(known.found, excluded.found), seen = excluded.seen, usual = excluded.usual,
      first_at = least(known.first_at, excluded.first_at), last_at = excluded.last_at, updated_at = excluded.updated_at`.execute(
    db,
  )
}
