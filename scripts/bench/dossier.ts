/**
 * The dossier of a very large petition: made, packed, and checked by the command that its reader would use.
 *
 * BENCH_SIGNATURES (1,000,000) changes its size, and BENCH_FOLDERS=yes has the folders of territories made too. What the
 * checker says decides whether the run has failed.
 */

import { spawnSync } from 'node:child_process'
import { createWriteStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import type { Petition } from '../../src/database/tables.js'
import { addDossier } from '../../src/decision-makers/order-dossier.js'
import type { Deps } from '../../src/deps.js'
import { packArchive } from '../../src/dossiers/archive.js'
import { HEAPS, littleMemory, MAKER } from '../../src/dossiers/maker-process.js'
import { listFinished } from '../../src/dossiers/queries.js'
import type { Keys } from '../../src/keys/keyring.js'
import { sealSigner, unsealSigner } from '../../src/signatures/signer.js'
import { writeLogs } from '../../src/tally-log/write.js'
import { addOpenPetition } from './petition.js'

const SIGNATURES = Number(process.env.BENCH_SIGNATURES ?? 1_000_000)
const BATCH = 5_000
const NAMES = [
  'Zoë Œuvrard',
  'Łukasz Żółć',
  'Nour Haddad',
  'Ольга Ким',
  'Jean Petit',
  'Marie Blanc',
  'Õie Kask',
  '李小龙',
]

type Say = (line?: string) => void

/** @returns 1 when the checker finds anything wrong. */
export async function measureDossier(
  deps: Deps,
  { folder, settings, say }: { folder: string; settings: Record<string, string>; say: Say },
): Promise<number> {
  const { db } = deps
  const petition = await addOpenPetition(deps, 'a-petition-of-a-million')
  const keys = await deps.keyring.getPetitionKeys(db, petition.id)
  await addSigned(deps, petition, keys)
  const logged = await timed(() => writeLogs(deps))
  const maker = await db
    .selectFrom('decisionMakers')
    .selectAll()
    .where('petitionId', '=', petition.id)
    .executeTakeFirstOrThrow()
  await addDossier(db, maker, deps.clock.now(), { byTerritory: process.env.BENCH_FOLDERS === 'yes' })

  const bare = await timed(() => listBare(deps, petition, keys))
  const { execArgv, env } = littleMemory(HEAPS[0]!)
  const made = runElsewhere([...execArgv, MAKER], { ...settings, ...env })
  if (!made.isRight) throw new Error(`The maker failed: ${made.said}`)
  const dossier = await db.selectFrom('dossiers').selectAll().executeTakeFirstOrThrow()
  if (dossier.state !== 'ready') throw new Error(`The dossier is ${dossier.state}: ${dossier.failure}`)
  const path = join(folder, 'dossier.zip')
  const files = await listFinished(db, dossier.id)
  const packed = await timed(() =>
    pipeline(
      packArchive(db, keys, { id: dossier.id, readyAt: dossier.readyAt!, files }),
      createWriteStream(path),
    ),
  )
  const check = runElsewhere(['dist/scripts/verify-dossier.js', path])

  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
  say()
  say(`${SIGNATURES.toLocaleString('en')} signatures, ${files.length} files`)
  say(`${'into the log'.padEnd(26)} ${logged.toFixed(0)} s`)
  say(`${'one bare CSV of them'.padEnd(26)} ${bare.toFixed(1)} s`)
  say(
    `${'the dossier'.padEnd(26)} ${made.seconds.toFixed(1)} s   ratio ${(made.seconds / bare).toFixed(1)}   memory ${made.peak.toFixed(0)} MB at the most`,
  )
  say(`${'  of that, work of its own'.padEnd(26)} ${made.worked.toFixed(1)} s`)
  say(`${'packed as it is downloaded'.padEnd(26)} ${packed.toFixed(1)} s   ${megabytes(statSync(path).size)}`)
  say(
    `${'checked on a command line'.padEnd(26)} ${check.seconds.toFixed(1)} s   memory ${check.peak.toFixed(0)} MB at the most`,
  )
  say(check.said)
  return check.isRight ? 0 : 1
}

async function addSigned({ db }: Deps, petition: Petition, keys: Keys): Promise<void> {
  for (let from = 0; from < SIGNATURES; from += BATCH) {
    const count = Math.min(BATCH, SIGNATURES - from)
    const sealed = Array.from({ length: count }, (_, index) =>
      sealSigner(keys, petition.id, {
        name: `${NAMES[index % NAMES.length]} ${from + index}`,
        email: `signer${from + index}@example.org`,
      }),
    )
    await sql`
      insert into signatures (petition_id, state, email_fingerprint, sealed, text_version, locale, country, postcode,
        territory, inside, strength, comment, number, signed_at, confirmed_at)
      select ${petition.id}, 'confirmed', uuid_send(gen_random_uuid()), sealed, 1, 'en', 'FR',
        case when place % 2 = 0 then '69007' else '74600' end, case when place % 2 = 0 then 'FR-69' else 'FR-74' end,
        place % 2 = 0, case when place % 2 = 0 then 2 else 1 end,
        case when place % 10 = 0 then 'My children read there, and I learned to read there myself.' end,
        ${from}::int + place, now(), now() - make_interval(hours => (place % 2000)::int)
      from unnest(${sealed}::bytea[]) with ordinality as given (sealed, place)`.execute(db)
  }
  await db
    .updateTable('petitionCounts')
    .set({ confirmed: SIGNATURES, numbered: SIGNATURES })
    .where('petitionId', '=', petition.id)
    .execute()
}

/** The yardstick: every row read once, its name unsealed, and written as a line. */
async function listBare({ db }: Deps, petition: Petition, keys: Keys): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('signatures')
      .select(['number', 'sealed', 'country', 'postcode', 'territory', 'strength', 'comment'])
      .where('petitionId', '=', petition.id)
      .where('number', '>', after)
      .orderBy('number')
      .limit(BATCH)
      .execute()
    if (rows.length === 0) return
    after = rows.at(-1)!.number!
    stringify(
      rows.map(({ sealed, ...row }) => [
        ...Object.values(row),
        unsealSigner(keys, { petitionId: petition.id, sealed })?.name,
      ]),
    )
  }
}

/** In a process of its own, so that what it holds and does is not mixed with what came before. */
function runElsewhere(args: string[], settings: Record<string, string> = {}) {
  const tell = `process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    process.stderr.write('used ' + maxRSS + ' ' + (userCPUTime + systemCPUTime))
  })`
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, ...args],
    { encoding: 'utf8', env: { ...process.env, ...settings } },
  )
  const [, peak = Number.NaN, worked = Number.NaN] = /used (\d+) (\d+)$/.exec(stderr) ?? []
  return {
    seconds: (performance.now() - start) / 1000,
    peak: Number(peak) / 1024,
    worked: Number(worked) / 1e6,
    isRight: status === 0,
    said: stdout.trim().split('\n').at(-1) ?? '',
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return (performance.now() - start) / 1000
}
