/** What a signer allows, and may change at any time; every change is kept with the words it was about. */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { ConsentKind, Locale, Signature } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { listDecisionMakers } from '../petitions/queries.js'
import { isReservation } from './form.js'
import { unsealSigner } from './signer.js'
import { strikeFromDossiers } from './strikes.js'
import { findWordings } from './wordings.js'

type Whose = { petitionId: number; signatureId: number }
/** Who asks: the words are those of the language they read. */
type Reader = Pick<Deps, 'db' | 'clock'> & { locale: Locale }

/** The boxes of the sign form, and of the signature's own page. */
export const OPTIONAL_CONSENTS = ['show-name', 'updates', 'campaigner-news', 'withhold-name'] as const
export type OptionalConsent = (typeof OPTIONAL_CONSENTS)[number]

export interface Consents {
  /** News of this petition, and of this one only. */
  updates: boolean
  showName: boolean
  /** Openings and news of other petitions of the same campaigner. */
  campaignerNews: boolean
  /** From the recipient. */
  nameWithheld: boolean
  comment: string
  /** The comment is one. */
  reservation: boolean
}

/** Changes what a confirmed signer shows and hears; does nothing once the signature is withdrawn. */
export async function changeConsents(reader: Reader, keys: Keys, whose: Whose, consents: Consents) {
  const { updates, showName, campaignerNews, nameWithheld, comment, reservation } = consents
  await change(reader, keys, whose, (signature, name) => ({
    updates,
    campaignerNews,
    nameWithheld,
    shownName: showName ? (signature.shownName ?? name) : null,
    comment: comment || null,
    reservation: isReservation({ comment, reservation }),
  }))
}

/** Gives one consent, and leaves the others. */
export async function allow(reader: Reader, keys: Keys, whose: Whose, kind: OptionalConsent) {
  await change(reader, keys, whose, (_signature, name) => valuesOf(kind, name))
}

/** Takes one consent back, and leaves the others: as little to do as giving it. */
export async function disallow(reader: Reader, keys: Keys, whose: Whose, kind: OptionalConsent) {
  await change(reader, keys, whose, () => valuesOf(kind, null))
}

function valuesOf(kind: OptionalConsent, name: string | null): Changed {
  switch (kind) {
    case 'updates':
      return { updates: name !== null }
    case 'show-name':
      return { shownName: name }
    case 'campaigner-news':
      return { campaignerNews: name !== null }
    case 'withhold-name':
      return { nameWithheld: name !== null }
  }
}

type Changed = Partial<
  Pick<Signature, 'updates' | 'shownName' | 'campaignerNews' | 'nameWithheld' | 'comment' | 'reservation'>
>

/** What is taken back the table itself writes down, whoever does it; what is given needs the words that were read. */
async function change(
  { db, clock, locale }: Reader,
  keys: Keys,
  { petitionId, signatureId }: Whose,
  decide: (signature: Signature, name: string) => Changed,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const signature = await trx
      .selectFrom('signatures')
      .selectAll()
      .where('petitionId', '=', petitionId)
      .where('id', '=', signatureId)
      .where('state', '=', 'confirmed')
      .forUpdate()
      .executeTakeFirst()
    const signer = signature && unsealSigner(keys, signature)
    if (!signer) return
    const changed = decide(signature, signer.name)
    const kinds: OptionalConsent[] = []
    if (changed.shownName && signature.shownName === null) kinds.push('show-name')
    if (changed.updates && !signature.updates) kinds.push('updates')
    if (changed.campaignerNews && !signature.campaignerNews) kinds.push('campaigner-news')
    if (changed.nameWithheld && !signature.nameWithheld) kinds.push('withhold-name')
    await trx
      .updateTable('signatures')
      .set(changed)
      .where('petitionId', '=', petitionId)
      .where('id', '=', signatureId)
      .execute()
    if (isListedOtherwise(signature, changed))
      await strikeFromDossiers(trx, {
        petitionId,
        signatureIds: [signatureId],
        act: 'correct',
        at: clock.now(),
      })
    if (kinds.length === 0) return
    const makers = kinds.includes('withhold-name') ? await listDecisionMakers(trx, petitionId) : []
    const recipients = makers.map((maker) => maker.name)
    const given = await findWordings(db, clock.now(), { kinds, locale, recipients })
    await keepGiven(trx, { petitionId, signatureId, textVersion: signature.textVersion }, clock.now(), given)
  })
}

/** Whether a list that was handed over is no longer right. One with the name withheld has no reason in it either. */
function isListedOtherwise(before: Signature, changed: Changed): boolean {
  const { nameWithheld, comment, reservation } = { ...before, ...changed }
  if (nameWithheld !== before.nameWithheld) return true
  return !nameWithheld && (comment !== before.comment || reservation !== before.reservation)
}

/** Gives back, by the link of a mail, the mails that such a link has stopped: in the words they were agreed to. */
export async function restore(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { petitionId, signatureId }: Whose,
  kind: 'updates' | 'campaigner-news',
): Promise<void> {
  const column = kind === 'updates' ? 'updates' : 'campaignerNews'
  await db.transaction().execute(async (trx) => {
    const restored = await trx
      .updateTable('signatures')
      .set({ [column]: true })
      .where('petitionId', '=', petitionId)
      .where('id', '=', signatureId)
      .where('sealed', 'is not', null)
      .where(column, '=', false)
      .returning(['textVersion', 'locale'])
      .executeTakeFirst()
    if (!restored) return
    const { textVersion, locale } = restored
    const { rows } = await sql<{ id: number }>`
      select consent_wordings.id from consent_acts, unnest(given) as agreed (id), consent_wordings
      where petition_id = ${petitionId} and signature_id = ${signatureId}
        and consent_wordings.id = agreed.id and kind = ${kind}
      order by consent_acts.id desc limit 1`.execute(trx)
    const given = rows[0]
      ? [rows[0].id]
      : await findWordings(db, clock.now(), { kinds: [kind], locale, recipients: [] })
    await keepGiven(trx, { petitionId, signatureId, textVersion }, clock.now(), given)
  })
}

async function keepGiven(
  trx: Transaction,
  whose: Whose & { textVersion: number },
  at: Date,
  given: number[],
): Promise<void> {
  await trx
    .insertInto('consentActs')
    .values({ ...whose, at, given })
    .execute()
}

/** One thing that somebody agreed to, or took back. */
export interface KeptConsent {
  kind: ConsentKind
  isGiven: boolean
  at: Date
  textVersion: number
  locale: Locale
  words: string
  /** The beginning of the hash of the words: another for every other sentence. */
  version: string
}

export async function listConsents(db: Database, whose: Whose[]): Promise<(KeptConsent & Whose)[]> {
  if (whose.length === 0) return []
  const { rows } = await sql<Omit<KeptConsent, 'version'> & Whose & { sha256: Buffer }>`
    select petition_id, signature_id, kind, is_given, at, text_version, locale, words, sha256
    from unnest(
        ${whose.map(({ petitionId }) => petitionId)}::bigint[], ${whose.map(({ signatureId }) => signatureId)}::bigint[]
      ) as wanted (petition_id, signature_id)
    join consent_acts as acts using (petition_id, signature_id)
    cross join lateral (
      select unnest(given) as wording_id, true as is_given union all select unnest(withdrawn), false
    ) as about
    join consent_wordings on consent_wordings.id = wording_id
    order by petition_id, signature_id, acts.id, wording_id`.execute(db)
  return rows.map(({ sha256, ...row }) => ({ ...row, version: sha256.toString('hex').slice(0, 8) }))
}
