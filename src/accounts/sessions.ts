/** Who is signed in. The cookie holds 32 random bytes, the table their hash: a stolen dump opens no session. */

import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database, Transaction } from '../database/connect.js'
import type { Account } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { cookieOptions } from '../web/cookies.js'

export const SESSION_COOKIE = 'clameur_session'

/** A campaigner comes back every few days for the weeks of a petition. */
const SESSION_DAYS = 30

export async function openSession(deps: Deps, reply: FastifyReply, accountId: number): Promise<void> {
  const token = randomBytes(32)
  const expiresAt = new Date(deps.clock.now().getTime() + SESSION_DAYS * 86_400_000)
  await deps.db
    .insertInto('sessions')
    .values({ tokenHash: hashOf(token), accountId, expiresAt })
    .execute()
  reply.setCookie(SESSION_COOKIE, token.toString('base64url'), {
    ...cookieOptions(deps.config),
    expires: expiresAt,
  })
}

export async function findSessionAccount(deps: Deps, request: FastifyRequest): Promise<Account | undefined> {
  const token = readCookie(request)
  if (!token) return undefined
  return deps.db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.accountId')
    .selectAll('accounts')
    .where('sessions.tokenHash', '=', hashOf(token))
    .where('sessions.expiresAt', '>', deps.clock.now())
    .executeTakeFirst()
}

export async function endSession(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const token = readCookie(request)
  if (token) await deps.db.deleteFrom('sessions').where('tokenHash', '=', hashOf(token)).execute()
  reply.clearCookie(SESSION_COOKIE, cookieOptions(deps.config))
}

/** Signs somebody out everywhere, in the transaction of what makes it necessary. */
export async function endSessionsOf(db: Database | Transaction, accountId: number): Promise<void> {
  await db.deleteFrom('sessions').where('accountId', '=', accountId).execute()
}

function readCookie(request: FastifyRequest): Buffer | undefined {
  const token = Buffer.from(request.cookies[SESSION_COOKIE] ?? '', 'base64url')
  return token.length === 32 ? token : undefined
}

function hashOf(token: Buffer): Buffer {
  return createHash('sha256').update(token).digest()
}
