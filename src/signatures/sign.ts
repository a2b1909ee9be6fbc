/** Signing: a pending signature and its confirmation mail, committed together before anyone is answered. */

import { type Database, runPrepared, type Statement } from '../database/connect.js'
import { GroupCommit } from '../database/group-commit.js'
import type { Locale, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { fingerprint } from '../keys/sealing.js'
import { isFreeProvider } from '../mail/free-providers.js'
import { dayOf } from '../petitions/days.js'
import { isInside, territoryOf } from '../petitions/places.js'
import type { SignerDetails } from './form.js'
import { sealSigner } from './signer.js'

/** Confirmation mails per address and petition, ever: nobody's inbox is filled by who knows their address. */
export const MOST_MAILS = 5

export type SignOutcome = 'check-your-inbox' | 'petition-not-open'

export type SignedPetition = Pick<Petition, 'id' | 'country' | 'postcodes'>

export interface NewSignature {
  petitionId: number
  emailFingerprint: Buffer
  sealed: Buffer
  domainFingerprint: Buffer | null
  networkFingerprint: Buffer
  locale: Locale
  country: string
  postcode: string
  territory: string
  inside: boolean
  shownName: string | null
  comment: string | null
  updates: boolean
}

export interface Signing {
  /**
   * Records a pending signature and asks its owner, by mail, to confirm it.
   *
   * Who signed before gets another mail (a reminder of the link, or "you had signed") and everyone the same outcome,
   * so that nobody learns who signed what. Beyond five mails there is no further one.
   */
  sign(
    petition: SignedPetition,
    signer: SignerDetails,
    from: { locale: Locale; network: string },
  ): Promise<SignOutcome>
}

/** Requests that arrive together share a statement; one process has one of these. */
export function openSigning(deps: Deps): Signing {
  const group = new GroupCommit<NewSignature, SignOutcome>((rows) => addSignatures(deps, rows, { mails: 1 }))
  return {
    async sign(petition, signer, from) {
      const keys =
        deps.keyring.kept(petition.id) ?? (await deps.keyring.findPetitionKeys(deps.db, petition.id))
      if (!keys) return 'petition-not-open'
      const outcome = await group.add(signatureOf(keys, petition, signer, from))
      if (outcome === 'check-your-inbox') deps.jobs.wakeLater('confirmation-mails')
      return outcome
    },
  }
}

export function signatureOf(
  keys: Keys,
  petition: SignedPetition,
  signer: SignerDetails,
  from: { locale: Locale; network: string },
): NewSignature {
  const { name, email, mailDomain, country, postcode } = signer
  return {
    petitionId: petition.id,
    emailFingerprint: fingerprint(keys.fingerprints, signer.canonical),
    sealed: sealSigner(keys, petition.id, { name, email }),
    domainFingerprint: fingerprintOfDomain(keys, mailDomain),
    networkFingerprint: fingerprint(keys.fingerprints, `network ${from.network}`),
    locale: from.locale,
    country,
    postcode,
    territory: territoryOf(country, postcode),
    inside: isInside(petition, signer),
    shownName: signer.showName ? name : null,
    comment: signer.comment || null,
    updates: signer.updates,
  }
}

/** By petition, and gone with its keys: the same domains come again and again. */
const domains = new WeakMap<Keys, Map<string, Buffer>>()
const MOST_DOMAINS = 1_000

/** @returns null for the largest providers, whose domain tells nothing. */
export function fingerprintOfDomain(keys: Keys, domain: string): Buffer | null {
  if (isFreeProvider(domain)) return null
  const known = domains.get(keys) ?? new Map<string, Buffer>()
  domains.set(keys, known)
  const made = known.get(domain) ?? fingerprint(keys.fingerprints, `domain ${domain}`)
  if (known.size >= MOST_DOMAINS) known.clear()
  known.set(domain, made)
  return made
}

/** What a withdrawn signature takes from the person who signs again; in any other state nothing changes. */
const RENEWED = [
  'sealed',
  'domain_fingerprint',
  'network_fingerprint',
  'text_version',
  'locale',
  'country',
  'postcode',
  'territory',
  'inside',
  'shown_name',
  'comment',
  'updates',
]

/**
 * `$17` is how many mails each row asks for: one, or none for a device that is remembered. The unique index decides
 * between two people who sign with one address at once; rows are written in its order, so that two processes that
 * hold the same addresses wait for each other and not in a circle.
 */
export const ADD: Statement = {
  name: 'add-signatures',
  text: `
    with open as (
      select wanted.id, text_version
      from unnest($14::bigint[]) as wanted (id), lateral (
        select state, closes_on, text_version from petitions where petitions.id = wanted.id limit 1
      ) as petition
      where state = 'open' and (closes_on is null or closes_on >= $16::date)
    ), added as (
      insert into signatures as kept (
        petition_id, email_fingerprint, sealed, domain_fingerprint, network_fingerprint, locale, country, postcode,
        territory, inside, shown_name, comment, updates, text_version, signed_at, mails_asked)
      select asked.*, open.text_version, $15::timestamptz, $17::smallint
      from unnest(
        $1::bigint[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[], $6::text[], $7::text[], $8::text[],
        $9::text[], $10::bool[], $11::text[], $12::text[], $13::bool[]
      ) as asked (petition_id, email_fingerprint)
      join open on open.id = asked.petition_id
      order by asked.petition_id, asked.email_fingerprint
      on conflict (petition_id, email_fingerprint) do update set
        mails_asked = kept.mails_asked + excluded.mails_asked,
        signed_at = case when kept.state = 'confirmed' then kept.signed_at else excluded.signed_at end,
        ${RENEWED.map((column) => `${column} = case when kept.state = 'withdrawn' then excluded.${column} else kept.${column} end`).join(', ')},
        state = case when kept.state = 'withdrawn' then 'pending' else kept.state end
      where kept.state in ('pending', 'confirmed', 'withdrawn') and kept.mails_asked + $17 <= ${MOST_MAILS}
      returning petition_id, id, state, locale
    ), asked_mails as (
      insert into mails (queue, kind, petition_id, signature_id, locale, due_at, asked_at)
      select 'confirmation-mails', case state when 'confirmed' then 'already-signed' else 'confirm-signature' end,
        petition_id, id, locale, $15, $15
      from added where $17 > 0
    )
    select id from open`,
}

/** Commits pending signatures, all or none. One outcome each, in their order. */
export async function addSignatures(
  { db, clock, config }: Pick<Deps, 'clock' | 'config'> & { db: Database },
  rows: NewSignature[],
  { mails }: { mails: 0 | 1 },
): Promise<SignOutcome[]> {
  // The same address twice in one statement is an impatient finger: one signature, one mail.
  const once = new Map<string, NewSignature>()
  for (const row of rows) {
    const key = `${row.petitionId} ${row.emailFingerprint.toString('latin1')}`
    if (!once.has(key)) once.set(key, row)
  }
  const all = [...once.values()]
  const petitionIds = [...new Set(all.map((row) => row.petitionId))]
  const now = clock.now()

  const open = await runPrepared<{ id: number }>(db, ADD, [
    all.map((row) => row.petitionId),
    all.map((row) => row.emailFingerprint),
    all.map((row) => row.sealed),
    all.map((row) => row.domainFingerprint),
    all.map((row) => row.networkFingerprint),
    all.map((row) => row.locale),
    all.map((row) => row.country),
    all.map((row) => row.postcode),
    all.map((row) => row.territory),
    all.map((row) => row.inside),
    all.map((row) => row.shownName),
    all.map((row) => row.comment),
    all.map((row) => row.updates),
    petitionIds,
    now,
    dayOf(now, config.timeZone),
    mails,
  ])
  const openIds = new Set(open.map((petition) => petition.id))
  return rows.map((row) => (openIds.has(row.petitionId) ? 'check-your-inbox' : 'petition-not-open'))
}
