/** Makes the dossiers that were ordered. */

import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import { isDatabaseAway } from '../database/connect.js'
import type { Dossier } from '../database/tables.js'
import { countFigures } from '../decision-makers/figures.js'
import { linksFor } from '../decision-makers/mails.js'
import { findDecisionMaker } from '../decision-makers/queries.js'
import type { Deps } from '../deps.js'
import { getPetition } from '../petitions/queries.js'
import { strikeMissed } from '../signatures/strikes.js'
import { drawBrief } from './brief.js'
import { writeList } from './list.js'
import { removeParts, writeParts } from './parts.js'
import { findReasons } from './reasons.js'

export const BRIEF = 'brief.pdf'
export const LIST = 'signatures.csv'

/** The first half of an advisory lock; the second is the dossier's id. Any number of our own will do. */
const LOCKS = 7_302

/**
 * Writes every dossier that is due, one after the other.
 *
 * Figures and list come from one snapshot, so they agree however fast people sign meanwhile. Whoever makes a dossier
 * holds an advisory lock (a row lock would hide the progress that is written down on the way), which ends with its
 * connection: a killed worker's dossier is begun again by the next one.
 *
 * @throws when the database is away, after which the dossier is still due; any other mishap makes it `failed`.
 */
export async function makeDueDossiers(deps: Deps): Promise<void> {
  const due = await deps.db
    .selectFrom('dossiers')
    .selectAll()
    .where('state', '=', 'due')
    .orderBy('id')
    .execute()
  for (const dossier of due) {
    try {
      await deps.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((snapshot) => makeDossier(deps, snapshot, dossier))
    } catch (error) {
      if (isDatabaseAway(error)) throw error
      await recordFailure(deps, dossier, error as Error & { code?: string })
    }
  }
}

async function makeDossier(deps: Deps, snapshot: Transaction, dossier: Dossier): Promise<void> {
  const { db, config } = deps
  if (!(await takeLock(snapshot, dossier.id))) return
  const at = deps.clock.now()
  // What a killed worker left goes first. Not due any more: another worker was faster.
  if (!(await note(deps, dossier, { written: 0, confirmed: 0 }))) return
  await removeParts(db, dossier.id)

  const { petitionId } = dossier
  const keys = await deps.keyring.getPetitionKeys(snapshot, petitionId)
  const petition = await getPetition(snapshot, petitionId)
  const maker = await findDecisionMaker(snapshot, { petitionId, id: dossier.decisionMakerId })
  if (!maker) throw new Error('A dossier without its reader')
  const figures = await countFigures(snapshot, petitionId, config.timeZone)
  await note(deps, dossier, { confirmed: figures.total })

  const written = await writeList(
    snapshot,
    { petitionId, keys, timeZone: config.timeZone },
    writeParts(db, keys, { dossierId: dossier.id, file: LIST }),
    async (lines) => void (await note(deps, dossier, { written: lines })),
  )
  if (written !== figures.total) throw new Error('The list and the figures of a dossier disagree')

  const brief = drawBrief({
    locale: dossier.locale,
    petition,
    maker,
    figures,
    reasons: await findReasons(snapshot, petitionId),
    at,
    publicPage: `${config.publicUrl}/petitions/${petition.slug}`,
    privatePage: linksFor(deps, keys, maker).page,
  })
  await pipeline(brief, writeParts(db, keys, { dossierId: dossier.id, file: BRIEF }))
  const readyAt = deps.clock.now()
  await note(deps, dossier, { state: 'ready', readyAt })
  await strikeMissed(db, snapshot, { petitionId, since: dossier.requestedAt, at: readyAt })
}

async function takeLock(trx: Transaction, dossierId: number): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(${LOCKS}::int, (${dossierId}::bigint % 2147483647)::int) as taken`.execute(
    trx,
  )
  return rows[0]?.taken === true
}

/** Writes down how far it is, for everyone to see at once; @returns false when it is not due any more. */
async function note(
  { db }: Deps,
  { id }: Dossier,
  values: Partial<Pick<Dossier, 'written' | 'confirmed' | 'state' | 'readyAt' | 'failure'>>,
): Promise<boolean> {
  const noted = await db
    .updateTable('dossiers')
    .set(values)
    .where('id', '=', id)
    .where('state', '=', 'due')
    .returning('id')
    .execute()
  return noted.length > 0
}

async function recordFailure(deps: Deps, dossier: Dossier, error: Error & { code?: string }): Promise<void> {
  // The message may hold what a signer typed; the name, the code and the stack's frames do not.
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
  deps.log.error({ dossier: dossier.id, name: error.name, code: error.code, frames }, 'a dossier failed')
  await note(deps, dossier, { state: 'failed', failure: error.code ?? error.name })
  await removeParts(deps.db, dossier.id)
}
