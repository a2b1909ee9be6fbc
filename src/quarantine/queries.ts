import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { Quarantine, QuarantineAct, QuarantineActName } from '../database/tables.js'
import type { Trait } from '../detection/rules/rule.js'
import { TRAIT_COLUMNS } from '../detection/traits.js'
import { type Condition, holds } from './condition.js'

/** From which states an act takes signatures. What was removed comes back only to who objects, and was not erased. */
export const SOURCES: Record<QuarantineActName, (condition: Condition) => RawBuilder<SqlBool>> = {
  'set-aside': () => sql`signatures.state in ('pending', 'confirmed')`,
  removed: () => sql`signatures.state = 'quarantined'`,
  restored: ({ objected }) =>
    objected
      ? sql`(signatures.state in ('quarantined', 'removed') and signatures.sealed is not null)`
      : sql`signatures.state = 'quarantined'`,
}

export interface Meant {
  petitionId: number
  quarantineId?: number
  act: QuarantineActName
  condition: Condition
  /** None that came after this one. */
  upToId?: number | undefined
}

/**
 * Of those that are meant: how many counted, and how many were never confirmed. With the newest signature of the petition
 * that there was to look at, meant or not; 0 for none: whoever came later was in nobody's sight.
 */
export interface Numbers {
  counted: number
  uncounted: number
  upToId: number
}

function meant({ petitionId, quarantineId, act, condition, upToId }: Meant, timeZone: string) {
  return sql<SqlBool>`signatures.petition_id = ${petitionId} and ${SOURCES[act](condition)}
    and ${quarantineId === undefined ? sql`true` : sql`signatures.quarantine_id = ${quarantineId}`}
    and ${upToId === undefined ? sql`true` : sql`signatures.id <= ${upToId}`}
    and ${holds(condition, timeZone)}`
}

export async function countFor(db: Database | Transaction, timeZone: string, asked: Meant): Promise<Numbers> {
  return db
    .selectFrom('signatures')
    .select([
      sql<number>`count(*) filter (where confirmed_at is not null)`.as('counted'),
      sql<number>`count(*) filter (where confirmed_at is null)`.as('uncounted'),
      sql<number>`least(${asked.upToId ?? null}::bigint, (
        select coalesce(max(id), 0) from signatures as newest where newest.petition_id = ${asked.petitionId}
      ))`.as('upToId'),
    ])
    .where(meant(asked, timeZone))
    .executeTakeFirstOrThrow()
}

/** What can be judged at a glance; the count tells the rest. */
const SAMPLE = 20

/** Scattered over all that are meant, and the same ones whenever the page is shown. */
export async function sampleFor(db: Database, timeZone: string, asked: Meant) {
  return db
    .selectFrom('signatures')
    .select(['petitionId', 'id', 'sealed', 'state', 'country', 'postcode', 'signedAt', 'confirmedAt'])
    .select(['marks', 'bouncedAt', 'fillSeconds', 'objectedAt'])
    .where(meant(asked, timeZone))
    .orderBy(sql`hashint8(id)`)
    .limit(SAMPLE)
    .execute()
}

export interface TopGroup {
  trait: Trait
  key: string
  signatures: number
  firstAt: Date
  lastAt: Date
}

/** In how many of the newest signatures the largest groups are looked for: it bounds the work. */
const NEWEST = 50_000
/** A household is no group. */
const LEAST_GROUP = 5
const TOP = 8

/** The largest groups of a petition, from which a moderator chooses what cannot be typed. */
export async function listTopGroups(db: Database, petitionId: number): Promise<TopGroup[]> {
  const traits = Object.entries(TRAIT_COLUMNS).map(([trait, column]) => sql`(${trait}::text, ${column})`)
  const { rows } = await sql<TopGroup>`
    with newest as materialized (
      select * from signatures where petition_id = ${petitionId} order by id desc limit ${NEWEST}
    ), grouped as (
      select trait, encode(key, 'hex') as key, count(*) as signatures, min(signed_at) as first_at,
        max(signed_at) as last_at, row_number() over (partition by trait order by count(*) desc, key) as place
      from newest as signatures cross join lateral (values ${sql.join(traits)}) as shared (trait, key)
      where key is not null and state in ('pending', 'confirmed')
      group by trait, shared.key having count(*) >= ${LEAST_GROUP}
    )
    select trait, key, signatures, first_at, last_at from grouped where place <= ${TOP}
    order by trait, signatures desc, key`.execute(db)
  return rows
}

/** Countries from which a petition is signed, the commonest first. */
export async function listCountries(db: Database, petitionId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('signatures')
    .select('country')
    .where('petitionId', '=', petitionId)
    .groupBy('country')
    .orderBy(({ fn }) => fn.countAll(), 'desc')
    .execute()
  return rows.map(({ country }) => country)
}

export async function findQuarantine(db: Database, id: number): Promise<Quarantine | undefined> {
  return db.selectFrom('quarantines').selectAll().where('id', '=', id).executeTakeFirst()
}

/** What was done with one, oldest first. */
export async function listActs(db: Database, quarantineId: number) {
  return db
    .selectFrom('quarantineActs')
    .leftJoin('accounts', 'accounts.id', 'quarantineActs.accountId')
    .selectAll('quarantineActs')
    .select(['accounts.name as accountName', 'accounts.emailSealed'])
    .where('quarantineId', '=', quarantineId)
    .orderBy('quarantineActs.id')
    .execute()
}

export interface ListedQuarantine {
  id: number
  title: string
  locale: string
  rule: string | null
  createdAt: Date
  held: number
  objections: number
  isBusy: boolean
}

export const LIST_PAGE = 30

/** Those that still hold signatures come first, the longest waiting before the others. */
export async function listQuarantines(
  db: Database,
  { petitionId }: { petitionId?: number | undefined } = {},
): Promise<ListedQuarantine[]> {
  const { rows } = await sql<ListedQuarantine>`
    select quarantines.id, petitions.title, petitions.locale, rule, quarantines.created_at, held, objections,
      exists (select from quarantine_acts where quarantine_id = quarantines.id and state = 'due') as is_busy
    from quarantines
    join petitions on petitions.id = quarantines.petition_id
    cross join lateral (
      select count(*) filter (where state = 'quarantined') as held,
        count(*) filter (where objected_at is not null) as objections
      from signatures
      where signatures.petition_id = quarantines.petition_id and signatures.quarantine_id = quarantines.id
    ) as set_aside
    where ${petitionId ?? null}::bigint is null or quarantines.petition_id = ${petitionId ?? null}
    order by held = 0 and objections = 0, quarantines.id limit ${LIST_PAGE}`.execute(db)
  return rows
}

export type PublicAct = Pick<QuarantineAct, 'act' | 'reason' | 'counted' | 'uncounted' | 'decidedAt'> & {
  rule: string | null
  isUnderWay: boolean
}

/** The public log of a petition, newest first: nothing in it but what may be read by anybody. */
export async function listPublicActs(db: Database, petitionId: number): Promise<PublicAct[]> {
  return db
    .selectFrom('quarantineActs')
    .innerJoin('quarantines', 'quarantines.id', 'quarantineActs.quarantineId')
    .select(['act', 'reason', 'counted', 'uncounted', 'decidedAt', 'quarantines.rule'])
    .select(sql<boolean>`state = 'due'`.as('isUnderWay'))
    .where('quarantineActs.petitionId', '=', petitionId)
    .where(sql<SqlBool>`counted + uncounted > 0`)
    .orderBy('quarantineActs.id', 'desc')
    .execute()
}

/** The same for the whole site, summed. */
export async function readQuarantineFigures(
  db: Database,
): Promise<{ act: QuarantineActName; reason: string; count: number }[]> {
  return db
    .selectFrom('quarantineActs')
    .innerJoin('petitions', 'petitions.id', 'quarantineActs.petitionId')
    .select(['act', 'reason', sql<number>`sum(counted)::int`.as('count')])
    .groupBy(['act', 'reason'])
    .having(sql<SqlBool>`sum(counted) > 0`)
    .orderBy('act', 'desc')
    .orderBy('count', 'desc')
    .execute()
}

/** Petitions with a line in their public log, the newest line first. */
export async function listLoggedPetitions(db: Database, states: readonly string[]) {
  const { rows } = await sql<{ slug: string; title: string; locale: string }>`
    select slug, title, locale from petitions join (
      select petition_id, max(id) as last from quarantine_acts where counted + uncounted > 0 group by 1
    ) as logged on logged.petition_id = petitions.id
    where state = any (${[...states]}::text[]) order by last desc limit 20`.execute(db)
  return rows
}
