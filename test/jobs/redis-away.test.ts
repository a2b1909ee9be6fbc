import t from 'tap'
import { addPetition } from '../support/factories.js'
import { enginesAtHand, until } from '../support/queues.js'
import { startService } from '../support/service.js'

// Where the queues live in PostgreSQL they are away together, and signing answers 503 as every page does.
const redis = enginesAtHand().find(({ name }) => name === 'Redis')

if (redis)
  t.test('with Redis away people sign on, and their mails leave when it is back', async (t) => {
    const { connection, shut, open, empty } = await redis.start(t)
    const service = await startService(t, { REDIS_URL: connection.redisUrl! })
    const petition = await addPetition(service)
    const sign = async (email: string) => {
      const answer = await fetch(`${service.url}/petitions/${petition.slug}/signatures`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ name: 'Ada Lovelace', email, country: 'FR', postcode: '69007' }),
      })
      await answer.arrayBuffer()
      return answer.status
    }
    t.equal(await sign('before@example.org'), 303)
    await service.mailServer.mailTo('before@example.org')

    await shut()
    const startedAt = performance.now()
    t.equal(await sign('meanwhile@example.org'), 303)
    t.ok(performance.now() - startedAt < 2_000, 'without waiting for it')
    const answer = await fetch(`${service.url}/readyz`)
    t.equal(answer.status, 503)
    t.match(await answer.json(), { database: true, queue: false })

    // It comes back with nothing of what it knew.
    await empty()
    await open()
    const arrived = () =>
      service.mailServer.received.filter(({ to }) => to === 'meanwhile@example.org').length
    await until('the sweep found the mail', () => arrived() > 0, 25_000)
    t.equal(arrived(), 1)
    await until('it is ready again', async () => (await fetch(`${service.url}/readyz`)).ok)
  })
