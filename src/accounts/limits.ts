/** Accounts that may not launch petitions for a stated time. */

import type { Database, Transaction } from '../database/connect.js'
import type { AccountLimit } from '../database/tables.js'
import type { MessageKey } from '../i18n/translate.js'

/** On what ground; `account_limits.reason` holds the code. */
export const LIMIT_REASONS = ['hate', 'illegal', 'impersonation', 'commercial', 'abuse'] as const
export type LimitReason = (typeof LIMIT_REASONS)[number]

export function isLimitReason(code: string): code is LimitReason {
  return (LIMIT_REASONS as readonly string[]).includes(code)
}

/** The ground in the reader's words; one that is no longer used is shown as it was written. */
export function limitLabel(t: (key: MessageKey) => string, code: string): string {
  return isLimitReason(code) ? t(`moderation.limit.reason.${code}`) : code
}

/** The limit that is in force, if there is one. */
export async function findLimit(
  db: Database | Transaction,
  accountId: number,
  now: Date,
): Promise<AccountLimit | undefined> {
  return db
    .selectFrom('accountLimits')
    .selectAll()
    .where('accountId', '=', accountId)
    .where('liftedAt', 'is', null)
    .where('untilAt', '>', now)
    .orderBy('untilAt', 'desc')
    .executeTakeFirst()
}

/** @returns false when it was lifted before, or has run out. */
export async function liftLimit(trx: Transaction, id: number, at: Date): Promise<boolean> {
  const lifted = await trx
    .updateTable('accountLimits')
    .set({ liftedAt: at })
    .where('id', '=', id)
    .where('liftedAt', 'is', null)
    .where('untilAt', '>', at)
    .returning('id')
    .executeTakeFirst()
  return lifted !== undefined
}
