/** What who is asked does on their page, and what becomes of it: dossier, reply, verdicts, promise, sample check. */

import { generateIdentity, identityToRecipient } from 'age-encryption'
import { addDays, dayOf } from '../../../src/petitions/days.js'
import { handlersFor } from '../../../src/worker.js'
import { pdfWith } from '../../support/pdf-attacks.js'
import { until } from '../../support/queues.js'
import { sendReply } from '../../support/reader.js'
import { linkIn } from '../../support/sign-in.js'
import { address, type Cookie, dossierOf, hidden, SECRET, shown, signInAgain, type Walk } from './open.js'

const DAY_MS = 86_400_000

export async function deliverAndReply(walk: Walk): Promise<void> {
  const { t, door, db, mailServer, petition, moderator, campaigner } = walk
  const maker = await dossierOf(walk)
  const studio = `/account/petitions/${petition.slug}`
  const contact = { contact: `${hidden('Nour')}\n${address('reach-me')}` }
  t.equal((await door.submit(`${studio}/contact`, contact, campaigner)).statusCode, 303)
  t.match((await door.get(maker)).body, address('reach-me'), 'who is asked may read it')
  const delivery = { act: 'now', confirmed: 'on' }
  t.equal((await door.submit(`${studio}/delivery`, delivery, campaigner)).statusCode, 303)
  t.equal((await door.submit(`${maker}/dossiers`)).statusCode, 303)
  await door.submit(`${maker}/seen`)
  await door.submit(`${maker}/acknowledgement`)
  await door.submit(`${maker}/rhythm`, { rhythm: 'weekly' })
  await door.submit(`${maker}/replies`, { body: 'x' })
  const reply = {
    body: 'The library opens again on Wednesdays, from the first of January.',
    signed_by: shown('Claire'),
    kind: 'accept',
    promise: 'Open on Wednesdays',
    promised_for: addDays(dayOf(walk.service.deps.clock.now(), 'Europe/Paris'), 100),
  }
  t.equal((await sendReply(door, maker, reply, pdfWith(''))).statusCode, 303)
  await until('the dossiers are made', async () => {
    const dossiers = await db.selectFrom('dossiers').select('state').execute()
    return dossiers.length > 1 && dossiers.every(({ state }) => state === 'ready')
  })
  const { id: dossier, timestamp } = await db
    .selectFrom('dossiers')
    .select(['id', 'timestamp'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  t.ok(timestamp, 'an authority was asked for the time')
  const asked = await door.get(`${maker}/dossiers/${dossier}/signatures.csv`)
  t.equal(asked.headers.location, `${maker}/code`, 'the link alone gives no names')
  t.equal((await door.submit(`${maker}/codes`)).statusCode, 303)
  const { subject } = await mailServer.mailTo(address('mayor'), (mail) => /\d{8}$/.test(mail.subject))
  const opened = await door.submit(`${maker}/code`, { code: /\d{8}$/.exec(subject)![0] })
  const reading = { cookie: String(opened.headers['set-cookie']).split(';')[0]! }
  const download = async (file: string) =>
    (await door.get(`${maker}/dossiers/${dossier}/${file}`, reading)).body
  const list = await download('signatures.csv')
  t.match(list, hidden('fay'), 'who receives the list reads who signed')
  t.notMatch(list, hidden('max'), 'but for who keeps their name from it')
  t.match(await download('paper.csv'), hidden('Olga'), 'and who signed on paper')
  const key = await identityToRecipient(await generateIdentity())
  t.equal((await door.submit(`${maker}/age-key`, { age_key: key })).statusCode, 303)
  t.match(await download('signatures.csv'), /^age-encryption\.org/, 'from now on nobody else could')
  await appointColleague(walk, maker, reading)

  const { id: replied } = await db.selectFrom('replies').select('id').executeTakeFirstOrThrow()
  t.equal((await door.submit(`/desk/replies/${replied}/publication`, {}, moderator)).statusCode, 303)
  const brought = await mailServer.mailTo(address('fay'), ({ text }) => text.includes('/verdicts'))
  const judging = linkIn(brought, '/signatures/').replace(/\?.*/, '')
  const verdict = { reply: String(replied), verdict: 'partly' }
  t.equal((await door.submit(judging, verdict)).statusCode, 303)
  const { id: outcome } = await db.selectFrom('outcomes').select('id').executeTakeFirstOrThrow()
  const word = { outcome: String(outcome), said: 'under-way', note: 'The door is painted.' }
  t.equal((await door.submit(`${studio}/outcomes/answers`, word, campaigner)).statusCode, 303)
}

/** A colleague reads with them, and is taken off again. */
async function appointColleague({ t, door, db, mailServer }: Walk, maker: string, reading: Cookie) {
  const colleague = { name: hidden('Paul'), email: address('paul') }
  t.equal((await door.submit(`${maker}/delegates`, { ...colleague, email: SECRET }, reading)).statusCode, 422)
  t.equal((await door.submit(`${maker}/delegates`, colleague, reading)).statusCode, 303)
  const theirs = linkIn(await mailServer.mailTo(address('paul')), '/dossiers/').replace(/\?.*/, '')
  t.match((await door.get(theirs)).body, hidden('Paul'))
  t.equal((await door.submit(`${theirs}/acknowledgement`)).statusCode, 303)
  const delegate = await db.selectFrom('delegates').select('id').executeTakeFirstOrThrow()
  t.equal((await door.submit(`${maker}/delegates/${delegate.id}/ending`)).statusCode, 303)
}

/** After withdrawals and erasures: the decision-maker strikes them, and says so. */
export async function strikeFromTheList(walk: Walk): Promise<void> {
  const { t, door } = walk
  const maker = await dossierOf(walk)
  const brief = (await door.get(maker)).body
  const strikes = /href="([^"]*withdrawals\.csv)"/.exec(brief)![1]!
  t.match((await door.get(strikes)).body, /,strike,/)
  t.equal((await door.get(`${strikes}.sig`)).statusCode, 200)
  const to = /name="to" value="(\d+)"/.exec(brief)![1]!
  t.equal((await door.submit(`${maker}/withdrawals`, { to })).statusCode, 303)
}

/** Twenty people are drawn and asked; the clock moves on by two days. */
export async function checkASample(walk: Walk): Promise<void> {
  const { t, door, db, service, mailServer } = walk
  const work = handlersFor(service.deps)
  const checks = `${await dossierOf(walk)}/sample-checks`
  service.wait(61_000)
  await work.log()
  const valueOn = addDays(dayOf(service.deps.clock.now(), 'Europe/Paris'), 1)
  const announced = { people: '20', announced: 'Winning numbers of the lottery', value_on: valueOn }
  t.equal((await door.submit(checks, announced)).statusCode, 303)
  service.wait(2 * DAY_MS)
  const value = { value: '7 12 23 31 44 / 5', source: 'https://lottery.example/draws' }
  t.equal((await door.submit(`${checks}/1/value`, value)).statusCode, 303)
  await work.upkeep()
  const people = () => db.selectFrom('sampleCheckPeople').select('mailId').execute()
  await until('people are drawn', async () => (await people()).length === 20)
  const asks = ({ text }: { text: string }) => text.includes('/sample-checks/q')
  await until('somebody is asked', () => mailServer.received.some(asks))
  const question = mailServer.received.find(asks)
  const path = linkIn(question, '/sample-checks/').replace(/\?.*/, '')
  t.equal((await door.submit(`${path}/answer`, { answer: 'yes' })).statusCode, 303)
  Object.assign(walk, await signInAgain(walk))
}
