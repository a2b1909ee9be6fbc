/** Promises become lines of the public register; the feature `outcomes` asks what came of them. */

import type { Transaction } from '../database/connect.js'
import type { OutcomeParty, Reply } from '../database/tables.js'

export interface NewPromise {
  petitionId: number
  decisionMakerId: number
  promise: string
  promisedOn: string
  dueOn: string
  source: string
  addedBy: OutcomeParty
  addedAt: Date
}

export async function addPromise(trx: Transaction, promise: NewPromise): Promise<void> {
  await trx.insertInto('outcomes').values(promise).execute()
}

/** What a reply promises, from the day on which it is published; publishing it again adds no second line. */
export async function addPromiseOf(
  trx: Transaction,
  reply: Reply,
  { on, at }: { on: string; at: Date },
): Promise<void> {
  const { id: replyId, petitionId, decisionMakerId, promise, promisedFor } = reply
  if (promise === null || promisedFor === null) return
  await trx
    .insertInto('outcomes')
    .values({
      petitionId,
      decisionMakerId,
      replyId,
      promise,
      promisedOn: on,
      dueOn: promisedFor,
      addedBy: 'decision-maker',
      addedAt: at,
    })
    .onConflict((conflict) => conflict.column('replyId').doNothing())
    .execute()
}
