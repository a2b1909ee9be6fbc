/** The tally log of the dossier's moment, complete: its root can be worked out again without anybody's help. */

import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import { HASH_BYTES, TILE_HASHES } from '../../tally-log/merkle.js'
import type { Document, Source } from './document.js'

export const LOG_LEAVES = 'log-leaves.bin'
export const LOG_REMOVALS = 'removals.csv'

const TILES_AT_ONCE = 64
const LINES_AT_ONCE = 10_000

/** The hashes of all leaves, 32 bytes each, in their order. */
export const logLeaves: Document = {
  file: LOG_LEAVES,
  async *write({ deps, dossier: { petitionId, logSize } }) {
    const tiles = Math.ceil(logSize / TILE_HASHES)
    for (let from = 0; from < tiles; from += TILES_AT_ONCE) {
      const rows = await deps.db
        .selectFrom('logTiles')
        .select('hashes')
        .where('petitionId', '=', petitionId)
        .where('tree', '=', 'leaves')
        .where('level', '=', 0)
        .where('tile', '>=', from)
        .where('tile', '<', Math.min(from + TILES_AT_ONCE, tiles))
        .orderBy('tile')
        .execute()
      const hashes = Buffer.concat(rows.map((row) => row.hashes))
      // The last tile may have grown since the dossier's moment.
      yield hashes.subarray(0, (logSize - from * TILE_HASHES) * HASH_BYTES)
    }
  },
}

/** Every leaf that stopped counting, and every one that counts again: the second tree's lines, with what else is public. */
export const logRemovals: Document = {
  file: LOG_REMOVALS,
  async *write(source) {
    yield stringify([['line', 'leaf', 'kind', 'day']], { record_delimiter: 'windows' })
    for await (const lines of linesOf(source))
      yield stringify(
        lines.map(({ line, leaf, kind, day }) => [line, leaf, kind, day]),
        { record_delimiter: 'windows' },
      )
  },
}

async function* linesOf({ deps, dossier: { petitionId, removalsSize } }: Source) {
  for (let from = 0; from < removalsSize; from += LINES_AT_ONCE)
    yield await deps.db
      .selectFrom('logRemovals')
      .select(['line', 'leaf', 'kind', sql<string>`day`.as('day')])
      .where('petitionId', '=', petitionId)
      .where('line', '>=', from)
      .where('line', '<', Math.min(from + LINES_AT_ONCE, removalsSize))
      .orderBy('line')
      .execute()
}
