/** Links by mail, for who owns an address: what was asked waits sealed, for an hour at the most. */

import type { Locale } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { oneTimeToken, readOneTimeToken } from '../keys/one-time-links.js'
import { seal, unseal } from '../keys/sealing.js'
import { addMails } from '../mail/outbox.js'

export const LINK_MINUTES = 60

export type Purpose = 'open' | 'change-address'

/** `address` is whom the link is sent to; `from` the address that signed, when it is to be changed. */
export interface Asked {
  address: string
  from?: string | undefined
  /** Of two people who share the old address, who moves; without it, both. */
  whose?: string | undefined
}

type Keeper = Pick<Deps, 'db' | 'keyring'>

const MAIL_KINDS = { open: 'my-signatures-link', 'change-address': 'my-signatures-address' } as const

/** Sends a link. It looks nothing up, so that neither answer nor timing can tell what the address has signed. */
export async function sendLinkLater(
  deps: Deps,
  purpose: Purpose,
  asked: Asked,
  locale: Locale,
): Promise<void> {
  const keys = await deps.keyring.getSiteKeys(deps.db, 'my-signatures')
  await deps.db.transaction().execute(async (trx) => {
    const { id } = await trx
      .insertInto('mySignaturesRequests')
      .values({
        purpose,
        sealed: seal(keys.sealing, placeOf(purpose), JSON.stringify(asked)),
        createdAt: deps.clock.now(),
        expiresAt: new Date(deps.clock.now().getTime() + LINK_MINUTES * 60_000),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await addMails(trx, [
      { queue: 'confirmation-mails', kind: MAIL_KINDS[purpose], params: { request: id }, locale },
    ])
  })
  deps.jobs.wakeLater('confirmation-mails')
}

/** What a letter is written from. @returns undefined once the hour is over. */
export async function findRequest(
  { db, keyring, clock }: Keeper & Pick<Deps, 'clock'>,
  id: string,
): Promise<{ asked: Asked; token: string } | undefined> {
  const row = await db
    .selectFrom('mySignaturesRequests')
    .select(['purpose', 'sealed'])
    .where('id', '=', id)
    .where('expiresAt', '>', clock.now())
    .executeTakeFirst()
  if (!row) return undefined
  const keys = await keyring.getSiteKeys(db, 'my-signatures')
  return { asked: askedOf(keys.sealing, row), token: oneTimeToken(keys, id) }
}

/** Whether a link would still open, without using it: what its page asks before it shows the button. */
export async function findOpenRequest(
  { db, keyring, clock }: Keeper & Pick<Deps, 'clock'>,
  token: string,
  purpose: Purpose,
): Promise<{ id: string; asked: Asked } | undefined> {
  const keys = await keyring.getSiteKeys(db, 'my-signatures')
  const id = readOneTimeToken(keys, token)
  if (!id) return undefined
  const row = await db
    .selectFrom('mySignaturesRequests')
    .select(['purpose', 'sealed'])
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', clock.now())
    .executeTakeFirst()
  return row && { id, asked: askedOf(keys.sealing, row) }
}

/** Uses a link up. Of two requests with the same link, one is told true. */
export async function useRequest({ db, clock }: Pick<Deps, 'db' | 'clock'>, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mySignaturesRequests')
    .set({ usedAt: clock.now() })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function removeExpiredRequests({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  await db.deleteFrom('mySignaturesRequests').where('expiresAt', '<=', clock.now()).execute()
}

function askedOf(sealing: Buffer, { purpose, sealed }: { purpose: Purpose; sealed: Buffer }): Asked {
  return JSON.parse(unseal(sealing, placeOf(purpose), sealed)) as Asked
}

function placeOf(purpose: Purpose): string {
  return `my_signatures_requests.sealed ${purpose}`
}
