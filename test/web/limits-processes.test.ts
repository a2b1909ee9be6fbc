/** Limits across real web processes, as `npm start` runs them, on both engines. */

import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { connect } from '../../src/database/connect.js'
import type { Deps } from '../../src/deps.js'
import { Keyring } from '../../src/keys/keyring.js'
import { addPetition } from '../support/factories.js'
import { enginesAtHand, until } from '../support/queues.js'
import { type Spawned, spawnService, temporaryFolder } from '../support/spawned.js'

const SECRET_KEY = Buffer.alloc(32, 7).toString('base64')

function post(service: Spawned, path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(`${service.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'accept-language': 'en' },
    body: new URLSearchParams(fields),
  })
}

for (const engine of enginesAtHand())
  t.test(`${engine.name}: two web processes give out what one would`, async (t) => {
    const queues = await engine.start(t)
    const { redisUrl, databaseUrl } = queues.connection
    const db = connect(databaseUrl, { max: 2 })
    t.teardown(() => db.destroy())
    const deps = {
      db,
      keyring: new Keyring(Buffer.from(SECRET_KEY, 'base64')),
      clock: { now: () => new Date() },
    } as unknown as Deps
    const { slug } = await addPetition({ db, deps })
    const settings = {
      ROLE: 'web',
      DATABASE_URL: databaseUrl,
      DATA_DIR: temporaryFolder(t),
      SECRET_KEY,
      RATE_LIMIT_SCALE: '1',
      ...(redisUrl && { REDIS_URL: redisUrl }),
    }
    const webs = [await spawnService(t, settings), await spawnService(t, settings)] as const
    await Promise.all(webs.map((web) => web.ready()))

    let sent = 0
    for (let time = 0; time < 12; time++) {
      const answer = await post(webs[time % 2]!, '/account/sign-in', { email: 'nour@example.org' })
      if (answer.status !== 429) sent++
      else t.ok(Number(answer.headers.get('retry-after')) > 600)
    }
    t.equal(sent, 5, 'links to sign in: exactly')

    const signAt = async (web: Spawned) => {
      const fields = { name: 'Ada Lovelace', email: 'ada@example.org', country: 'FR' }
      const answer = await post(web, `/petitions/${slug}/signatures`, fields)
      await answer.text()
      return answer.status === 303
    }
    let signed = 0
    while (await signAt(webs[0])) signed++
    t.equal(signed, 40, 'by one address in one process')
    // Alone the other would let in forty of its own.
    let more = 0
    while (more < 40 && (await signAt(webs[1]))) {
      more += 1
      await sleep(200)
    }
    t.ok(more < 40, `${more} more before it heard of them`)

    if (engine.name === 'Redis') {
      await queues.shut()
      const answer = await post(webs[0], `/petitions/${slug}/signatures`, {
        name: 'Grace Hopper',
        email: 'grace@example.org',
        country: 'FR',
      })
      t.equal(answer.status, 303, 'the site goes on while Redis is away')
      t.equal((await post(webs[1], '/account/sign-in', { email: 'ines@example.org' })).status, 303)
      await queues.open()
    }
    await until('both still answer', async () =>
      (await Promise.all(webs.map((web) => fetch(web.url)))).every(({ ok }) => ok),
    )
  })
