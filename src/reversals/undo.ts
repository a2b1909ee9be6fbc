/** Taking a decision back before its time is up: a slip of the hand is told to nobody, a change of mind to whom it concerns. */

import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { AuditEntry, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { type Moderator, recordAct } from '../moderation/record.js'
import { UNDOABLE, undoableUntil } from '../moderation/undoable.js'
import { reverse } from './reverse.js'

export type UndoOutcome =
  | 'undone'
  | 'undone-before'
  | 'too-late'
  /** Somebody has contested it: the appeal decides. */
  | 'appealed'
  | 'moved-on'
  | 'signed'

/** Where decisions are told: to campaigners and signers, and to decision-makers. */
const QUEUES = ['milestone-mails', 'decision-maker-notices'] as const

/** What is told to whoever reported. */
const TO_REPORTERS: readonly string[] = ['report-decided', 'reporter-suspended']

type Undoing = Pick<Deps, 'db' | 'jobs' | 'keyring' | 'clock' | 'config'>

/** @returns undefined for an entry that does not exist, or whose act has no undo. */
export async function undoAct(
  deps: Undoing,
  entryId: number,
  moderator: Moderator,
): Promise<UndoOutcome | undefined> {
  const outcome = await deps.db.transaction().execute(async (trx): Promise<UndoOutcome | undefined> => {
    const entry = await trx
      .selectFrom('auditEntries')
      .selectAll()
      .where('id', '=', entryId)
      .where('act', 'in', [...UNDOABLE])
      .executeTakeFirst()
    if (!entry || entry.petitionId === null) return undefined
    // For update, not less: a signature that is being written refers to this row and waits, or is waited for.
    const petition = await trx
      .selectFrom('petitions')
      .selectAll()
      .where('id', '=', entry.petitionId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    return undoWithin(deps, trx, entry, petition, moderator)
  })
  if (outcome === 'undone') {
    deps.jobs.wakeLater('milestone-mails')
    deps.jobs.wakeLater('decision-maker-notices')
  }
  return outcome
}

async function undoWithin(
  deps: Undoing,
  trx: Transaction,
  entry: AuditEntry,
  petition: Petition,
  moderator: Moderator,
): Promise<UndoOutcome> {
  const at = deps.clock.now()
  const { undoneAt } = await trx
    .selectFrom('auditEntries')
    .select('undoneAt')
    .where('id', '=', entry.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (undoneAt) return 'undone-before'
  if (undoableUntil(entry.at) < at) return 'too-late'
  const appeal = await trx
    .selectFrom('appeals')
    .select('id')
    .where('entryId', '=', entry.id)
    .executeTakeFirst()
  if (appeal) return 'appealed'

  const reversed = await reverse(deps, trx, entry, petition, 'undo')
  if (reversed !== 'done') return reversed
  await trx.updateTable('auditEntries').set({ undoneAt: at }).where('id', '=', entry.id).execute()
  const { petitionId, replyId, reportId, limitId } = entry
  await recordAct(trx, {
    act: 'decision-undone',
    moderator,
    petitionId,
    replyId,
    reportId,
    limitId,
    undoesId: entry.id,
    at,
  })
  await untell(trx, entry.id, at)
  return 'undone'
}

/** Drops the mails that have not left; whoever has read theirs is told that it is not so any more. */
async function untell(trx: Transaction, entryId: number, at: Date): Promise<void> {
  await trx
    .updateTable('mails')
    .set({ state: 'dropped', doneAt: at })
    .where('queue', 'in', QUEUES)
    .where('state', '=', 'due')
    .where(sql<boolean>`(params->>'entry')::bigint = ${entryId}`)
    .execute()
  const read = await trx
    .selectFrom('mails')
    .select(['kind', 'petitionId', 'accountId', 'signatureId', 'decisionMakerId', 'locale', 'params'])
    .where('queue', 'in', QUEUES)
    .where('state', '=', 'sent')
    // They left within the minutes in which there is an undo.
    .where('askedAt', '>=', new Date(at.getTime() - 3_600_000))
    .where(sql<boolean>`(params->>'entry')::bigint = ${entryId}`)
    .execute()
  await addMails(
    trx,
    read.map(({ kind, petitionId, accountId, signatureId, decisionMakerId, locale, params }) => ({
      queue: QUEUES[decisionMakerId === null ? 0 : 1],
      // Whoever reported has no account: the letter about their report finds their address.
      kind: TO_REPORTERS.includes(kind) ? 'report-undone' : 'decision-undone',
      locale,
      params,
      ...(petitionId === null ? {} : { petitionId }),
      ...(accountId === null ? {} : { accountId }),
      ...(signatureId === null ? {} : { signatureId }),
      ...(decisionMakerId === null ? {} : { decisionMakerId }),
    })),
  )
}
