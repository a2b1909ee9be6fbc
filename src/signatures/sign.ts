/** Signing: a pending signature and its confirmation mail, committed together before anyone is answered. */

import { type Database, runPrepared, type Statement } from '../database/connect.js'
import { GroupCommit } from '../database/group-commit.js'
import type { ConsentKind, Locale, Petition } from '../database/tables.js'
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
import { spentAs } from './spent-mails.js'
import { type Asked, findWordings, keptWordings } from './wordings.js'

/** Confirmation mails per address and petition, ever: nobody's inbox is filled by who knows their address. */
export const MOST_MAILS = 5

export type SignOutcome = 'check-your-inbox' | 'petition-not-open'

export type SignedPetition = Pick<Petition, 'id' | 'country' | 'postcodes'> & {
  /** Names of those who receive it. */
  recipients?: readonly string[]
}

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
  reservation: boolean
  updates: boolean
  campaignerNews: boolean
  nameWithheld: boolean
  /** The wordings that were agreed to, as PostgreSQL writes an array. */
  given: string
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
  /** When the mail leaves; at once unless it is given. */
  mailAt?: Date | undefined
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
  // Few, and only while robots are about: all of a statement leave with the last of it.
  const late = new GroupCommit<{ row: NewSignature; mailAt: Date }, SignOutcome>((all) =>
    addSignatures(
      deps,
      all.map(({ row }) => row),
      { mails: 1, mailAt: new Date(Math.max(...all.map(({ mailAt }) => mailAt.getTime()))) },
    ),
  )
  return {
    async sign(petition, signer, from) {
      const keys =
        deps.keyring.kept(petition.id) ?? (await deps.keyring.findPetitionKeys(deps.db, petition.id))
      if (!keys) return 'petition-not-open'
      const agreed = agreementOf(petition, signer, from)
      const given = keptWordings(deps.db, agreed) ?? (await findWordings(deps.db, deps.clock.now(), agreed))
      const row = { ...signatureOf(keys, petition, signer, from), given: arrayOf(given) }
      const outcome = await (from.mailAt ? late.add({ row, mailAt: from.mailAt }) : group.add(row))
      if (outcome === 'check-your-inbox') deps.jobs.wakeLater('confirmation-mails')
      return outcome
    },
  }
}

/** What is agreed to by signing with these boxes ticked, in the words of the page. */
export function agreementOf(
  petition: SignedPetition,
  {
    showName,
    updates,
    campaignerNews,
    nameWithheld,
  }: Pick<SignerDetails, 'showName' | 'updates' | 'campaignerNews' | 'nameWithheld'>,
  { locale }: Pick<SignedFrom, 'locale'>,
): Asked {
  const kinds: ConsentKind[] = ['signing']
  if (showName) kinds.push('show-name')
  if (updates) kinds.push('updates')
  if (campaignerNews) kinds.push('campaigner-news')
  if (nameWithheld) kinds.push('withhold-name')
  return { kinds, locale, recipients: petition.recipients ?? [] }
}

/** As PostgreSQL writes an array of numbers: an array of arrays could not be a parameter. */
export function arrayOf(ids: readonly number[]): string {
  return `{${ids.join(',')}}`
}

/** What the column holds: nine hours, and whoever takes longer is no robot. */
const MOST_SECONDS = 32_767

export function signatureOf(
  keys: Keys,
  petition: SignedPetition,
  signer: SignerDetails,
  from: SignedFrom,
): Omit<NewSignature, 'given'> {
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
    reservation: signer.reservation,
    updates: signer.updates,
    campaignerNews: signer.campaignerNews,
    nameWithheld: signer.nameWithheld,
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
  ['reservation', 'bool', 'reservation'],
  ['updates', 'bool', 'updates'],
  ['campaigner_news', 'bool', 'campaignerNews'],
  ['name_withheld', 'bool', 'nameWithheld'],
] as const satisfies (readonly [column: string, type: string, key: keyof NewSignature])[]

/** What a row that is asked for brings along beside its columns. */
const BROUGHT = [...COLUMNS, ['given', 'text', 'given']] as const

const NAMES = COLUMNS.map(([column]) => column).join(', ')

/** The parameters that follow the columns. */
const [PETITIONS, NOW, TODAY, MAILS, MAIL_AT] = [1, 2, 3, 4, 5].map((place) => `$${BROUGHT.length + place}`)

/** What a withdrawn signature takes from the person who signs again; in any other state nothing changes. */
const RENEWED = [...COLUMNS.slice(2).map(([column]) => column), 'text_version']
const RENEW = `
  mails_asked = kept.mails_asked + ${MAILS},
  signed_at = case when kept.state = 'confirmed' then kept.signed_at else excluded.signed_at end,
  ${RENEWED.map((column) => `${column} = case when kept.state = 'withdrawn' then excluded.${column} else kept.${column} end`).join(', ')},
  state = case when kept.state = 'withdrawn' then 'pending' else kept.state end`

/**
 * One statement for everyone, so that nothing in the time it takes tells who had signed.
 *
 * Every row asks for the first place of its address; the unique index decides between those who sign with one address
 * at once. Who finds another person there (`others`), and gave the same postcode, asks for the second place in the
 * same way: only who holds the row of the first place comes so far, so two who ask for it wait for each other. Rows
 * are written in the order of the index, so that two processes that hold the same addresses do not wait in a circle.
 *
 * A row without a fingerprint of the name is older than these, and taken for the same person's.
 *
 * `MAILS` is how many mails each row asks for: one, or none for a device that is remembered. Whatever becomes of a row,
 * its address gets as many; the first place counts them for both, and begins with those of requests that expired.
 * Beyond the most a new request is taken all the same: its owner can still confirm it from a page of their own.
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
    ), asked as materialized (
      select asked.*, open.text_version, coalesce(before.mails, 0) as spent
      from unnest(${BROUGHT.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')})
        with ordinality as asked (${NAMES}, given, place)
      join open on open.id = asked.petition_id
      left join lateral (
        select mails from spent_mails
        where spent_mails.petition_id = asked.petition_id
          and spent_mails.address = ${spentAs('asked.email_fingerprint')} limit 1
      ) as before on true
    ), first as (
      insert into signatures as kept (${NAMES}, text_version, signed_at, mails_asked)
      select ${NAMES}, text_version, ${NOW}::timestamptz, spent + ${MAILS}::smallint from asked
      order by petition_id, email_fingerprint
      on conflict (petition_id, email_fingerprint, slot) do update set ${RENEW}
      where kept.state in ('pending', 'confirmed', 'withdrawn') and kept.mails_asked + ${MAILS} <= ${MOST_MAILS}
      returning petition_id, email_fingerprint, id, state, locale, name_fingerprint, country, postcode, sealed,
        mails_asked
    ), met as materialized (
      -- Each row beside what it found in the first place. By sorting: a join would compare every row with every other.
      select *,
        first_name is null or first_name = name_fingerprint as is_same,
        postcode <> '' and (first_country, first_postcode) = (country, postcode) as is_near
      from (
        select place, petition_id, email_fingerprint, name_fingerprint, country, postcode, sealed, given, text_version,
          lag(id) over one as id, lag(state) over one as state, lag(locale) over one as locale,
          lag(name_fingerprint) over one as first_name, lag(country) over one as first_country,
          lag(postcode) over one as first_postcode, lag(sealed) over one as first_sealed,
          lag(mails_asked) over one as first_mails
        from (
          select 0 as place, first.*, null as given, null::int as text_version from first
          union all
          select place, petition_id, email_fingerprint, null, null, null, name_fingerprint, country, postcode, sealed,
            null, given, text_version
          from asked
        ) as both_sides
        window one as (partition by petition_id, email_fingerprint order by place)
      ) as beside
      where place > 0 and id is not null
    ), second as (
      insert into signatures as kept (${NAMES}, text_version, signed_at, mails_asked, slot)
      select ${NAMES}, text_version, ${NOW}, ${MAILS}, 2
      from asked join (select place from met where not is_same and is_near) as others using (place)
      order by petition_id, email_fingerprint
      on conflict (petition_id, email_fingerprint, slot) do update set ${RENEW}
      where kept.state = 'withdrawn' or (kept.state in ('pending', 'confirmed')
        and coalesce(kept.name_fingerprint = excluded.name_fingerprint, true))
      returning petition_id, email_fingerprint, id, state, locale, sealed
    ), agreed as (
      -- Who bears what this row has sealed has been added, or renewed, by it.
      insert into consent_acts (petition_id, signature_id, at, text_version, given)
      select petition_id, coalesce(second.id, met.id), ${NOW}, text_version, given::int[]
      from met left join second using (petition_id, email_fingerprint)
      where coalesce(second.sealed, first_sealed) = met.sealed
    ), asked_mails as (
      insert into mails (queue, kind, petition_id, signature_id, locale, params, due_at, asked_at)
      select 'confirmation-mails',
        case coalesce(second.state, met.state) when 'confirmed' then 'already-signed' else 'confirm-signature' end,
        petition_id, coalesce(second.id, met.id), coalesce(second.locale, met.locale),
        case when is_same or second.id is not null then '{}'
          else jsonb_build_object('other', case when is_near then 'third' else 'postcode' end) end,
        ${MAIL_AT}::timestamptz, ${NOW}
      from met left join second using (petition_id, email_fingerprint)
      where ${MAILS} > 0 and first_mails <= ${MOST_MAILS}
    )
    select id from open`,
}

/**
 * Commits pending signatures, those of one statement all or none. One outcome each, in their order.
 *
 * The same person twice in one statement is an impatient finger: one signature, one mail. Two names for one address go
 * one after the other, as a statement can meet a row only once.
 */
export async function addSignatures(
  deps: Pick<Deps, 'clock' | 'config'> & { db: Database },
  rows: NewSignature[],
  asked: { mails: 0 | 1; mailAt?: Date },
): Promise<SignOutcome[]> {
  const openIds = new Set<number>()
  for (const turn of turnsOf(rows)) for (const id of await addTurn(deps, turn, asked)) openIds.add(id)
  return rows.map((row) => (openIds.has(row.petitionId) ? 'check-your-inbox' : 'petition-not-open'))
}

/** Each holds an address once; nearly always there is one. */
function turnsOf(rows: NewSignature[]): NewSignature[][] {
  const people = new Map<string, Map<string, NewSignature>>()
  for (const row of rows) {
    const address = `${row.petitionId} ${row.emailFingerprint.toString('latin1')}`
    const name = row.nameFingerprint.toString('latin1')
    const names = people.get(address)
    if (!names) people.set(address, new Map([[name, row]]))
    else if (!names.has(name)) names.set(name, row)
  }
  const all = [...people.values()].map((names) => [...names.values()])
  const most = Math.max(0, ...all.map((names) => names.length))
  return Array.from({ length: most }, (_, turn) => all.flatMap((names) => names[turn] ?? []))
}

/** @returns the petitions that are open. */
async function addTurn(
  { db, clock, config }: Pick<Deps, 'clock' | 'config'> & { db: Database },
  rows: NewSignature[],
  { mails, mailAt }: { mails: 0 | 1; mailAt?: Date },
): Promise<number[]> {
  const now = clock.now()
  const open = await runPrepared<{ id: number }>(db, ADD, [
    ...BROUGHT.map(([, , key]) => rows.map((row) => row[key])),
    [...new Set(rows.map((row) => row.petitionId))],
    now,
    dayOf(now, config.timeZone),
    mails,
    mailAt ?? now,
  ])
  return open.map((petition) => petition.id)
}
