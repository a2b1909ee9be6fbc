/**
 * After a whole journey nobody's address, and no name that its owner did not choose to show, stands in any column of
 * any table, in any log line, or in any file of the database server.
 */

import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { appointModerators } from '../../src/accounts/appoint.js'
import { doorOf } from '../support/door.js'
import { launchPetition } from '../support/launch.js'
import { hasRedis, ownRedis, until } from '../support/queues.js'
import { startService } from '../support/service.js'
import { linkIn, signIn } from '../support/sign-in.js'
import { findIn, readDataFiles, readRedis, readTables, shapesOf } from '../support/traces.js'

/** Digits and letters of a run: in every address, and in every name that nobody chose to show. */
const SECRET = `zq${randomBytes(7).toString('hex')}`
/** In what is shown: that it is found shows that the search finds. */
const SHOWN = `yw${randomBytes(7).toString('hex')}`

const address = (who: string) => `${who}.${SECRET}@mail-${SECRET}.example`
const hidden = (who: string) => `${who} ${SECRET}`
const shown = (who: string) => `${who} ${SHOWN}`

t.test('a whole journey leaves no address, and no name that was not to be shown', async (t) => {
  await walk(t, undefined)
})

t.test(
  'nor does it leave one in Redis, where Redis keeps the queues and the limits',
  { skip: !hasRedis && 'no Redis at hand' },
  async (t) => {
    const redis = await ownRedis(t)
    await walk(t, redis.url)

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

async function walk(t: Test, redisUrl: string | undefined): Promise<void> {
  const lines: string[] = []
  const service = await startService(
    t,
    { LOG_LEVEL: 'trace', ...(redisUrl ? { REDIS_URL: redisUrl } : {}) },
    { write: (line) => void lines.push(line) },
  )
  const { db, mailServer } = service
  const door = doorOf(service)
  const mailTo = (to: string) => mailServer.mailTo(to)
  await appointModerators(service.deps, [address('moderator')])
  mailServer.refuse = (to) => {
    if (to.startsWith('nobody')) return `550 No mailbox <${to}> here`
    if (to.startsWith('later')) return `451 Ask again for <${to}>`
    return undefined
  }

  const slug = await launchPetition(door, {
    title: `Reopen the library on Wednesdays`,
    name: shown('Nour'),
    email: address('campaigner'),
    maker_name: shown('Claire'),
    maker_email: address('mayor'),
  })
  const moderator = await signIn(door, address('moderator'))
  const petition = await db
    .selectFrom('petitions')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const desk = `/desk/petitions/${petition.id}`
  await door.submit(`${desk}/refusal`, { reason: 'none', note: 'no' }, moderator)
  t.equal((await door.submit(`${desk}/publication`, {}, moderator)).statusCode, 303)

  const page = `/petitions/${slug}/signatures`
  const sign = (who: string, more: Record<string, string> = {}) =>
    door.submit(page, { name: hidden(who), email: address(who), country: 'FR', postcode: '69007', ...more })
  async function openMine(email: string): Promise<{ cookie: string }> {
    await door.submit('/my-signatures', { email })
    const mail = await mailServer.mailTo(email, ({ text }) => /\/my-signatures\/[0-9a-f-]{36}/.test(text))
    const { cookies } = await door.submit(linkIn(mail, '/my-signatures/'))
    const { name, value } = cookies.find((one) => one.name === 'clameur_my_signatures')!
    return { cookie: `${name}=${value}` }
  }
  const people = ['ada', 'ben', 'cleo', 'dora', 'eli', 'fay', 'gil', 'hana', 'ivo', 'jun', 'kim']
  for (const who of people)
    t.equal((await sign(who, { updates: 'on', comment: `Because ${who} reads` })).statusCode, 303)
  await sign('lea', { name: shown('Lea'), show_name: 'on' })
  await sign('nobody')
  await sign('later')
  await sign('gmail', { email: `Dotted.${SECRET}+petitions@gmail.com` })
  await sign('ada', { email: address('ada').toUpperCase() })

  for (const [who, faults] of Object.entries<Record<string, string>>({
    formula: { name: `=HYPERLINK("${SECRET}")` },
    advertising: { name: `www.${SECRET}.com` },
    nowhere: { email: `${SECRET}@` },
    nulls: { name: `${SECRET}\0` },
    long: { name: SECRET.repeat(200) },
    country: { country: SECRET },
    postcode: { postcode: SECRET },
  }))
    t.ok((await sign(who, faults)).statusCode < 500, who)
  await door.get(`/petitions/${slug}?name=${SECRET}&q=${encodeURIComponent(address('ada'))}`)
  await door.get(`/petitions?q=${encodeURIComponent(hidden('Ada'))}`)
  await door.get(`/signatures/${SECRET}`)
  await door.get(`/${SECRET}%00`)
  await door.submit('/account/sign-in', { email: address('stranger'), return: '/account' })
  await door.submit('/account/sign-in', { email: `${SECRET} at home` })
  await door.app.inject({
    method: 'POST',
    url: page,
    payload: SECRET,
    headers: { 'content-type': 'text/csv' },
  })

  // A statement that fails on a row: PostgreSQL's error quotes the whole of it.
  await sql`alter table signatures add constraint broken check (postcode <> '69001')`.execute(db)
  t.equal((await sign('broken', { postcode: '69001' })).statusCode, 500)
  await sql`alter table signatures drop constraint broken`.execute(db)
  // One whose error quotes what it was given.
  await db
    .selectFrom('petitions')
    .select('id')
    .where(sql<boolean>`${address('given')}::int = 1`)
    .execute()
    .catch(() => {})

  const links = new Map<string, string>()
  for (const who of [...people, 'lea']) {
    const link = linkIn(await mailTo(address(who)), '/signatures/').replace(/\?.*/, '')
    links.set(who, link)
    if (who !== 'kim') t.equal((await door.submit(`${link}/confirmation`)).statusCode, 303)
  }
  await door.submit(`${links.get('ada')}/confirmation`)
  await sign('ada')
  await door.submit(`${links.get('ben')}/consents`, {
    name: SECRET,
    show_name: '',
    comment: 'Another reason',
  })
  await door.submit(`${links.get('cleo')}/device`, { remember: 'on' })
  await door.work()

  const maker = linkIn(await mailTo(address('mayor')), '/dossiers/').replace(/\?.*/, '')
  t.equal((await door.submit(`${maker}/dossiers`)).statusCode, 303)
  await door.submit(`${maker}/acknowledgement`)
  await door.submit(`${maker}/replies`, { body: 'x' })
  await door.submit(`${maker}/replies`, {
    body: 'The library opens again on Wednesdays, from the first of January.',
    signed_by: shown('Claire'),
    kind: 'accept',
  })
  await until('the dossiers are made', async () => {
    const dossiers = await db.selectFrom('dossiers').select('state').execute()
    return dossiers.length > 0 && dossiers.every(({ state }) => state === 'ready')
  })
  const { id: dossier } = await db
    .selectFrom('dossiers')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const asked = await door.get(`${maker}/dossiers/${dossier}/signatures.csv`)
  t.equal(asked.headers.location, `${maker}/code`, 'the link alone gives no names')
  t.equal((await door.submit(`${maker}/codes`)).statusCode, 303)
  const { subject } = await mailServer.mailTo(address('mayor'), (mail) => /\d{8}$/.test(mail.subject))
  const opened = await door.submit(`${maker}/code`, { code: /\d{8}$/.exec(subject)![0] })
  const reading = { cookie: String(opened.headers['set-cookie']).split(';')[0]! }
  const list = await door.get(`${maker}/dossiers/${dossier}/signatures.csv`, reading)
  t.match(list.body, hidden('fay'), 'who receives the list reads who signed')

  // A colleague reads with them, and is taken off again.
  const colleague = { name: hidden('Paul'), email: address('paul') }
  t.equal((await door.submit(`${maker}/delegates`, { ...colleague, email: SECRET }, reading)).statusCode, 422)
  t.equal((await door.submit(`${maker}/delegates`, colleague, reading)).statusCode, 303)
  const theirs = linkIn(await mailTo(address('paul')), '/dossiers/').replace(/\?.*/, '')
  t.match((await door.get(theirs)).body, hidden('Paul'))
  t.equal((await door.submit(`${theirs}/acknowledgement`)).statusCode, 303)
  const delegate = await db.selectFrom('delegates').select('id').executeTakeFirstOrThrow()
  t.equal((await door.submit(`${maker}/delegates/${delegate.id}/ending`)).statusCode, 303)
  const reply = await db.selectFrom('replies').select('id').executeTakeFirstOrThrow()
  t.equal((await door.submit(`/desk/replies/${reply.id}/publication`, {}, moderator)).statusCode, 303)

  const campaigner = await signIn(door, address('campaigner'))
  const studio = `/account/petitions/${slug}`
  await door.submit(`${studio}/updates`, { title: '', body: 'x' }, campaigner)
  const news = { title: 'We met the mayor', body: 'She listened.', act: 'publish' }
  t.equal((await door.submit(`${studio}/updates`, news, campaigner)).statusCode, 303)
  await mailServer.mailTo(address('fay'), ({ subject }) => subject === news.title)
  const letter = await mailServer.mailTo(address('eli'), ({ subject }) => subject === news.title)
  const stop = new URL(/<(http[^>]+)>/.exec(letter.headers['list-unsubscribe'] ?? '')![1]!).pathname
  t.equal((await door.submit(stop, { 'List-Unsubscribe': 'One-Click' })).statusCode, 200)
  t.equal((await door.submit(`${links.get('dora')}/withdrawal`)).statusCode, 303)

  // Struck from the list that the decision-maker has; they say that they did it.
  const brief = (await door.get(maker)).body
  const strikes = /href="([^"]*withdrawals\.csv)"/.exec(brief)![1]!
  t.match((await door.get(strikes)).body, /,strike,/)
  t.equal((await door.get(`${strikes}.sig`)).statusCode, 200)
  const to = /name="to" value="(\d+)"/.exec(brief)![1]!
  t.equal((await door.submit(`${maker}/withdrawals`, { to })).statusCode, 303)

  // Somebody reports a reason; it is taken away; its writer contests that.
  const reason = await db
    .selectFrom('signatures')
    .select('id')
    .where('comment', '=', 'Because gil reads')
    .executeTakeFirstOrThrow()
  const notice = {
    category: 'hate',
    law: `Article ${SECRET}`,
    explanation: `I am ${hidden('Rosa')} at ${address('reporter')}, and it calls for violence.`,
    name: hidden('Rosa'),
    email: address('reporter'),
    good_faith: 'on',
    reason: String(reason.id),
  }
  const reports = `/petitions/${slug}/reports`
  t.equal((await door.submit(reports, { ...notice, email: SECRET })).statusCode, 422)
  const receipt = await door.submit(reports, notice)
  t.equal(receipt.statusCode, 303)
  t.equal((await door.submit(reports, { ...notice, reason: '' })).statusCode, 303)
  const [report, kept] = await db.selectFrom('reports').select('id').orderBy('id').execute()
  t.match((await door.get(`/desk/reports/${report!.id}`, moderator)).body, hidden('Rosa'))
  const sentence = 'These words call for violence against a village.'
  const removal = { reason: 'hate', note: sentence }
  t.equal((await door.submit(`/desk/reports/${report!.id}/removal`, removal, moderator)).statusCode, 303)
  t.equal(
    (await door.submit(`/desk/reports/${kept!.id}/keeping`, { note: sentence }, moderator)).statusCode,
    303,
  )
  await mailTo(address('reporter'))
  t.equal((await door.get(receipt.headers.location as string)).statusCode, 200)
  const statement = await mailServer.mailTo(address('gil'), ({ text }) => text.includes('/appeals/'))
  const words = `I, ${hidden('Gil')}, at ${address('gil')}, meant nothing of the kind.`
  t.equal((await door.submit(linkIn(statement, '/appeals/'), { words })).statusCode, 303)
  const appeal = await db.selectFrom('appeals').select('id').executeTakeFirstOrThrow()
  t.match((await door.get(`/desk/appeals/${appeal.id}`, moderator)).body, address('gil'))

  // "My signatures": asked for, copied, corrected, moved to another address, erased.
  t.equal((await door.submit('/my-signatures', { email: `${SECRET}@` })).statusCode, 422)
  await door.submit('/my-signatures', { email: address('stranger') })
  const hana = await openMine(address('hana'))
  t.match((await door.get('/my-signatures/list', hana)).body, hidden('hana'))
  for (const file of ['my-signatures.json', 'signatures.csv', 'mails.csv'])
    t.equal((await door.get(`/my-signatures/copy/${file}`, hana)).statusCode, 200)
  t.equal((await door.submit('/my-signatures/name', { name: `=${SECRET}` }, hana)).statusCode, 422)
  t.equal((await door.submit('/my-signatures/name', { name: hidden('Hannah') }, hana)).statusCode, 303)
  t.equal((await door.submit('/my-signatures/address', { email: address('moved') }, hana)).statusCode, 303)
  const move = linkIn(
    await mailServer.mailTo(address('moved'), ({ text }) => text.includes('/my-signatures/address/')),
    '/my-signatures/address/',
  )
  t.equal((await door.submit(move)).statusCode, 200)
  const moved = await openMine(address('moved'))
  t.match((await door.get('/my-signatures/list', moved)).body, hidden('Hannah'))
  t.equal((await door.submit('/my-signatures/erasure', {}, await openMine(address('ivo')))).statusCode, 303)

  // A moderator looks for a name.
  await door.submit(`${desk}/name-searches`, { pattern: hidden('jun') }, moderator)
  await door.submit(`${desk}/hiding`, { reason: 'law', note: 'x' }, moderator)
  await door.submit(`${desk}/notes`, { remark: 'Looked at again.' }, moderator)
  const closing = { as: 'victory', statement: 'It opens again. Thank you.', confirmed: 'on' }
  t.equal((await door.submit(`${studio}/closing`, closing, campaigner)).statusCode, 303)
  await mailServer.mailTo(address('fay'), ({ text }) => text.includes(closing.statement))
  await door.work()

  const [secret, open] = [shapesOf(SECRET), shapesOf(SHOWN)]
  const seen = new Set<string>()
  for await (const { table, content } of readTables(db)) {
    t.equal(findIn(content, secret), undefined, `${table} holds none`)
    if (findIn(content, open)) seen.add(table)
  }
  for (const table of ['public.signatures', 'public.petitions', 'public.decision_makers'])
    t.ok(seen.has(table), `what is shown is found in ${table}`)

  const said = Buffer.from(lines.join(''))
  t.match(said.toString(), /"msg":"answered"/, 'the log was written, and down to the smallest event')
  t.match(said.toString(), /"msg":"a request failed"/)
  t.equal(findIn(said, secret), undefined, 'no log line holds one')

  const where = new Set<string>()
  for await (const { file, content } of readDataFiles(db)) {
    const found = findIn(content, secret)
    if (found) t.fail(`${file} holds one: ${found}`)
    if (findIn(content, open)) where.add(file.split('/')[0]!)
  }
  t.ok(where.has('base'), 'what is shown is found in the data files')
  t.ok(where.has('pg_wal'), 'and in the log of changes')
}
