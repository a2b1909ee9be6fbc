/** A sheet is read by two people, neither of whom sees what the other read; where they differ, somebody decides. */

import type { Transaction } from '../database/connect.js'
import type { PaperKeyer, PaperSheet } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { countLines } from './count-lines.js'
import { agreed, type Line, sealLines, unsealLines } from './lines.js'

export type KeyOutcome =
  /** The first of two: somebody else has to read it now. */
  | 'once'
  /** Both read the same, and the lines are counted. */
  | 'counted'
  | 'differing'
  /** The same person cannot be both. */
  | 'yours-already'
  /** Two others were faster. */
  | 'late'
  | 'no-scan'

/** Writes down what somebody read; the second reading is compared with the first in the same transaction. */
export async function keySheet(
  deps: Deps,
  keys: Keys,
  sheet: Pick<PaperSheet, 'id' | 'petitionId'>,
  keyer: Pick<PaperKeyer, 'id'>,
  lines: Line[],
): Promise<KeyOutcome> {
  const { petitionId } = sheet
  const at = deps.clock.now()
  return deps.db.transaction().execute(async (trx): Promise<KeyOutcome> => {
    const locked = await lockSheet(trx, sheet.id)
    const scan = await trx
      .selectFrom('paperScans')
      .select('sheetId')
      .where('sheetId', '=', sheet.id)
      .executeTakeFirst()
    if (!scan) return 'no-scan'
    const before = await listKeyings(trx, sheet.id)
    if (before.some(({ keyerId }) => keyerId === keyer.id)) return 'yours-already'
    const [first] = before
    if (before.length > 1 || locked.state !== 'issued') return 'late'
    await trx
      .insertInto('paperKeyings')
      .values({
        sheetId: sheet.id,
        keyerId: keyer.id,
        slot: first ? 2 : 1,
        sealed: sealLines(keys, petitionId, lines),
        keyedAt: at,
      })
      .execute()
    if (!first) return 'once'
    const same = agreed([unsealLines(keys, petitionId, first.sealed!), lines])
    if (!same) {
      await trx.updateTable('paperSheets').set({ state: 'differing' }).where('id', '=', sheet.id).execute()
      return 'differing'
    }
    await countSheet(trx, deps, keys, locked, same)
    return 'counted'
  })
}

/**
 * Says what the lines are of which two people read different things.
 *
 * @returns 'late' when somebody else has said so already: of two at once, one decides.
 */
export async function settleSheet(
  deps: Deps,
  keys: Keys,
  sheet: Pick<PaperSheet, 'id'>,
  lines: Line[],
): Promise<'counted' | 'late'> {
  return deps.db.transaction().execute(async (trx) => {
    const locked = await lockSheet(trx, sheet.id)
    if (locked.state !== 'differing') return 'late'
    await countSheet(trx, deps, keys, locked, lines)
    return 'counted'
  })
}

/** What the two read, the first first; only while they differ. */
export async function readBoth(
  { db }: Pick<Deps, 'db'>,
  keys: Keys,
  sheet: Pick<PaperSheet, 'id' | 'petitionId'>,
): Promise<[Line[], Line[]] | undefined> {
  const both = (await listKeyings(db, sheet.id)).flatMap(({ sealed }) =>
    sealed ? [unsealLines(keys, sheet.petitionId, sealed)] : [],
  )
  return both.length === 2 ? (both as [Line[], Line[]]) : undefined
}

export function listKeyings(db: Deps['db'] | Transaction, sheetId: number) {
  return db
    .selectFrom('paperKeyings')
    .select(['keyerId', 'slot', 'sealed'])
    .where('sheetId', '=', sheetId)
    .orderBy('slot')
    .execute()
}

async function countSheet(
  trx: Transaction,
  deps: Deps,
  keys: Keys,
  sheet: PaperSheet,
  lines: Line[],
): Promise<void> {
  await countLines(trx, deps, keys, sheet, lines)
  await trx
    .updateTable('paperSheets')
    .set({ state: 'counted', countedAt: deps.clock.now() })
    .where('id', '=', sheet.id)
    .execute()
  // Who read it, and when, is kept; what they read is in the lines.
  await trx.updateTable('paperKeyings').set({ sealed: null }).where('sheetId', '=', sheet.id).execute()
}

function lockSheet(trx: Transaction, id: number): Promise<PaperSheet> {
  return trx.selectFrom('paperSheets').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}
