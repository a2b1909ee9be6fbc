/** Sheets to be signed by hand: each that is printed is a row, so that none can be added to or lost unseen. */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { Locale, PaperSheet, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'

/** One order: more are another order, and a printer's tray. */
export const MOST_SHEETS = 50
/** Of one petition: 50,000 lines. Who needs more has a printer of their own, and should talk to whoever runs the site. */
export const MOST_EVER = 5_000

export type IssueOutcome =
  | { issued: 'issued'; from: number; to: number }
  | { issued: 'not-open' | 'too-many' }

/** Numbers sheets of the text that is open for signing now; of two orders at once, each has numbers of its own. */
export async function issueSheets(
  { db, clock }: Deps,
  { id: petitionId }: Pick<Petition, 'id'>,
  { count, locale }: { count: number; locale: Locale },
): Promise<IssueOutcome> {
  return db.transaction().execute(async (trx): Promise<IssueOutcome> => {
    const petition = await trx
      .selectFrom('petitions')
      .select(['state', 'textVersion'])
      .where('id', '=', petitionId)
      .forShare()
      .executeTakeFirstOrThrow()
    if (petition.state !== 'open') return { issued: 'not-open' }
    const { sheets } = await lockCounts(trx, petitionId)
    if (sheets + count > MOST_EVER) return { issued: 'too-many' }
    await trx
      .updateTable('paperCounts')
      .set({ sheets: sheets + count })
      .where('petitionId', '=', petitionId)
      .execute()
    await trx
      .insertInto('paperSheets')
      .values(
        Array.from({ length: count }, (_, index) => ({
          petitionId,
          number: sheets + index + 1,
          textVersion: petition.textVersion,
          locale,
          issuedAt: clock.now(),
        })),
      )
      .execute()
    return { issued: 'issued', from: sheets + 1, to: sheets + count }
  })
}

/** Holds a petition's numbers until the commit; whoever asks next waits. */
export async function lockCounts(trx: Transaction, petitionId: number) {
  await trx
    .insertInto('paperCounts')
    .values({ petitionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return trx
    .selectFrom('paperCounts')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export type ListedSheet = PaperSheet & { hasScan: boolean; keyings: number; counted: number }

/** The newest first, with how far each is. */
export async function listSheets(db: Database, petitionId: number): Promise<ListedSheet[]> {
  const rows = await db
    .selectFrom('paperSheets')
    .selectAll()
    .select([
      sql<boolean>`exists (select from paper_scans where sheet_id = paper_sheets.id)`.as('hasScan'),
      sql<number>`(select count(*)::int from paper_keyings where sheet_id = paper_sheets.id)`.as('keyings'),
      sql<number>`(select count(*)::int from paper_signatures where sheet_id = paper_sheets.id and not exists (
        select from paper_reversals where paper_reversals.petition_id = paper_signatures.petition_id
        and signature_number = paper_signatures.number))`.as('counted'),
    ])
    .where('petitionId', '=', petitionId)
    .orderBy('number', 'desc')
    .execute()
  return rows
}

export async function findSheet(
  db: Database | Transaction,
  petitionId: number,
  number: number,
): Promise<PaperSheet | undefined> {
  return db
    .selectFrom('paperSheets')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .where('number', '=', number)
    .executeTakeFirst()
}

/** Sheets as they were ordered, to be printed (again). */
export function listIssued(
  db: Database,
  petitionId: number,
  { from, to }: { from: number; to: number },
): Promise<PaperSheet[]> {
  return db
    .selectFrom('paperSheets')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .where('number', '>=', from)
    .where('number', '<=', to)
    .orderBy('number')
    .limit(MOST_SHEETS)
    .execute()
}
