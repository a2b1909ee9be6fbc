/** The steps whose form is plain fields: seen, kept while typing, previewed, and sent. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isTicked, line } from '../web/form.js'
import type { Site } from '../web/site.js'
import { changeDraft, type Draft } from './drafts.js'
import type { DraftGate } from './gate.js'
import { type Frame, showFormStep, showText } from './pages.js'
import { sendDraftLink } from './resume.js'
import { FORM_STEPS, readingNow, type StepName, stepAfter } from './steps.js'

export function stepRoutes(app: FastifyInstance, site: Site, gate: DraftGate): void {
  for (const step of FORM_STEPS) {
    const path = `/drafts/:token/${step.name}`

    app.get(
      path,
      gate(async (request, reply, draft) => {
        const page = { typed: step.typedOf(draft) }
        return reply.send(
          await showFormStep(reply, step, frameOf(site, request, draft), page, readingNow(site)),
        )
      }),
    )

    app.post(
      path,
      gate(async (request, reply, draft) => {
        const reading = readingNow(site)
        const { typed, faults, save } = step.read(request.body, reading)
        const frame = frameOf(site, request, draft)
        // What is right is kept even beside a fault: closing the page now loses as little as possible.
        if (!(await changeDraft(site, draft, (trx) => save(trx, draft))))
          return reply.seeOther(`/drafts/${draft.token}/status`)
        if (step.name === 'text' && isTicked(request.body, 'preview'))
          return reply.send(await showText(reply, frame, { typed, isPreview: true }))
        if (Object.keys(faults).length > 0)
          return reply.code(422).send(await showFormStep(reply, step, frame, { typed, faults }, reading))
        if (step.name === 'you') await sendDraftLink(site, draft, typed.email!, request.reader.locale)
        return goOn(reply, frame, step.name)
      }),
    )

    // For the script: whatever can be kept of a form that somebody is still filling in.
    app.post(
      `${path}/draft`,
      gate(async (request, reply, draft) => {
        const { save } = step.read(request.body, { ...readingNow(site), isHalfTyped: true })
        const isKept = await changeDraft(site, draft, (trx) => save(trx, draft))
        return reply.code(isKept ? 204 : 409).send()
      }),
    )
  }
}

export function frameOf({ config }: Site, request: FastifyRequest, draft: Draft): Frame {
  return {
    draft,
    publicUrl: config.publicUrl,
    isFromReview: line(request.query, 'from') === 'review',
  }
}

export function goOn(reply: FastifyReply, { draft, isFromReview }: Frame, step: StepName): FastifyReply {
  return reply.seeOther(`/drafts/${draft.token}/${isFromReview ? 'review' : stepAfter(step)}`)
}
