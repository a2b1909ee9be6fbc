import type { Transaction } from '../database/connect.js'

/**
 * Empties what a petition's paper tells of people, in the transaction that destroys its key: scans, readings and readers
 * go; of each line its number, day, strength and place on its sheet stay, so that the tally can be recounted.
 */
export async function emptyPaper(trx: Transaction, petitionId: number): Promise<void> {
  const sheets = trx.selectFrom('paperSheets').select('id').where('petitionId', '=', petitionId)
  await trx.deleteFrom('paperScans').where('sheetId', 'in', sheets).execute()
  await trx.updateTable('paperKeyings').set({ sealed: null }).where('sheetId', 'in', sheets).execute()
  await trx
    .updateTable('paperKeyers')
    .set({ sealed: null, emailFingerprint: null })
    .where('petitionId', '=', petitionId)
    .execute()
  await trx
    .updateTable('paperSignatures')
    .set({ sealed: null, fingerprint: null, postcode: '', checkNote: null })
    .where('petitionId', '=', petitionId)
    .execute()
}
