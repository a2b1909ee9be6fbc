/** Signing: a pending signature and its confirmation mail, committed together before anyone is answered. */

import { type Database, runPrepared, type Statement } from '../database/connect.js'
import { GroupCommit } from '../database/group-commit.js'
import type { Locale, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { fingerprint } from '../keys/sealing.js'
import { dayOf } from '../petitions/days.js'
import { isInside, territoryOf } from '../petitions/places.js'
import {
  fingerprintOfAgent,
  fingerprintOfDomain,
  fingerprintOfName,
  fingerprintOfNetwork,
  fingerprintOfWideNetwork,
} from './fingerprints.js'
import type { SignerDetails } from './form.js'
import { sealSigner } from './signer.js'

/** Confirmation mails per address and petition, ever: nobody's inbox is filled by who knows their address. */
export const MOST_MAILS = 5

export type SignOutcome = 'check-your-inbox' | 'petition-not-open'

export type SignedPetition = Pick<Petition, 'id' | 'country' | 'postcodes'>

export interface NewSignature {
  petitionId: number
  emailFingerprint: Buffer
  nameFingerprint: Buffer
  sealed: Buffer
  domainFingerprint: Buffer | null
  networkFingerprint: Buffer
  wideNetworkFingerprint: Buffer
  agentFingerprint: Buffer | null
  fillSeconds: number | null
  locale: Locale
  country: string
  postcode: string
  territory: string
  inside: boolean
  shownName: string | null
  comment: string | null
  updates: boolean
}

/** Where a form came from. */
export interface SignedFrom {
  locale: Locale
  /** As `networkOf` writes it. */
  network: string
  /** The User-Agent; empty when the program does not name itself. */
  agent?: string | undefined
  /** How long the form was open, when that is known. */
  fillSeconds?: number | undefined
}

export interface Signing {
  /**
   * Records a pending signature and asks its owner, by mail, to confirm it.
   *
   * Who signed before gets another mail (a reminder of the link, or "you had signed") and everyone the same outcome,
   * so that nobody learns who signed what. Beyond five mails there is no further one.
   */
  sign(petition: SignedPetition, signer: SignerDetails, from: SignedFrom): Promise<SignOutcome>
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

/** What the column holds: nine hours, and whoever takes longer is no robot. */
const MOST_SECONDS = 32_767

export function signatureOf(
  keys: Keys,
  petition: SignedPetition,
  signer: SignerDetails,
  from: SignedFrom,
): NewSignature {
  const { name, email, mailDomain, country, postcode } = signer
  return {
    petitionId: petition.id,
    emailFingerprint: fingerprint(keys.fingerprints, signer.canonical),
    nameFingerprint: fingerprintOfName(keys, name),
    sealed: sealSigner(keys, petition.id, { name, email }),
    domainFingerprint: fingerprintOfDomain(keys, mailDomain),
    networkFingerprint: fingerprintOfNetwork(keys, from.network),
    wideNetworkFingerprint: fingerprintOfWideNetwork(keys, from.network),
    agentFingerprint: fingerprintOfAgent(keys, from.agent),
    fillSeconds: from.fillSeconds === undefined ? null : Math.min(Math.round(from.fillSeconds), MOST_SECONDS),
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

/** The columns of a row that is asked for, in the order of the statement's parameters. */
const COLUMNS = [
  ['petition_id', 'bigint', 'petitionId'],
  ['email_fingerprint', 'bytea', 'emailFingerprint'],
  ['name_fingerprint', 'bytea', 'nameFingerprint'],
  ['sealed', 'bytea', 'sealed'],
  ['domain_fingerprint', 'bytea', 'domainFingerprint'],
  ['network_fingerprint', 'bytea', 'networkFingerprint'],
  ['wide_network_fingerprint', 'bytea', 'wideNetworkFingerprint'],
  ['agent_fingerprint', 'bytea', 'agentFingerprint'],
  ['fill_seconds', 'smallint', 'fillSeconds'],
  ['locale', 'text', 'locale'],
  ['country', 'text', 'country'],
  ['postcode', 'text', 'postcode'],
  ['territory', 'text', 'territory'],
  ['inside', 'bool', 'inside'],
  ['shown_name', 'text', 'shownName'],
  ['comment', 'text', 'comment'],
  ['updates', 'bool', 'updates'],
] as const satisfies (readonly [column: string, type: string, key: keyof NewSignature])[]

const NAMES = COLUMNS.map(([column]) => column).join(', ')

/** What a withdrawn signature takes from the person who signs again; in any other state nothing changes. */
const RENEWED = [...COLUMNS.slice(2).map(([column]) => column), 'text_version']

/** The parameters that follow the columns. */
const [PETITIONS, NOW, TODAY, MAILS] = [1, 2, 3, 4].map((place) => `$${COLUMNS.length + place}`)

/**
 * `MAILS` is how many mails each row asks for: one, or none for a device that is remembered. The unique index decides
 * between two people who sign with one address at once; rows are written in its order, so that two processes that
 * hold the same addresses wait for each other and not in a circle.
 */
export const ADD: Statement = {
  name: 'add-signatures',
  text: `
    with open as (
      select wanted.id, text_version
      from unnest(${PETITIONS}::bigint[]) as wanted (id), lateral (
        select state, closes_on, text_version from petitions where petitions.id = wanted.id limit 1
      ) as petition
      where state = 'open' and (closes_on is null or closes_on >= ${TODAY}::date)
    ), added as (
      insert into signatures as kept (${NAMES}, text_version, signed_at, mails_asked)
      select asked.*, open.text_version, ${NOW}::timestamptz, ${MAILS}::smallint
      from unnest(${COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')})
        as asked (petition_id, email_fingerprint)
      join open on open.id = asked.petition_id
      order by asked.petition_id, asked.email_fingerprint
      on conflict (petition_id, email_fingerprint, slot) do update set
        mails_asked = kept.mails_asked + excluded.mails_asked,
        signed_at = case when kept.state = 'confirmed' then kept.signed_at else excluded.signed_at end,
        ${RENEWED.map((column) => `${column} = case when kept.state = 'withdrawn' then excluded.${column} else kept.${column} end`).join(', ')},
        state = case when kept.state = 'withdrawn' then 'pending' else kept.state end
      where kept.state in ('pending', 'confirmed', 'withdrawn') and kept.mails_asked + ${MAILS} <= ${MOST_MAILS}
      returning petition_id, id, state, locale
    ), asked_mails as (
      insert into mails (queue, kind, petition_id, signature_id, locale, due_at, asked_at)
      select 'confirmation-mails', case state when 'confirmed' then 'already-signed' else 'confirm-signature' end,
        petition_id, id, locale, ${NOW}, ${NOW}
      from added where ${MAILS} > 0
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
  const now = clock.now()

  const open = await runPrepared<{ id: number }>(db, ADD, [
    ...COLUMNS.map(([, , key]) => all.map((row) => row[key])),
    [...new Set(all.map((row) => row.petitionId))],
    now,
    dayOf(now, config.timeZone),
    mails,
  ])
  const openIds = new Set(open.map((petition) => petition.id))
  return rows.map((row) => (openIds.has(row.petitionId) ? 'check-your-inbox' : 'petition-not-open'))
}
