import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { Verdict } from '../database/tables.js'

export interface GivenVerdict {
  petitionId: number
  signatureId: number
  replyId: number
  verdict: Verdict
}

/**
 * Keeps what a signer says of a reply, in place of what they said before.
 *
 * One statement, so that two clicks leave one answer, and who withdraws at the same moment none: the signature is held
 * while the answer is written.
 *
 * @returns false when the reply is not published, is not one to their petition, or the signature does not count.
 */
export async function giveVerdict(db: Database, given: GivenVerdict): Promise<boolean> {
  const { petitionId, signatureId, replyId, verdict } = given
  const { rows } = await sql`
    insert into reply_verdicts (reply_id, petition_id, signature_id, verdict)
    select replies.id, signatures.petition_id, signatures.id, ${verdict}
    from signatures
    join replies on replies.petition_id = signatures.petition_id
    where signatures.petition_id = ${petitionId} and signatures.id = ${signatureId}
      and signatures.state = 'confirmed'
      and replies.id = ${replyId} and replies.state = 'published'
    for share of signatures
    on conflict (reply_id, signature_id) do update set verdict = excluded.verdict
    returning reply_id`.execute(db)
  return rows.length > 0
}
