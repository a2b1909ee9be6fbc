/**
 * Followers: signers of one petition who asked to hear of the same campaigner's other ones. A mailing to them walks
 * through those other petitions, one after the other.
 */

import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { MailingTable, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { fingerprint } from '../keys/sealing.js'
import { readAddress } from '../mail/canonical-address.js'
import { unsealSigner } from '../signatures/signer.js'

type Mailing = Selectable<MailingTable>

export function isForFollowers({ kind }: Pick<Mailing, 'kind'>): boolean {
  return kind === 'others-opened' || kind === 'others-news'
}

/**
 * Adds a mailing about a petition, when there is anybody to hear of it; the caller wakes the queue 'updates'.
 *
 * No mail leaves before `at`. A petition whose opening was taken back opens anew: what waits to tell of the first time
 * finds no mailing any more, and is dropped.
 */
export async function tellFollowers(
  trx: Transaction,
  petition: Pick<Petition, 'id'>,
  about: { kind: 'others-opened' | 'others-news'; updateId: number | null; at: Date },
): Promise<void> {
  if (about.kind === 'others-opened')
    await trx
      .deleteFrom('mailings')
      .where('petitionId', '=', petition.id)
      .where('kind', '=', about.kind)
      .execute()
  await sql`
    insert into mailings (petition_id, kind, update_id, created_at)
    select petition.id, ${about.kind}, ${about.updateId}::bigint, ${about.at}
    from petitions as petition
    where petition.id = ${petition.id} and exists (
      select from petitions as other
      join signatures on signatures.petition_id = other.id
      where other.account_id = petition.account_id and other.id <> petition.id
        and signatures.campaigner_news and signatures.state = 'confirmed'
    )`.execute(trx)
}

interface Follower {
  id: number
  locale: 'fr' | 'en'
  /** Under the key of the petition that is told about: as one of its signers would have. */
  asSigner: Buffer
  /** For this mailing alone. */
  asReader: Buffer
}

/**
 * Turns a batch of one petition's followers into mails, and writes down where the next batch begins.
 *
 * Nobody gets one mailing twice, nor any about a petition that they have signed: there they chose what they hear. Both
 * are known by fingerprints under that petition's key; those of a mailing are forgotten when it is done.
 */
export async function walkFollowers(
  deps: Deps,
  trx: Transaction,
  mailing: Mailing,
  most: number,
): Promise<void> {
  const keys = await deps.keyring.findPetitionKeys(trx, mailing.petitionId)
  const source = keys && (await findSource(trx, mailing))
  if (!keys || !source) return finish(deps, trx, mailing)

  const after = source.id === mailing.lastPetitionId ? mailing.lastSignatureId : 0
  const rows = await trx
    .selectFrom('signatures')
    .select(['petitionId', 'id', 'locale', 'sealed'])
    .where('petitionId', '=', source.id)
    .where('id', '>', after)
    .where('state', '=', 'confirmed')
    .where('campaignerNews', '=', true)
    .orderBy('id')
    .limit(most)
    .execute()
  const sourceKeys = await deps.keyring.findPetitionKeys(trx, source.id)
  const followers = sourceKeys ? rows.flatMap((row) => followerOf(keys, sourceKeys, mailing, row)) : []
  const reached = await keepNew(trx, mailing, followers)
  const now = deps.clock.now()
  if (reached.length > 0)
    await trx
      .insertInto('mails')
      .values(
        reached.map(({ id, locale }) => ({
          queue: 'updates',
          kind: mailing.kind,
          petitionId: source.id,
          signatureId: id,
          mailingId: mailing.id,
          locale,
          dueAt: mailing.createdAt > now ? mailing.createdAt : now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const isOver = rows.length < most
  await trx
    .updateTable('mailings')
    .set({
      lastPetitionId: isOver ? source.id + 1 : source.id,
      lastSignatureId: isOver ? 0 : rows.at(-1)!.id,
      queued: sql`queued + ${reached.length}`,
    })
    .where('id', '=', mailing.id)
    .execute()
}

/** The petition whose followers come next. */
function findSource(trx: Transaction, { petitionId, lastPetitionId }: Mailing) {
  return trx
    .selectFrom('petitions')
    .select('id')
    .where('accountId', '=', ({ selectFrom }) =>
      selectFrom('petitions').select('accountId').where('id', '=', petitionId),
    )
    .where('id', '!=', petitionId)
    .where('id', '>=', lastPetitionId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

function followerOf(
  keys: Keys,
  sourceKeys: Keys,
  mailing: Mailing,
  row: Parameters<typeof unsealSigner>[1] & Pick<Follower, 'id' | 'locale'>,
): Follower[] {
  const signer = unsealSigner(sourceKeys, row)
  const canonical = signer && readAddress(signer.email)?.canonical
  if (canonical === undefined) return []
  const { id, locale } = row
  const asSigner = fingerprint(keys.fingerprints, canonical)
  return [
    { id, locale, asSigner, asReader: fingerprint(keys.fingerprints, `mailing ${mailing.id} ${canonical}`) },
  ]
}

/** Those who neither signed the petition nor were reached by this mailing before; two of one address are one. */
async function keepNew(trx: Transaction, mailing: Mailing, followers: Follower[]): Promise<Follower[]> {
  if (followers.length === 0) return []
  const { rows } = await sql<{ fingerprint: Buffer }>`
    insert into mailing_recipients (mailing_id, fingerprint)
    select ${mailing.id}::bigint, reader
    from unnest(
      ${followers.map(({ asReader }) => asReader)}::bytea[], ${followers.map(({ asSigner }) => asSigner)}::bytea[]
    ) as follower (reader, signer)
    where not exists (
      select from signatures
      where petition_id = ${mailing.petitionId} and email_fingerprint = signer and state in ('pending', 'confirmed')
    )
    on conflict do nothing
    returning fingerprint`.execute(trx)
  const isNew = new Set(rows.map(({ fingerprint }) => fingerprint.toString('hex')))
  return followers.filter(({ asReader }) => isNew.delete(asReader.toString('hex')))
}

async function finish({ clock }: Deps, trx: Transaction, { id }: Mailing): Promise<void> {
  await trx.deleteFrom('mailingRecipients').where('mailingId', '=', id).execute()
  await trx
    .updateTable('mailings')
    .set({ state: 'done', finishedAt: clock.now() })
    .where('id', '=', id)
    .execute()
}
