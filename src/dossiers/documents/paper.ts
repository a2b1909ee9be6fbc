/** The lines signed by hand, apart from the list: every one that was ever counted, and every one that was taken back. */

import { stringify } from 'csv-stringify/sync'
import { unsealPerson } from '../../signatures/on-paper.js'
import { listPaperEntries } from '../../tally-log/paper-log.js'
import type { Document, Source } from './document.js'

export const PAPER = 'paper.csv'
export const PAPER_LOG = 'paper-log.txt'

const LINES_AT_ONCE = 1_000
const COLUMNS = [
  'kind',
  'number',
  'name',
  'locality',
  'postcode',
  'signed_on',
  'strength',
  'sheet',
  'line',
  'text_version',
  'same_as',
  'reason',
]
const FORMAT = { escape_formulas: true, record_delimiter: 'windows' } as const

/** Up to the numbers of the dossier's moment: they were given in the order of commits, so none below is missing. */
export const paper: Document = {
  file: PAPER,
  async *write(source) {
    yield stringify([COLUMNS], { ...FORMAT, bom: true })
    for await (const lines of linesOf(source)) yield stringify(lines, FORMAT)
    const reversals = await source.deps.db
      .selectFrom('paperReversals')
      .select(['signatureNumber', 'reason'])
      .where('petitionId', '=', source.dossier.petitionId)
      .where('number', '<=', source.figures.paper?.reversed ?? 0)
      .orderBy('number')
      .execute()
    if (reversals.length > 0)
      yield stringify(
        reversals.map(({ signatureNumber, reason }) => {
          const row: (string | number)[] = COLUMNS.map(() => '')
          row[0] = 'reversal'
          row[1] = signatureNumber
          row[COLUMNS.length - 1] = reason
          return row
        }),
        FORMAT,
      )
  },
}

/** The public log of those lines as it was at the dossier's moment, an entry a line. */
export const paperLog: Document = {
  file: PAPER_LOG,
  async *write(source) {
    for (const words of await loggedIn(source)) yield `${words}\n`
  },
}

export function loggedIn({ deps, dossier: { petitionId }, figures }: Source): Promise<string[]> {
  return listPaperEntries(deps.db, { petitionId, from: 0, to: figures.paper?.logged ?? 0 })
}

async function* linesOf({ deps, keys, dossier: { petitionId }, figures }: Source) {
  const numbered = figures.paper?.numbered ?? 0
  for (let after = 0; after < numbered; after += LINES_AT_ONCE) {
    const rows = await deps.db
      .selectFrom('paperSignatures as line')
      .innerJoin('paperSheets as sheet', 'sheet.id', 'line.sheetId')
      .select([
        'line.number',
        'line.sealed',
        'line.postcode',
        'line.signedOn',
        'line.strength',
        'sheet.number as sheet',
        'line.line',
        'line.textVersion',
        'line.sameAs',
      ])
      .where('line.petitionId', '=', petitionId)
      .where('line.number', '>', after)
      .where('line.number', '<=', Math.min(after + LINES_AT_ONCE, numbered))
      .orderBy('line.number')
      .execute()
    yield rows.map((row) => {
      const person = unsealPerson(keys, petitionId, row.sealed)
      return [
        'line',
        row.number,
        person?.name ?? '',
        person?.locality ?? '',
        row.postcode,
        row.signedOn ?? '',
        `L${row.strength}`,
        row.sheet,
        row.line,
        row.textVersion,
        row.sameAs ?? '',
        '',
      ]
    })
  }
}
