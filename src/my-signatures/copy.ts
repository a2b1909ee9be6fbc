/** Everything kept about one address, to take away (GDPR Art. 15 and 20). */

import { findAccountByAddress } from '../accounts/accounts.js'
import type { Deps } from '../deps.js'
import { tokenOf } from '../keys/links.js'
import { findCampaignerContact } from '../petitions/campaigner-contact.js'
import { listConsents } from '../signatures/consents.js'
import { unsealSigner } from '../signatures/signer.js'
import { findOwnLeaf } from '../tally-log/receipt.js'
import { listJudged } from '../verdicts/queries.js'
import { type Beside, findBeside } from './beside.js'
import { listMailsAbout, type MailAbout } from './mails-about.js'
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
    /** From the recipient of the petition. */
    name_withheld: boolean
    /** Each thing agreed to and taken back, with the words of the page. */
    kept: CopiedConsent[]
  }
  comment: string | null
  /** The comment is one. */
  reservation: boolean
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
  beside: CopiedBeside
  /** Of who launches petitions or moderates. */
  account: {
    name: string | null
    role: string
    language: string
    created_at: Date
    petitions: {
      title: string
      state: string
      url: string
      /** How its recipients reach them; null when they gave nothing, or once the petition’s key is destroyed. */
      contact: string | null
    }[]
  } | null
}

/** What is kept of the address where it did not sign. */
export interface CopiedBeside {
  asked_to_decide: {
    petition: string
    url: string
    name: string
    role: string
    organisation: string
    state: string
    since: Date
  }[]
  reads_paper: { petition: string; url: string; name: string; invited_at: Date }[]
  reports: {
    number: string
    petition: string
    url: string
    about: string
    category: string
    state: string
    received_at: Date
    decided_at: Date | null
  }[]
  /** While what it reports waits before anyone reads it. */
  reports_wait: { from: Date; until: Date } | null
  /** Mails that came back from it, or were called unwanted there. */
  mail_trouble: { kind: string; count: number; first_at: Date; last_at: Date } | null
}

export async function makeCopy(deps: Deps, { address, canonical }: Visit): Promise<Copy> {
  const signatures: CopiedSignature[] = []
  for await (const { found } of walkSignatures(deps, canonical)) {
    const mails = await listMailsAbout(deps.db, found)
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
    beside: copyBeside(deps, await findBeside(deps, { address, canonical })),
    account: await copyAccount(deps, address),
  }
}

function copyOf(
  { config }: Deps,
  { keys, signature, petition }: FoundSignature,
  mails: MailAbout[],
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
      name_withheld: signature.nameWithheld,
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
    reservation: signature.reservation,
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
      .map(({ kind, state, askedAt, doneAt }) => ({ kind, state, asked_at: askedAt, done_at: doneAt })),
    page: `${config.publicUrl}/signatures/${tokenOf(keys, 'signature', { petitionId, subjectId: signatureId })}`,
  }
}

function copyBeside({ config }: Deps, { asked, reads, reports, suspension, trouble }: Beside): CopiedBeside {
  const about = ({ title, slug }: { title: string; slug: string }) => ({
    petition: title,
    url: `${config.publicUrl}/petitions/${slug}`,
  })
  return {
    asked_to_decide: asked.map(({ petition, name, role, organisation, state, createdAt }) => ({
      ...about(petition),
      name,
      role,
      organisation,
      state,
      since: createdAt,
    })),
    reads_paper: reads.map(({ petition, name, invitedAt }) => ({
      ...about(petition),
      name,
      invited_at: invitedAt,
    })),
    reports: reports.map(({ petition, number, kind, category, state, receivedAt, decidedAt }) => ({
      number,
      ...about(petition),
      about: kind,
      category,
      state,
      received_at: receivedAt,
      decided_at: decidedAt,
    })),
    reports_wait: suspension && { from: suspension.fromAt, until: suspension.untilAt },
    mail_trouble: trouble && {
      kind: trouble.kind,
      count: trouble.count,
      first_at: trouble.firstAt,
      last_at: trouble.lastAt,
    },
  }
}

async function copyAccount(deps: Deps, address: string): Promise<Copy['account']> {
  const account = await findAccountByAddress(deps, address)
  if (!account) return null
  const petitions = await deps.db
    .selectFrom('petitions')
    .select(['id', 'title', 'state', 'slug', 'campaignerContactSealed'])
    .where('accountId', '=', account.id)
    .orderBy('id')
    .execute()
  return {
    name: account.name,
    role: account.role,
    language: account.locale,
    created_at: account.createdAt,
    petitions: await Promise.all(
      petitions.map(async (petition) => ({
        title: petition.title,
        state: petition.state,
        url: `${deps.config.publicUrl}/petitions/${petition.slug}`,
        contact: (await findCampaignerContact(deps, petition)) ?? null,
      })),
    ),
  }
}
