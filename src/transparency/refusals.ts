/** Petitions that were refused, for everyone to judge the judge. */

import type { Database } from '../database/connect.js'

export const REFUSALS_PAGE = 20

/** Grounds on which the content itself is what must not stand: neither its title nor its text is shown again. */
const OF_THE_CONTENT = new Set(['personal-data', 'defamation', 'hate', 'illegal', 'commercial'])

export interface Refusal {
  id: number
  at: Date
  reason: string
  /** Named also where the content is not shown: it says nothing of what was asked. */
  law: string | null
  note: string
  /** Undefined where the content itself is the reason. */
  petition: { title: string; ask: string; body: string; locale: string } | undefined
  appeal: 'none' | 'received' | 'upheld' | 'reversed'
}

/**
 * The newest first; one more than a page tells that there is a next one. Never who asked. The moderator's sentence is
 * left out with the content, for it quotes what must not stand.
 */
export async function listRefusals(db: Database, before: number | undefined): Promise<Refusal[]> {
  let query = db
    .selectFrom('auditEntries as entry')
    .innerJoin('petitions', 'petitions.id', 'entry.petitionId')
    .leftJoin('appeals', 'appeals.entryId', 'entry.id')
    .select(['entry.id', 'entry.at', 'entry.reason', 'entry.law', 'entry.note', 'appeals.state as appeal'])
    .select(['petitions.title', 'petitions.ask', 'petitions.body', 'petitions.locale'])
    .where('entry.act', '=', 'petition-refused')
    .where('entry.undoneAt', 'is', null)
    .orderBy('entry.id', 'desc')
    .limit(REFUSALS_PAGE + 1)
  if (before !== undefined) query = query.where('entry.id', '<', before)
  const rows = await query.execute()
  return rows.map(({ id, at, reason, law, note, appeal, ...petition }) => {
    const isShown = reason !== null && !OF_THE_CONTENT.has(reason)
    return {
      id,
      at,
      reason: reason ?? '',
      law,
      note: isShown ? (note ?? '') : '',
      petition: isShown ? petition : undefined,
      appeal: appeal ?? 'none',
    }
  })
}
