/** The tally of paper, in tables of its own: what counts online never hears of it. */

import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { PaperSheet } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { sealPerson } from '../signatures/on-paper.js'
import { logPaper, type PaperAct } from '../tally-log/paper-log.js'
import { fingerprintOfLine, isEmpty, type Line } from './lines.js'
import { lockCounts } from './sheets.js'

/** Nobody has looked whether the people of these lines exist. */
const NOT_CHECKED = 0

/** Numbers the lines that somebody signed, in the order of the sheet, and adds them to the tally and the public log. */
export async function countLines(
  trx: Transaction,
  deps: Pick<Deps, 'clock' | 'config'>,
  keys: Keys,
  { id: sheetId, petitionId, number: sheet, textVersion }: PaperSheet,
  lines: Line[],
): Promise<void> {
  const at = deps.clock.now()
  const acts: PaperAct[] = []
  let { numbered } = await lockCounts(trx, petitionId)
  const before = numbered
  for (const [index, line] of lines.entries()) {
    if (isEmpty(line)) continue
    numbered += 1
    const fingerprint = fingerprintOfLine(keys, line)
    await trx
      .insertInto('paperSignatures')
      .values({
        petitionId,
        number: numbered,
        sheetId,
        line: index + 1,
        textVersion,
        strength: NOT_CHECKED,
        sealed: sealPerson(keys, petitionId, line),
        fingerprint,
        postcode: line.postcode,
        signedOn: line.signedOn || null,
        sameAs: await findSame(trx, petitionId, fingerprint),
        countedAt: at,
      })
      .execute()
    acts.push({ act: 'counted', number: numbered, sheet, row: index + 1, textVersion })
  }
  if (numbered === before) return
  await logPaper(trx, deps, petitionId, acts)
  await trx.updateTable('paperCounts').set({ numbered }).where('petitionId', '=', petitionId).execute()
  await tallyPaper(trx, { petitionId, textVersion, strength: NOT_CHECKED }, numbered - before)
}

/** Two neighbours can share a name: a line that reads like an earlier one is marked, and a person decides. */
async function findSame(trx: Transaction, petitionId: number, fingerprint: Buffer): Promise<number | null> {
  const same = await trx
    .selectFrom('paperSignatures')
    .select('number')
    .where('petitionId', '=', petitionId)
    .where('fingerprint', '=', fingerprint)
    .orderBy('number')
    .executeTakeFirst()
  return same?.number ?? null
}

export async function tallyPaper(
  trx: Transaction,
  { petitionId, textVersion, strength }: { petitionId: number; textVersion: number; strength: number },
  by: number,
): Promise<void> {
  await trx
    .insertInto('paperTallies')
    .values({ petitionId, textVersion, strength, counted: by })
    .onConflict((conflict) =>
      conflict
        .columns(['petitionId', 'textVersion', 'strength'])
        .doUpdateSet({ counted: sql`paper_tallies.counted + excluded.counted` }),
    )
    .execute()
}
