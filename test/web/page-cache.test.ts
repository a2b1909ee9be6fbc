import Fastify from 'fastify'
import t from 'tap'
import { PageCache } from '../../src/web/page-cache.js'
import { readerOf } from '../../src/web/reader.js'

t.test('a picture is drawn once, whatever is written behind its address', async (t) => {
  const pages = new PageCache()
  const drawn: string[] = []
  const app = Fastify()
  app.get('/card.png', (request, reply) => {
    request.reader = readerOf(request)
    return pages.send(
      request,
      reply,
      async () => {
        drawn.push(request.reader.locale)
        reply.type('image/png')
        return request.reader.locale
      },
      { freshMs: 60_000, readsQuery: false },
    )
  })
  t.teardown(() => app.close())

  for (let index = 0; index < 20; index += 1) await app.inject(`/card.png?${index}`)
  const english = await app.inject('/card.png?lang=en&again')

  t.strictSame(drawn, ['fr', 'en'], 'once for each language')
  t.equal(english.body, 'en')
})
