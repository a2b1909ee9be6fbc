/** Whom a decision concerns, so that they may contest it and are told what came of it. */

import { addressOf, getAccount } from '../accounts/accounts.js'
import type { AuditEntry, Locale } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { unsealDecisionMakerAddress } from '../petitions/decision-maker.js'
import { findReport } from '../reports/queries.js'
import { unsealContact } from '../reports/reporter.js'
import { unsealSigner } from '../signatures/signer.js'

export interface Appellant {
  to: string
  locale: Locale
}

/** @returns undefined for who gave no address, or is not known to the site any more. */
export async function findAppellant(deps: Deps, entry: AuditEntry): Promise<Appellant | undefined> {
  switch (entry.act) {
    case 'report-kept':
    case 'reporter-suspended':
      return findReporter(deps, entry)
    case 'reason-removed':
      return findSigner(deps, entry)
    case 'reply-refused':
      return findDecisionMaker(deps, entry)
    default:
      return findAccountHolder(deps, entry)
  }
}

async function findReporter(deps: Deps, { reportId }: AuditEntry): Promise<Appellant | undefined> {
  const report = reportId === null ? undefined : await findReport(deps.db, reportId)
  const keys = await deps.keyring.getSiteKeys(deps.db, 'reports')
  const to = report && unsealContact(keys, report)?.email
  return to ? { to, locale: report.locale } : undefined
}

async function findSigner(
  { db, keyring }: Deps,
  { petitionId, reportId }: AuditEntry,
): Promise<Appellant | undefined> {
  if (petitionId === null) return undefined
  const keys = await keyring.findPetitionKeys(db, petitionId)
  const signature = await db
    .selectFrom('reports')
    .innerJoin('signatures', (join) =>
      join
        .onRef('signatures.petitionId', '=', 'reports.petitionId')
        .onRef('signatures.id', '=', 'reports.signatureId'),
    )
    .select(['signatures.petitionId', 'signatures.sealed', 'signatures.locale'])
    .where('reports.id', '=', reportId)
    .executeTakeFirst()
  const signer = keys && signature && unsealSigner(keys, signature)
  return signer && { to: signer.email, locale: signature.locale }
}

async function findDecisionMaker(
  { db, keyring }: Deps,
  { petitionId, replyId }: AuditEntry,
): Promise<Appellant | undefined> {
  if (petitionId === null) return undefined
  const keys = await keyring.findPetitionKeys(db, petitionId)
  const maker = await db
    .selectFrom('replies')
    .innerJoin('decisionMakers', 'decisionMakers.id', 'replies.decisionMakerId')
    .select(['decisionMakers.petitionId', 'decisionMakers.emailSealed', 'decisionMakers.locale'])
    .where('replies.id', '=', replyId)
    .executeTakeFirst()
  const to = keys && maker && unsealDecisionMakerAddress(keys, maker)
  return to ? { to, locale: maker.locale } : undefined
}

async function findAccountHolder(
  deps: Deps,
  { petitionId, limitId }: AuditEntry,
): Promise<Appellant | undefined> {
  const holder =
    limitId !== null
      ? await deps.db
          .selectFrom('accountLimits')
          .select('accountId')
          .where('id', '=', limitId)
          .executeTakeFirst()
      : await deps.db
          .selectFrom('petitions')
          .select('accountId')
          .where('id', '=', petitionId)
          .executeTakeFirst()
  if (!holder || holder.accountId === null) return undefined
  const account = await getAccount(deps.db, holder.accountId)
  return { to: await addressOf(deps, account), locale: account.locale }
}
