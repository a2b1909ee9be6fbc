/** The audit log: who did what, when and why. Written in the transaction of the act itself, so that none lacks its line. */

import type { Database, Transaction } from '../database/connect.js'
import type { Account } from '../database/tables.js'
import type { MessageKey } from '../i18n/translate.js'

/** All that a moderator's work needs of their account. */
export type Moderator = Pick<Account, 'id'>

export const DECISIONS = [
  'petition-published',
  'petition-refused',
  'petition-hidden',
  'petition-shown',
  'reply-published',
  'reply-refused',
  'decision-undone',
  'appeal-reversed',
] as const

/** What is decided about a report; a petition that is hidden because of one has its line above. */
export const REPORT_ACTS = ['report-kept', 'reason-removed', 'update-removed', 'picture-removed'] as const

/** What administrators do about the people of the desk. */
export const PEOPLE_ACTS = [
  'invited-reviewer',
  'invited-moderator',
  'invited-administrator',
  'made-reviewer',
  'made-moderator',
  'made-administrator',
  'person-removed',
  'passkeys-reset',
] as const

const OTHER_ACTS = ['appeal-upheld', 'account-limited', 'limit-lifted', 'reporter-suspended', 'note'] as const

/** What is done about fraud; `signatures-seen` is that somebody looked at names. */
export const FRAUD_ACTS = [
  'alert-closed',
  'signatures-seen',
  'names-searched',
  'signatures-set-aside',
  'signatures-removed',
  'signatures-restored',
] as const

/** What is done about lines signed by hand. */
export const PAPER_ACTS = ['paper-line-checked', 'paper-line-reversed'] as const

/** What administrators do about the rules against fraud; `reason` names the rule. */
export const RULE_ACTS = ['rule-paused', 'rule-resumed'] as const

/** What administrators write into the register of disputes out of court. */
export const DISPUTE_ACTS = ['dispute-added', 'dispute-ended'] as const

/** What is done about mails that do not arrive. */
export const MAIL_ACTS = [
  'address-lifted',
  'recipient-address-corrected',
  'recipient-link-sent',
  'recipient-added',
] as const

/** What is written into the register of promises. */
export const REGISTER_ACTS = ['promise-added', 'outcome-said', 'outcome-disputed'] as const

export type Act =
  | (typeof DECISIONS)[number]
  | (typeof REPORT_ACTS)[number]
  | (typeof PEOPLE_ACTS)[number]
  | (typeof OTHER_ACTS)[number]
  | (typeof FRAUD_ACTS)[number]
  | (typeof RULE_ACTS)[number]
  | (typeof DISPUTE_ACTS)[number]
  | (typeof MAIL_ACTS)[number]
  | (typeof REGISTER_ACTS)[number]
  | (typeof PAPER_ACTS)[number]

/** What may be appealed, by whom it concerns: who was restricted, or whose report was left without effect. */
export const APPEALABLE = [
  'petition-refused',
  'petition-hidden',
  'reply-refused',
  'report-kept',
  'reason-removed',
  'update-removed',
  'picture-removed',
  'account-limited',
  'reporter-suspended',
] as const

export type Appealable = (typeof APPEALABLE)[number]

export function isAppealable(act: string): act is Appealable {
  return (APPEALABLE as readonly string[]).includes(act)
}

/** What moderators do, and what campaigners, decision-makers and the calendar do beside them. */
const ACTS = [
  ...DECISIONS,
  ...REPORT_ACTS,
  ...PEOPLE_ACTS,
  ...OTHER_ACTS,
  ...FRAUD_ACTS,
  ...RULE_ACTS,
  ...DISPUTE_ACTS,
  ...MAIL_ACTS,
  ...REGISTER_ACTS,
  ...PAPER_ACTS,
  'closed',
  'victory',
  'retired',
  'petition-delivered',
  'decision-maker-acknowledged',
  'decision-maker-not-me',
  'decision-maker-objected',
] as const

/** The act in the reader's words; one that is not known here is shown as it was written. */
export function actLabel(t: (key: MessageKey) => string, act: string): string {
  const known = ACTS.find((one) => one === act)
  return known ? t(`moderation.act.${known}`) : act
}

/** @returns the entry's id, by which a mail finds again what was said at the time. */
export async function recordAct(
  trx: Transaction | Database,
  entry: {
    act: Act
    /** Undefined for what the operator does on the server. */
    moderator: Moderator | undefined
    /** Left out for what is decided about people alone. */
    petitionId?: number | null
    /** Whom of the desk it is about. */
    subjectId?: number
    replyId?: number | null
    reportId?: number | null
    appealId?: number
    pictureId?: number | null
    limitId?: number | null
    /** The entry that this act takes back. */
    undoesId?: number
    reason?: string
    /** What the decision stands on; empty where the site's rules alone are its ground. */
    law?: string | undefined
    note?: string
    at: Date
  },
): Promise<number> {
  const { moderator, law, ...values } = entry
  const { id } = await trx
    .insertInto('auditEntries')
    .values({ ...values, law: law || null, accountId: moderator?.id ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
