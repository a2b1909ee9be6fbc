/**
 * Reads the environment once, freezes it, and names every bad variable.
 *
 * The only place that looks at `process.env`. A bad value stops the start with one line: the variable, what is
 * wrong with it, and what to write instead.
 */

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'

export type Role = 'web' | 'worker' | 'all'

export interface Config {
  readonly production: boolean
  /** `npm run dev`: templates are read anew for every page. */
  readonly reloadViews: boolean
  readonly port: number
  readonly host: string
  /** Where mails and links point; without a trailing slash. */
  readonly publicUrl: string
  readonly role: Role
  readonly dataDir: string
  /** Absent: the embedded PostgreSQL under `dataDir` is started. */
  readonly databaseUrl: string | undefined
  readonly databaseReplicaUrl: string | undefined
  /** Absent: the queues live in PostgreSQL. */
  readonly redisUrl: string | undefined
  /** Absent: mails go to the development mailbox under `dataDir`. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Where answers of mail servers go, each with the mark of its mail; absent: to the sender. */
  readonly returnPath: string | undefined
  /** Where those answers are received; absent: they are not. */
  readonly bounces: { readonly host: string; readonly port: number } | undefined
  /** What providers tell about mails, and how each shows who it is; an absent one is not listened to. */
  readonly mailWebhooks: MailWebhooks
  /** 32 bytes that wrap every other key. */
  readonly secretKey: Buffer
  /** Also opens what it wrapped, while keys are rotated; wraps nothing. */
  readonly previousSecretKey: Buffer | undefined
  /** Where the key is kept when no SECRET_KEY is given. */
  readonly secretKeyFile: string | undefined
  readonly moderators: readonly string[]
  /** Whether those of the desk have to show a passkey after the link; unavailable where browsers would refuse one. */
  readonly deskPasskeys: 'required' | 'offered' | 'unavailable'
  readonly rateLimitScale: number
  readonly webWorkers: number
  readonly trustProxy: readonly string[]
  /** After closing; then a petition's key is destroyed, and its signers with it. */
  readonly retentionMonths: number
  /** So long does the mail that tells a moderator's decision wait, in case the decision is taken back. */
  readonly decisionDelaySeconds: number
  /** Who answers for the installation; what is undefined stands on its pages as "not set". */
  readonly legal: LegalSettings
  /** Which time-stamping authority (RFC 3161) is asked about the manifests of dossiers; absent: none. */
  readonly tsaUrl: string | undefined
  /** The zone in which a petition's last day ends. */
  readonly timeZone: string
  readonly logLevel: string
}

export interface MailWebhooks {
  /** The ARN of the SNS topic that SES tells. */
  readonly ses: string | undefined
  /** A password, or a part of the address. */
  readonly postmark: string | undefined
  /** The account's signing key. */
  readonly mailgun: string | undefined
  /** The key of signatures as Standard Webhooks has them. */
  readonly generic: Buffer | undefined
}

export interface LegalSettings {
  /** The organisation that runs the site. */
  readonly operator: string | undefined
  readonly operatorAddress: string | undefined
  readonly operatorEmail: string | undefined
  readonly publicationDirector: string | undefined
  /** Who hosts it (in France: LCEN, Article 1-1). */
  readonly hostName: string | undefined
  readonly hostAddress: string | undefined
  /** The data protection officer. */
  readonly dpoEmail: string | undefined
  readonly supervisoryAuthority: string
  /** Where the source of what runs here can be fetched (AGPL, section 13). */
  readonly sourceUrl: string | undefined
  /** For how many days the operator keeps log lines, and backups: both are theirs to delete. 0: nobody has said. */
  readonly logDays: number
  readonly backupDays: number
  /** A folder with the operator's own texts in place of those of views/legal/texts. */
  readonly dir: string | undefined
}

export class BadSettingError extends Error {
  override name = 'BadSettingError'
  constructor(
    readonly variable: string,
    fault: string,
    fix: string,
  ) {
    // One line, whatever the value holds.
    super(`${variable} ${fault}: ${fix}`.replace(/\s+/g, ' '))
  }
}

type Environment = Record<string, string | undefined>

/** The environment for a process that this one starts. */
export function settingsWith(more: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...more }
}

/**
 * Reads and checks every setting.
 *
 * Outside production a missing SECRET_KEY is made once and kept in DATA_DIR; in production that would scatter
 * keys over containers that come and go, so there it is refused.
 *
 * @throws BadSettingError for the first setting that cannot be used.
 */
export function readConfig(env: Environment = process.env): Config {
  const production = env.NODE_ENV === 'production'
  const port = readInteger(env, 'PORT', 3000, 0, 65_535)
  const dataDir = resolve(env.DATA_DIR || './data')
  const publicUrl = readPublicUrl(env, port)

  return Object.freeze({
    production,
    reloadViews: env.NODE_ENV === 'development',
    port,
    host: env.HOST || '127.0.0.1',
    publicUrl,
    role: readChoice(env, 'ROLE', ['all', 'web', 'worker'] as const),
    dataDir,
    databaseUrl: readUrl(
      env,
      'DATABASE_URL',
      ['postgres:', 'postgresql:'],
      'postgres://user:password@host:5432/name',
    ),
    databaseReplicaUrl: readUrl(
      env,
      'DATABASE_REPLICA_URL',
      ['postgres:', 'postgresql:'],
      'postgres://user:password@host:5432/name',
    ),
    redisUrl: readUrl(env, 'REDIS_URL', ['redis:', 'rediss:'], 'redis://host:6379'),
    smtpUrl: readSmtpUrl(env, production),
    mailFrom: readMailFrom(env, publicUrl),
    ...readBounces(env),
    mailWebhooks: readMailWebhooks(env),
    ...readSecretKeys(env, production, dataDir),
    moderators: readModerators(env),
    deskPasskeys: readDeskPasskeys(env, production, publicUrl),
    rateLimitScale: readNumber(env, 'RATE_LIMIT_SCALE', 1, 0.001, 1_000_000),
    webWorkers:
      env.WEB_WORKERS === 'auto'
        ? availableParallelism()
        : readInteger(env, 'WEB_WORKERS', 1, 1, 256, 'auto'),
    trustProxy: readTrustProxy(env),
    retentionMonths: readInteger(env, 'RETENTION_MONTHS', 6, 1, 120),
    decisionDelaySeconds: readInteger(env, 'DECISION_DELAY', 120, 0, 3600),
    legal: Object.freeze({
      operator: readLine(env, 'OPERATOR'),
      operatorAddress: readLine(env, 'OPERATOR_ADDRESS'),
      operatorEmail: readEmail(env, 'OPERATOR_EMAIL'),
      publicationDirector: readLine(env, 'PUBLICATION_DIRECTOR'),
      hostName: readLine(env, 'HOST_NAME'),
      hostAddress: readLine(env, 'HOST_ADDRESS'),
      dpoEmail: readEmail(env, 'DPO_EMAIL'),
      supervisoryAuthority: readLine(env, 'SUPERVISORY_AUTHORITY') ?? 'CNIL (www.cnil.fr)',
      sourceUrl: readUrl(env, 'SOURCE_URL', ['https:', 'http:'], 'https://code.example.org/clameur'),
      logDays: readInteger(env, 'LOG_DAYS', 0, 1, 3_650),
      backupDays: readInteger(env, 'BACKUP_DAYS', 0, 1, 3_650),
      dir: readFolder(env, 'LEGAL_DIR'),
    }),
    tsaUrl: readUrl(env, 'TSA_URL', ['http:', 'https:'], 'https://tsa.example.org/tsr'),
    timeZone: readTimeZone(env),
    logLevel: readChoice(env, 'LOG_LEVEL', [
      'info',
      'trace',
      'debug',
      'warn',
      'error',
      'fatal',
      'silent',
    ] as const),
  })
}

function readNumber(env: Environment, variable: string, fallback: number, min: number, max: number): number {
  const text = env[variable]
  if (!text) return fallback
  const value = Number(text)
  if (!Number.isFinite(value) || value < min || value > max) {
    throw new BadSettingError(variable, `is "${text}"`, `write a number from ${min} to ${max}`)
  }
  return value
}

function readInteger(
  env: Environment,
  variable: string,
  fallback: number,
  min: number,
  max: number,
  or = '',
): number {
  const text = env[variable]
  if (!text) return fallback
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < min || value > max) {
    throw new BadSettingError(
      variable,
      `is "${text}"`,
      `write a whole number from ${min} to ${max}${or && ` or "${or}"`}`,
    )
  }
  return value
}

function readChoice<const T extends readonly [string, ...string[]]>(
  env: Environment,
  variable: string,
  choices: T,
): T[number] {
  const text = env[variable]
  if (!text) return choices[0]
  if (!choices.includes(text))
    throw new BadSettingError(variable, `is "${text}"`, `write ${choices.join(', or ')}`)
  return text
}

function readUrl(
  env: Environment,
  variable: string,
  protocols: string[],
  example: string,
): string | undefined {
  const text = env[variable]
  if (!text) return undefined
  // The value itself is never printed: these addresses carry passwords.
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    throw new BadSettingError(variable, 'is not an address of that kind', `write it like ${example}`)
  }
  return text
}

function readPublicUrl(env: Environment, port: number): string {
  const text = env.PUBLIC_URL
  if (!text) return `http://localhost:${port}`
  if (
    !URL.canParse(text) ||
    !['http:', 'https:'].includes(new URL(text).protocol) ||
    new URL(text).pathname !== '/'
  ) {
    throw new BadSettingError(
      'PUBLIC_URL',
      `is "${text}"`,
      'write the address of the site without a path, like https://petitions.example.org',
    )
  }
  return new URL(text).origin
}

function readSmtpUrl(env: Environment, production: boolean): string | undefined {
  const url = readUrl(env, 'SMTP_URL', ['smtp:', 'smtps:'], 'smtp://user:password@host:587')
  if (!url && production) {
    throw new BadSettingError(
      'SMTP_URL',
      'is missing and NODE_ENV is production',
      'write it like smtp://user:password@host:587 (or unset NODE_ENV to use the development mailbox)',
    )
  }
  return url
}

function readMailFrom(env: Environment, publicUrl: string): string {
  const from = env.MAIL_FROM || `Clameur <petitions@${new URL(publicUrl).hostname}>`
  if (!/^[^\r\n]*[^\s@]+@[^\s@]+>?$/.test(from)) {
    throw new BadSettingError('MAIL_FROM', `is "${from}"`, 'write it like Clameur <petitions@example.org>')
  }
  return from
}

function readBounces(env: Environment): Pick<Config, 'returnPath' | 'bounces'> {
  const returnPath = env.RETURN_PATH || undefined
  // A mark of 28 letters and its + come before the @, where 64 letters have room.
  if (returnPath && !/^[A-Za-z0-9._-]{1,32}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(returnPath))
    throw new BadSettingError('RETURN_PATH', `is "${returnPath}"`, 'write it like bounces@mail.example.org')
  const port = readInteger(env, 'BOUNCES_PORT', 0, 1, 65_535)
  if (port !== 0 && !returnPath)
    throw new BadSettingError(
      'RETURN_PATH',
      'is missing beside BOUNCES_PORT',
      'write the address whose mail comes to that port, like bounces@mail.example.org',
    )
  return { returnPath, bounces: port === 0 ? undefined : { port, host: env.BOUNCES_HOST || '127.0.0.1' } }
}

/** None of the values is ever printed but the topic, which is no secret. */
function readMailWebhooks(env: Environment): MailWebhooks {
  const ses = env.MAIL_WEBHOOK_SES_TOPIC || undefined
  if (ses && !/^arn:aws(-[a-z]+)*:sns:[a-z]{2}(-[a-z]+)+-\d:\d{12}:[\w.-]{1,256}$/.test(ses))
    throw new BadSettingError(
      'MAIL_WEBHOOK_SES_TOPIC',
      `is "${ses}"`,
      'write the topic’s ARN, like arn:aws:sns:eu-west-3:123456789012:mail',
    )
  const postmark = env.MAIL_WEBHOOK_SECRET_POSTMARK || undefined
  if (postmark && !/^[\w-]{20,200}$/.test(postmark))
    throw new BadSettingError(
      'MAIL_WEBHOOK_SECRET_POSTMARK',
      'is not 20 to 200 letters, digits, - or _',
      'write what this prints: openssl rand -hex 24',
    )
  const mailgun = env.MAIL_WEBHOOK_SECRET_MAILGUN || undefined
  if (mailgun && !/^[\x21-\x7e]{20,200}$/.test(mailgun))
    throw new BadSettingError(
      'MAIL_WEBHOOK_SECRET_MAILGUN',
      'is not a signing key',
      'copy the HTTP webhook signing key of the Mailgun account',
    )
  const given = env.MAIL_WEBHOOK_SECRET_GENERIC || undefined
  const generic = given ? Buffer.from(given.replace(/^whsec_/, ''), 'base64') : undefined
  if (generic && generic.length < 24)
    throw new BadSettingError(
      'MAIL_WEBHOOK_SECRET_GENERIC',
      `holds ${generic.length} bytes, not 24 or more`,
      'write what this prints: openssl rand -base64 32',
    )
  return Object.freeze({ ses, postmark, mailgun, generic })
}

/** What stands on a page as it is written here. */
function readLine(env: Environment, variable: string): string | undefined {
  const text = env[variable]?.trim()
  if (!text) return undefined
  if (/[\p{Cc}<>{}]/u.test(text) || text.length > 300)
    throw new BadSettingError(
      variable,
      text.length > 300 ? 'is too long' : 'holds a line break or one of < > { }',
      'write up to 300 characters on one line, with commas between the parts of an address',
    )
  return text
}

function readEmail(env: Environment, variable: string): string | undefined {
  const text = readLine(env, variable)
  if (text && !/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(text))
    throw new BadSettingError(variable, `is "${text}"`, 'write one email address, like contact@example.org')
  return text
}

function readFolder(env: Environment, variable: string): string | undefined {
  const text = env[variable]
  if (!text) return undefined
  const folder = resolve(text)
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new BadSettingError(variable, `is "${text}"`, 'name a folder that exists')
  return folder
}

type SecretKeys = Pick<Config, 'secretKey' | 'previousSecretKey' | 'secretKeyFile'>

function readSecretKeys(env: Environment, production: boolean, dataDir: string): SecretKeys {
  const howTo = 'write 32 random bytes in base64, for instance from: openssl rand -base64 32'
  const given = (variable: 'SECRET_KEY' | 'SECRET_KEY_PREVIOUS') => {
    if (!env[variable]) return undefined
    const key = Buffer.from(env[variable], 'base64')
    if (key.length !== 32) throw new BadSettingError(variable, `holds ${key.length} bytes, not 32`, howTo)
    return key
  }
  const secretKey = given('SECRET_KEY')
  const previousSecretKey = given('SECRET_KEY_PREVIOUS')
  if (previousSecretKey && !secretKey)
    throw new BadSettingError('SECRET_KEY', 'is missing beside SECRET_KEY_PREVIOUS', howTo)
  if (secretKey) {
    if (previousSecretKey?.equals(secretKey))
      throw new BadSettingError(
        'SECRET_KEY_PREVIOUS',
        'is the same as SECRET_KEY',
        'unset it, or write a new key in SECRET_KEY',
      )
    return { secretKey, previousSecretKey, secretKeyFile: undefined }
  }
  if (production) throw new BadSettingError('SECRET_KEY', 'is missing and NODE_ENV is production', howTo)

  const file = join(dataDir, 'secret-key')
  if (!existsSync(file)) {
    try {
      mkdirSync(dataDir, { recursive: true })
      // 'wx': of two processes that start together one writes, and the other reads what was written.
      writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new BadSettingError(
          'DATA_DIR',
          `cannot be written (${(error as NodeJS.ErrnoException).code})`,
          'name a folder that this user may write to',
        )
      }
    }
  }
  // There while keys are rotated, and after that was interrupted.
  const next = nextKeyFile(file)
  return {
    secretKey: readKeyFile(file),
    previousSecretKey: existsSync(next) ? readKeyFile(next) : undefined,
    secretKeyFile: file,
  }
}

/** Where a key waits to take the place of the one in `file`. */
export function nextKeyFile(file: string): string {
  return `${file}.next`
}

function readKeyFile(file: string): Buffer {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== 32) {
    throw new BadSettingError(
      'SECRET_KEY',
      `file ${file} holds ${key.length} bytes, not 32`,
      'put the original file back: without it the signatures cannot be read',
    )
  }
  return key
}

function readModerators(env: Environment): string[] {
  const addresses = (env.MODERATORS ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean)
  for (const address of addresses) {
    if (!/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(address)) {
      throw new BadSettingError(
        'MODERATORS',
        `names "${address}"`,
        'write email addresses with commas between them',
      )
    }
  }
  return addresses
}

/** Browsers keep passkeys for a name that is served encrypted, and for this very machine. */
function takesPasskeys(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl)
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return true
  return protocol === 'https:' && isIP(hostname.replace(/^\[|\]$/g, '')) === 0
}

/**
 * Outside production the first moderator may sit at a machine without any authenticator, and tries things out; a site
 * that is in use has a second factor unless it is said otherwise.
 */
function readDeskPasskeys(env: Environment, production: boolean, publicUrl: string): Config['deskPasskeys'] {
  const choices = production ? (['required', 'offered'] as const) : (['offered', 'required'] as const)
  const wanted = readChoice(env, 'DESK_PASSKEYS', choices)
  if (takesPasskeys(publicUrl)) return wanted
  if (wanted === 'offered') return 'unavailable'
  throw new BadSettingError(
    'DESK_PASSKEYS',
    `is ${env.DESK_PASSKEYS ? '"required"' : 'not set, which in production requires passkeys'}, and browsers keep none for ${publicUrl}`,
    'give PUBLIC_URL a name that is served over https, or write offered to let the desk sign in by mail alone',
  )
}

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal']

function readTrustProxy(env: Environment): string[] {
  const proxies = (env.TRUST_PROXY ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address && address !== 'off')
  for (const proxy of proxies) {
    if (!NAMED_NETWORKS.includes(proxy) && !isNetwork(proxy)) {
      throw new BadSettingError(
        'TRUST_PROXY',
        `names "${proxy}"`,
        `write addresses like 10.0.0.2 or 10.0.0.0/8, or ${NAMED_NETWORKS.join(', ')}, with commas between them`,
      )
    }
  }
  return proxies
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
}

function readTimeZone(env: Environment): string {
  const zone = env.TIME_ZONE || 'Europe/Paris'
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone
  } catch {
    throw new BadSettingError('TIME_ZONE', `is "${zone}"`, 'write a zone of the IANA list, like Europe/Paris')
  }
}
