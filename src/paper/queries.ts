import type { Database } from '../database/connect.js'

/** Every line of a petition that was ever counted, with what became of it, by number; or those of one sheet. */
export function listLines(db: Database, petitionId: number, sheetId?: number) {
  return db
    .selectFrom('paperSignatures as line')
    .innerJoin('paperSheets as sheet', 'sheet.id', 'line.sheetId')
    .leftJoin('paperReversals as reversal', (join) =>
      join
        .onRef('reversal.petitionId', '=', 'line.petitionId')
        .onRef('reversal.signatureNumber', '=', 'line.number'),
    )
    .select([
      'line.number',
      'line.line',
      'sheet.number as sheet',
      'line.strength',
      'line.sealed',
      'line.postcode',
      'line.signedOn',
      'line.sameAs',
      'line.checkNote',
      'reversal.reason',
      'reversal.reversedAt',
    ])
    .where('line.petitionId', '=', petitionId)
    .$if(sheetId !== undefined, (query) => query.where('line.sheetId', '=', sheetId!))
    .orderBy('line.number')
    .execute()
}

export type PaperLine = Awaited<ReturnType<typeof listLines>>[number]

/** Which lines were taken back: public, as every removal is. */
export function listReversals(db: Database, petitionId: number) {
  return db
    .selectFrom('paperReversals')
    .select(['number', 'signatureNumber', 'reason', 'byDesk', 'reversedAt'])
    .where('petitionId', '=', petitionId)
    .orderBy('number', 'desc')
    .execute()
}

export function listPaperTallies(db: Database, petitionId: number) {
  return db
    .selectFrom('paperTallies')
    .select(['strength', ({ fn }) => fn.sum<string>('counted').as('counted')])
    .where('petitionId', '=', petitionId)
    .groupBy('strength')
    .orderBy('strength')
    .execute()
}
