/** Everything kept about one address, to take away (GDPR Art. 15 and 20). */

import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import { findAccountByAddress } from '../accounts/accounts.js'
import type { Deps } from '../deps.js'
import { tokenOf } from '../keys/links.js'
import { listConsents } from '../signatures/consents.js'
import { unsealSigner } from '../signatures/signer.js'
import { findOwnLeaf } from '../tally-log/receipt.js'
import { listJudged } from '../verdicts/queries.js'
import type { Visit } from './sessions.js'
import { type FoundSignature, walkSignatures } from './walk.js'

export interface CopiedMail {
  kind: string
  state: string
  asked_at: Date
  /** When it was sent, or given up. */
  done_at: Date | null
}

export interface CopiedConsent {
  kind: string
  act: 'given' | 'withdrawn'
  at: Date
  text_version: number
  language: string
  wording: string
  words: string
}

export interface CopiedSignature {
  petition: { title: string; state: string; language: string; url: string }
  state: string
  number: number | null
  name: string | null
  email: string | null
  country: string
  postcode: string
  territory: string
  inside_territory: boolean
  strength: string | null
  text_version: number
  language: string
  signed_at: Date
  confirmed_at: Date | null
  withdrawn_at: Date | null
  consents: {
    news: boolean
    campaigner_news: boolean
    /** Wants no question when they are drawn for a sample check. */
    refuses_checks: boolean
    name_shown: string | null
    /** Each thing agreed to and taken back, with the words of the page. */
    kept: CopiedConsent[]
  }
  comment: string | null
  confirmation_mails_asked: number
  /** Keyed, so that they tell nothing outside this petition; in hexadecimal. */
  fingerprints: {
    email: string
    name: string | null
    mail_domain: string | null
    network: string | null
    wide_network: string | null
    browser: string | null
    /** Of the address without its digits. */
    address_stem: string | null
  }
  /** How long the form was open. */
  fill_seconds: number | null
  /** When a mail to the address came back. */
  bounced_at: Date | null
  /** Rules against fraud that found something in it. */
  marks: string[]
  /** When its owner, set aside or removed, asked for another look. */
  objected_at: Date | null
  /** Its place in the petition’s public log, and what opens it: docs/log.md. */
  log: { leaf: number; salt: string } | null
  /** What they said of each reply, newest first: whether it answers them. */
  reply_verdicts: { reply: number; verdict: string }[]
  mails: CopiedMail[]
  page: string
}

export interface Copy {
  made_at: Date
  email: string
  signatures: CopiedSignature[]
  /** Of who launches petitions or moderates. */
  account: {
    name: string | null
    role: string
    language: string
    created_at: Date
    petitions: { title: string; state: string; url: string }[]
  } | null
}

export async function makeCopy(deps: Deps, { address, canonical }: Visit): Promise<Copy> {
  const signatures: CopiedSignature[] = []
  for await (const { found } of walkSignatures(deps, canonical)) {
    const mails = await listMails(deps, found)
    const consents = await listConsents(
      deps.db,
      found.map(({ signature }) => ({ petitionId: signature.petitionId, signatureId: signature.id })),
    )
    for (const one of found) {
      const { petitionId, id: signatureId } = one.signature
      const leaf = await findOwnLeaf(deps.db, one.keys, { petitionId, signatureId })
      const log = leaf ? { leaf: leaf.leaf, salt: leaf.salt } : null
      const judged = await listJudged(deps.db, { petitionId, signatureId })
      const verdicts = judged.flatMap(({ id: reply, verdict }) => (verdict ? [{ reply, verdict }] : []))
      signatures.push({ ...copyOf(deps, one, mails, consents), log, reply_verdicts: verdicts })
    }
  }
  return {
    made_at: deps.clock.now(),
    email: address,
    signatures,
    account: await copyAccount(deps, address),
  }
}

interface MailRow extends CopiedMail {
  petitionId: number
  signatureId: number
}

async function listMails({ db }: Deps, found: FoundSignature[]): Promise<MailRow[]> {
  if (found.length === 0) return []
  const petitionIds = found.map(({ signature }) => signature.petitionId)
  const signatureIds = found.map(({ signature }) => signature.id)
  const rows = await db
    .selectFrom('mails')
    .select(['petitionId', 'signatureId', 'kind', 'state', 'askedAt', 'doneAt'])
    .where(
      sql<boolean>`(petition_id, signature_id) in (
        select * from unnest(${petitionIds}::bigint[], ${signatureIds}::bigint[]))`,
    )
    .orderBy('id')
    .execute()
  return rows.map(({ petitionId, signatureId, kind, state, askedAt, doneAt }) => ({
    petitionId: petitionId!,
    signatureId: signatureId!,
    kind,
    state,
    asked_at: askedAt,
    done_at: doneAt,
  }))
}

function copyOf(
  { config }: Deps,
  { keys, signature, petition }: FoundSignature,
  mails: MailRow[],
  consents: Awaited<ReturnType<typeof listConsents>>,
): Omit<CopiedSignature, 'log' | 'reply_verdicts'> {
  const signer = unsealSigner(keys, signature)
  const { petitionId, id: signatureId } = signature
  return {
    petition: {
      title: petition.title,
      state: petition.state,
      language: petition.locale,
      url: `${config.publicUrl}/petitions/${petition.slug}`,
    },
    state: signature.state,
    number: signature.number,
    name: signer?.name ?? null,
    email: signer?.email ?? null,
    country: signature.country,
    postcode: signature.postcode,
    territory: signature.territory,
    inside_territory: signature.inside,
    strength: signature.strength === null ? null : `L${signature.strength}`,
    text_version: signature.textVersion,
    language: signature.locale,
    signed_at: signature.signedAt,
    confirmed_at: signature.confirmedAt,
    withdrawn_at: signature.withdrawnAt,
    consents: {
      news: signature.updates,
      campaigner_news: signature.campaignerNews,
      refuses_checks: signature.refusesChecks,
      name_shown: signature.shownName,
      kept: consents
        .filter((one) => one.petitionId === petitionId && one.signatureId === signatureId)
        .map(({ kind, isGiven, at, textVersion, locale, version, words }) => ({
          kind,
          act: isGiven ? ('given' as const) : ('withdrawn' as const),
          at,
          text_version: textVersion,
          language: locale,
          wording: version,
          words,
        })),
    },
    comment: signature.comment,
    confirmation_mails_asked: signature.mailsAsked,
    fingerprints: {
      email: signature.emailFingerprint.toString('hex'),
      mail_domain: signature.domainFingerprint?.toString('hex') ?? null,
      name: signature.nameFingerprint?.toString('hex') ?? null,
      network: signature.networkFingerprint?.toString('hex') ?? null,
      wide_network: signature.wideNetworkFingerprint?.toString('hex') ?? null,
      browser: signature.agentFingerprint?.toString('hex') ?? null,
      address_stem: signature.stemFingerprint?.toString('hex') ?? null,
    },
    fill_seconds: signature.fillSeconds,
    bounced_at: signature.bouncedAt,
    marks: signature.marks ?? [],
    objected_at: signature.objectedAt,
    mails: mails
      .filter((mail) => mail.petitionId === petitionId && mail.signatureId === signatureId)
      .map(({ kind, state, asked_at, done_at }) => ({ kind, state, asked_at, done_at })),
    page: `${config.publicUrl}/signatures/${tokenOf(keys, 'signature', { petitionId, subjectId: signatureId })}`,
  }
}

async function copyAccount(deps: Deps, address: string): Promise<Copy['account']> {
  const account = await findAccountByAddress(deps, address)
  if (!account) return null
  const petitions = await deps.db
    .selectFrom('petitions')
    .select(['title', 'state', 'slug'])
    .where('accountId', '=', account.id)
    .orderBy('id')
    .execute()
  return {
    name: account.name,
    role: account.role,
    language: account.locale,
    created_at: account.createdAt,
    petitions: petitions.map(({ title, state, slug }) => ({
      title,
      state,
      url: `${deps.config.publicUrl}/petitions/${slug}`,
    })),
  }
}

const FORMAT = {
  bom: true,
  escape_formulas: true,
  record_delimiter: 'windows',
  quoted_match: /[\r\n]/,
} as const

/** A line for each signature. */
export function signaturesAsCsv({ signatures }: Copy): string {
  return csvOf(
    signatures.map(
      ({ petition, consents, fingerprints, log, mails, marks, reply_verdicts, ...signature }) => ({
        petition: petition.title,
        petition_state: petition.state,
        petition_url: petition.url,
        ...signature,
        news: consents.news,
        campaigner_news: consents.campaigner_news,
        refuses_checks: consents.refuses_checks,
        name_shown: consents.name_shown,
        fingerprint_email: fingerprints.email,
        fingerprint_mail_domain: fingerprints.mail_domain,
        fingerprint_name: fingerprints.name,
        fingerprint_network: fingerprints.network,
        fingerprint_wide_network: fingerprints.wide_network,
        fingerprint_browser: fingerprints.browser,
        fingerprint_address_stem: fingerprints.address_stem,
        marks: marks.join(' '),
        reply_verdicts: reply_verdicts.map(({ reply, verdict }) => `${reply}: ${verdict}`).join(', '),
        log_leaf: log?.leaf ?? null,
        log_salt: log?.salt ?? null,
        mails: mails.length,
      }),
    ),
    SIGNATURE_COLUMNS,
  )
}

/** A line for each thing agreed to or taken back. */
export function consentsAsCsv({ signatures }: Copy): string {
  return csvOf(
    signatures.flatMap(({ petition, consents }) =>
      consents.kept.map((one) => ({ petition: petition.title, petition_url: petition.url, ...one })),
    ),
    ['petition', 'petition_url', 'kind', 'act', 'at', 'text_version', 'language', 'wording', 'words'],
  )
}

/** A line for each mail. */
export function mailsAsCsv({ signatures }: Copy): string {
  return csvOf(
    signatures.flatMap(({ petition, mails }) =>
      mails.map((mail) => ({ petition: petition.title, petition_url: petition.url, ...mail })),
    ),
    ['petition', 'petition_url', 'kind', 'state', 'asked_at', 'done_at'],
  )
}

const SIGNATURE_COLUMNS = [
  'petition',
  'petition_state',
  'petition_url',
  'state',
  'number',
  'name',
  'email',
  'country',
  'postcode',
  'territory',
  'inside_territory',
  'strength',
  'text_version',
  'language',
  'signed_at',
  'confirmed_at',
  'withdrawn_at',
  'news',
  'campaigner_news',
  'refuses_checks',
  'name_shown',
  'comment',
  'confirmation_mails_asked',
  'fingerprint_email',
  'fingerprint_mail_domain',
  'fingerprint_name',
  'fingerprint_network',
  'fingerprint_wide_network',
  'fingerprint_browser',
  'fingerprint_address_stem',
  'fill_seconds',
  'bounced_at',
  'marks',
  'objected_at',
  'reply_verdicts',
  'log_leaf',
  'log_salt',
  'mails',
  'page',
]

function csvOf(rows: object[], columns: string[]): string {
  return stringify(rows, {
    ...FORMAT,
    header: true,
    columns,
    cast: { date: (value) => value.toISOString(), boolean: (value) => (value ? 'yes' : 'no') },
  })
}
