import { once } from 'node:events'
import { sql } from 'kysely'
import pg from 'pg'
import t, { type Test } from 'tap'
import { orderDossier } from '../../src/decision-makers/order-dossier.js'
import { openMakers, startMaker } from '../../src/dossiers/maker-process.js'
import { listFinished } from '../../src/dossiers/queries.js'
import { check, makeArchive, unpack } from '../support/archive.js'
import { addConfirmed } from '../support/confirmed.js'
import { addReader, getFile } from '../support/reader.js'
import { startSite, type TestSite } from '../support/site.js'
import { temporaryFolder } from '../support/spawned.js'

const SIGNERS = 3_000
/** Far more than it takes: each process is given one step more than the last. */
const MOST_PROCESSES = 80

t.test(
  'killed again and again, at one step after the other, a dossier is what it would have been',
  async (t) => {
    const site = await startSite(t)
    const { petition, maker, place } = await addReader(site)
    await addConfirmed(
      site,
      petition,
      Array.from({ length: SIGNERS }, (_, index) => ({
        name: `Zoë ${index}`,
        postcode: index % 3 === 0 ? '75011' : '69007',
        ...(index % 4 === 0 ? { comment: `Reason ${index} ${'and so on '.repeat(30)}` } : {}),
      })),
    )
    await site.work('log')
    await orderDossier(site.deps, maker, { byTerritory: true })
    const steps = await listenToSteps(t, site)
    const dossier = () => site.db.selectFrom('dossiers').selectAll().orderBy('id').executeTakeFirstOrThrow()

    const killedAt = new Set<string>()
    let processes = 0
    while ((await dossier()).state === 'due' && processes < MOST_PROCESSES) {
      processes += 1
      const step = await runFor(t, site, steps, processes)
      if (step) killedAt.add(step)
    }

    t.match(await dossier(), { state: 'ready', confirmed: SIGNERS })
    t.ok(killedAt.size >= 8, `killed after ${[...killedAt].join(', ')}`)
    t.strictSame(await listStrayParts(site), [], 'nothing is left of what was killed')
    const { id } = await dossier()
    const zip = (await getFile(site, `${place}/dossiers/${id}/dossier.zip`)).rawPayload
    const report = await check(zip)
    t.strictSame(report.faults, [])
    t.match(report.about, { confirmed: SIGNERS })

    const files = await unpack(zip)
    const undisturbed = (await makeArchive(site, { byTerritory: true })).files
    t.strictSame([...files.keys()], [...undisturbed.keys()])
    // PDFs and the manifest carry the moment at which they were made.
    for (const [name, bytes] of undisturbed)
      if (/\.(csv|bin|hashed)$/.test(name)) t.ok(files.get(name)!.equals(bytes), `${name} is the same`)
  },
)

t.test('a maker whose heap is full is followed by one that may take more', async (t) => {
  const site = await startSite(t)
  const { petition, maker } = await addReader(site)
  await addConfirmed(site, petition, [{ name: 'Zoë', postcode: '75011' }])
  await site.work('log')
  await orderDossier(site.deps, maker)
  const stateNow = async () =>
    (await site.db.selectFrom('dossiers').select('state').executeTakeFirstOrThrow()).state
  const settings = settingsOf(t, site)
  // What the maker is made of does not fit into so little.
  const tooSmall = 10

  await t.rejects(openMakers(site.deps, settings, [tooSmall]).make(), /ended with SIG(ABRT|TRAP)/)
  t.equal(await stateNow(), 'due', 'the queue asks for it again')

  await openMakers(site.deps, settings, [tooSmall, 256]).make()
  t.equal(await stateNow(), 'ready')
})

interface Steps {
  /** Counts from the next one; resolves with the name of the n-th. */
  nth(n: number): Promise<string>
}

/** Each thing that a maker writes down is a step, told when it is committed. */
async function listenToSteps(t: Test, { db, databaseUrl }: TestSite): Promise<Steps> {
  await sql`create function tell() returns trigger language plpgsql as $$ begin
    perform pg_notify('steps', tg_argv[0] || ' ' || coalesce(new.file, 'gathering') || ' ' || clock_timestamp());
    return new; end $$`.execute(db)
  for (const table of ['dossier_parts', 'dossier_files', 'dossiers'])
    await sql`create trigger tell after insert or update on ${sql.table(table)} for each row
      execute function tell(${sql.lit(table)})`.execute(db)
  const listener = new pg.Client({ connectionString: databaseUrl })
  await listener.connect()
  t.teardown(() => listener.end())
  await listener.query('listen steps')
  return {
    nth: (n) =>
      new Promise((resolve) => {
        let seen = 0
        const hear = ({ payload = '' }: pg.Notification) => {
          seen += 1
          if (seen < n) return
          listener.off('notification', hear)
          resolve(payload.split(' ').slice(0, 2).join(' '))
        }
        listener.on('notification', hear)
      }),
  }
}

/** A process that makes dossiers, killed outright once it has taken so many steps. @returns the last, if it was killed. */
async function runFor(t: Test, site: TestSite, steps: Steps, count: number): Promise<string | undefined> {
  const maker = startMaker(settingsOf(t, site))
  const ended = once(maker, 'exit')
  const step = await Promise.race([steps.nth(count), ended.then(() => undefined)])
  maker.kill('SIGKILL')
  await ended
  return step
}

function settingsOf(t: Test, { databaseUrl, deps }: TestSite): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    DATA_DIR: temporaryFolder(t),
    SECRET_KEY: deps.config.secretKey.toString('base64'),
    PUBLIC_URL: deps.config.publicUrl,
    LOG_LEVEL: 'silent',
  }
}

/** Parts of files that are not finished, and what the signatures were gathered in. */
async function listStrayParts({ db }: TestSite): Promise<string[]> {
  const { id } = await db.selectFrom('dossiers').select('id').orderBy('id').executeTakeFirstOrThrow()
  const finished = new Set((await listFinished(db, id)).map(({ file }) => file))
  const parts = await db.selectFrom('dossierParts').select('file').where('dossierId', '=', id).execute()
  return parts.map(({ file }) => file).filter((file) => !finished.has(file))
}
