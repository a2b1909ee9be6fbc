/** A worker that sends what is due in `updates`, one mail after the other, to be killed by a test. */

import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../../src/config.js'
import { connect } from '../../src/database/connect.js'
import type { Deps } from '../../src/deps.js'
import { Keyring } from '../../src/keys/keyring.js'
import { openLog } from '../../src/log.js'
import { openMailer } from '../../src/mail/mailer.js'
import { deliverDue } from '../../src/mail/outbox.js'

const config = readConfig({
  ...process.env,
  SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
  MAIL_FROM: 'Clameur <petitions@clameur.example>',
})
const mailer = openMailer(config)
const db = connect(config.databaseUrl!, { max: 2 })
const deps: Deps = {
  config,
  db,
  replica: db,
  keyring: new Keyring(config.secretKey, config.previousSecretKey),
  jobs: { wakeLater() {}, isReady: async () => true, close: async () => {} },
  mailer: {
    async send(mail) {
      await mailer.send(mail)
      await sleep(40)
    },
    close: () => mailer.close(),
  },
  clock: { now: () => new Date() },
  log: openLog('silent'),
}

await deliverDue(deps, 'updates', {
  test: async (_deps, mails) =>
    new Map(
      mails.map(({ id, params }) => [
        id,
        {
          to: `reader${params.n}@example.org`,
          locale: 'en' as const,
          subject: 'News',
          preview: 'News',
          blocks: [{ paragraph: 'It is open again.' }],
          why: 'You asked for it.',
        },
      ]),
    ),
})
