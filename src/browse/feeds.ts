/** The list for programs: JSON, CSV and Atom say the same as the page. */

import { stringify } from 'csv-stringify/sync'
import type { Config } from '../config.js'
import type { Translator } from '../i18n/translate.js'
import type { ListedPetition } from '../petitions/listing.js'
import { toOpenData } from '../petitions/open-data.js'

interface Links {
  self: string
  next: string | null
}

export function writeJson(config: Config, petitions: ListedPetition[], links: Links): string {
  return JSON.stringify({ data: petitions.map((petition) => toOpenData(config, petition)), links })
}

/** Cells that a spreadsheet would run as a formula begin with an apostrophe (OWASP, "CSV injection"). */
export function writeCsv(config: Config, petitions: ListedPetition[]): string {
  const rows = petitions.map((petition) => {
    const { to, ...row } = toOpenData(config, petition)
    return { ...row, to_name: to?.name, to_role: to?.role, to_organisation: to?.organisation }
  })
  return stringify(rows, {
    header: true,
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /[\r\n]/,
    cast: { boolean: (value) => String(value) },
    columns: [
      'slug',
      'state',
      'title',
      'ask',
      'language',
      'topic',
      'place',
      'country',
      'to_name',
      'to_role',
      'to_organisation',
      'campaigner',
      'confirmed',
      'goal',
      'answered',
      'opened_on',
      'closes_on',
      'closed_on',
      'url',
    ],
  })
}

/** RFC 4287. A feed reader shows an entry again when it is closed or won: `updated` moves with that alone. */
export function writeAtom(
  config: Config,
  { t, locale }: Translator,
  petitions: ListedPetition[],
  links: Links & { alternate: string },
): string {
  const changes = petitions.map(({ openedAt, closedAt }) => closedAt ?? openedAt ?? new Date(0))
  const newest = new Date(Math.max(0, ...changes.map((moment) => moment.getTime())))
  const entries = petitions.map((petition, index) => {
    const { url, to, campaigner } = toOpenData(config, petition)
    const recipient = [to?.name, to?.role, to?.organisation].filter(Boolean).join(', ')
    return `<entry xml:lang="${petition.locale}">
<id>${xml(url)}</id>
<title>${xml(petition.title)}</title>
<link href="${xml(url)}"/>
<published>${(petition.openedAt ?? new Date(0)).toISOString()}</published>
<updated>${changes[index]!.toISOString()}</updated>
<author><name>${xml(campaigner || t('common.site'))}</name></author>
${petition.topic ? `<category term="${xml(petition.topic)}"/>\n` : ''}<summary>${xml([petition.ask, recipient].filter(Boolean).join(' → '))}</summary>
</entry>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${xml(links.self)}</id>
<title>${xml(t('browse.feed'))}</title>
<updated>${newest.toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${xml(links.self)}"/>
<link rel="alternate" type="text/html" href="${xml(links.alternate)}"/>
${links.next ? `<link rel="next" type="application/atom+xml" href="${xml(links.next)}"/>\n` : ''}${entries.join('\n')}
</feed>
`
}

function xml(text: string): string {
  return (
    text
      .toWellFormed()
      // Not even escaped have these a place in XML 1.0.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}
