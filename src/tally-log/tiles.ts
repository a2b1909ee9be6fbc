/** The tiles of a petition's two trees, in the database. */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { LogTree } from '../database/tables.js'
import { appendLeaves, growingTiles, type ReadTiles, readingFirst, rootOf, type Tile } from './merkle.js'

export interface TreePlace {
  petitionId: number
  tree: LogTree
}

export function readingTiles(db: Database | Transaction, { petitionId, tree }: TreePlace): ReadTiles {
  return async (places) => {
    if (places.length === 0) return []
    const { rows } = await sql<Tile>`
      select level, tile, hashes from log_tiles
      where petition_id = ${petitionId} and tree = ${tree} and (level, tile) in (
        select * from unnest(
          ${places.map(({ level }) => level)}::smallint[], ${places.map(({ tile }) => tile)}::int[]))`.execute(
      db,
    )
    return rows
  }
}

/**
 * Appends to a tree of `size`; its petition's log must be locked.
 *
 * @returns the root of the larger tree.
 */
export async function appendToTree(
  trx: Transaction,
  place: TreePlace,
  size: number,
  hashes: readonly Buffer[],
): Promise<Buffer> {
  const read = readingTiles(trx, place)
  const changed = appendLeaves(size, await read(growingTiles(size)), hashes)
  if (changed.length > 0)
    await sql`
      insert into log_tiles (petition_id, tree, level, tile, hashes)
      select ${place.petitionId}, ${place.tree}, level, tile, hashes from unnest(
        ${changed.map(({ level }) => level)}::smallint[], ${changed.map(({ tile }) => tile)}::int[],
        ${changed.map((tile) => tile.hashes)}::bytea[]
      ) as changed (level, tile, hashes)
      on conflict (petition_id, tree, level, tile) do update set hashes = excluded.hashes`.execute(trx)
  return rootOf(readingFirst(changed, read), size + hashes.length)
}
