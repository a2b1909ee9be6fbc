/** Reporting what should not stand here, without an account; `desk-routes.ts` has what moderators do about it. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { appealPath } from '../moderation/contest.js'
import { guardDesk } from '../moderation/gate.js'
import { findPetitionBySlug } from '../petitions/queries.js'
import { getShown } from '../petitions/shown.js'
import { NotShownError, sendErrorPage } from '../web/errors.js'
import { line, readId } from '../web/form.js'
import { keepPrivate } from '../web/private-page.js'
import type { Site } from '../web/site.js'
import { deskRoutes } from './desk-routes.js'
import { readReport } from './form.js'
import { showNew, showReceipt } from './pages.js'
import { findReportByNumber, findSubject, type Subject } from './queries.js'
import { sendReport } from './send.js'

type SlugRequest = FastifyRequest<{ Params: { slug: string } }>
type NumberRequest = FastifyRequest<{ Params: { slug: string; number: string } }>

export function reportRoutes(app: FastifyInstance, site: Site): void {
  app.get('/petitions/:slug/reports/new', (request: SlugRequest, reply) =>
    site.pages.send(request, reply, async () => {
      const petition = await getShown(site, request)
      return showNew(reply, { petition, subject: await getSubject(site, petition, request.query) })
    }),
  )

  // Where a page of mistakes is reloaded, or read in the other language.
  app.get('/petitions/:slug/reports', async (request: SlugRequest, reply) =>
    reply.seeOther(`/petitions/${encodeURIComponent(request.params.slug)}/reports/new`),
  )

  app.post('/petitions/:slug/reports', async (request: SlugRequest, reply) => {
    await site.limits.takeFrom('report', request)
    const petition = await getShown(site, request)
    const subject = await getSubject(site, petition, request.body)
    const { typed, faults, notice } = readReport(request.body)
    if (!notice) return reply.code(422).send(await showNew(reply, { petition, subject, typed, faults }))

    if (notice.email) await site.limits.take('report-address', notice.email.canonical)
    const { locale } = request.reader
    const number = await sendReport(site, petition, subject, { notice, locale })
    return reply.seeOther(`/petitions/${petition.slug}/reports/${number}`)
  })

  // The number is the key: it opens this page alone, also while the petition is hidden.
  app.get('/petitions/:slug/reports/:number', async (request: NumberRequest, reply) => {
    const { slug, number } = request.params
    const petition = await findPetitionBySlug(site.db, slug)
    const report = petition && (await findReportByNumber(site.db, petition, number.toUpperCase()))
    if (!report) return sendErrorPage(request, reply, 404)
    keepPrivate(reply)
    const isKept = report.state === 'kept' && report.entryId !== null
    const path = isKept ? await appealPath(site, report.entryId!) : undefined
    return reply.send(await showReceipt(reply, { report, petition, appealPath: path }))
  })

  app.register(
    async (desk) => {
      guardDesk(desk, site)
      deskRoutes(desk, site)
    },
    { prefix: '/desk' },
  )
}

/** @throws NotShownError for a reason, an update or a picture that is not shown, or not any more. */
async function getSubject({ db }: Site, petition: { id: number }, fields: unknown): Promise<Subject> {
  const kind = (['reason', 'update', 'picture'] as const).find((one) => line(fields, one) !== '')
  const asked = kind ? { kind, id: readId(line(fields, kind)) } : ({ kind: 'petition' } as const)
  const subject = await findSubject(db, petition, asked)
  if (!subject) throw new NotShownError(404)
  return subject
}
