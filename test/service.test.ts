/** `npm start` and nothing else: the embedded database, pages, workers and mailbox of one process. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { connect, type Database } from '../src/database/connect.js'
import { findFreePort } from '../src/database/embedded.js'
import { privatePath } from '../src/decision-makers/links.js'
import { addDossier } from '../src/decision-makers/order-dossier.js'
import type { Deps } from '../src/deps.js'
import { Keyring } from '../src/keys/keyring.js'
import type { KeptMail } from '../src/mail/mailbox.js'
import { startDatabase } from './support/database.js'
import { addPetition } from './support/factories.js'
import { until } from './support/queues.js'
import { type Spawned, spawnService, temporaryFolder } from './support/spawned.js'

/** PostgreSQL writes down where it listens. */
function databaseOf(t: Test, dataDir: string): { db: Database; pid: number } {
  const [pid, , , port] = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
  const db = connect(`postgres://clameur:clameur@127.0.0.1:${port}/clameur`, { max: 2 })
  t.teardown(() => db.destroy())
  return { db, pid: Number(pid) }
}

/** The deps of the factories, with the key that the service made for itself. */
function depsOf(db: Database, dataDir: string): { db: Database; deps: Deps } {
  const secretKey = Buffer.from(readFileSync(join(dataDir, 'secret-key'), 'utf8').trim(), 'base64')
  const deps = { db, keyring: new Keyring(secretKey), clock: { now: () => new Date() } } as unknown as Deps
  return { db, deps }
}

async function sign(service: Spawned, slug: string, email: string): Promise<number> {
  const answer = await fetch(`${service.url}/petitions/${slug}/signatures`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'accept-language': 'en' },
    body: new URLSearchParams({ name: 'Ada Lovelace', email, country: 'FR', postcode: '69007' }),
  })
  await answer.arrayBuffer()
  return answer.status
}

async function mailsTo(service: Spawned, email: string): Promise<KeptMail[]> {
  const answer = await fetch(`${service.url}/dev/mailbox.json`)
  const kept = (await answer.json()) as KeptMail[] | { data: KeptMail[] }
  return (Array.isArray(kept) ? kept : kept.data).filter((mail) => mail.to === email)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A dossier's list never ends by itself, as long as there is a table `slow_lists`. @returns who counts those that wait. */
async function makeListsSlow(db: Database): Promise<() => Promise<number>> {
  await sql`create table slow_lists ()`.execute(db)
  await sql`create function linger() returns trigger language plpgsql as $$ begin
    if to_regclass('slow_lists') is not null then perform pg_sleep(600); end if;
    return new; end $$`.execute(db)
  await sql`create trigger linger before insert on dossier_files for each row
    when (new.file = 'signatures.csv') execute function linger()`.execute(db)
  const lingering = sql`select pid from pg_stat_activity
    where datname = current_database() and wait_event = 'PgSleep'`
  return async () => (await lingering.execute(db)).rows.length
}

t.test(
  'who signed before the service was killed is found, with the mail, after it starts again',
  async (t) => {
    const dataDir = temporaryFolder(t)
    const first = await spawnService(t, { DATA_DIR: dataDir })
    await first.ready()
    const petition = await addPetition(depsOf(databaseOf(t, dataDir).db, dataDir))

    t.equal(await sign(first, petition.slug, 'ada@example.org'), 303)
    // Killed with the answer still warm: the mail may not have left, and must.
    t.strictSame(await first.end('SIGKILL'), { code: null, signal: 'SIGKILL' })

    const second = await spawnService(t, { DATA_DIR: dataDir })
    await second.ready()
    const { db, pid } = databaseOf(t, dataDir)
    const signatures = await db.selectFrom('signatures').select(['petitionId', 'state']).execute()
    t.strictSame(signatures, [{ petitionId: petition.id, state: 'pending' }])
    await until(
      'the mail is in the mailbox',
      async () => (await mailsTo(second, 'ada@example.org')).length > 0,
      30_000,
    )

    const link = (await mailsTo(second, 'ada@example.org'))[0]!.links.find((url) =>
      url.includes('/signatures/'),
    )!
    const { pathname } = new URL(link)
    const confirmed = await fetch(`${second.url}${pathname}/confirmation`, {
      method: 'POST',
      redirect: 'manual',
    })
    t.equal(confirmed.status, 303, 'the link in it was made before the end and works after it')
    const count = await fetch(`${second.url}/petitions/${petition.slug}/count.json`)
    t.match(await count.json(), { confirmed: 1 })

    const stopped = await second.end('SIGTERM')
    t.strictSame(stopped, { code: 0, signal: null }, second.said())
    t.notMatch(second.said(), /"level":(40|50|60)/, 'it has nothing to complain of')
    await until('PostgreSQL has ended too', () => !isAlive(pid))
  },
)

t.test('a dossier is made beside the pages, and to its end by the next service', async (t) => {
  const dataDir = temporaryFolder(t)
  const first = await spawnService(t, { DATA_DIR: dataDir })
  await first.ready()
  const { db } = databaseOf(t, dataDir)
  const { deps } = depsOf(db, dataDir)
  const { id: petitionId } = await addPetition({ db, deps })
  const maker = await db.selectFrom('decisionMakers').selectAll().executeTakeFirstOrThrow()
  const countLingering = await makeListsSlow(db)
  const place = privatePath(await deps.keyring.getPetitionKeys(db, petitionId), maker)
  const ordered = await fetch(`${first.url}${place}/dossiers`, { method: 'POST', redirect: 'manual' })
  t.equal(ordered.status, 303)

  await until('the list is being written', async () => (await countLingering()) > 0, 60_000)
  t.equal((await fetch(first.url)).status, 200, 'pages are answered meanwhile')
  await sql`drop table slow_lists`.execute(db)
  t.strictSame(await first.end('SIGTERM'), { code: 0, signal: null }, first.said())
  t.notMatch(first.said(), /"level":(40|50|60)/, 'it has nothing to complain of')

  const second = await spawnService(t, { DATA_DIR: dataDir })
  await second.ready()
  const again = databaseOf(t, dataDir).db
  const dossiers = () => again.selectFrom('dossiers').select('state').execute()
  await until('the dossier is ready', async () => (await dossiers())[0]?.state === 'ready', 90_000)
  t.strictSame(await dossiers(), [{ state: 'ready' }])
})

t.test('Ctrl-C, which npm passes on a second time, stops all of it cleanly', async (t) => {
  const dataDir = temporaryFolder(t)
  const service = await spawnService(t, { DATA_DIR: dataDir, WEB_WORKERS: '2' })
  await service.ready()
  await until('it has said where everything is', () => /^Data is kept in /m.test(service.said()))
  const { pid } = databaseOf(t, dataDir)
  t.match(service.said(), /^Clameur is at http:\/\/localhost:\d+$/m)
  t.match(service.said(), /^Mails are kept at http:\/\/localhost:\d+\/dev\/mailbox$/m)

  void service.end('SIGINT')
  const ended = await service.end('SIGINT')

  t.strictSame(ended, { code: 0, signal: null }, service.said())
  t.notMatch(service.said(), /"level":(40|50|60)/)
  await until('PostgreSQL has ended too', () => !isAlive(pid))
})

for (const [moment, file] of [
  ['while the database is made', 'postgres.new'],
  ['while it is started', 'postgres/postmaster.pid'],
] as const)
  t.test(`stopped by Ctrl-C ${moment}, the service ends without a word and starts again`, async (t) => {
    const dataDir = temporaryFolder(t)
    const service = await spawnService(t, { DATA_DIR: dataDir })
    await until(`there is ${file}`, () => existsSync(join(dataDir, file)), 30_000)

    t.strictSame(await service.end('SIGINT'), { code: 0, signal: null }, service.said())
    t.notMatch(service.said(), /Error|"level":(40|50|60)/)

    const again = await spawnService(t, { DATA_DIR: dataDir })
    await again.ready()
    t.strictSame(await again.end('SIGINT'), { code: 0, signal: null }, again.said())
  })

t.test('web and worker apart, on a database that is named', async (t) => {
  const { url: DATABASE_URL, db } = await startDatabase(t)
  const dataDir = temporaryFolder(t)
  const web = await spawnService(t, { ROLE: 'web', DATABASE_URL, DATA_DIR: dataDir })
  await web.ready()
  const petition = await addPetition(depsOf(db, dataDir))
  await sign(web, petition.slug, 'ada@example.org')
  t.strictSame(await mailsTo(web, 'ada@example.org'), [], 'the web process sends nothing itself')

  const worker = await spawnService(t, { ROLE: 'worker', DATABASE_URL, DATA_DIR: dataDir })

  await until('the worker sent it', async () => (await mailsTo(web, 'ada@example.org')).length === 1, 30_000)
  for (const service of [worker, web])
    t.strictSame(await service.end('SIGTERM'), { code: 0, signal: null }, service.said())
})

t.test('a worker that is killed takes the maker of a dossier with it', async (t) => {
  const { url: DATABASE_URL, db } = await startDatabase(t)
  const dataDir = temporaryFolder(t)
  const worker = await spawnService(t, { ROLE: 'worker', DATABASE_URL, DATA_DIR: dataDir })
  await until('its key is made', () => existsSync(join(dataDir, 'secret-key')), 30_000)
  await addPetition(depsOf(db, dataDir))
  const reader = await db.selectFrom('decisionMakers').selectAll().executeTakeFirstOrThrow()
  const countLingering = await makeListsSlow(db)
  await addDossier(db, reader, new Date())
  await until('the list is being written', async () => (await countLingering()) > 0, 120_000)
  const held = sql`select from pg_locks where locktype = 'advisory'
    and database = (select oid from pg_database where datname = current_database())`
  const isHeld = async () => (await held.execute(db)).rows.length > 0
  t.ok(await isHeld())

  await worker.end('SIGKILL')

  await until('nobody makes the dossier any more', async () => !(await isHeld()), 30_000)
  t.strictSame(await db.selectFrom('dossiers').select('state').execute(), [{ state: 'due' }])
})

t.test('what cannot be used is said in one line that names the setting and the fix', async (t) => {
  const { url: DATABASE_URL } = await startDatabase(t)
  const SECRET_KEY = Buffer.alloc(32, 8).toString('base64')
  const usual = { DATABASE_URL, SECRET_KEY, DATA_DIR: temporaryFolder(t), ROLE: 'web', LOG_LEVEL: 'silent' }
  const taken = await spawnService(t, usual)
  await taken.ready()
  const refused = new URL(DATABASE_URL)
  refused.password = 'another'
  const unknown = new URL(DATABASE_URL)
  unknown.pathname = '/no_such_database'
  const cases: [RegExp, Record<string, string>][] = [
    [/^ROLE is "manager": write .+$/, { ROLE: 'manager' }],
    [/^PORT \d+ is in use: .+$/, { PORT: new URL(taken.url).port }],
    [/^HOST ".+" is not this machine's: .+$/, { HOST: '192.0.2.1' }],
    [/^DATABASE_URL is refused \(28P01\): .+$/, { DATABASE_URL: refused.href }],
    [/^DATABASE_URL is refused \(3D000\): .+$/, { DATABASE_URL: unknown.href }],
    [/^SECRET_KEY is not the key .+: .+$/, { SECRET_KEY: Buffer.alloc(32, 9).toString('base64') }],
  ]
  for (const [line, settings] of cases) {
    const service = await spawnService(t, {
      ...usual,
      ...settings,
      ...(settings.PORT ? {} : { PORT: String(await findFreePort()) }),
    })

    const ended = await service.ended

    t.equal(ended.code, 1)
    t.match(service.said().trim(), line)
  }
})
