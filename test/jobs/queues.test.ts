import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import {
  type Handler,
  type Jobs,
  openJobs,
  QUEUES,
  type QueueName,
  startWorkers,
} from '../../src/jobs/jobs.js'
import { type Engine, enginesAtHand, type TestQueues, until } from '../support/queues.js'

const HOUR = 3_600_000

interface Running extends TestQueues {
  jobs: Jobs
  stopWorkers(): Promise<void>
}

/** Workers whose queues do nothing but for those that a test gives work, after their first look at the start. */
async function start(
  t: Test,
  engine: Engine,
  work: Partial<Record<QueueName, Handler>>,
  { sweepEveryMs = HOUR } = {},
): Promise<Running> {
  const queues = await engine.start(t)
  const jobs = openJobs(queues.connection)
  const looked = new Set<QueueName>()
  const handlers = Object.fromEntries(
    QUEUES.map((name) => [
      name,
      async () => {
        if (looked.has(name)) await work[name]?.()
        looked.add(name)
      },
    ]),
  ) as Record<QueueName, Handler>
  const workers = await startWorkers(queues.connection, jobs, handlers, { sweepEveryMs })
  let stopped: Promise<void> | undefined
  const stopWorkers = () => (stopped ??= workers.close())
  t.teardown(async () => {
    await stopWorkers()
    await jobs.close()
  })
  await until('every queue was looked into at the start', () => looked.size === QUEUES.length)
  return { ...queues, jobs, stopWorkers }
}

for (const engine of enginesAtHand())
  t.test(`queues on ${engine.name}`, async (t) => {
    t.test('a reminder runs the work of its queue, and of no other', async (t) => {
      const ran: string[] = []
      const { jobs } = await start(t, engine, {
        counting: async () => void ran.push('counting'),
        dossiers: async () => void ran.push('dossiers'),
      })

      jobs.wakeLater('counting')

      await until('counting ran', () => ran.length > 0)
      await sleep(200)
      t.strictSame(ran, ['counting'])
    })

    t.test('a thousand reminders in a burst are few jobs', async (t) => {
      let runs = 0
      const { jobs } = await start(t, engine, { counting: async () => void runs++ })

      for (let index = 0; index < 1_000; index++) {
        jobs.wakeLater('counting')
        if (index % 10 === 0) await sleep(1)
      }

      await sleep(500)
      t.ok(runs >= 1 && runs <= 20, `${runs} jobs`)
    })

    t.test('a row that is committed after the last look of a running job is still found', async (t) => {
      const rows: number[] = []
      const found: number[] = []
      let committed = 0
      const { jobs } = await start(t, engine, {
        async counting() {
          found.push(...rows.splice(0))
          // A row comes while the job has looked and not yet ended, at every moment of its end.
          if (committed < 12) {
            const late = committed++
            setTimeout(() => {
              rows.push(late)
              jobs.wakeLater('counting')
            }, late * 4)
            await sleep(24)
          }
        },
      })

      jobs.wakeLater('counting')

      await until('the twelve late rows were found', () => found.length === 12)
      t.strictSame(
        found.sort((a, b) => a - b),
        [...Array(12).keys()],
      )
    })

    t.test('work that fails is tried again, after longer and longer', async (t) => {
      const tries: number[] = []
      const { jobs } = await start(t, engine, {
        async upkeep() {
          tries.push(performance.now())
          if (tries.length < 3) throw new Error('not yet')
        },
      })

      jobs.wakeLater('upkeep')

      await until('it was tried a third time', () => tries.length === 3)
      const [first = 0, second = 0, third = 0] = tries
      t.ok(second - first >= 900, `${second - first} ms before the second`)
      t.ok(third - second >= 1_800, `${third - second} ms before the third`)
      await sleep(200)
      t.equal(tries.length, 3, 'and no more once it worked')
    })

    t.test('work that keeps failing is not forgotten: the sweep brings it back', async (t) => {
      let runs = 0
      const { jobs } = await start(
        t,
        engine,
        {
          async upkeep() {
            runs++
            throw new Error('never')
          },
        },
        { sweepEveryMs: 300 },
      )

      jobs.wakeLater('upkeep')

      await until('it was tried more often than one job is', () => runs > 5, 25_000)
      t.ok(runs > 5)
    })

    t.test(
      'with its server away a reminder neither throws nor waits, and all goes on when it is back',
      async (t) => {
        let runs = 0
        const { jobs, shut, open } = await start(
          t,
          engine,
          { 'confirmation-mails': async () => void runs++ },
          { sweepEveryMs: 500 },
        )
        await shut()
        await sleep(100)
        const before = runs

        const startedAt = performance.now()
        for (let index = 0; index < 100; index++) jobs.wakeLater('confirmation-mails')
        t.ok(performance.now() - startedAt < 100, 'nobody waits for the queue')
        t.equal(await jobs.isReady(), false)
        await sleep(1_500)
        t.equal(runs, before)

        await open()
        await until('the work runs again', () => runs > before, 20_000)
        await until('the service is ready again', () => jobs.isReady(), 20_000)
        t.ok(runs > before)
      },
    )

    t.test('an emptied queue loses nothing: the sweep reminds again', async (t) => {
      let runs = 0
      const { jobs, empty } = await start(
        t,
        engine,
        { 'confirmation-mails': async () => void runs++ },
        { sweepEveryMs: 500 },
      )
      jobs.wakeLater('confirmation-mails')
      await until('it ran', () => runs > 0)

      await empty()
      const before = runs

      await until('it runs again', () => runs > before)
      t.ok(runs > before)
    })

    t.test('stopping waits for the job that is under way', async (t) => {
      let started = false
      let finished = false
      const { jobs, stopWorkers } = await start(t, engine, {
        async dossiers() {
          started = true
          await sleep(700)
          finished = true
        },
      })
      jobs.wakeLater('dossiers')
      await until('the job started', () => started)

      await stopWorkers()

      t.ok(finished)
    })

    t.test('stopping does not wait for a server that is away', async (t) => {
      const { jobs, shut, stopWorkers } = await start(t, engine, {})
      await shut()
      jobs.wakeLater('counting')
      await sleep(200)

      const startedAt = performance.now()
      await stopWorkers()
      await jobs.close()

      t.ok(performance.now() - startedAt < 5_000, `${performance.now() - startedAt} ms`)
    })

    t.test('jobs carry nothing', async (t) => {
      const { connection, listPayloads } = await engine.start(t)
      const jobs = openJobs(connection)
      t.teardown(() => jobs.close())

      for (const name of QUEUES) jobs.wakeLater(name)

      await until('the jobs are there', async () => (await listPayloads()).length === QUEUES.length)
      t.strictSame([...new Set(await listPayloads())], ['{}'])
    })
  })
