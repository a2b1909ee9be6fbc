/** Giving the key that downloads are encrypted to, and taking it back. */

import type { FastifyInstance } from 'fastify'
import { translatorFor } from '../i18n/translate.js'
import { line, text } from '../web/form.js'
import type { Site } from '../web/site.js'
import { readAgeKey } from './age.js'
import { chooseAgeKey } from './age-key.js'
import { admitActiveReader, admitReader } from './gate.js'
import { sendBrief } from './routes.js'

export function ageKeyRoutes(app: FastifyInstance, site: Site): void {
  app.post('/dossiers/:token/age-key', async (request, reply) => {
    const reader = await admitActiveReader(site, request, reply)
    if (!reader) return reply
    await site.limits.takeFrom('reply', request)
    if (line(request.body, 'act') === 'remove') {
      await chooseAgeKey(site, reader.maker, null)
      return reply.seeOther(`${reader.place}?done=unencrypted#encryption`)
    }
    const typed = text(request.body, 'age_key')
    const read = readAgeKey(typed)
    if ('fault' in read) {
      const { t } = translatorFor(request.reader.locale)
      return sendBrief(site, request, reply.code(422), reader, {
        errors: { age_key: t(`encryption.fault.${read.fault}`) },
        // A secret is not sent about once more.
        typedKey: read.fault === 'secret' ? '' : typed,
      })
    }
    await chooseAgeKey(site, reader.maker, read.key)
    return reply.seeOther(`${reader.place}?done=encrypted#encryption`)
  })

  app.get('/dossiers/:token/age-key', async (request, reply) => {
    const reader = await admitReader(site, request, reply)
    return reader ? reply.seeOther(reader.place) : reply
  })
}
