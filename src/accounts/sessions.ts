/** Who is signed in. The cookie holds 32 random bytes, the table their hash: a stolen dump opens no session. */

import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { Account } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { cookieOptions } from '../web/cookies.js'
import { browserOf } from './browser.js'
import { accountOnPages, isOfDesk } from './roles.js'

export const SESSION_COOKIE = 'clameur_session'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A campaigner comes back every few days for the weeks of a petition. */
const CAMPAIGNER_DAYS = 30

/** At the desk a forgotten browser is closed by the next morning, and the week ends every session. */
const DESK_IDLE_HOURS = 12
const DESK_DAYS = 7

/** Time enough to find the key; who only had the link is then nobody again. */
const UNPROVED_HOURS = 1

/** So often at most is it written down that a session of the desk goes on. */
const NOTED_EVERY_MS = HOUR / 4

/** Since when a passkey counts as just shown. */
const FRESH_MS = 10 * 60_000

export interface Session {
  id: number
  account: Account
  createdAt: Date
  passkeyAt: Date | null
  /**
   * What the link alone does not open: a passkey that its owner has registered, or one that has yet to be registered
   * where the desk requires it. Until then nobody is signed in.
   */
  lacks: 'passkey' | 'registration' | undefined
  /** Whether this account has any. */
  hasPasskey: boolean
  /** Whether a passkey was shown within the last minutes. */
  isFresh: boolean
}

/** Opens what a link by mail opens; `lacks` says what else is needed. */
export async function openSession(deps: Deps, reply: FastifyReply, accountId: number): Promise<Session> {
  const { db, clock, config } = deps
  const now = clock.now()
  const token = randomBytes(32)
  const expiresAt = new Date(now.getTime() + UNPROVED_HOURS * HOUR)
  await db
    .insertInto('sessions')
    .values({
      tokenHash: hashOf(token),
      accountId,
      createdAt: now,
      lastUsedOn: sql<string>`(${now}::timestamptz at time zone ${config.timeZone})::date`,
      browser: browserOf(reply.request.headers['user-agent']),
      expiresAt,
    })
    .execute()
  const session = (await findByToken(deps, token))!
  await setToken(deps, reply, session, token)
  return session
}

/** The session of the request's cookie, also one that still lacks a passkey. */
export async function findSession(deps: Deps, request: FastifyRequest): Promise<Session | undefined> {
  const token = readCookie(request)
  return token && findByToken(deps, token)
}

/** Who is signed in, with everything that this takes. */
export async function findSessionAccount(deps: Deps, request: FastifyRequest): Promise<Account | undefined> {
  const session = await findSession(deps, request)
  return session && !session.lacks ? session.account : undefined
}

/** Who is signed in, for a page that shows it; else the reply has been sent on to the sign-in page. */
export async function requireSession(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  returnTo: string,
): Promise<Session | undefined> {
  const session = await findSession(deps, request)
  if (!session || session.lacks) {
    reply.seeOther(`/account/sign-in?return=${encodeURIComponent(returnTo)}`)
    return undefined
  }
  reply.account = accountOnPages(session.account)
  return session
}

/**
 * Notes that a passkey was shown. The cookie is a new one from here on: what somebody may have seen of the one before
 * opens nothing.
 */
export async function noteProof(deps: Deps, reply: FastifyReply, { id }: Pick<Session, 'id'>): Promise<void> {
  const token = randomBytes(32)
  const noted = await deps.db
    .updateTable('sessions')
    .set({ passkeyAt: deps.clock.now(), tokenHash: hashOf(token) })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (noted) await setToken(deps, reply, (await findByToken(deps, token))!, token)
}

export async function endSession(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const token = readCookie(request)
  if (token) await deps.db.deleteFrom('sessions').where('tokenHash', '=', hashOf(token)).execute()
  reply.clearCookie(SESSION_COOKIE, cookieOptions(deps.config))
}

/** Signs somebody out everywhere, in the transaction of what makes it necessary; `but` keeps one session open. */
export async function endSessionsOf(
  db: Database | Transaction,
  accountId: number,
  { but }: { but?: number } = {},
): Promise<void> {
  let query = db.deleteFrom('sessions').where('accountId', '=', accountId)
  if (but !== undefined) query = query.where('id', '!=', but)
  await query.execute()
}

async function findByToken(deps: Deps, token: Buffer): Promise<Session | undefined> {
  const { db, clock, config } = deps
  const now = clock.now()
  const row = await db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.accountId')
    .selectAll('accounts')
    .select([
      'sessions.id as sessionId',
      'sessions.createdAt as openedAt',
      'sessions.expiresAt',
      'sessions.passkeyAt',
      'sessions.lastUsedOn',
      sql<string>`(${now}::timestamptz at time zone ${config.timeZone})::date`.as('today'),
      sql<boolean>`exists (select from passkeys where account_id = accounts.id)`.as('hasPasskey'),
    ])
    .where('sessions.tokenHash', '=', hashOf(token))
    .where('sessions.expiresAt', '>', now)
    .executeTakeFirst()
  if (!row) return undefined

  const { sessionId, openedAt, expiresAt, passkeyAt, lastUsedOn, today, hasPasskey, ...account } = row
  const mustRegister = isOfDesk(account) && config.deskPasskeys === 'required'
  const lacks = passkeyAt ? undefined : hasPasskey ? 'passkey' : mustRegister ? 'registration' : undefined
  const session: Session = {
    id: sessionId,
    account,
    createdAt: openedAt,
    passkeyAt,
    lacks,
    hasPasskey,
    isFresh: passkeyAt !== null && now.getTime() - passkeyAt.getTime() < FRESH_MS,
  }
  // Whoever only has the link does not stay longer by coming again.
  const until = lacks ? expiresAt : idleEnd(session, now)
  if (lastUsedOn !== today || Math.abs(until.getTime() - expiresAt.getTime()) >= NOTED_EVERY_MS)
    await db
      .updateTable('sessions')
      .set({ lastUsedOn: today, expiresAt: until })
      .where('id', '=', sessionId)
      .execute()
  return session
}

/** When a session is over if nothing more is done with it. */
function idleEnd(session: Session, now: Date): Date {
  const last = lastMoment(session)
  if (!isOfDesk(session.account)) return last
  return new Date(Math.min(now.getTime() + DESK_IDLE_HOURS * HOUR, last.getTime()))
}

function lastMoment({ account, createdAt }: Session): Date {
  return new Date(createdAt.getTime() + (isOfDesk(account) ? DESK_DAYS : CAMPAIGNER_DAYS) * DAY)
}

async function setToken(deps: Deps, reply: FastifyReply, session: Session, token: Buffer): Promise<void> {
  reply.setCookie(SESSION_COOKIE, token.toString('base64url'), {
    ...cookieOptions(deps.config),
    // As long as the session may last; when it ends before, the table says so.
    expires: lastMoment(session),
  })
}

function readCookie(request: FastifyRequest): Buffer | undefined {
  const token = Buffer.from(request.cookies[SESSION_COOKIE] ?? '', 'base64url')
  return token.length === 32 ? token : undefined
}

function hashOf(token: Buffer): Buffer {
  return createHash('sha256').update(token).digest()
}
