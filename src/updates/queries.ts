import type { Selectable } from 'kysely'
import type { Database } from '../database/connect.js'
import type { MailingTable, Update } from '../database/tables.js'
import { PUBLIC_STATES } from '../petitions/states.js'

export interface MailingProgress
  extends Pick<Selectable<MailingTable>, 'id' | 'kind' | 'state' | 'queued' | 'createdAt'> {
  /** The update's title; a reply has none. */
  title: string | null
  sent: number
  failed: number
  /** Signers who withdrew or stopped the news between the walk and the mail. */
  dropped: number
}

/** What stands on the petition's page, the newest first; an update that was removed does not. */
export async function listUpdates(db: Database, petitionId: number): Promise<Update[]> {
  return db
    .selectFrom('updates')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .where('removedAt', 'is', null)
    .orderBy('publishedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** How far each mailing of a petition is, the newest first. */
export async function listMailings(db: Database, petitionId: number): Promise<MailingProgress[]> {
  const rows = await db
    .selectFrom('mailings')
    .leftJoin('updates', 'updates.id', 'mailings.updateId')
    .leftJoinLateral(
      (query) =>
        query
          .selectFrom('mails')
          .whereRef('mails.mailingId', '=', 'mailings.id')
          .select(({ fn }) => [
            fn.countAll<number>().filterWhere('mails.state', '=', 'sent').as('sent'),
            fn.countAll<number>().filterWhere('mails.state', '=', 'failed').as('failed'),
            fn.countAll<number>().filterWhere('mails.state', '=', 'dropped').as('dropped'),
          ])
          .as('counts'),
      (join) => join.onTrue(),
    )
    .select([
      'mailings.id',
      'mailings.kind',
      'mailings.state',
      'mailings.queued',
      'mailings.createdAt',
      'updates.title',
      'counts.sent',
      'counts.failed',
      'counts.dropped',
    ])
    .where('mailings.petitionId', '=', petitionId)
    .orderBy('mailings.id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    sent: row.sent ?? 0,
    failed: row.failed ?? 0,
    dropped: row.dropped ?? 0,
  }))
}

/** How many people a mailing would reach now. */
export async function countNewsReaders(db: Database, petitionId: number): Promise<number> {
  const { readers } = await db
    .selectFrom('signatures')
    .select(({ fn }) => fn.countAll<number>().as('readers'))
    .where('petitionId', '=', petitionId)
    .where('state', '=', 'confirmed')
    .where('updates', '=', true)
    .executeTakeFirstOrThrow()
  return readers
}

/** What the letters of a mailing need, one row for each mail that is still wanted and may still be sent. */
export async function findNewsLetters(db: Database, mailIds: number[]) {
  return (
    db
      .selectFrom('mails')
      .innerJoin('signatures', (join) =>
        join
          .onRef('signatures.petitionId', '=', 'mails.petitionId')
          .onRef('signatures.id', '=', 'mails.signatureId'),
      )
      .innerJoin('petitions', 'petitions.id', 'signatures.petitionId')
      .innerJoin('petitionCounts', 'petitionCounts.petitionId', 'petitions.id')
      .innerJoin('mailings', 'mailings.id', 'mails.mailingId')
      .leftJoin('updates', 'updates.id', 'mailings.updateId')
      .leftJoin('replies', 'replies.id', 'mailings.replyId')
      .leftJoin('decisionMakers', 'decisionMakers.id', 'replies.decisionMakerId')
      .select([
        'mails.id as mailId',
        'mails.kind',
        'mails.locale',
        'signatures.petitionId',
        'signatures.id as signatureId',
        'signatures.sealed',
        'petitions.slug',
        'petitions.title',
        'petitions.state',
        'petitions.campaignerName',
        'petitionCounts.confirmed',
        'updates.title as updateTitle',
        'updates.body as updateBody',
        'replies.body as replyBody',
        'replies.id as replyId',
        'replies.kind as replyKind',
        'replies.kindWords',
        'replies.meetsOn',
        'replies.signedBy',
        'replies.state as replyState',
        'decisionMakers.name as makerName',
        'decisionMakers.role as makerRole',
        'decisionMakers.organisation as makerOrganisation',
      ])
      .where('mails.id', 'in', mailIds)
      .where('signatures.state', '=', 'confirmed')
      .where('signatures.updates', '=', true)
      .where('petitions.state', 'in', PUBLIC_STATES)
      // Also true of a reply, which has no update.
      .where('updates.removedAt', 'is', null)
      .execute()
  )
}

export type NewsLetter = Awaited<ReturnType<typeof findNewsLetters>>[number]

/** The notices to campaigners that are still true: closed, without a statement, and the mails not stopped. */
export async function findClosedPetitions(db: Database, mailIds: number[]) {
  return db
    .selectFrom('mails')
    .innerJoin('petitions', 'petitions.id', 'mails.petitionId')
    .innerJoin('petitionCounts', 'petitionCounts.petitionId', 'petitions.id')
    .innerJoin('accounts', 'accounts.id', 'mails.accountId')
    .select([
      'mails.id as mailId',
      'mails.locale',
      'petitions.id as petitionId',
      'petitions.slug',
      'petitions.title',
      'petitionCounts.confirmed',
      'accounts.emailSealed',
    ])
    .where('mails.id', 'in', mailIds)
    .where('petitions.state', '=', 'closed')
    .where('petitions.closingStatement', 'is', null)
    .where('petitions.campaignerMails', '=', true)
    .execute()
}

/** What the letters to followers need: the petition they are about, and the one that was signed. */
export async function findFollowerLetters(db: Database, mailIds: number[]) {
  return (
    db
      .selectFrom('mails')
      .innerJoin('signatures', (join) =>
        join
          .onRef('signatures.petitionId', '=', 'mails.petitionId')
          .onRef('signatures.id', '=', 'mails.signatureId'),
      )
      .innerJoin('petitions as signed', 'signed.id', 'signatures.petitionId')
      .innerJoin('mailings', 'mailings.id', 'mails.mailingId')
      .innerJoin('petitions', 'petitions.id', 'mailings.petitionId')
      .leftJoin('updates', 'updates.id', 'mailings.updateId')
      .select([
        'mails.id as mailId',
        'mails.kind',
        'mails.locale',
        'signatures.petitionId',
        'signatures.id as signatureId',
        'signatures.sealed',
        'signed.title as signedTitle',
        'petitions.slug',
        'petitions.title',
        'petitions.ask',
        'petitions.state',
        'petitions.campaignerName',
        'updates.title as updateTitle',
        'updates.body as updateBody',
      ])
      .where('mails.id', 'in', mailIds)
      .where('signatures.state', '=', 'confirmed')
      .where('signatures.campaignerNews', '=', true)
      .where('petitions.state', 'in', PUBLIC_STATES)
      // Also true of an opening, which has no update.
      .where('updates.removedAt', 'is', null)
      .execute()
  )
}

export type FollowerLetter = Awaited<ReturnType<typeof findFollowerLetters>>[number]
