/**
 * The real site on a real database, with a mailbox, a clock and a queue that remembers standing outside.
 *
 * `site.work()` does what the workers would do: it runs every handler (or those of the named queues) until nothing is
 * due.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Test } from 'tap'
import { buildApp } from '../../src/app.js'
import { type Config, readConfig } from '../../src/config.js'
import type { Database } from '../../src/database/connect.js'
import type { Deps } from '../../src/deps.js'
import { type Jobs, QUEUES, type QueueName } from '../../src/jobs/jobs.js'
import { Keyring } from '../../src/keys/keyring.js'
import { openLog } from '../../src/log.js'
import type { Mailer, OutgoingMail } from '../../src/mail/mailer.js'
import { handlersFor } from '../../src/worker.js'
import { startDatabase } from './database.js'

export interface TestSite {
  app: FastifyInstance
  db: Database
  deps: Deps
  databaseUrl: string
  /** Every mail that left, oldest first. */
  mails: OutgoingMail[]
  /** Set to make the mail server refuse: it throws what this returns. */
  refuseMail: ((mail: OutgoingMail) => Error | undefined) | undefined
  /** Which queues were woken since the last `work()`. */
  woken: Set<QueueName>
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  /** Posts a form as a browser on this site would. */
  submit(
    url: string,
    fields?: Record<string, string | string[]>,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
  work(...queues: QueueName[]): Promise<void>
  /** Moves the clock forward. */
  wait(milliseconds: number): void
}

/** @param from a database that was kept with everything in it. */
export async function startSite(
  t: Test,
  settings: Record<string, string> = {},
  from?: string,
): Promise<TestSite> {
  const { db, url } = await startDatabase(t, from)
  const dataDir = mkdtempSync(join(tmpdir(), 'clameur-test-'))
  const config: Config = readConfig({
    DATA_DIR: dataDir,
    DATABASE_URL: url,
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    PUBLIC_URL: 'https://clameur.test',
    RATE_LIMIT_SCALE: '1000',
    DECISION_DELAY: '0',
    LOG_LEVEL: 'silent',
    ...settings,
  })

  const mails: OutgoingMail[] = []
  const woken = new Set<QueueName>()
  let ahead = 0
  const mailer: Mailer = {
    async send(mail) {
      const refusal = site.refuseMail?.(mail)
      if (refusal) throw refusal
      mails.push(mail)
    },
    close() {},
  }
  const jobs: Jobs = {
    wakeLater: (queue) => void woken.add(queue),
    isReady: async () => true,
    close: async () => {},
  }
  const deps: Deps = {
    config,
    db,
    replica: db,
    keyring: new Keyring(config.secretKey, config.previousSecretKey),
    jobs,
    mailer,
    clock: { now: () => new Date(Date.now() + ahead) },
    log: openLog(config.logLevel),
  }
  const app = await buildApp(deps)
  t.teardown(async () => {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const site: TestSite = {
    app,
    db,
    deps,
    databaseUrl: url,
    mails,
    refuseMail: undefined,
    woken,
    get: (address, headers = {}) =>
      app.inject({ method: 'GET', url: address, headers: { 'accept-language': 'en', ...headers } }),
    submit(address, fields = {}, headers = {}) {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields))
        for (const one of [value].flat()) body.append(name, one)
      return app.inject({
        method: 'POST',
        url: address,
        payload: body.toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          'accept-language': 'en',
          ...headers,
        },
      })
    },
    async work(...queues) {
      const handlers = handlersFor(deps)
      const working = queues.length > 0 ? queues : QUEUES
      do {
        for (const queue of working) woken.delete(queue)
        for (const queue of working) await handlers[queue]()
      } while (working.some((queue) => woken.has(queue)))
    },
    wait(milliseconds) {
      ahead += milliseconds
    },
  }
  return site
}
