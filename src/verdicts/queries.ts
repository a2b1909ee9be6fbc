import type { Database } from '../database/connect.js'

/** The published replies to a petition, each with what this signer said of it; the newest first. */
export async function listJudged(
  db: Database,
  { petitionId, signatureId }: { petitionId: number; signatureId: number },
) {
  return db
    .selectFrom('replies')
    .innerJoin('decisionMakers', 'decisionMakers.id', 'replies.decisionMakerId')
    .leftJoin('replyVerdicts', (join) =>
      join
        .onRef('replyVerdicts.replyId', '=', 'replies.id')
        .on('replyVerdicts.petitionId', '=', petitionId)
        .on('replyVerdicts.signatureId', '=', signatureId),
    )
    .select(['replies.id', 'replies.body', 'replies.signedBy', 'replies.submittedAt'])
    .select(['replies.kind', 'replies.kindWords', 'replies.meetsOn', 'replyVerdicts.verdict'])
    .select('decisionMakers.name')
    .where('replies.petitionId', '=', petitionId)
    .where('replies.state', '=', 'published')
    .orderBy('replies.id', 'desc')
    .execute()
}

export type JudgedReply = Awaited<ReturnType<typeof listJudged>>[number]
