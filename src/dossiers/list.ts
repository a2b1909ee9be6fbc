/** The list of confirmed signatures, as CSV. */

import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { Keys } from '../keys/keyring.js'
import { unsealSigner } from '../signatures/signer.js'

/** A page is unsealed and written in one go: some milliseconds, during which this process answers nobody. */
const PAGE = 1_000

const COLUMNS = [
  'number',
  'name',
  'country',
  'postcode',
  'territory',
  'confirmed_on',
  'strength',
  'text_version',
  'comment',
]

/** csv-stringify quotes a cell for the record's own line end alone, and a reason has lines of its own. */
const FORMAT = { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ } as const

interface Row {
  number: number
  sealed: Buffer | null
  country: string
  postcode: string
  territory: string
  confirmedOn: string
  strength: number | null
  textVersion: number
  comment: string | null
}

/**
 * Writes the signatures that the transaction sees, in the order of their numbers. Addresses are never among them,
 * and a cell that a spreadsheet would run as a formula begins with an apostrophe.
 *
 * @returns how many lines were written, the heading not counted.
 */
export async function writeList(
  trx: Transaction,
  { petitionId, keys, timeZone }: { petitionId: number; keys: Keys; timeZone: string },
  out: Writable,
  onPage: (written: number) => Promise<void>,
): Promise<number> {
  let written = 0
  async function* pages(): AsyncGenerator<string> {
    yield stringify([COLUMNS], { ...FORMAT, bom: true })
    for await (const rows of pagesOf(trx, petitionId, timeZone)) {
      yield stringify(
        rows.map((row) => [
          row.number,
          unsealSigner(keys, { petitionId, sealed: row.sealed })?.name ?? '',
          row.country,
          row.postcode,
          row.territory,
          row.confirmedOn,
          `L${row.strength ?? 1}`,
          row.textVersion,
          row.comment ?? '',
        ]),
        FORMAT,
      )
      written += rows.length
      await onPage(written)
    }
  }
  await pipeline(Readable.from(pages()), out)
  return written
}

/**
 * A cursor: the numbers have no index, which every confirmation would have to pay for, so they are sorted once and
 * handed out a page at a time.
 */
async function* pagesOf(trx: Transaction, petitionId: number, timeZone: string): AsyncGenerator<Row[]> {
  await sql`
    declare signed no scroll cursor for
    select number, sealed, country, postcode, territory, strength, text_version, comment,
      (confirmed_at at time zone ${sql.lit(timeZone)})::date as confirmed_on
    from signatures
    where petition_id = ${sql.lit(petitionId)} and state = 'confirmed'
    order by number, id`.execute(trx)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(PAGE)} from signed`.execute(trx)
    if (rows.length === 0) break
    yield rows
  }
  await sql`close signed`.execute(trx)
}
