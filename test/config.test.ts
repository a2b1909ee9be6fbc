import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { BadSettingError, readConfig } from '../src/config.js'

const key = Buffer.alloc(32, 3).toString('base64')

t.test('without any setting the service runs on this machine, with everything inside', async (t) => {
  const config = readConfig({ SECRET_KEY: key })

  t.match(config, {
    production: false,
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    role: 'all',
    databaseUrl: undefined,
    redisUrl: undefined,
    smtpUrl: undefined,
    rateLimitScale: 1,
    webWorkers: 1,
    trustProxy: [],
    timeZone: 'Europe/Paris',
  })
  t.ok(Object.isFrozen(config))
})

t.test('good values are read', async (t) => {
  const config = readConfig({
    SECRET_KEY: key,
    PORT: '8080',
    PUBLIC_URL: 'https://petitions.example.org/',
    MODERATORS: 'a@example.org, b@example.org,',
    TRUST_PROXY: 'loopback, 10.0.0.0/8, 2001:db8::/32, 192.0.2.7',
    WEB_WORKERS: 'auto',
    RATE_LIMIT_SCALE: '0.5',
    RETURN_PATH: 'bounces@mail.example.org',
    BOUNCES_PORT: '2525',
    MAIL_WEBHOOK_SES_TOPIC: 'arn:aws-us-gov:sns:us-gov-west-1:123456789012:mail',
    MAIL_WEBHOOK_SECRET_GENERIC: `whsec_${key}`,
  })

  t.equal(config.port, 8080)
  t.equal(config.publicUrl, 'https://petitions.example.org')
  t.equal(config.mailFrom, 'Clameur <petitions@petitions.example.org>')
  t.strictSame(config.moderators, ['a@example.org', 'b@example.org'])
  t.strictSame(config.trustProxy, ['loopback', '10.0.0.0/8', '2001:db8::/32', '192.0.2.7'])
  t.ok(config.webWorkers >= 1)
  t.strictSame(config.bounces, { host: '127.0.0.1', port: 2525 })
  t.equal(config.mailWebhooks.postmark, undefined)
  t.strictSame(config.mailWebhooks.generic, Buffer.alloc(32, 3))
  t.equal(config.rateLimitScale, 0.5)
  t.strictSame(readConfig({ SECRET_KEY: key, TRUST_PROXY: 'off' }).trustProxy, [])
})

const BAD: [variable: string, value: string, others?: Record<string, string>][] = [
  ['TSA_URL', 'tsa.example.org'],
  ['TSA_URL', 'ftp://tsa.example.org'],
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PORT', '1e3'],
  ['PUBLIC_URL', 'petitions.example.org'],
  ['PUBLIC_URL', 'https://example.org/petitions'],
  ['PUBLIC_URL', 'ftp://example.org'],
  ['ROLE', 'boss'],
  ['DATABASE_URL', 'mysql://user:secret@host/db'],
  ['DATABASE_REPLICA_URL', 'host:5432'],
  ['REDIS_URL', 'http://secret@host'],
  ['SMTP_URL', 'mail.example.org:587'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'A <a@example.org>\nBcc: b@example.org'],
  ['SECRET_KEY', 'too short'],
  ['MODERATORS', 'a@example.org; b@example.org'],
  ['RATE_LIMIT_SCALE', '0'],
  ['RATE_LIMIT_SCALE', 'fast'],
  ['WEB_WORKERS', '0'],
  ['WEB_WORKERS', 'many'],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['TRUST_PROXY', '10.0.0/8'],
  ['TRUST_PROXY', 'proxy.example.org'],
  ['RETURN_PATH', 'bounces'],
  ['RETURN_PATH', 'Bounces <bounces@mail.example.org>'],
  ['RETURN_PATH', 'bounces+x@mail.example.org'],
  ['RETURN_PATH', `${'b'.repeat(40)}@mail.example.org`],
  ['BOUNCES_PORT', 'smtp', { RETURN_PATH: 'bounces@mail.example.org' }],
  ['BOUNCES_PORT', '0', { RETURN_PATH: 'bounces@mail.example.org' }],
  ['RETURN_PATH', '', { BOUNCES_PORT: '2525' }],
  ['MAIL_WEBHOOK_SES_TOPIC', 'mail'],
  ['MAIL_WEBHOOK_SES_TOPIC', 'arn:aws:sqs:eu-west-3:123456789012:mail'],
  ['MAIL_WEBHOOK_SES_TOPIC', 'arn:aws:sns:evil.example/#-1:123456789012:mail'],
  ['MAIL_WEBHOOK_SECRET_POSTMARK', 'secret'],
  ['MAIL_WEBHOOK_SECRET_POSTMARK', 'a secret with spaces in its name'],
  ['MAIL_WEBHOOK_SECRET_MAILGUN', 'secret'],
  ['MAIL_WEBHOOK_SECRET_GENERIC', 'c2VjcmV0'],
  ['TIME_ZONE', 'Europe/Atlantis'],
  ['LOG_LEVEL', 'loud'],
  ['DESK_PASSKEYS', 'never'],
  ['DESK_PASSKEYS', 'required', { PUBLIC_URL: 'http://petitions.example.org' }],
  ['DESK_PASSKEYS', 'required', { PUBLIC_URL: 'https://192.0.2.7' }],
  ['SECRET_KEY', '', { NODE_ENV: 'production', SMTP_URL: 'smtp://mail' }],
  ['SMTP_URL', '', { NODE_ENV: 'production' }],
]

for (const [variable, value, others = {}] of BAD)
  t.test(
    `${variable}=${JSON.stringify(value)}${others.NODE_ENV ? ' in production' : ''} is refused`,
    async (t) => {
      const env = { SECRET_KEY: key, ...others, [variable]: value }

      try {
        readConfig(env)
        t.fail('it was accepted')
      } catch (error) {
        t.ok(error instanceof BadSettingError)
        const { message } = error as BadSettingError
        t.ok(message.startsWith(`${variable} `), message)
        t.match(message, /: \S/, 'a fault and a fix')
        t.notMatch(message, /[\r\n]/, 'in one line')
        if (value.includes('secret')) t.notMatch(message, 'secret', 'without the password')
      }
    },
  )

t.test('the key is made once, for this user only, and a damaged one is not replaced', async (t) => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'clameur-config-'))
  t.teardown(() => rmSync(DATA_DIR, { recursive: true }))
  const file = join(DATA_DIR, 'secret-key')

  const made = readConfig({ DATA_DIR }).secretKey
  t.equal(made.length, 32)
  t.strictSame(readConfig({ DATA_DIR }).secretKey, made)
  t.equal(statSync(file).mode & 0o777, 0o600)

  writeFileSync(file, 'damaged')
  t.throws(() => readConfig({ DATA_DIR }), /SECRET_KEY file .* put the original file back/)
  t.equal(readFileSync(file, 'utf8'), 'damaged')
})

t.test(
  'passkeys are required in production, offered elsewhere, and asked of no browser that keeps none',
  async (t) => {
    const read = (env: Record<string, string>) => readConfig({ SECRET_KEY: key, ...env }).deskPasskeys
    const production = { NODE_ENV: 'production', SMTP_URL: 'smtp://mail' }

    t.equal(read({}), 'offered')
    t.equal(read({ DESK_PASSKEYS: 'required' }), 'required')
    t.equal(read({ PUBLIC_URL: 'http://127.0.0.1:3000' }), 'unavailable')
    t.equal(read({ ...production, PUBLIC_URL: 'https://petitions.example.org' }), 'required')
    t.equal(read({ ...production }), 'required', 'localhost, as the compose file has it')
    t.equal(
      read({ ...production, PUBLIC_URL: 'https://petitions.example.org', DESK_PASSKEYS: 'offered' }),
      'offered',
    )
    t.equal(read({ ...production, PUBLIC_URL: 'http://10.0.0.2', DESK_PASSKEYS: 'offered' }), 'unavailable')
    t.throws(
      () => read({ ...production, PUBLIC_URL: 'http://10.0.0.2' }),
      /^DESK_PASSKEYS is not set[^\n]+https[^\n]+offered/,
    )
  },
)
