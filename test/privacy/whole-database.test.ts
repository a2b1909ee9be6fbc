/**
 * After a whole journey nobody's address, and no name that its owner did not choose to show, stands in any column of
 * any table, in any log line, or in any file of the database server.
 */

import { randomBytes } from 'node:crypto'
import t, { type Test } from 'tap'
import { handlersFor } from '../../src/worker.js'
import { hasRedis, ownRedis } from '../support/queues.js'
import { findIn, readDataFiles, readRedis, readTables, shapesOf } from '../support/traces.js'
import { checkASample, deliverAndReply, strikeFromTheList } from './walk/deliver.js'
import {
  close,
  hearOfMails,
  inviteToTheDesk,
  launchInVain,
  lookForFraud,
  reportAndAppeal,
  setAside,
  writeAndClose,
} from './walk/moderate.js'
import { address, openWalk, SECRET, SHOWN, type Walk } from './walk/open.js'
import { signOnPaper } from './walk/paper.js'
import { expireRequests, signAndConfirm, signElsewhere, useMySignatures } from './walk/sign.js'

/** Tables that the journey leaves empty, and why. A new table has to be filled by it, or to be named here. */
const EMPTY_IN_THE_END: Record<string, string> = {
  kysely_migration_lock: 'nobody migrates',
  key_rotations: 'no key is rotated; it holds no more than how far that is',
  destructions: 'no key is destroyed: what it was for could not be looked for',
  reporter_suspensions: 'nobody goes on reporting without ground after a warning',
  outcome_questions: 'nobody is asked before half a year',
  mailing_recipients: 'forgotten when the mailing is done',
  log_events: 'what the log has still to write',
}
const KEPT_BY_REDIS = { limit_levels: 'Redis keeps the limits' }

t.test('a whole journey leaves no address, and no name that was not to be shown', async (t) => {
  await walkAndLook(t, undefined)
})

t.test(
  'nor does it leave one in Redis, where Redis keeps the queues and the limits',
  { skip: !hasRedis && 'no Redis at hand' },
  async (t) => {
    const redis = await ownRedis(t)
    await walkAndLook(t, redis.url)

    const secret = shapesOf(SECRET)
    let keys = 0
    for await (const { key, content } of readRedis(redis.client)) {
      keys += 1
      t.equal(findIn(content, secret), undefined, `${key} holds none`)
    }
    t.ok(keys > 10, `${keys} keys of Redis were read`)
    // What is looked for would be found, in a value as in a key's name.
    await redis.client.hset(`bull:${SECRET}`, 'data', address('planted'))
    const found: string[] = []
    for await (const { key, content } of readRedis(redis.client)) if (findIn(content, secret)) found.push(key)
    t.equal(found.length, 1)
  },
)

async function walkAndLook(t: Test, redisUrl: string | undefined): Promise<void> {
  const walk = await openWalk(t, redisUrl)
  await publish(walk)
  await signAndConfirm(walk)
  await signElsewhere(walk)
  await lookForFraud(walk)
  await signOnPaper(walk)
  await deliverAndReply(walk)
  await writeAndClose(walk)
  await reportAndAppeal(walk)
  await inviteToTheDesk(walk)
  await launchInVain(walk)
  await checkASample(walk)
  await setAside(walk)
  await useMySignatures(walk)
  await strikeFromTheList(walk)
  await hearOfMails(walk)
  await close(walk)
  await expireRequests(walk)
  await handlersFor(walk.service.deps).upkeep()

  await lookIntoTables(walk, redisUrl)
  await lookIntoLog(walk)
  await lookIntoFiles(walk)
  await plantAndFind(walk)
}

async function publish({ t, door, petition, moderator }: Walk): Promise<void> {
  await door.submit(`${petition.desk}/refusal`, { reason: 'none', note: 'no' }, moderator)
  t.equal((await door.submit(`${petition.desk}/publication`, {}, moderator)).statusCode, 303)
}

async function lookIntoTables({ t, db }: Walk, redisUrl: string | undefined): Promise<void> {
  const emptyInTheEnd = redisUrl ? { ...EMPTY_IN_THE_END, ...KEPT_BY_REDIS } : EMPTY_IN_THE_END
  const [secret, open] = [shapesOf(SECRET), shapesOf(SHOWN)]
  const [seen, empty] = [new Set<string>(), new Set<string>()]
  let jobs = 0
  for await (const { table, content } of readTables(db)) {
    t.equal(findIn(content, secret), undefined, `${table} holds none`)
    if (findIn(content, open)) seen.add(table)
    if (content.length === 0) empty.add(table)
    if (table.endsWith('.job')) jobs += 1
  }
  for (const table of ['public.signatures', 'public.petitions', 'public.decision_makers'])
    t.ok(seen.has(table), `what is shown is found in ${table}`)
  if (!redisUrl) t.equal(jobs, 1, 'the table of the queues’ jobs was read')
  const ours = [...empty].filter((table) => table.startsWith('public.')).map((table) => table.slice(7))
  t.strictSame(
    ours.filter((table) => !(table in emptyInTheEnd)),
    [],
    'the journey came through every table',
  )
}

function lookIntoLog({ t, log }: Walk): void {
  const said = Buffer.from(log.join(''))
  t.match(said.toString(), /"msg":"answered"/, 'the log was written, and down to the smallest event')
  t.match(said.toString(), /"msg":"a request failed"/)
  t.equal(findIn(said, shapesOf(SECRET)), undefined, 'no log line holds one')
}

async function lookIntoFiles({ t, db }: Walk): Promise<void> {
  const [secret, open] = [shapesOf(SECRET), shapesOf(SHOWN)]
  const where = new Set<string>()
  for await (const { file, content } of readDataFiles(db)) {
    const found = findIn(content, secret)
    if (found) t.fail(`${file} holds one: ${found}`)
    if (findIn(content, open)) where.add(file.split('/')[0]!)
  }
  t.ok(where.has('base'), 'what is shown is found in the data files')
  t.ok(where.has('pg_wal'), 'and in the log of changes')
}

/** A leak of any kind would be found: in a text, in JSON of a queue's job, in bytes, and in the files under them all. */
async function plantAndFind({ t, db, petition }: Walk): Promise<void> {
  // Of its own, as the log of changes is that of all databases of the server, in which others of these tests look too.
  const mark = `zq${randomBytes(7).toString('hex')}`
  const secret = shapesOf(mark)
  const leak = `planted.${mark}@mail-${mark}.example`
  const report = await db.selectFrom('reports').select('id').executeTakeFirstOrThrow()
  await db.updateTable('petitions').set({ moderationNote: leak }).where('id', '=', petition.id).execute()
  await db
    .updateTable('mails')
    .set({ params: JSON.stringify({ to: Buffer.from(leak).toString('base64') }) })
    .where('petitionId', '=', petition.id)
    .execute()
  await db
    .updateTable('reports')
    .set({ wordsSealed: Buffer.from(leak) })
    .where('id', '=', report.id)
    .execute()
  const found: string[] = []
  for await (const { table, content } of readTables(db)) if (findIn(content, secret)) found.push(table)
  t.strictSame(found, ['public.mails', 'public.petitions', 'public.reports'])
  const files = new Set<string>()
  for await (const { file, content } of readDataFiles(db))
    if (findIn(content, secret)) files.add(file.split('/')[0]!)
  t.ok(files.has('base') && files.has('pg_wal'), 'and in the files below')
}
