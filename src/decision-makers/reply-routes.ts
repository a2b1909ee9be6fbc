/** Handing in a reply, and reading the PDF of one that is published. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { translatorFor } from '../i18n/translate.js'
import { dayOf } from '../petitions/days.js'
import { sendErrorPage } from '../web/errors.js'
import { readId, tellFaults } from '../web/form.js'
import { sendPdf } from '../web/pdf-file.js'
import type { Site } from '../web/site.js'
import { readUpload } from '../web/upload.js'
import { readPublishedAttachment } from './attachments.js'
import { readReply } from './form.js'
import { admitReader } from './gate.js'
import { findPdfFault, PDF_LIMIT } from './pdf.js'
import { submitReply } from './reply.js'
import { sendBrief } from './routes.js'

type FileRequest = FastifyRequest<{ Params: { slug: string; id: string } }>

/** On a scope that reads files. */
export function replyRoutes(app: FastifyInstance, site: Site): void {
  app.post('/dossiers/:token/replies', async (request, reply) => {
    const reader = await admitReader(site, request, reply)
    if (!reader) return reply
    await site.limits.takeFrom('reply', request)
    const { t } = translatorFor(request.reader.locale)
    const { fields, file, isTooLarge } = await readUpload(request, { file: 'attachment', limit: PDF_LIMIT })
    const today = dayOf(site.clock.now(), site.config.timeZone)
    const { values, written, faults } = readReply(fields, { today })
    if (isTooLarge)
      faults.attachment = {
        key: 'replies.form.attachment.tooLarge',
        params: { megabytes: PDF_LIMIT / 1_048_576 },
      }
    const pdfFault = file && (await findPdfFault(file))
    if (pdfFault) faults.attachment = { key: `replies.form.attachment.${pdfFault}` }
    // No page can put a file back into its field: a reply that leaves without its letter must not look complete.
    if (file && !faults.attachment && Object.keys(faults).length > 0)
      faults.attachment = { key: 'replies.form.attachment.again' }
    if (Object.keys(faults).length > 0)
      return sendBrief(site, request, reply.code(422), reader, {
        form: values,
        errors: tellFaults(t, faults),
      })

    const { outcome } = await submitReply(site, reader.maker, { ...written, attachment: file })
    switch (outcome) {
      case 'submitted':
        return reply.seeOther(`${reader.place}?done=reply`)
      case 'one-is-waiting':
        return sendBrief(site, request, reply.code(422), reader, {
          form: values,
          errors: { body: t('decision-makers.reply.oneIsWaiting') },
        })
      case 'stepped-aside':
        return reply.seeOther(reader.place)
    }
  })

  app.get('/petitions/:slug/replies/:id/attachment.pdf', async (request: FileRequest, reply) => {
    const { slug, id } = request.params
    const replyId = readId(id) ?? 0
    const bytes = await readPublishedAttachment(site.db, { slug, replyId })
    if (!bytes) return sendErrorPage(request, reply, 404)
    return sendPdf(reply, { name: `${slug}-reply-${replyId}.pdf`, bytes })
  })
}
