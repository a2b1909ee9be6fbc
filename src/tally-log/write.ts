/** The one writer of each petition's log: signatures that were confirmed become leaves, those that stop counting lines. */

import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import { inOneMoment } from '../database/one-moment.js'
import type { Log, RemovalKind, SignatureState } from '../database/tables.js'
import type { QuietDeps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { seal } from '../keys/sealing.js'
import { dayOf } from '../petitions/days.js'
import { addToCommunes, type Counting } from '../places/tallies.js'
import { hashOfLeaf, hashOfRemoval, SALT_BYTES, saltPlace } from './entries.js'
import { EMPTY_ROOT } from './merkle.js'
import { appendToTree } from './tiles.js'

/** Short transactions, and little to repeat when a process dies. */
export const BATCH = 4_096

/**
 * Writes into the logs what happened since. A batch is one transaction (leaves, links, lines, hashes, and how far it
 * came), so a process may be killed at any point, and of two at once one lets the other go on.
 */
export async function writeLogs(deps: QuietDeps, batch = BATCH): Promise<void> {
  for (const petitionId of await listDue(deps)) while (await writeSome(deps, petitionId, batch));
}

/** Petitions with numbers that were not looked at, or with something that happened to a numbered signature. */
async function listDue({ db }: QuietDeps): Promise<number[]> {
  const { rows } = await sql<{ petitionId: number }>`
    select petition_id from petition_counts left join logs using (petition_id)
    where petition_counts.numbered > coalesce(logs.last_number, 0)
    union
    select distinct petition_id from log_events
    order by 1`.execute(db)
  return rows.map(({ petitionId }) => petitionId)
}

/** @returns whether there may be more to write. */
async function writeSome(deps: QuietDeps, petitionId: number, batch: number): Promise<boolean> {
  const keys = await deps.keyring.findPetitionKeys(deps.db, petitionId)
  // What happens while a batch is read is the next one's, as an event.
  return inOneMoment(deps.db, (trx) => writeBatch(trx, deps, { petitionId, keys, batch }))
}

interface Batch {
  petitionId: number
  /** Absent once destroyed: nobody can be linked to a leaf any more. */
  keys: Keys | undefined
  batch: number
}

async function writeBatch(
  trx: Transaction,
  deps: QuietDeps,
  { petitionId, keys, batch }: Batch,
): Promise<boolean> {
  const log = await lockLog(trx, petitionId)
  if (!log) return false
  const today = dayOf(deps.clock.now(), deps.config.timeZone)

  const events = await listEvents(trx, petitionId, batch)
  const first = await readEventful(trx, { petitionId, events, timeZone: deps.config.timeZone })
  const { lines, appended, unlinked } = walkEvents(events, first)

  // Numbers only after all events: the same signature may have both.
  const isUpToDate = events.length < batch
  const numbered = isUpToDate
    ? await listNumbered(trx, {
        petitionId,
        after: log.lastNumber,
        limit: batch,
        timeZone: deps.config.timeZone,
      })
    : []
  const known = new Set(appended.map(({ id }) => id))
  for (const row of numbered)
    if (row.state === 'confirmed' && row.leaf === null && !known.has(row.id)) appended.push(row)

  if (events.length === 0 && numbered.length === 0) return false
  const leaves = appended.map((row, index) => {
    const salt = randomBytes(SALT_BYTES)
    return { ...row, leaf: log.size + index, salt, hash: hashOfLeaf(salt, { ...row, signatureId: row.id }) }
  })
  await removeLinks(trx, petitionId, unlinked)
  // Who is erased already keeps no link, and nobody the salt.
  if (keys)
    await addLinks(
      trx,
      keys,
      petitionId,
      leaves.filter(({ isNamed }) => isNamed),
    )
  await addLines(trx, petitionId, log.removalsSize, lines, today)
  const added = leaves.map(({ postcode }): Counting => ({ postcode, change: 1 }))
  await addToCommunes(trx, petitionId, [...added, ...lines])
  const root = await appendToTree(
    trx,
    { petitionId, tree: 'leaves' },
    log.size,
    leaves.map(({ hash }) => hash),
  )
  const removalsRoot = await appendToTree(
    trx,
    { petitionId, tree: 'removals' },
    log.removalsSize,
    lines.map((line) => hashOfRemoval({ ...line, day: today })),
  )
  if (events.length > 0)
    await trx
      .deleteFrom('logEvents')
      .where('petitionId', '=', petitionId)
      .where(
        'id',
        'in',
        events.map(({ id }) => id),
      )
      .execute()
  await trx
    .updateTable('logs')
    .set({
      size: log.size + leaves.length,
      root,
      removalsSize: log.removalsSize + lines.length,
      removalsRoot,
      counted: log.counted + leaves.length + lines.reduce((sum, { change }) => sum + change, 0),
      lastNumber: numbered.at(-1)?.number ?? log.lastNumber,
    })
    .where('petitionId', '=', petitionId)
    .execute()
  return events.length === batch || numbered.length === batch
}

/**
 * The petition's log, for one writer until the transaction ends.
 *
 * @returns undefined while another process holds it.
 */
export async function lockLog(trx: Transaction, petitionId: number): Promise<Log | undefined> {
  const { rows } = await sql<{ isFree: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('tally log', ${petitionId}::bigint)) as is_free`.execute(
    trx,
  )
  if (!rows[0]!.isFree) return undefined
  await trx
    .insertInto('logs')
    .values({ petitionId, root: EMPTY_ROOT, removalsRoot: EMPTY_ROOT })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return trx
    .selectFrom('logs')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

interface LogEvent {
  id: number
  signatureId: number
  leaf: number | null
  state: SignatureState
  /** That it had when it happened. */
  postcode: string
}

function listEvents(trx: Transaction, petitionId: number, limit: number): Promise<LogEvent[]> {
  return trx
    .selectFrom('logEvents')
    .select(['id', 'signatureId', 'leaf', 'state', 'postcode'])
    .where('petitionId', '=', petitionId)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** A signature as it is in this moment. */
interface Counted {
  id: number
  number: number
  state: SignatureState
  textVersion: number
  day: string
  strength: number
  leaf: number | null
  isNamed: boolean
  /** French; empty for all others. */
  postcode: string
}

const countedColumns = (timeZone: string) => sql`
  signatures.id, number, state, signatures.text_version, (confirmed_at at time zone ${timeZone})::date as day,
  signatures.strength, leaf, sealed is not null as is_named,
  case when country = 'FR' then postcode else '' end as postcode
  from signatures left join log_leaves
    on log_leaves.petition_id = signatures.petition_id and log_leaves.signature_id = signatures.id`

async function listNumbered(
  trx: Transaction,
  {
    petitionId,
    after,
    limit,
    timeZone,
  }: { petitionId: number; after: number; limit: number; timeZone: string },
): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select ${countedColumns(timeZone)}
    where signatures.petition_id = ${petitionId} and number > ${after}
    order by number, signatures.id limit ${limit}`.execute(trx)
  return rows
}

interface Eventful {
  signatures: Map<number, Counted>
  /** The last public line of each leaf that has one. */
  lastKinds: Map<number, RemovalKind>
}

async function readEventful(
  trx: Transaction,
  { petitionId, events, timeZone }: { petitionId: number; events: LogEvent[]; timeZone: string },
): Promise<Eventful> {
  if (events.length === 0) return { signatures: new Map(), lastKinds: new Map() }
  const ids = [...new Set(events.map(({ signatureId }) => signatureId))]
  const { rows } = await sql<Counted>`
    select ${countedColumns(timeZone)}
    where signatures.petition_id = ${petitionId} and signatures.id = any(${ids}::bigint[])`.execute(trx)
  const leaves = [...events, ...rows].flatMap(({ leaf }) => leaf ?? [])
  const lines = await trx
    .selectFrom('logRemovals')
    .distinctOn('leaf')
    .select(['leaf', 'kind'])
    .where('petitionId', '=', petitionId)
    .where('leaf', '=', sql<number>`any(${leaves}::bigint[])`)
    .orderBy('leaf')
    .orderBy('line', 'desc')
    .execute()
  return {
    signatures: new Map(rows.map((row) => [row.id, row])),
    lastKinds: new Map(lines.map(({ leaf, kind }) => [leaf, kind])),
  }
}

/** `change` is of how many count. */
interface Line extends Counting {
  leaf: number
  kind: RemovalKind
}

interface Walked {
  lines: Line[]
  appended: Counted[]
  /** Signatures whose link must go. */
  unlinked: number[]
}

/**
 * What the events, in their order, make of the log.
 *
 * An event knows the leaf that its signature had then, unless the leaf was being written at that moment; it is linked
 * by now. A leaf that was withdrawn never counts again: who signs again gets a new one.
 */
function walkEvents(events: LogEvent[], { signatures, lastKinds }: Eventful): Walked {
  const lines: Line[] = []
  const appended = new Set<number>()
  const unlinked = new Set<number>()
  const addLine = (leaf: number, kind: RemovalKind, postcode: string) => {
    const before = lastKinds.get(leaf) ?? 'restored'
    if (before === kind || before === 'withdrawn') return
    const change = before === 'restored' ? -1 : kind === 'restored' ? 1 : 0
    lines.push({ leaf, kind, change, postcode })
    lastKinds.set(leaf, kind)
  }
  for (const { signatureId, state, leaf: known, postcode } of events) {
    const signature = signatures.get(signatureId)
    const leaf = known ?? (unlinked.has(signatureId) ? null : (signature?.leaf ?? null))
    if (state === 'confirmed') {
      if (leaf !== null) addLine(leaf, 'restored', postcode)
      // One that meanwhile counts no more has a later event.
      else if (signature?.state === 'confirmed') appended.add(signatureId)
    } else if (leaf !== null) {
      const kind = kindOf(state)
      addLine(leaf, kind, postcode)
      if (kind === 'withdrawn') unlinked.add(signatureId)
    }
  }
  return {
    lines,
    appended: [...appended].map((id) => signatures.get(id)!),
    unlinked: [...unlinked].filter((id) => signatures.get(id)?.leaf != null),
  }
}

function kindOf(state: SignatureState): RemovalKind {
  return state === 'withdrawn' || state === 'quarantined' ? state : 'removed'
}

async function removeLinks(trx: Transaction, petitionId: number, signatureIds: number[]): Promise<void> {
  if (signatureIds.length === 0) return
  await trx
    .deleteFrom('logLeaves')
    .where('petitionId', '=', petitionId)
    .where('signatureId', 'in', signatureIds)
    .execute()
}

interface WrittenLeaf extends Counted {
  leaf: number
  salt: Buffer
}

async function addLinks(
  trx: Transaction,
  keys: Keys,
  petitionId: number,
  rows: WrittenLeaf[],
): Promise<void> {
  if (rows.length === 0) return
  const salts = rows.map(({ leaf, salt }) => seal(keys.sealing, saltPlace(petitionId, leaf), salt))
  await sql`
    insert into log_leaves (petition_id, signature_id, leaf, salt, text_version, day, strength)
    select ${petitionId}, * from unnest(
      ${rows.map(({ id }) => id)}::bigint[], ${rows.map(({ leaf }) => leaf)}::bigint[], ${salts}::bytea[],
      ${rows.map(({ textVersion }) => textVersion)}::int[], ${rows.map(({ day }) => day)}::date[],
      ${rows.map(({ strength }) => strength)}::smallint[])`.execute(trx)
}

async function addLines(
  trx: Transaction,
  petitionId: number,
  from: number,
  lines: Line[],
  day: string,
): Promise<void> {
  if (lines.length === 0) return
  await sql`
    insert into log_removals (petition_id, line, leaf, kind, day)
    select ${petitionId}, ${from}::bigint + place - 1, leaf, kind, ${day}::date
    from unnest(${lines.map(({ leaf }) => leaf)}::bigint[], ${lines.map(({ kind }) => kind)}::text[])
      with ordinality as given (leaf, kind, place)`.execute(trx)
}
