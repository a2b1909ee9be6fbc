/** The last look, the link by mail, and the button behind it. */

import type { FastifyInstance, FastifyReply } from 'fastify'
import { openSession } from '../accounts/sessions.js'
import type { AccountLimit } from '../database/tables.js'
import { readAddress } from '../mail/canonical-address.js'
import { contactOf } from '../mail/contact.js'
import type { Site } from '../web/site.js'
import type { Draft } from './drafts.js'
import type { DraftGate } from './gate.js'
import { type Frame, showConfirmation, showLimited, showLinkOver, showReview, showSent } from './pages.js'
import { frameOf } from './step-routes.js'
import { readingNow } from './steps.js'
import { askForConfirmation, findLinkLimit, isConfirmationOpen, submitDraft } from './submit.js'

export function submissionRoutes(app: FastifyInstance, site: Site, gate: DraftGate): void {
  const review = async (reply: FastifyReply, frame: Frame, status: 200 | 422) =>
    reply.code(status).send(await showReview(reply, frame, readingNow(site)))

  app.get(
    '/drafts/:token/review',
    gate(async (request, reply, draft) => review(reply, frameOf(site, request, draft), 200)),
  )

  app.post(
    '/drafts/:token/review',
    gate(async (request, reply, draft) => {
      if (draft.email) await site.limits.take('sign-in-address', readAddress(draft.email)!.canonical)
      switch (await askForConfirmation(site, draft, request.reader.locale)) {
        case 'incomplete':
          return review(reply, frameOf(site, request, draft), 422)
        case 'sent':
          return reply.seeOther(`/drafts/${draft.token}/check-your-inbox`)
      }
    }),
  )

  app.get(
    '/drafts/:token/check-your-inbox',
    gate(async (_request, reply, { token, email }) => {
      if (!email) return reply.seeOther(`/drafts/${token}/you`)
      return reply.send(await showSent(reply, { token, email }))
    }),
  )

  const linkOver = async (reply: FastifyReply, { token }: Draft) =>
    reply.code(410).send(await showLinkOver(reply, { token }))

  const limited = async (reply: FastifyReply, limit: AccountLimit) =>
    reply.code(403).send(await showLimited(reply, { limit, contact: contactOf(site.config) }))

  app.get(
    '/drafts/:token/confirmation/:link',
    gate(async (request, reply, draft) => {
      const { link } = request.params as { link: string }
      if (!(await isConfirmationOpen(site, draft, link))) return linkOver(reply, draft)
      const limit = await findLinkLimit(site, draft, link)
      if (limit) return limited(reply, limit)
      return reply.send(await showConfirmation(reply, { draft, link }))
    }),
  )

  app.post(
    '/drafts/:token/confirmation/:link',
    gate(async (request, reply, draft) => {
      const { link } = request.params as { link: string }
      const submission = await submitDraft(site, draft, link)
      switch (submission.outcome) {
        case 'link-over':
          return linkOver(reply, draft)
        case 'incomplete':
          return review(reply, frameOf(site, request, draft), 422)
        case 'limited':
          return limited(reply, submission.limit)
        case 'submitted':
          await openSession(site, reply, submission.accountId)
          return reply.seeOther(`/drafts/${draft.token}/status`)
        case 'submitted-before':
          return reply.seeOther(`/drafts/${draft.token}/status`)
      }
    }),
  )
}
