/**
 * The whole service as people meet it: listening, with real workers on a real database, and a real mail server for its
 * mails.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { buildApp } from '../../src/app.js'
import { readConfig } from '../../src/config.js'
import type { Database } from '../../src/database/connect.js'
import { findFreePort } from '../../src/database/embedded.js'
import type { Deps } from '../../src/deps.js'
import { openJobs } from '../../src/jobs/jobs.js'
import { Keyring } from '../../src/keys/keyring.js'
import { openLog } from '../../src/log.js'
import { openMailer } from '../../src/mail/mailer.js'
import { startWorker } from '../../src/worker.js'
import { startDatabase } from './database.js'
import { type MailServer, startMailServer } from './mail-server.js'

export interface TestService {
  url: string
  db: Database
  deps: Deps
  mailServer: MailServer
  /** Moves the clock of pages and workers forward. */
  wait(milliseconds: number): void
}

export async function startService(
  t: Test,
  settings: Record<string, string> = {},
  logTo?: Parameters<typeof openLog>[1],
): Promise<TestService> {
  const { db, url: databaseUrl } = await startDatabase(t)
  const mailServer = await startMailServer(t)
  const dataDir = mkdtempSync(join(tmpdir(), 'clameur-test-'))
  const port = settings.PORT ? Number(settings.PORT) : await findFreePort()
  const config = readConfig({
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'Clameur <petitions@clameur.example>',
    RATE_LIMIT_SCALE: '1000',
    DECISION_DELAY: '0',
    LOG_LEVEL: 'silent',
    ...settings,
  })
  const log = openLog(config.logLevel, logTo)
  const jobs = openJobs({ redisUrl: config.redisUrl, databaseUrl, log })
  const mailer = openMailer(config)
  let ahead = 0
  const deps: Deps = {
    config,
    db,
    replica: db,
    keyring: new Keyring(config.secretKey, config.previousSecretKey),
    jobs,
    mailer,
    clock: { now: () => new Date(Date.now() + ahead) },
    log,
  }
  const workers = await startWorker(deps, databaseUrl)
  const app = await buildApp(deps)
  await app.listen({ port, host: '127.0.0.1' })
  t.teardown(async () => {
    await app.close()
    await workers.close()
    await jobs.close()
    mailer.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return {
    url: config.publicUrl,
    db,
    deps,
    mailServer,
    wait: (milliseconds) => {
      ahead += milliseconds
    },
  }
}
