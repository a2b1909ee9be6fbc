/** The list of confirmed signatures, as CSV and as JSON. Addresses are never among them. */

import { stringify } from 'csv-stringify/sync'
import type { FrozenRow } from '../frozen.js'
import type { Document, Source } from './document.js'

export const LIST_CSV = 'signatures.csv'
export const LIST_JSON = 'signatures.json'
export const LIST_SCHEMA = 'signatures.schema.json'

interface Line {
  number: number
  name: string
  locality: string
  postcode: string
  country: string
  territory: string
  confirmed_on: string | null
  strength: string
  channel: string | null
  text_version: number | null
  reason: string
  reservation: boolean
}

/** All that a line of the list tells, in the order of its columns; number, place and strength of who is not named. */
function lineOf(row: FrozenRow): Line {
  if (row.name === undefined)
    return {
      number: row.number,
      name: '',
      locality: row.locality,
      postcode: '',
      country: row.country,
      territory: row.territory,
      confirmed_on: null,
      strength: `L${row.strength}`,
      channel: null,
      text_version: null,
      reason: '',
      reservation: false,
    }
  return {
    number: row.number,
    name: row.name,
    locality: row.locality,
    postcode: row.postcode,
    country: row.country,
    territory: row.territory,
    confirmed_on: row.day,
    strength: `L${row.strength}`,
    channel: 'online',
    text_version: row.textVersion,
    reason: row.comment ?? '',
    reservation: row.reservation === true,
  }
}

const COLUMNS: (keyof Line)[] = [
  'number',
  'name',
  'locality',
  'postcode',
  'country',
  'territory',
  'confirmed_on',
  'strength',
  'channel',
  'text_version',
  'reason',
  'reservation',
]

/** csv-stringify quotes a cell for the record's own line end alone, and a reason has lines of its own. */
const FORMAT = { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ } as const

/** A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export const listAsCsv: Document = {
  file: LIST_CSV,
  async *write(source) {
    yield listHeading()
    for await (const rows of pagesOf(source)) yield listLines(rows)
  },
}

export function listHeading(): string {
  return stringify([COLUMNS], { ...FORMAT, bom: true })
}

export function listLines(rows: FrozenRow[]): string {
  return stringify(rows.map(lineOf), { ...FORMAT, columns: COLUMNS })
}

/** One line a signature, so that it can be read without holding it whole. */
export const listAsJson: Document = {
  file: LIST_JSON,
  async *write(source) {
    yield `{"$schema":"${LIST_SCHEMA}","signatures":[`
    let before = '\n'
    for await (const rows of pagesOf(source)) {
      const lines: string[] = []
      for (const row of rows) {
        lines.push(before, JSON.stringify(lineOf(row)))
        before = ',\n'
      }
      yield lines.join('')
    }
    yield '\n]}\n'
  },
}

/** The rows, a page at a time, saying how far it is. */
export async function* pagesOf(source: Source): AsyncGenerator<FrozenRow[]> {
  let written = 0
  for await (const rows of source.rows()) {
    if (rows.length > 0) yield rows
    written += rows.length
    await source.progress(written)
  }
}

/** JSON Schema 2020-12. */
export const listSchema: Document = {
  file: LIST_SCHEMA,
  async *write() {
    const text = { type: 'string' }
    yield `${JSON.stringify(
      {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'Confirmed signatures of one petition',
        type: 'object',
        required: ['signatures'],
        properties: {
          signatures: {
            type: 'array',
            items: {
              type: 'object',
              required: COLUMNS,
              additionalProperties: false,
              properties: {
                number: {
                  type: 'integer',
                  minimum: 1,
                  description: 'The n-th to confirm; numbers can be missing',
                },
                name: {
                  ...text,
                  description:
                    'Empty for who asked not to be named; they have a number, a place and a strength alone',
                },
                locality: {
                  ...text,
                  description: 'The commune, or those that share the postcode; France only',
                },
                postcode: text,
                country: { ...text, pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' },
                territory: { ...text, description: 'A French département as FR-69, or the country' },
                confirmed_on: {
                  type: ['string', 'null'],
                  format: 'date',
                  description: 'Null for who is not named',
                },
                strength: { enum: ['L0', 'L1', 'L2', 'L3', 'L4'], description: 'See method' },
                channel: { enum: ['online', 'paper', null], description: 'Null for who is not named' },
                text_version: {
                  type: ['integer', 'null'],
                  minimum: 1,
                  description: 'Null for who is not named',
                },
                reason: {
                  ...text,
                  description: 'As published with the petition; empty for none, and for who is not named',
                },
                reservation: {
                  type: 'boolean',
                  description: 'The reason says what its signer does not agree with; 1 or empty in the CSV',
                },
              },
            },
          },
        },
      },
      null,
      2,
    )}\n`
  },
}
