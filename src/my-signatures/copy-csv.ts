/** The copy as tables, for whoever opens it with a spreadsheet. */

import { stringify } from 'csv-stringify/sync'
import type { Copy } from './copy.js'

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
        name_withheld: consents.name_withheld,
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
  'name_withheld',
  'comment',
  'reservation',
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
