/** PostgreSQL goes away and comes back: nobody waits for ever, and nothing has to be restarted. */

import { createServer, connect as dial, type Socket } from 'node:net'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { buildApp } from '../../src/app.js'
import { connect, isDatabaseAway } from '../../src/database/connect.js'
import { openSigning } from '../../src/signatures/sign.js'
import { ADA, countRows } from '../signatures/support.js'
import { addPetition } from '../support/factories.js'
import { startSite } from '../support/site.js'

/** Between the site and its database, so that a test can pull the plug. */
async function startCable(t: Test, databaseUrl: string) {
  const { hostname, port } = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isPulled = false
  const server = createServer((near) => {
    if (isPulled) return void near.destroy()
    const far = dial(Number(port), hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as { port: number }).port)
  return {
    url: url.href,
    pull() {
      isPulled = true
      for (const socket of sockets) socket.destroy()
    },
    plugIn() {
      isPulled = false
    },
    /** The line stands, and nothing comes through. */
    freeze() {
      for (const socket of sockets) socket.unpipe()
    },
  }
}

t.test(
  'without its database the site says so at once, keeps what it knows, and recovers by itself',
  async (t) => {
    const site = await startSite(t)
    const petition = await addPetition(site)
    const cable = await startCable(t, site.databaseUrl)
    const db = connect(cable.url, { max: 4 })
    const app = await buildApp({ ...site.deps, db, replica: db })
    t.teardown(async () => {
      await app.close()
      await db.destroy()
    })
    const get = (url: string) => app.inject({ url, headers: { 'accept-language': 'en' } })
    const sign = (name: string) =>
      app.inject({
        method: 'POST',
        url: `/petitions/${petition.slug}/signatures`,
        payload: new URLSearchParams({ ...ADA, email: `${name}@example.com` }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      })
    t.equal((await get(`/petitions/${petition.slug}`)).statusCode, 200)

    const underWay = Array.from({ length: 40 }, (_, index) => sign(`person${index}`))
    setTimeout(() => cable.pull(), 5)
    const answers = await Promise.all(underWay)
    const later = await sign('late')

    for (const { statusCode } of [...answers, later])
      t.ok([303, 503].includes(statusCode), String(statusCode))
    t.equal(later.statusCode, 503)
    t.ok(later.headers['retry-after'])
    t.match(later.body, '<h1')
    await new Promise((resolve) => setTimeout(resolve, 600))
    t.equal(
      (await get(`/petitions/${petition.slug}`)).statusCode,
      200,
      'a page that was shown before is shown',
    )
    t.equal((await get('/petitions?q=never-asked')).statusCode, 503)
    t.equal((await get('/healthz')).statusCode, 200)
    t.equal((await get('/readyz')).statusCode, 503)

    cable.plugIn()
    const after = await Promise.all(Array.from({ length: 10 }, (_, index) => sign(`after${index}`)))

    t.strictSame([...new Set(after.map(({ statusCode }) => statusCode))], [303])
    const promised = [...answers, ...after].filter(({ statusCode }) => statusCode === 303).length
    t.ok((await countRows(site, petition.id)) >= promised, 'whoever was told 303 is there')
  },
)

t.test('a database that neither answers nor hangs up keeps nobody waiting for ever', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const cable = await startCable(t, site.databaseUrl)
  const db = connect(cable.url, { max: 4 })
  t.teardown(() => db.destroy())
  const signing = openSigning({ ...site.deps, db })
  const from = { locale: 'en' as const, network: '192.0.2.1' }
  const sign = (name: string) => {
    const email = `${name}@example.com`
    const details = {
      ...ADA,
      email,
      canonical: email,
      mailDomain: 'example.com',
      comment: '',
      showName: false,
    }
    return signing.sign(
      petition,
      { ...details, updates: false, campaignerNews: false, nameWithheld: false, reservation: false },
      from,
    )
  }
  t.equal(await sign('first'), 'check-your-inbox')

  cable.freeze()
  await t.rejects(sign('second'), 'is told that it did not work')

  t.equal(await sign('third'), 'check-your-inbox', 'and the next one finds another line')
})

t.test('what a page reads or writes waits as little for a frozen database', async (t) => {
  const site = await startSite(t)
  const cable = await startCable(t, site.databaseUrl)
  const db = connect(cable.url, { max: 1, answerWithinMs: 400 })
  t.teardown(() => db.destroy())
  const read = () => db.selectFrom('petitions').select('id').execute()
  t.strictSame(await read(), [])

  for (const act of [
    () => {
      cable.freeze()
      return read()
    },
    () =>
      db.transaction().execute(async (trx) => {
        cable.freeze()
        await trx.selectFrom('petitions').select('id').execute()
      }),
  ]) {
    const failure = await act().catch((error: unknown) => error)
    t.ok(isDatabaseAway(failure), 'is told as "the database is away"')
    // The line that was frozen is left at once: the only one that there may be is another.
    t.strictSame(await read(), [])
  }
})

t.test('a statement that takes too long is ended by the server, and its connection goes on', async (t) => {
  const site = await startSite(t)
  await addPetition(site)
  const db = connect(site.databaseUrl, { max: 1, answerWithinMs: 400 })
  const app = await buildApp({ ...site.deps, db, replica: db })
  t.teardown(async () => {
    await app.close()
    await db.destroy()
  })
  const pid = async () =>
    (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]!.pid
  const before = await pid()

  const held = await site.db.transaction().execute(async (trx) => {
    await sql`lock table petitions in access exclusive mode`.execute(trx)
    return app.inject({ url: '/petitions?q=library' })
  })

  t.equal(held.statusCode, 503)
  t.ok(held.headers['retry-after'])
  t.equal(await pid(), before)
  t.equal((await app.inject({ url: '/petitions?q=library' })).statusCode, 200)
  const patient = connect(site.databaseUrl, { max: 1 })
  t.teardown(() => patient.destroy())
  t.equal((await sql`select pg_sleep(1)`.execute(patient)).rows.length, 1, 'work has no such limit')
})
