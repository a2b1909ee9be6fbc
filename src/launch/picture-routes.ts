/** The step with the picture: sent, described, removed; a poster stands in for it. */

import type { FastifyInstance } from 'fastify'
import {
  describePicture,
  MOST_PIXELS,
  PICTURE_LIMIT,
  preparePicture,
  readPicture,
  removePicture,
  replacePicture,
} from '../petitions/pictures.js'
import { drawPoster } from '../posters/draw-poster.js'
import { outlineText } from '../posters/poster-png.js'
import { type Fault, isTicked, length, line } from '../web/form.js'
import type { Site } from '../web/site.js'
import { readUpload } from '../web/upload.js'
import { changeDraft, findDraft } from './drafts.js'
import type { DraftGate } from './gate.js'
import { showPicture } from './pages.js'
import { frameOf, goOn } from './step-routes.js'

export const ALT_MAX = 300

export function pictureRoutes(app: FastifyInstance, site: Site, gate: DraftGate): void {
  app.get(
    '/drafts/:token/picture',
    gate(async (request, reply, draft) => {
      const page = { typed: { alt: draft.picture?.alt ?? '' } }
      return reply.send(await showPicture(reply, frameOf(site, request, draft), page))
    }),
  )

  app.post(
    '/drafts/:token/picture',
    gate(async (request, reply, draft) => {
      const { fields, file, isTooLarge } = await readUpload(request, {
        file: 'picture',
        limit: PICTURE_LIMIT,
      })
      const frame = frameOf(site, request, draft)
      if (isTicked(fields, 'remove')) {
        await changeDraft(site, draft, (trx) => removePicture(trx, draft.petition.id))
        return reply.seeOther(`/drafts/${draft.token}/picture`)
      }

      const alt = line(fields, 'alt')
      const faults: Record<string, Fault> = {}
      const prepared = file && (await preparePicture(file))
      if (isTooLarge)
        faults.picture = {
          key: 'launch.picture.file.tooLarge',
          params: { megabytes: PICTURE_LIMIT / 1024 ** 2 },
        }
      else if (prepared === 'unreadable') faults.picture = { key: 'launch.picture.file.unreadable' }
      else if (prepared === 'too-many-pixels')
        faults.picture = { key: 'launch.picture.file.tooManyPixels', params: { max: MOST_PIXELS / 1e6 } }
      else if (!file && !draft.picture && alt) faults.picture = { key: 'launch.picture.file.missing' }
      if ((file || draft.picture) && !isTooLarge && alt === '')
        faults.alt = { key: 'launch.picture.alt.missing' }
      if (length(alt) > ALT_MAX) faults.alt = { key: 'launch.tooLong', params: { max: ALT_MAX } }

      // Kept although its description is missing: a browser would make one choose the file again.
      const keptAlt = faults.alt ? (draft.picture?.alt ?? '') : alt
      await changeDraft(site, draft, async (trx) => {
        if (typeof prepared === 'object')
          await replacePicture(trx, draft.petition.id, { ...prepared, alt: faults.alt ? '' : alt })
        else if (draft.picture) await describePicture(trx, draft.picture.id, keptAlt)
      })
      if (Object.keys(faults).length === 0) return goOn(reply, frame, 'picture')
      const now = (await findDraft(site, draft.token)) ?? draft
      return reply
        .code(isTooLarge ? 413 : 422)
        .send(await showPicture(reply, { ...frame, draft: now }, { typed: { alt }, faults }))
    }),
  )

  app.get(
    '/drafts/:token/picture.webp',
    gate(async (_request, reply, draft) => {
      const webp = draft.picture && (await readPicture(site.db, draft.picture.id))
      if (!webp) {
        reply.callNotFound()
        return reply
      }
      return reply.type('image/webp').header('cache-control', 'private, no-store').send(webp)
    }),
  )

  app.get(
    '/drafts/:token/poster.svg',
    gate(async (_request, reply, { petition }) =>
      reply
        .type('image/svg+xml; charset=utf-8')
        .header('cache-control', 'private, no-store')
        .send(outlineText(drawPoster({ title: petition.title, seed: petition.posterSeed }))),
    ),
  )
}
