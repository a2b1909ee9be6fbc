/**
 * Colleagues whom a decision-maker lets read with them, each by a link of their own, and with codes to their own
 * mailbox. They read, download, and acknowledge; what binds the institution stays with the decision-maker's link.
 */

import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker, Delegate, Locale } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { fingerprint } from '../keys/sealing.js'
import { readAddress } from '../mail/canonical-address.js'
import { addMails } from '../mail/outbox.js'
import { sealDelegate, unsealDelegateAddress, unsealDelegateName } from '../petitions/decision-maker.js'
import { recordReaderAct } from './acts.js'
import { lockDecisionMaker } from './queries.js'

/** A cabinet, and no mailing list. */
export const MOST_DELEGATES = 10

export type AddOutcome = 'added' | 'already' | 'yourself' | 'too-many' | 'stepped-aside'

/**
 * Adds a colleague, writes to them, and tells the decision-maker's own address: whoever did it, its reader learns it.
 *
 * The caller has made sure of the code from that address. A link alone must not do: it would send the next code, and so
 * the names, to an address of its holder's choice.
 */
export async function addDelegate(
  { db, clock, jobs }: Pick<Deps, 'db' | 'clock' | 'jobs'>,
  keys: Keys,
  maker: Pick<DecisionMaker, 'id' | 'petitionId' | 'locale' | 'emailFingerprint'>,
  { name, email, locale }: { name: string; email: string; locale: Locale },
): Promise<AddOutcome> {
  const read = readAddress(email)
  if (!read) throw new Error('A delegate needs an address that can be written to')
  const { petitionId } = maker
  if (maker.emailFingerprint?.equals(fingerprint(keys.fingerprints, read.canonical))) return 'yourself'
  const at = clock.now()
  const outcome = await db.transaction().execute(async (trx): Promise<AddOutcome> => {
    const active = await lockDecisionMaker(trx, maker.id)
    if (active?.state !== 'active') return 'stepped-aside'
    const emailFingerprint = fingerprint(keys.fingerprints, `delegate ${read.canonical}`)
    const present = await trx
      .selectFrom('delegates')
      .select('emailFingerprint')
      .where('decisionMakerId', '=', maker.id)
      .where('endedAt', 'is', null)
      .execute()
    if (present.some((one) => one.emailFingerprint?.equals(emailFingerprint))) return 'already'
    if (present.length >= MOST_DELEGATES) return 'too-many'
    const { id } = await trx
      .insertInto('delegates')
      .values({
        petitionId,
        decisionMakerId: maker.id,
        ...sealDelegate(keys, petitionId, { name, email: read.address }),
        emailFingerprint,
        locale,
        addedAt: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordReaderAct(trx, { maker, act: 'delegate-added', at })
    await addMails(trx, [
      {
        queue: 'decision-maker-notices',
        kind: 'delegate-invitation',
        petitionId,
        params: { delegate: id },
        locale,
        dueAt: at,
      },
    ])
    await tellMaker(trx, maker, { id, what: 'added', at })
    return 'added'
  })
  if (outcome === 'added') jobs.wakeLater('decision-maker-notices')
  return outcome
}

/** By the decision-maker, or by themselves: their link, the browsers it let in and their codes end with the commit. */
export async function endDelegate(
  { db, clock, jobs }: Pick<Deps, 'db' | 'clock' | 'jobs'>,
  maker: Pick<DecisionMaker, 'id' | 'petitionId' | 'locale'>,
  id: number,
  by: 'maker' | 'themselves',
): Promise<boolean> {
  const at = clock.now()
  const isEnded = await db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('delegates')
      .set({ emailSealed: null, emailFingerprint: null, endedAt: at })
      .where('id', '=', id)
      .where('decisionMakerId', '=', maker.id)
      .where('endedAt', 'is', null)
      .returning('id')
      .execute()
    if (ended.length === 0) return false
    const delegate = by === 'themselves' ? { id } : undefined
    await recordReaderAct(trx, { maker, delegate, act: 'delegate-ended', at })
    await tellMaker(trx, maker, { id, what: by === 'maker' ? 'removed' : 'left', at })
    return true
  })
  if (isEnded) jobs.wakeLater('decision-maker-notices')
  return isEnded
}

/** With their decision-maker, who steps aside. */
export async function endAllDelegates(
  trx: Transaction,
  maker: Pick<DecisionMaker, 'id'>,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('delegates')
    .set({ emailSealed: null, emailFingerprint: null, endedAt: at })
    .where('decisionMakerId', '=', maker.id)
    .where('endedAt', 'is', null)
    .execute()
}

async function tellMaker(
  trx: Transaction,
  maker: Pick<DecisionMaker, 'id' | 'petitionId' | 'locale'>,
  { id, what, at }: { id: number; what: 'added' | 'removed' | 'left'; at: Date },
): Promise<void> {
  await addMails(trx, [
    {
      queue: 'decision-maker-notices',
      kind: 'decision-maker-delegate',
      petitionId: maker.petitionId,
      decisionMakerId: maker.id,
      params: { delegate: id, what },
      locale: maker.locale,
      dueAt: at,
    },
  ])
}

export function findDelegate(db: Database | Transaction, id: number): Promise<Delegate | undefined> {
  return db.selectFrom('delegates').selectAll().where('id', '=', id).executeTakeFirst()
}

export interface ListedDelegate extends Pick<Delegate, 'id' | 'addedAt' | 'bouncedAt'> {
  name: string
  email: string | undefined
}

export async function countDelegates(db: Database, maker: Pick<DecisionMaker, 'id'>): Promise<number> {
  const { count } = await db
    .selectFrom('delegates')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('decisionMakerId', '=', maker.id)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Those who may read now, the first added first. */
export async function listDelegates(
  db: Database,
  keys: Keys,
  maker: Pick<DecisionMaker, 'id'>,
): Promise<ListedDelegate[]> {
  const rows = await db
    .selectFrom('delegates')
    .selectAll()
    .where('decisionMakerId', '=', maker.id)
    .where('endedAt', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    addedAt: row.addedAt,
    bouncedAt: row.bouncedAt,
    name: unsealDelegateName(keys, row),
    email: unsealDelegateAddress(keys, row),
  }))
}
