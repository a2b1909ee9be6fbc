/** A database that is there, and turns the first connections of the queues away: all taken, or too busy to answer. */

import { createServer, connect as dial } from 'node:net'
import t from 'tap'
import { type Handler, openJobs, QUEUES, type QueueName, startWorkers } from '../../src/jobs/jobs.js'
import { enginesAtHand, until } from '../support/queues.js'

t.test('queues whose first connections failed work as soon as the database takes some', async (t) => {
  const engine = enginesAtHand().find(({ name }) => name === 'PostgreSQL')!
  const { connection } = await engine.start(t)
  const target = new URL(connection.databaseUrl)
  let turnedAway = 0
  let isTaking = false
  const door = createServer((near) => {
    if (!isTaking) {
      turnedAway += 1
      return void near.destroy()
    }
    const far = dial(Number(target.port), target.hostname)
    for (const socket of [near, far]) socket.on('error', () => {}).once('close', () => near.destroy())
    near.once('close', () => far.destroy())
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', () => resolve()))
  t.teardown(() => void door.close())
  const busy = new URL(target)
  busy.host = `127.0.0.1:${(door.address() as { port: number }).port}`

  const ran = new Set<QueueName>()
  const handlers = Object.fromEntries(QUEUES.map((name) => [name, async () => void ran.add(name)])) as Record<
    QueueName,
    Handler
  >
  const slow = { ...connection, databaseUrl: busy.href }
  const jobs = openJobs(slow)
  const workers = await startWorkers(slow, jobs, handlers, { sweepEveryMs: 500 })
  t.teardown(async () => {
    await workers.close()
    await jobs.close()
  })
  await until('each has been turned away', () => turnedAway >= 2 * QUEUES.length)
  t.equal(ran.size, 0)

  isTaking = true

  await until('every queue works', () => ran.size === QUEUES.length, 20_000)
})
