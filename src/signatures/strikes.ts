/**
 * What whoever received a list of signatures has to be told (GDPR, Article 19): this number is to be struck, or was
 * corrected. Written in the transaction of the act; nothing but the number, which names nobody.
 */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'

export interface Struck {
  petitionId: number
  signatureId: number
  act: 'strike' | 'correct'
  at: Date
}

/**
 * Notes it where a dossier may hold the signature: one that is made, or is being made. Call it while the signature
 * still tells when it was confirmed; where that is not known any more, every dossier may.
 */
export async function strikeFromDossiers(
  trx: Database | Transaction,
  { petitionId, signatureId, act, at }: Struck,
): Promise<void> {
  await sql`
    insert into strikes (petition_id, number, act, at)
    select petition_id, number, ${act}, ${at}::timestamptz from signatures
    where petition_id = ${petitionId} and id = ${signatureId} and number is not null and exists (
      select from dossiers where dossiers.petition_id = signatures.petition_id and state in ('due', 'ready')
        and coalesce(signatures.confirmed_at <= ready_at, true)
    )`.execute(trx)
}

/** Nobody's clock is exactly another's, and a transaction takes a moment. */
const MARGIN_MS = 60_000

/**
 * For who is making a dossier from a snapshot: a withdrawal that looked for dossiers before this one was ordered, and
 * was committed after the snapshot was taken, saw no dossier, while the dossier still saw the signature.
 */
export async function strikeMissed(
  db: Database,
  snapshot: Transaction,
  { petitionId, since, at }: { petitionId: number; since: Date; at: Date },
): Promise<void> {
  const { rows: withdrawn } = await sql<{ id: number }>`
    select id::float8 as id from signatures
    where petition_id = ${petitionId} and withdrawn_at >= ${new Date(since.getTime() - MARGIN_MS)}
      and state = 'withdrawn' and number is not null`.execute(db)
  if (withdrawn.length === 0) return
  const listed = await snapshot
    .selectFrom('signatures')
    .select('number')
    .where('petitionId', '=', petitionId)
    .where('id', '=', sql<number>`any(${withdrawn.map(({ id }) => id)}::bigint[])`)
    .where('state', '=', 'confirmed')
    .execute()
  await sql`
    insert into strikes (petition_id, number, act, at)
    select ${petitionId}::bigint, number, 'strike', ${at}::timestamptz
    from unnest(${listed.map(({ number }) => number)}::int[]) as listed (number)
    where not exists (
      select from strikes where petition_id = ${petitionId} and strikes.number = listed.number
        and act = 'strike' and strikes.at >= ${since}::timestamptz
    )`.execute(db)
}
