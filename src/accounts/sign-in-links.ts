/** Signing in without a password: a link by mail that expires and works once. */

import type { Database, Transaction } from '../database/connect.js'
import type { Deps } from '../deps.js'
import type { Keyring } from '../keys/keyring.js'
import { oneTimeToken, readOneTimeToken } from '../keys/one-time-links.js'

type Keeper = { db: Database | Transaction; keyring: Keyring }

/** Long enough for greylisting and a slow phone; short enough that an old mail opens nothing. */
export const LINK_MINUTES = 60

const SIGN_IN = 'sign-in'

/** @returns the link's id; the token is derived from it when the mail is written. */
export async function addSignInLink(
  { db }: Pick<Keeper, 'db'>,
  link: { accountId: number; returnTo?: string; purpose?: string; now: Date; minutes?: number },
): Promise<string> {
  const { accountId, returnTo, purpose, now, minutes = LINK_MINUTES } = link
  const row = await db
    .insertInto('signInLinks')
    .values({
      accountId,
      returnTo: returnTo ?? null,
      purpose: purpose ?? SIGN_IN,
      expiresAt: new Date(now.getTime() + minutes * 60_000),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function signInToken({ db, keyring }: Keeper, id: string): Promise<string> {
  return oneTimeToken(await keyring.getSiteKeys(db, 'accounts'), id)
}

async function readSignInToken({ db, keyring }: Keeper, token: string): Promise<string | undefined> {
  return readOneTimeToken(await keyring.getSiteKeys(db, 'accounts'), token)
}

/**
 * Whose link it is and whether it would still open, without using it: what its page asks before it shows the button.
 * A link opens only what it was sent for.
 */
export async function findOpenLink(
  deps: Keeper & Pick<Deps, 'clock'>,
  token: string,
  purpose = SIGN_IN,
): Promise<{ accountId: number } | undefined> {
  const id = await readSignInToken(deps, token)
  if (!id) return undefined
  return deps.db
    .selectFrom('signInLinks')
    .select('accountId')
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', deps.clock.now())
    .executeTakeFirst()
}

/** Uses a link up. Of two requests with the same link one gets the account, the other nothing. */
export async function useSignInLink(
  deps: Keeper & Pick<Deps, 'clock'>,
  token: string,
  purpose = SIGN_IN,
): Promise<{ accountId: number; returnTo: string | null } | undefined> {
  const id = await readSignInToken(deps, token)
  if (!id) return undefined
  const now = deps.clock.now()
  return deps.db
    .updateTable('signInLinks')
    .set({ usedAt: now })
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning(['accountId', 'returnTo'])
    .executeTakeFirst()
}
