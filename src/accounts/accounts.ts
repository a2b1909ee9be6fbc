/** Campaigners and moderators: found by the fingerprint of their address, which itself is sealed. */

import type { Database, Transaction } from '../database/connect.js'
import type { Account, Locale } from '../database/tables.js'
import type { Keyring } from '../keys/keyring.js'
import { fingerprint, seal, unseal } from '../keys/sealing.js'
import { readAddress } from '../mail/canonical-address.js'

type Keeper = { db: Database | Transaction; keyring: Keyring }

const PLACE = 'accounts.email'

/** @returns undefined also for what is no address at all. */
export async function findAccountByAddress(
  { db, keyring }: Keeper,
  typed: string,
): Promise<Account | undefined> {
  const read = readAddress(typed)
  if (!read) return undefined
  const keys = await keyring.getSiteKeys(db, 'accounts')
  return db
    .selectFrom('accounts')
    .selectAll()
    .where('emailFingerprint', '=', fingerprint(keys.fingerprints, read.canonical))
    .executeTakeFirst()
}

/**
 * Finds the account of an address, or makes it; two requests at once make one. An existing account keeps its name.
 *
 * @throws when the address cannot be one: callers check it in their form.
 */
export async function getOrAddAccount(
  { db, keyring }: Keeper,
  { email, name, locale }: { email: string; name?: string; locale: Locale },
): Promise<Account> {
  const read = readAddress(email)
  if (!read) throw new Error('An account needs an address that can be written to')
  const keys = await keyring.getSiteKeys(db, 'accounts')
  const emailFingerprint = fingerprint(keys.fingerprints, read.canonical)
  await db
    .insertInto('accounts')
    .values({
      emailFingerprint,
      emailSealed: seal(keys.sealing, PLACE, read.address),
      name: name ?? null,
      locale,
    })
    .onConflict((conflict) => conflict.column('emailFingerprint').doNothing())
    .execute()
  return db
    .selectFrom('accounts')
    .selectAll()
    .where('emailFingerprint', '=', emailFingerprint)
    .executeTakeFirstOrThrow()
}

export async function addressOf(
  { db, keyring }: Keeper,
  account: Pick<Account, 'emailSealed'>,
): Promise<string> {
  const keys = await keyring.getSiteKeys(db, 'accounts')
  return unseal(keys.sealing, PLACE, account.emailSealed)
}

/** How colleagues call an account: by its name, else by its address. */
export async function nameOf(keeper: Keeper, id: number | null): Promise<string | undefined> {
  if (id === null) return undefined
  const account = await keeper.db
    .selectFrom('accounts')
    .select(['name', 'emailSealed'])
    .where('id', '=', id)
    .executeTakeFirst()
  return account && (account.name ?? addressOf(keeper, account))
}

/** @throws for an account that is gone. */
export async function getAccount(db: Database | Transaction, id: number): Promise<Account> {
  return db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
