/** What happens to lines that are counted: checked one by one, or taken back. Nothing is deleted. */

import type { Transaction } from '../database/connect.js'
import type { Account, PaperReversalReason } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { recordAct } from '../moderation/record.js'
import { strikePaperLine } from '../signatures/strikes.js'
import { logPaper } from '../tally-log/paper-log.js'
import { tallyPaper } from './count-lines.js'
import { lockCounts } from './sheets.js'

export const REVERSAL_REASONS = [
  'withdrawn',
  'duplicate',
  'misread',
  'invalid',
] as const satisfies readonly PaperReversalReason[]

/** Sampled, phoned or written to by post. */
const CHECKED = 3

interface LinePlace {
  petitionId: number
  number: number
}

interface Corrector {
  account: Pick<Account, 'id'>
  isDesk: boolean
}

/**
 * Takes a line back: a row that says why, and the tally follows; the line's own name goes, as it serves nothing any more.
 *
 * @returns 'late' when it was taken back before, 'unknown' when there is no such line; of two at once, one does it.
 */
export async function reverseLine(
  deps: Deps,
  { petitionId, number }: LinePlace,
  { reason, account, isDesk }: Corrector & { reason: PaperReversalReason },
): Promise<'reversed' | 'late' | 'unknown'> {
  const { db, clock } = deps
  return db.transaction().execute(async (trx) => {
    const counts = await lockCounts(trx, petitionId)
    const line = await findLine(trx, { petitionId, number })
    if (!line) return 'unknown'
    if (line.reversal !== null) return 'late'
    const reversed = counts.reversed + 1
    const at = clock.now()
    await trx
      .insertInto('paperReversals')
      .values({
        petitionId,
        number: reversed,
        signatureNumber: number,
        reason,
        byDesk: isDesk,
        accountId: account.id,
        reversedAt: at,
      })
      .execute()
    await trx.updateTable('paperCounts').set({ reversed }).where('petitionId', '=', petitionId).execute()
    await trx
      .updateTable('paperSignatures')
      .set({ sealed: null, fingerprint: null, postcode: '', checkNote: null })
      .where('petitionId', '=', petitionId)
      .where('number', '=', number)
      .execute()
    await tallyPaper(trx, line, -1)
    await logPaper(trx, deps, petitionId, [{ act: 'reversed', number, reason }])
    if (isDesk)
      await recordAct(trx, {
        act: 'paper-line-reversed',
        moderator: account,
        petitionId,
        reason: `#${number}`,
        at,
      })
    await strikePaperLine(trx, { petitionId, number, at })
    return 'reversed'
  })
}

/**
 * Notes that somebody asked the person of a line, and how.
 *
 * @returns 'late' when it was checked before, or taken back.
 */
export async function checkLine(
  deps: Deps,
  { petitionId, number }: LinePlace,
  { note, account }: { note: string; account: Pick<Account, 'id'> },
): Promise<'checked' | 'late' | 'unknown'> {
  const { db, clock } = deps
  return db.transaction().execute(async (trx) => {
    await lockCounts(trx, petitionId)
    const line = await findLine(trx, { petitionId, number })
    if (!line) return 'unknown'
    if (line.reversal !== null || line.strength === CHECKED) return 'late'
    const at = clock.now()
    await trx
      .updateTable('paperSignatures')
      .set({ strength: CHECKED, checkNote: note, checkedBy: account.id, checkedAt: at })
      .where('petitionId', '=', petitionId)
      .where('number', '=', number)
      .execute()
    await tallyPaper(trx, line, -1)
    await tallyPaper(trx, { ...line, strength: CHECKED }, 1)
    await logPaper(trx, deps, petitionId, [{ act: 'checked', number }])
    await recordAct(trx, {
      act: 'paper-line-checked',
      moderator: account,
      petitionId,
      reason: `#${number}`,
      note,
      at,
    })
    return 'checked'
  })
}

function findLine(trx: Transaction, { petitionId, number }: LinePlace) {
  return trx
    .selectFrom('paperSignatures as line')
    .leftJoin('paperReversals', (join) =>
      join
        .onRef('paperReversals.petitionId', '=', 'line.petitionId')
        .onRef('paperReversals.signatureNumber', '=', 'line.number'),
    )
    .select(['line.petitionId', 'line.textVersion', 'line.strength', 'paperReversals.number as reversal'])
    .where('line.petitionId', '=', petitionId)
    .where('line.number', '=', number)
    .executeTakeFirst()
}
