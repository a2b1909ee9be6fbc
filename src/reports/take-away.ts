/** How each kind of thing leaves the site's pages, and how it comes back. */

import type { Transaction } from '../database/connect.js'
import type { AuditEntry, Report } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { NewMail } from '../mail/outbox.js'
import { hidePictureOf, showPictureOf } from '../petitions/pictures.js'
import { sealRemoved, unsealRemoved } from './reporter.js'

type Keeper = Pick<Deps, 'db' | 'keyring' | 'clock'>

/** Whom the statement of reasons is for; nobody when the petition has no account. */
type Author = Pick<NewMail, 'accountId' | 'signatureId' | 'locale'> | undefined

type Taking = (deps: Keeper, trx: Transaction, report: Report) => Promise<{ author: Author } | undefined>

/** Each takes a reported thing away; undefined when it does not stand there any more. */
export const TAKE_AWAY = {
  /** Off every page, list and dossier that is made from now on; the signature still counts. */
  reason: (async ({ db, keyring }, trx, report) => {
    const { id, petitionId, signatureId } = report
    if (signatureId === null) return undefined
    const signature = await trx
      .selectFrom('signatures')
      .select(['comment', 'locale'])
      .where('petitionId', '=', petitionId)
      .where('id', '=', signatureId)
      .where('state', '=', 'confirmed')
      .forUpdate()
      .executeTakeFirst()
    if (!signature?.comment) return undefined
    await setComment(trx, report, null)
    const keys = await keyring.findPetitionKeys(db, petitionId)
    const removedSealed = keys ? sealRemoved(keys, report, signature.comment) : null
    await trx.updateTable('reports').set({ removedSealed }).where('id', '=', id).execute()
    return { author: { signatureId, locale: signature.locale } }
  }) satisfies Taking,

  /** Off the petition's page, and out of the mails that have not left yet. */
  update: (async ({ clock }, trx, { petitionId, updateId }) => {
    const removed = await trx
      .updateTable('updates')
      .set({ removedAt: clock.now() })
      .where('id', '=', updateId)
      .where('removedAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    return removed && { author: await findCampaigner(trx, petitionId) }
  }) satisfies Taking,

  /** The poster takes its place. */
  picture: (async ({ clock }, trx, { petitionId, pictureId }) => {
    if (pictureId === null || !(await hidePictureOf(trx, petitionId, pictureId, clock.now())))
      return undefined
    return { author: await findCampaigner(trx, petitionId) }
  }) satisfies Taking,
}

/**
 * Undoes a removal, as its line of the log names it.
 *
 * @returns false when nothing is left that could come back: who withdrew their signature took their words along.
 */
export async function putBack(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  trx: Transaction,
  { act, petitionId, reportId, pictureId }: AuditEntry,
): Promise<boolean> {
  if (petitionId === null) return false
  if (act === 'picture-removed')
    return pictureId !== null && (await showPictureOf(trx, petitionId, pictureId))
  const report = await trx.selectFrom('reports').selectAll().where('id', '=', reportId).executeTakeFirst()
  if (!report) return false
  if (act === 'update-removed') {
    const shown = await trx
      .updateTable('updates')
      .set({ removedAt: null })
      .where('id', '=', report.updateId)
      .where('removedAt', 'is not', null)
      .returning('id')
      .executeTakeFirst()
    return shown !== undefined
  }
  const keys = await keyring.findPetitionKeys(db, petitionId)
  const words = keys && unsealRemoved(keys, report)
  if (!words || !(await setComment(trx, report, words))) return false
  await trx.updateTable('reports').set({ removedSealed: null }).where('id', '=', report.id).execute()
  return true
}

/** Words that someone wrote since are not written over. */
async function setComment(
  trx: Transaction,
  { petitionId, signatureId }: Report,
  comment: string | null,
): Promise<boolean> {
  const written = await trx
    .updateTable('signatures')
    .set({ comment })
    .where('petitionId', '=', petitionId)
    .where('id', '=', signatureId)
    .where('state', '=', 'confirmed')
    .where('comment', comment === null ? 'is not' : 'is', null)
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

async function findCampaigner(trx: Transaction, petitionId: number): Promise<Author> {
  return trx
    .selectFrom('petitions')
    .innerJoin('accounts', 'accounts.id', 'petitions.accountId')
    .select(['accounts.id as accountId', 'accounts.locale'])
    .where('petitions.id', '=', petitionId)
    .executeTakeFirst()
}
