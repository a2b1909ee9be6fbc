/** Where levels are shared by all processes: each a vessel that empties at a steady rate. */

import { type Database, runPrepared, type Statement } from '../../database/connect.js'
import type { Deps } from '../../deps.js'

/** What one kind of level is: how fast it empties, how high it may rise, and when it says that something is wrong. */
export interface Measure {
  readonly name: string
  /** What leaves in a second. */
  readonly leak: number
  /** It never rises above. */
  readonly ceiling: number
  /** From here on the alarm is raised … */
  readonly high: number
  /** … until it is below. */
  readonly low: number
}

export interface Pour {
  /** A fingerprint under a key of the installation: no network and no address is written anywhere. */
  key: Buffer
  measure: Measure
  /** Nothing, to look; less than nothing, to take out. */
  amount: number
}

export interface Level {
  level: number
  raised: boolean
}

export interface LevelStore {
  /** Adds to levels, which have no key twice. @returns them afterwards, in the same order. */
  pour(pours: Pour[], now: Date): Promise<Level[]>
  close(): Promise<void>
}

const EMPTIED = `kept.level - excluded.leak * greatest(0, extract(epoch from excluded.at - kept.at))`
const AFTER = `greatest(0, least(excluded.ceiling, greatest(0, ${EMPTIED}) + excluded.poured))`

/** In the order of the keys, so that two processes wait for each other and not in a circle. */
const POUR: Statement = {
  name: 'pour-limit-levels',
  text: `
    insert into limit_levels as kept (key, poured, leak, ceiling, high, low, at, level, raised)
    select key, poured, leak, ceiling, high, low, $7::timestamptz, greatest(0, least(ceiling, poured)), poured >= high
    from unnest($1::bytea[], $2::float8[], $3::float8[], $4::float8[], $5::float8[], $6::float8[])
      as asked (key, poured, leak, ceiling, high, low)
    order by key
    on conflict (key) do update set
      level = ${AFTER},
      raised = case when ${AFTER} >= excluded.high then true when ${AFTER} < excluded.low then false else kept.raised end,
      leak = excluded.leak, ceiling = excluded.ceiling, high = excluded.high, low = excluded.low,
      at = greatest(kept.at, excluded.at), poured = excluded.poured
    returning key, level, raised`,
}

/** Longer than any vessel takes to empty. */
const KEEP_MS = 3 * 3_600_000

export async function sweepLevels({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - KEEP_MS)
  await db.deleteFrom('limitLevels').where('at', '<', before).execute()
}

/** One statement for all that is poured at once, into a table that is not logged: a crash empties the vessels. */
export function openPostgresStore(db: Database): LevelStore {
  return {
    async pour(pours, now) {
      const rows = await runPrepared<Level & { key: Buffer }>(db, POUR, [
        pours.map(({ key }) => key),
        pours.map(({ amount }) => amount),
        pours.map(({ measure }) => measure.leak),
        pours.map(({ measure }) => measure.ceiling),
        pours.map(({ measure }) => measure.high),
        pours.map(({ measure }) => measure.low),
        now,
      ])
      const byKey = new Map(rows.map((row) => [row.key.toString('latin1'), row]))
      return pours.map(({ key }) => byKey.get(key.toString('latin1'))!)
    },
    close: async () => {},
  }
}
