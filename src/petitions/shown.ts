import type { FastifyRequest } from 'fastify'
import type { Petition } from '../database/tables.js'
import { translatorFor } from '../i18n/translate.js'
import { NotShownError } from '../web/errors.js'
import type { Site } from '../web/site.js'
import { reasonLabel } from './moderation-reasons.js'
import { findPetitionBySlug } from './queries.js'
import { PUBLIC_STATES } from './states.js'

/**
 * The petition of the address.
 *
 * @throws NotShownError: 404 for what is unknown, unread or refused, 410 with the reason for what a moderator hid.
 */
export async function getShown({ db }: Site, request: FastifyRequest): Promise<Petition> {
  const { slug } = request.params as { slug: string }
  const petition = await findPetitionBySlug(db, slug)
  if (petition && PUBLIC_STATES.includes(petition.state)) return petition
  if (petition?.state !== 'hidden') throw new NotShownError(404)
  const { t } = translatorFor(request.reader.locale)
  const { moderationReason: reason, moderationNote: note } = petition
  throw new NotShownError(410, {
    reason: reason ? reasonLabel(t, reason) : undefined,
    note: note ?? undefined,
  })
}
