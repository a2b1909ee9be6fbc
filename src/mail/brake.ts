/**
 * At most twenty mails an hour to one address, from everything together: nobody can use the site to fill a mailbox.
 *
 * Decided by the database for all workers, in the transaction that sends: of two that write to one address the second
 * waits for what the first has sent.
 */

import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { Deps } from '../deps.js'
import { fingerprint } from '../keys/sealing.js'
import { readAddress } from './canonical-address.js'

const MOST_AN_HOUR = 20
/** News stops here, so that a link that somebody asked for still finds room. */
const MOST_NEWS_AN_HOUR = 15
const HOUR_MS = 3_600_000
/** More than the outbox is ahead of its time: a mail is not looked at again before there is room. */
const MARGIN_MS = 5_000
/** What a person asked for goes first when there is room again. */
const NEWS_WAITS_MS = 10 * 60_000

export interface Braking {
  /** What a person just asked for; everything else is news. */
  isAsked: boolean
  now: Date
}

export interface Held {
  /** When the mail may be tried again. */
  until: Date
}

/** Equal for every spelling of a mailbox; under a key that nothing else is made with. */
async function bookedAs({ db, keyring }: Pick<Deps, 'db' | 'keyring'>): Promise<(to: string) => Buffer> {
  const { fingerprints } = await keyring.getSiteKeys(db, 'mail-brake')
  return (to) => fingerprint(fingerprints, readAddress(to)?.canonical ?? to.toLowerCase())
}

/**
 * Books room for mails, the first ones first. The rows stay locked until the transaction ends, so that `giveBack` can
 * undo what did not leave.
 *
 * @returns those that must wait, by their id.
 */
export async function bookMails(
  deps: Pick<Deps, 'db' | 'keyring' | 'config'>,
  trx: Transaction,
  letters: ReadonlyMap<number, { to: string }>,
  { isAsked, now }: Braking,
): Promise<Map<number, Held>> {
  const held = new Map<number, Held>()
  if (letters.size === 0) return held
  const scale = deps.config.rateLimitScale
  const most = Math.max(1, Math.round((isAsked ? MOST_AN_HOUR : MOST_NEWS_AN_HOUR) * scale))
  const booked = await bookedAs(deps)
  const byAddress = new Map<string, { address: Buffer; ids: number[] }>()
  for (const [id, { to }] of letters) {
    const address = booked(to)
    const key = address.toString('hex')
    const of = byAddress.get(key) ?? { address, ids: [] }
    byAddress.set(key, of)
    of.ids.push(id)
  }
  const all = [...byAddress.values()]
  const { rows } = await sql<{ address: Buffer; sent: Date[]; granted: number }>`
    insert into mail_brakes as kept (address, sent, granted)
    select address, array_fill(${now}::timestamptz, array[least(wanted, ${most}::int)]), least(wanted, ${most}::int)
    from unnest(${all.map(({ address }) => address)}::bytea[], ${all.map(({ ids }) => ids.length)}::int[])
      as asked (address, wanted)
    order by address
    on conflict (address) do update set (sent, granted) = (
      select recent.sent || array_fill(${now}::timestamptz, array[room.granted]), room.granted
      from (
        select coalesce(array_agg(moment order by moment), '{}') as sent
        from unnest(kept.sent) as moment where moment > ${new Date(now.getTime() - HOUR_MS)}::timestamptz
      ) as recent,
      lateral (
        select greatest(0, least(excluded.granted, ${most}::int - cardinality(recent.sent))) as granted
      ) as room
    )
    returning address, sent, granted`.execute(trx)

  for (const { address, sent, granted } of rows) {
    const { ids } = byAddress.get(address.toString('hex'))!
    const over = ids.slice(granted)
    over.forEach((id, index) => {
      // When as many as stand before it have been out for an hour.
      const leaving = sent[Math.min(sent.length - most + index, sent.length - 1)] ?? now
      const wait = HOUR_MS + (isAsked ? MARGIN_MS : NEWS_WAITS_MS)
      held.set(id, { until: new Date(Math.max(leaving.getTime(), now.getTime() - HOUR_MS) + wait) })
    })
  }
  return held
}

/** Mails that were booked in this transaction and did not leave. */
export async function giveBack(
  deps: Pick<Deps, 'db' | 'keyring'>,
  trx: Transaction,
  unsent: { to: string }[],
): Promise<void> {
  if (unsent.length === 0) return
  const booked = await bookedAs(deps)
  const addresses = unsent.map(({ to }) => booked(to))
  await sql`
    update mail_brakes set sent = sent[1:cardinality(sent) - back.amount]
    from (select address, count(*)::int as amount from unnest(${addresses}::bytea[]) as address group by 1) as back
    where mail_brakes.address = back.address`.execute(trx)
}

/** Nothing is kept of an address that was written to longer ago than an hour. */
export async function sweepMailBrakes({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - HOUR_MS)
  await sql`
    delete from mail_brakes
    where address in (
      select address from mail_brakes
      where sent = '{}' or sent[cardinality(sent)] < ${before}
      for update skip locked
    )`.execute(db)
}
