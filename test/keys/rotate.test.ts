import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import type { Database } from '../../src/database/connect.js'
import { checkSecretKey } from '../../src/keys/check-secret-key.js'
import { makeNextKey } from '../../src/keys/key-file.js'
import { Keyring } from '../../src/keys/keyring.js'
import { tokenOf } from '../../src/keys/links.js'
import { rotateKeys } from '../../src/keys/rotate.js'
import { startDatabase } from '../support/database.js'
import { addPetition } from '../support/factories.js'
import { until } from '../support/queues.js'
import { linkIn } from '../support/sign-in.js'
import { startSite, type TestSite } from '../support/site.js'
import { spawnService, temporaryFolder } from '../support/spawned.js'

const OLD = Buffer.alloc(32, 1)
const NEW = Buffer.alloc(32, 2)
const OTHER = Buffer.alloc(32, 3)
const text = (key: Buffer) => key.toString('base64')

/** A site that was restarted with both keys, on what it had made with the old one. */
async function startInRotation(t: Test): Promise<TestSite & { old: Pick<TestSite, 'deps' | 'db'> }> {
  const site = await startSite(t, { SECRET_KEY: text(NEW), SECRET_KEY_PREVIOUS: text(OLD) })
  return Object.assign(site, { old: { db: site.db, deps: { ...site.deps, keyring: new Keyring(OLD) } } })
}

/** Drafts with their keys; more than one batch of a rotation. */
async function addKeys(db: Database, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    insert into petitions (slug, locale, title)
    select 'draft-' || n, 'en', 'A draft' from generate_series(1, ${count}::int) n returning id`.execute(db)
  const keyring = new Keyring(OLD)
  await Promise.all(rows.map(({ id }) => keyring.addPetitionKey(db, id)))
  return rows.map(({ id }) => id)
}

async function countOpenedBy(db: Database, key: Buffer): Promise<number> {
  const keyring = new Keyring(key)
  const rows = await db.selectFrom('petitionKeys').select('petitionId').execute()
  const found = await Promise.allSettled(rows.map((row) => keyring.findPetitionKeys(db, row.petitionId)))
  return found.filter(({ status }) => status === 'fulfilled').length
}

t.test('keys are rotated while people sign, and nothing they were sent stops working', async (t) => {
  const site = await startInRotation(t)
  const { db, deps } = site
  const petition = await addPetition(site.old)
  await addKeys(db, 1_100)
  const sign = (who: string) =>
    site.submit(`/petitions/${petition.slug}/signatures`, {
      name: 'Ada Lovelace',
      email: `${who}@example.org`,
      country: 'FR',
      postcode: '69007',
    })
  t.equal((await sign('before')).statusCode, 303)
  await site.work('confirmation-mails')
  const link = linkIn(site.mails.at(-1), '/signatures/').replace(/\?.*/, '')

  const seen: number[] = []
  const [rotation, ...answers] = await Promise.all([
    rotateKeys({ db, keyring: deps.keyring, secretKey: NEW }, (progress) => seen.push(progress.seen)),
    ...Array.from({ length: 20 }, (_, index) => sign(`during${index}`)),
  ])

  // Every petition's key, and the installation's own.
  const { count: siteKeys } = await db
    .selectFrom('siteKeys')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  t.ok(rotation.rewrapped >= 1_101 && rotation.rewrapped <= 1_101 + Number(siteKeys))
  t.strictSame(rotation.unopened, [])
  t.strictSame(seen.slice(0, 3), [500, 1_000, 1_101], 'it says how far it is')
  t.ok(answers.every(({ statusCode }) => statusCode === 303))
  t.equal((await site.submit(`${link}/confirmation`)).statusCode, 303)

  const only = new Keyring(NEW)
  await checkSecretKey(only, db)
  t.equal(await countOpenedBy(db, NEW), 1_101)
  t.equal(await countOpenedBy(db, OLD), 0, 'the old key alone opens nothing any more')
  const keys = await only.getPetitionKeys(db, petition.id)
  const token = tokenOf(keys, 'signature', { petitionId: petition.id, subjectId: 1 })
  t.equal(link, `/signatures/${token}`, 'the petition has the key that it had')
  const again = await rotateKeys({ db, keyring: deps.keyring, secretKey: NEW })
  t.equal(again.rewrapped, 0, 'and a second run finds nothing to do')
})

t.test('killed half-way, a rotation goes on where it was; until its end both keys are needed', async (t) => {
  const { db } = await startInRotation(t)
  await new Keyring(OLD).getSiteKeys(db, 'accounts')
  const ids = await addKeys(db, 1_100)
  await sql`create function die() returns trigger language plpgsql as $$ begin
    raise exception 'terminating connection' using errcode = '57P01'; end $$`.execute(db)
  await sql`create trigger die before update on petition_keys for each row
    when (new.petition_id = ${sql.lit(ids[700]!)}) execute function die()`.execute(db)
  const both = { db, keyring: new Keyring(NEW, OLD), secretKey: NEW }

  await t.rejects(rotateKeys(both))

  t.equal(await countOpenedBy(db, NEW), 500, 'what a batch did is kept, and half a batch is not')
  for (const alone of [NEW, OLD])
    await t.rejects(checkSecretKey(new Keyring(alone), db), /only a part .* npm run keys:rotate to the end$/)
  await checkSecretKey(both.keyring, db)
  await checkSecretKey(new Keyring(OLD, NEW), db)

  await sql`drop trigger die on petition_keys`.execute(db)
  const seen: number[] = []
  const { rewrapped } = await rotateKeys(both, (progress) => seen.push(progress.seen))
  t.equal(seen[0], 1_000, 'the first 500 are not walked again')
  t.equal(rewrapped, 1_101)
  await checkSecretKey(new Keyring(NEW), db)
  await t.rejects(checkSecretKey(new Keyring(OLD), db), /is not the key/)
})

t.test('its process killed outright while people sign, the command goes on where it was', async (t) => {
  const site = await startInRotation(t)
  const { db, databaseUrl: DATABASE_URL } = site
  const petition = await addPetition(site.old)
  const ids = await addKeys(db, 1_100)
  const sign = (who: string) =>
    site.submit(`/petitions/${petition.slug}/signatures`, {
      name: 'Ada Lovelace',
      email: `${who}@example.org`,
      country: 'FR',
      postcode: '69007',
    })
  // The second batch never ends by itself.
  await sql`create function linger() returns trigger language plpgsql as $$ begin
    perform pg_sleep(600); return new; end $$`.execute(db)
  await sql`create trigger linger before update on petition_keys for each row
    when (new.petition_id = ${sql.lit(ids[700]!)}) execute function linger()`.execute(db)
  const settings = {
    DATABASE_URL,
    DATA_DIR: temporaryFolder(t),
    LOG_LEVEL: 'silent',
    SECRET_KEY: text(NEW),
    SECRET_KEY_PREVIOUS: text(OLD),
  }
  const lingering = sql<{ pid: number }>`select pid from pg_stat_activity
    where datname = current_database() and wait_event = 'PgSleep'`

  const first = startScript(settings)
  await until('the second batch is under way', async () => (await lingering.execute(db)).rows.length > 0)
  t.equal((await sign('during')).statusCode, 303)
  first.kill()
  t.match(await first.ended, { code: null, said: '500 of 1101' })
  t.equal((await sign('after')).statusCode, 303)
  // What the server does once it notices that nobody is there any more.
  for (const { pid } of (await lingering.execute(db)).rows)
    await sql`select pg_terminate_backend(${pid})`.execute(db)
  await sql`drop trigger linger on petition_keys`.execute(db)
  t.equal(await countOpenedBy(db, NEW), 500)
  t.equal((await sign('between')).statusCode, 303)

  const second = await runScript(settings)

  t.strictSame(second.code, 0, second.said)
  t.match(second.said, /^1000 of 1101/, 'the first 500 are not walked again')
  t.equal(await countOpenedBy(db, NEW), 1_101)
  t.equal(await countOpenedBy(db, OLD), 0)
  await site.work('confirmation-mails')
  for (const mail of site.mails)
    t.equal(
      (await site.submit(`${linkIn(mail, '/signatures/').replace(/\?.*/, '')}/confirmation`)).statusCode,
      303,
      'whoever signed meanwhile confirms',
    )
  t.equal(site.mails.length, 3)
})

t.test(
  'the command says what it needs, refuses wrong keys, and never overwrites what it cannot open',
  async (t) => {
    const { db, url: DATABASE_URL } = await startDatabase(t)
    await new Keyring(OLD).getSiteKeys(db, 'accounts')
    const ids = await addKeys(db, 3)
    const wrapped = () => db.selectFrom('petitionKeys').selectAll().orderBy('petitionId').execute()
    const before = await wrapped()
    const rotate = (settings: Record<string, string>) =>
      runScript({ DATABASE_URL, DATA_DIR: temporaryFolder(t), LOG_LEVEL: 'silent', ...settings })

    for (const [settings, line] of [
      [{ SECRET_KEY: text(NEW) }, /^SECRET_KEY_PREVIOUS is missing: .+$/],
      [{ SECRET_KEY_PREVIOUS: text(OLD) }, /^SECRET_KEY is missing beside SECRET_KEY_PREVIOUS: .+$/],
      [{ SECRET_KEY: text(OLD), SECRET_KEY_PREVIOUS: text(OLD) }, /^SECRET_KEY_PREVIOUS is the same as .+$/],
      [
        { SECRET_KEY: text(NEW), SECRET_KEY_PREVIOUS: 'short' },
        /^SECRET_KEY_PREVIOUS holds 3 bytes, not 32: .+$/,
      ],
      [{ SECRET_KEY: text(NEW), SECRET_KEY_PREVIOUS: text(OTHER) }, /^SECRET_KEY is not the key .+: .+$/],
      [{}, /^SECRET_KEY is kept in .+secret-key, .+: .+$/],
    ] as const) {
      const ended = await rotate(settings)
      t.equal(ended.code, 1)
      t.match(ended.said.trim(), line)
    }
    t.strictSame(await wrapped(), before, 'nothing was touched')

    const given = { SECRET_KEY: text(NEW), SECRET_KEY_PREVIOUS: text(OLD) }
    const broken = { wrapped: Buffer.alloc(73, 1) }
    await db.updateTable('petitionKeys').set(broken).where('petitionId', '=', ids[1]!).execute()
    const failed = await rotate(given)
    t.equal(failed.code, 1)
    t.match(failed.said, `Neither key opens that of petition ${ids[1]}`)
    t.strictSame((await wrapped())[1]!.wrapped, broken.wrapped)

    await db
      .updateTable('petitionKeys')
      .set({ wrapped: before[1]!.wrapped })
      .where('petitionId', '=', ids[1]!)
      .execute()
    const done = await rotate(given)
    t.strictSame(done.code, 0, done.said)
    t.match(done.said, /3 of 3 petitions' keys are wrapped by the new key/)
    t.match(done.said, /4 keys were wrapped anew, and the new key opens every one/)
    t.match(done.said, 'Restart the services without SECRET_KEY_PREVIOUS')
    await checkSecretKey(new Keyring(NEW), db)
  },
)

t.test('where DATA_DIR keeps the key, the command makes a new one and puts it in its place', async (t) => {
  const DATA_DIR = temporaryFolder(t)
  const file = join(DATA_DIR, 'secret-key')
  const first = await spawnService(t, { DATA_DIR })
  await first.ready()
  const refused = await runScript({ DATA_DIR })
  t.equal(refused.code, 1)
  t.match(refused.said.trim(), /^DATA_DIR is in use by a service .+: stop that service, and run this again$/)
  await first.end('SIGTERM')
  const old = readFileSync(file, 'utf8')
  // As a rotation leaves it that was killed before its first batch.
  makeNextKey(file)
  const next = readFileSync(`${file}.next`, 'utf8')

  const done = await runScript({ DATA_DIR })

  t.strictSame(done.code, 0, done.said)
  t.equal(readFileSync(file, 'utf8'), next, 'the key of the interrupted try is the one that was taken')
  t.notOk(existsSync(`${file}.next`))
  t.equal(statSync(file).mode & 0o777, 0o600)
  const second = await spawnService(t, { DATA_DIR })
  await second.ready()
  await second.end('SIGTERM')
  const stale = await spawnService(t, { DATA_DIR, SECRET_KEY: old.trim() })
  t.match(await stale.ended, { code: 1 })
  t.match(stale.said(), /^SECRET_KEY is not the key/)
})

function runScript(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return startScript(settings).ended
}

function startScript(settings: Record<string, string>) {
  const { PATH, HOME } = process.env
  const script = spawn(process.execPath, ['dist/scripts/rotate-keys.js'], {
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [script.stdout, script.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  return {
    said: () => said,
    kill: () => script.kill('SIGKILL'),
    ended: new Promise<{ code: number | null; said: string }>((resolve) =>
      script.once('close', (code) => resolve({ code, said })),
    ),
  }
}
