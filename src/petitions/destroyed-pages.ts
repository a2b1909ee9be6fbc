import type { FastifyReply } from 'fastify'
import type { Database } from '../database/connect.js'
import { translatorFor } from '../i18n/translate.js'
import { sendErrorPage } from '../web/errors.js'
import { PUBLIC_STATES } from './states.js'

/**
 * Answers a link that its petition's key died with: 410, and where the certificate is. Whether the link was ever a
 * true one cannot be told any more; that the petition's signers are erased is public.
 *
 * @returns false, with nothing sent, for any other link.
 */
export async function sendWhenDestroyed(db: Database, reply: FastifyReply, token: string): Promise<boolean> {
  const { request } = reply
  const id = Number.parseInt(/^[a-z]([0-9a-z]{1,10})\./.exec(token)?.[1] ?? '', 36)
  if (!Number.isSafeInteger(id)) return false
  const petition = await db
    .selectFrom('destructions')
    .innerJoin('petitions', 'petitions.id', 'destructions.petitionId')
    .select('slug')
    .where('petitionId', '=', id)
    .where('petitions.state', 'in', [...PUBLIC_STATES, 'hidden'])
    .executeTakeFirst()
  if (!petition) return false
  const { t } = translatorFor(request.reader.locale)
  await sendErrorPage(request, reply, 410, {
    titleKey: 'retention.link.title',
    bodyKey: 'retention.link.body',
    more: { path: `/petitions/${petition.slug}/destruction`, label: t('retention.certificate') },
  })
  return true
}
