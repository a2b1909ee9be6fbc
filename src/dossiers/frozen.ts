/**
 * The signatures of a dossier as they were at its moment, so that all its files agree however fast people sign, and a
 * worker that takes over another's work goes on with the same ones.
 *
 * They are gathered in the order of their numbers, kept sealed in pieces, and deleted when the dossier is ready.
 */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import { inOneMoment } from '../database/one-moment.js'
import type { Dossier, RemovalKind } from '../database/tables.js'
import type { QuietDeps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { communesOf } from '../places/france.js'
import { unsealSigner } from '../signatures/signer.js'
import { EMPTY_ROOT, rootOf } from '../tally-log/merkle.js'
import { readingTiles } from '../tally-log/tiles.js'
import { writeLogs } from '../tally-log/write.js'
import { AddingUp } from './adding-up.js'
import { addPart, countParts, type PartRange, readParts, removeFile } from './parts.js'
import { countStruckFor } from './queries.js'

/** Unsealed and written in one go: some milliseconds, during which this process answers nobody. */
const PAGE = 1_000
/** The pieces' name among the dossier's files; it never leaves the database. */
const FROZEN = '.frozen'
/** A log that somebody withdraws from while it is read is read again; only a campaign of withdrawals needs more. */
const MOST_ATTEMPTS = 10

export interface FrozenRow {
  /** The n-th to confirm. */
  number: number
  leaf: number
  /** Undefined for who is not named to the recipient: who sees the number, the place and the strength alone. */
  name: string | undefined
  country: string
  postcode: string
  /** The commune, or the few that share the postcode. */
  locality: string
  territory: string
  /** The day it was confirmed. */
  day: string
  strength: number
  inside: boolean
  textVersion: number
  /** Public: whoever writes a reason is told so. Undefined for who is not named: beside a number it could name them. */
  comment: string | undefined
  /** The comment is one; absent in what was gathered before they were asked for. */
  reservation?: boolean
  /** What stands beside the reason on the petition's page. */
  shownName: string | undefined
}

interface Found {
  number: number
  leaf: number
  sealed: Buffer | null
  country: string
  postcode: string
  territory: string
  day: string
  strength: number
  inside: boolean
  textVersion: number
  comment: string | null
  reservation: boolean
  shownName: string | null
  nameWithheld: boolean
}

/**
 * Gathers what is confirmed and in the log, a page at a time, each written down with how far it came; then settles
 * what was withdrawn meanwhile.
 *
 * @throws when log and signatures go on disagreeing, so that no dossier tells a number that its log does not.
 */
export async function freezeSignatures(deps: QuietDeps, keys: Keys, dossier: Dossier): Promise<Dossier> {
  let frozen = dossier
  for (let attempt = 1; !frozen.frozenAt; attempt++) {
    if (attempt > MOST_ATTEMPTS) throw new Error('The log and the signatures of a dossier disagree')
    await writeLogs(deps)
    if (!frozen.begunAt) frozen = await begin(deps, frozen)
    frozen = await gather(deps, keys, frozen)
    await writeLogs(deps)
    frozen = (await settle(deps, keys, frozen)) ?? (await startAgain(deps, frozen))
  }
  return frozen
}

async function begin({ db, clock }: QuietDeps, { id, petitionId }: Dossier): Promise<Dossier> {
  const log = await db
    .selectFrom('logs')
    .select(['size', 'counted'])
    .where('petitionId', '=', petitionId)
    .executeTakeFirst()
  return db
    .updateTable('dossiers')
    .set({ begunAt: clock.now(), logSize: log?.size ?? 0, confirmed: log?.counted ?? 0 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function gather({ db }: QuietDeps, keys: Keys, dossier: Dossier): Promise<Dossier> {
  let { lastNumber, written } = dossier
  for (;;) {
    const { id, petitionId, logSize } = dossier
    const found = await findPage(db, { petitionId, logSize, after: lastNumber })
    if (found.length === 0) break
    const rows = found.map((row) => rowOf(keys, petitionId, row))
    const part = Math.ceil(written / PAGE)
    lastNumber = rows.at(-1)!.number
    written += rows.length
    await db.transaction().execute(async (trx) => {
      await addPart(trx, keys, { dossierId: id, file: FROZEN, part }, Buffer.from(JSON.stringify(rows)))
      await trx.updateTable('dossiers').set({ lastNumber, written }).where('id', '=', id).execute()
    })
  }
  return { ...dossier, lastNumber, written }
}

async function findPage(
  db: Database,
  { petitionId, logSize, after }: { petitionId: number; logSize: number; after: number },
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select number, leaf, sealed, country, postcode, territory, log_leaves.day, log_leaves.strength, inside,
      log_leaves.text_version, comment, reservation, shown_name, name_withheld
    from signatures
    join log_leaves on log_leaves.petition_id = signatures.petition_id and log_leaves.signature_id = signatures.id
    where signatures.petition_id = ${petitionId} and number > ${after} and state = 'confirmed' and leaf < ${logSize}
    order by number limit ${PAGE}`.execute(db)
  return rows
}

function rowOf(
  keys: Keys,
  petitionId: number,
  { sealed, comment, reservation, shownName, nameWithheld, ...row }: Found,
): FrozenRow {
  const name = nameWithheld ? undefined : unsealSigner(keys, { petitionId, sealed })?.name
  const isNamed = name !== undefined
  return {
    ...row,
    name,
    locality: localityOf(row),
    comment: (isNamed && comment) || undefined,
    reservation: Boolean(isNamed && comment && reservation),
    shownName: (isNamed && shownName) || undefined,
  }
}

/** More communes than this have one postcode in the countryside: their names would be a list, not a place. */
const MOST_COMMUNES = 3

function localityOf({ country, postcode }: Pick<Found, 'country' | 'postcode'>): string {
  const communes = country === 'FR' ? communesOf(postcode) : []
  return communes.length <= MOST_COMMUNES ? communes.map(({ name }) => name).join(' / ') : ''
}

/**
 * Who stopped counting while rows were gathered is left out, by the log's lines of this moment; the rest must be exactly
 * what the log then counts.
 *
 * @returns undefined when somebody was restored meanwhile, whom the rows lack.
 */
async function settle(deps: QuietDeps, keys: Keys, dossier: Dossier): Promise<Dossier | undefined> {
  const { id, petitionId, logSize } = dossier
  return inOneMoment(deps.db, async (trx) => {
    const log = await trx
      .selectFrom('logs')
      .select(['removalsSize', 'removalsRoot'])
      .where('petitionId', '=', petitionId)
      .executeTakeFirst()
    const paper = await trx
      .selectFrom('paperCounts')
      .select(['numbered', 'reversed', 'logged'])
      .where('petitionId', '=', petitionId)
      .executeTakeFirst()
    const settled = { ...dossier, removalsSize: log?.removalsSize ?? 0 }
    const struck = await findStruck(trx, settled)
    const adding = new AddingUp()
    for await (const rows of readFrozen(trx, keys, settled)) adding.add(rows)
    const figures = adding.figures(struck)
    if (figures.total !== logSize - struck.length) return undefined
    return trx
      .updateTable('dossiers')
      .set({
        frozenAt: deps.clock.now(),
        confirmed: figures.total,
        figures: JSON.stringify({
          ...figures,
          struckFor: await countStruckFor(trx, settled),
          ...(paper && { paper }),
        }),
        logRoot: await rootOf(readingTiles(trx, { petitionId, tree: 'leaves' }), logSize),
        removalsSize: settled.removalsSize,
        removalsRoot: log?.removalsRoot ?? EMPTY_ROOT,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
  })
}

async function startAgain({ db }: QuietDeps, { id }: Dossier): Promise<Dossier> {
  await removeFile(db, { dossierId: id, file: FROZEN })
  return db
    .updateTable('dossiers')
    .set({ begunAt: null, lastNumber: 0, written: 0 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

interface StruckLeaf {
  leaf: number
  kind: Exclude<RemovalKind, 'restored'>
}

/** Leaves that do not count, of the log's first `logSize`, by its first `removalsSize` lines. */
async function findStruck(
  db: Database | Transaction,
  { petitionId, logSize, removalsSize }: Pick<Dossier, 'petitionId' | 'logSize' | 'removalsSize'>,
): Promise<StruckLeaf[]> {
  const { rows } = await sql<StruckLeaf>`
    select leaf, kind from (
      select distinct on (leaf) leaf, kind from log_removals
      where petition_id = ${petitionId} and leaf < ${logSize} and line < ${removalsSize}
      order by leaf, line desc
    ) as last_lines
    where kind <> 'restored' order by leaf`.execute(db)
  return rows
}

/** The rows that count, in the order of their numbers, a page at a time: the next is read when the last was used. */
export async function* readFrozen(
  db: Database | Transaction,
  keys: Keys,
  dossier: Pick<Dossier, 'id' | 'petitionId' | 'logSize' | 'removalsSize'>,
  range?: PartRange,
): AsyncGenerator<FrozenRow[]> {
  const struck = new Set((await findStruck(db, dossier)).map(({ leaf }) => leaf))
  for await (const page of readParts(db, keys, { dossierId: dossier.id, file: FROZEN }, range)) {
    const rows = JSON.parse(page.toString('utf8')) as FrozenRow[]
    yield rows.filter(({ leaf }) => !struck.has(leaf))
  }
}

/** How many pages `readFrozen` walks through; a range of it counts in them. */
export function countFrozenPages(db: Database, dossierId: number): Promise<number> {
  return countParts(db, { dossierId, file: FROZEN })
}

/** Once the files are made, nobody needs the rows; the files hold what their reader may see. */
export function removeFrozen(db: Database, dossierId: number): Promise<void> {
  return removeFile(db, { dossierId, file: FROZEN })
}
