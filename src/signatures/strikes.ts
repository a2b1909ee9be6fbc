/**
 * What whoever received a list of signatures has to be told (GDPR, Article 19): this number is to be struck, or was
 * corrected. Written in the transaction of the act; nothing but the number, which names nobody.
 */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'

export interface Struck {
  petitionId: number
  signatureIds: number[]
  act: 'strike' | 'correct'
  at: Date
}

/**
 * Notes them where a dossier may hold the signatures: one that is made, or is being made. Call it while they
 * still tell when they were confirmed; where that is not known any more, every dossier may.
 */
export async function strikeFromDossiers(
  trx: Database | Transaction,
  { petitionId, signatureIds, act, at }: Struck,
): Promise<void> {
  await sql`
    insert into strikes (petition_id, number, act, at)
    select petition_id, number, ${act}, ${at}::timestamptz from signatures
    where petition_id = ${petitionId} and id = any(${signatureIds}::bigint[]) and number is not null and exists (
      select from dossiers where dossiers.petition_id = signatures.petition_id and state in ('due', 'ready')
        and coalesce(signatures.confirmed_at <= ready_at, true)
    )`.execute(trx)
}

/** The same of a line on paper that was taken back: as the last thing its transaction does. */
export async function strikePaperLine(
  trx: Transaction,
  { petitionId, number, at }: { petitionId: number; number: number; at: Date },
): Promise<void> {
  await sql`
    insert into strikes (petition_id, number, act, at, list)
    select petition_id, number, 'strike', ${at}::timestamptz, 'paper' from paper_signatures as line
    where petition_id = ${petitionId} and number = ${number} and exists (
      select from dossiers where dossiers.petition_id = line.petition_id and state in ('due', 'ready')
        and coalesce(line.counted_at <= ready_at, true)
    )`.execute(trx)
}

/** For who has made a dossier: lines that it holds and that were taken back since, unseen by a dossier that was not there. */
export async function strikeMissedLines(
  db: Database,
  { petitionId, paper, at }: { petitionId: number; paper: { numbered: number; reversed: number }; at: Date },
): Promise<void> {
  await sql`
    insert into strikes (petition_id, number, act, at, list)
    select petition_id, signature_number, 'strike', ${at}::timestamptz, 'paper' from paper_reversals as back
    where petition_id = ${petitionId} and number > ${paper.reversed} and signature_number <= ${paper.numbered}
      and not exists (
        select from strikes
        where strikes.petition_id = back.petition_id and strikes.number = signature_number and list = 'paper'
      )`.execute(db)
}

/** Nobody's clock is exactly another's, and a transaction takes a moment. */
const MARGIN_MS = 60_000

/**
 * For who has made a dossier: a withdrawal that looked for dossiers before this one was ordered, and was committed after
 * its rows were read, saw no dossier, while the dossier still saw the signature. `findListed` tells which of some
 * numbers the dossier holds.
 */
export async function strikeMissed(
  db: Database,
  { petitionId, since, at }: { petitionId: number; since: Date; at: Date },
  findListed: (numbers: Set<number>) => Promise<number[]>,
): Promise<void> {
  const { rows: withdrawn } = await sql<{ number: number }>`
    select number from signatures
    where petition_id = ${petitionId} and withdrawn_at >= ${new Date(since.getTime() - MARGIN_MS)}
      and state = 'withdrawn' and number is not null`.execute(db)
  if (withdrawn.length === 0) return
  const listed = await findListed(new Set(withdrawn.map(({ number }) => number)))
  await sql`
    insert into strikes (petition_id, number, act, at)
    select ${petitionId}::bigint, number, 'strike', ${at}::timestamptz
    from unnest(${listed}::int[]) as listed (number)
    where not exists (
      select from strikes where petition_id = ${petitionId} and strikes.number = listed.number
        and list = 'online' and act = 'strike' and strikes.at >= ${since}::timestamptz
    )`.execute(db)
}
