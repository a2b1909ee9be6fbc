/** Reports, appeals, fraud, mails that come back, the desk's own people, and petitions that never open. */

import sharp from 'sharp'
import { dayOf } from '../../../src/petitions/days.js'
import { handlersFor } from '../../../src/worker.js'
import { signedHeaders } from '../../bounces/told.js'
import { makeAuthenticator } from '../../support/authenticator.js'
import { fillIn, startDraft } from '../../support/launch.js'
import { until } from '../../support/queues.js'
import { linkIn } from '../../support/sign-in.js'
import { address, type Cookie, dossierOf, hidden, launch, SECRET, shown, type Walk } from './open.js'

const SENTENCE = 'These words call for violence against a village.'

/** Somebody reports a reason; it is taken away; its writer contests that. */
export async function reportAndAppeal(walk: Walk): Promise<void> {
  const { t, door, db, mailServer, petition, moderator } = walk
  const reason = await db
    .selectFrom('signatures')
    .select('id')
    .where('comment', '=', 'Because gil reads')
    .executeTakeFirstOrThrow()
  const notice = {
    category: 'hate',
    law: `Article ${SECRET}`,
    where: `Where it names ${hidden('Rosa')}`,
    explanation: `I am ${hidden('Rosa')} at ${address('reporter')}, and it calls for violence.`,
    name: hidden('Rosa'),
    email: address('reporter'),
    good_faith: 'on',
    reason: String(reason.id),
  }
  const reports = `/petitions/${petition.slug}/reports`
  t.equal((await door.submit(reports, { ...notice, email: SECRET })).statusCode, 422)
  const receipt = await door.submit(reports, notice)
  t.equal(receipt.statusCode, 303)
  t.equal((await door.submit(reports, { ...notice, reason: '' })).statusCode, 303)
  const [report, kept] = await db.selectFrom('reports').select('id').orderBy('id').execute()
  t.match((await door.get(`/desk/reports/${report!.id}`, moderator)).body, hidden('Rosa'))
  const removal = { reason: 'hate', note: SENTENCE }
  t.equal((await door.submit(`/desk/reports/${report!.id}/removal`, removal, moderator)).statusCode, 303)
  t.equal(
    (await door.submit(`/desk/reports/${kept!.id}/keeping`, { note: SENTENCE }, moderator)).statusCode,
    303,
  )
  await mailServer.mailTo(address('reporter'))
  t.equal((await door.get(receipt.headers.location as string)).statusCode, 200)
  const statement = await mailServer.mailTo(address('gil'), ({ text }) => text.includes('/appeals/'))
  const words = `I, ${hidden('Gil')}, at ${address('gil')}, meant nothing of the kind.`
  t.equal((await door.submit(linkIn(statement, '/appeals/'), { words })).statusCode, 303)
  const appeal = await db.selectFrom('appeals').select('id').executeTakeFirstOrThrow()
  t.match((await door.get(`/desk/appeals/${appeal.id}`, moderator)).body, address('gil'))
}

/** The rules look at a crowd that came within a day, whose addresses differ in their digits; one rule is to rest. */
export async function lookForFraud({ t, door, service, moderator }: Walk): Promise<void> {
  service.wait(21_000)
  await handlersFor(service.deps).detection()
  t.match((await door.get('/desk/alerts', moderator)).body, 'Addresses in a sequence', 'the desk is told')
  const why = { note: 'A school signs with its whole staff this week.' }
  t.equal((await door.submit('/desk/rules/same-name/pause', why, moderator)).statusCode, 303)
  const day = dayOf(service.deps.clock.now(), 'Europe/Paris')
  const dispute = { body: 'A certified body', about: 'The first report', submitted_on: day }
  t.equal((await door.submit('/desk/disputes', dispute, moderator)).statusCode, 303)
}

/** A moderator looks for a name, sets signatures aside, removes them, and is objected to. */
export async function setAside(walk: Walk): Promise<void> {
  const { t, door, db, mailServer, petition, moderator } = walk
  await door.submit(`${petition.desk}/name-searches`, { pattern: hidden('jun') }, moderator)
  const searchDone = () => db.selectFrom('nameSearches').where('state', '=', 'done').select('id').execute()
  await until('the search is done', async () => (await searchDone()).length > 0)
  const { id: searchId } = (await searchDone())[0]!
  const asked = { names: String(searchId), reason: 'invented' }
  const made = await door.submit(`${petition.desk}/quarantines`, asked, moderator)
  t.equal(made.statusCode, 303)
  const quarantine = String(made.headers.location)
  const decide = async (path: string, fields: Record<string, string>) => {
    await until('what was decided is done', async () => {
      const due = await db.selectFrom('quarantineActs').where('state', '=', 'due').select('id').execute()
      return due.length === 0
    })
    const query = fields.objected ? '?objected=on' : ''
    const page = (await door.get(`${quarantine}/${path}${query}`, moderator)).body
    const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? ''
    return door.submit(`${quarantine}/${path}`, { ...fields, seen }, moderator)
  }
  t.equal((await decide('removal', { reason: 'not-theirs' })).statusCode, 303)
  await mailServer.mailTo(address('jun'), ({ text }) => text.includes('We may be wrong'))
  t.equal((await door.submit(`${walk.links.get('jun')}/objection`)).statusCode, 303)
  t.equal((await decide('restoration', { objected: 'on', reason: 'objection' })).statusCode, 303)
}

/** A provider tells of mails that came back, and of one that was called unwanted. */
export async function hearOfMails(walk: Walk): Promise<void> {
  const { t, door, service } = walk
  for (const [index, event] of [
    { type: 'bounce', recipient: address('fay'), status: '5.1.1', diagnostic: `550 No ${address('fay')}` },
    { type: 'complaint', recipient: address('gil') },
    { type: 'bounce', recipient: `${SECRET}@`, status: '4.2.2' },
  ].entries()) {
    const payload = JSON.stringify(event)
    const headers = signedHeaders(payload, service.deps.clock.now(), { id: `event-${index}` })
    const answer = await door.app.inject({
      method: 'POST',
      url: '/webhooks/mail/generic',
      payload: Buffer.from(payload),
      headers,
    })
    t.equal(answer.statusCode, 200)
  }
}

/** Somebody is invited to the desk, comes, and registers a passkey. */
export async function inviteToTheDesk(walk: Walk): Promise<void> {
  const { t, door, mailServer, moderator, service } = walk
  const person = { email: address('reviewer'), name: shown('Zoe'), role: 'reviewer' }
  t.equal((await door.submit('/desk/people', person, moderator)).statusCode, 303)
  const invitation = await mailServer.mailTo(person.email)
  const opened = await door.submit(linkIn(invitation, '/account/sign-in/'))
  const { name, value } = opened.cookies.find((one) => one.name === 'clameur_session')!
  const session: Cookie = { cookie: `${name}=${value}` }
  const options = JSON.parse((await door.submit('/account/passkeys/challenges', {}, session)).body)
  const answer = makeAuthenticator(service.url).register(options)
  const registered = await door.submit('/account/passkeys', { answer, name: 'Blue key' }, session)
  t.equal(registered.statusCode, 303)
  await door.submit('/account/passkeys/challenges', {}, session)
}

/** A draft that nobody sends in, with its picture; a petition that is refused; an account that is limited. */
export async function launchInVain(walk: Walk): Promise<void> {
  const { t, door, moderator } = walk
  const file = await sharp({ create: { width: 800, height: 500, channels: 3, background: '#c8281a' } })
    .png()
    .toBuffer()
  const draft = await startDraft(door, { title: 'Mend the bridge' })
  await fillIn(door, draft, {
    name: shown('Sami'),
    email: address('drafter'),
    maker_name: shown('Paul'),
    maker_email: address('prefect'),
    file,
    alt: 'A bridge',
  })
  const refused = await launch(walk, {
    title: 'Build a wall',
    email: address('rival'),
    maker_email: address('king'),
  })
  const decision = { reason: 'out-of-scope', note: 'Nobody who is asked can decide about it.', sure: 'on' }
  t.equal((await door.submit(`${refused.desk}/refusal`, decision, moderator)).statusCode, 303)
  const limit = { reason: 'abuse', note: 'The third of the same kind within one day.', days: '7' }
  await door.submit(`${refused.desk}/limit`, limit, moderator)
}

/** News of the campaigner, a way out of them, a withdrawal, and the end. */
export async function writeAndClose(walk: Walk): Promise<void> {
  const { t, door, mailServer, links, petition, campaigner, moderator } = walk
  const studio = `/account/petitions/${petition.slug}`
  await door.submit(`${studio}/updates`, { title: '', body: 'x' }, campaigner)
  const news = { title: 'We met the mayor', body: 'She listened.', act: 'publish' }
  t.equal((await door.submit(`${studio}/updates`, news, campaigner)).statusCode, 303)
  await mailServer.mailTo(address('fay'), ({ subject }) => subject === news.title)
  const letter = await mailServer.mailTo(address('eli'), ({ subject }) => subject === news.title)
  const stop = new URL(/<(http[^>]+)>/.exec(letter.headers['list-unsubscribe'] ?? '')![1]!).pathname
  t.equal((await door.submit(stop, { 'List-Unsubscribe': 'One-Click' })).statusCode, 200)
  t.equal((await door.submit(`${links.get('dora')}/withdrawal`)).statusCode, 303)
  await door.submit(`${petition.desk}/notes`, { remark: 'Looked at again.' }, moderator)
  await door.submit(`${petition.desk}/lock`, {}, moderator)
}

export async function close(walk: Walk): Promise<void> {
  const { t, door, mailServer, petition, campaigner } = walk
  const closing = { as: 'victory', statement: 'It opens again. Thank you.', confirmed: 'on' }
  t.equal(
    (await door.submit(`/account/petitions/${petition.slug}/closing`, closing, campaigner)).statusCode,
    303,
  )
  await mailServer.mailTo(address('cleo'), ({ text }) => text.includes(closing.statement))
  await door.work()
  await askAgain(walk)
}

/** What lives for minutes: asked for once more, since the clock was moved on. */
async function askAgain(walk: Walk): Promise<void> {
  const { t, door, moderator } = walk
  t.equal((await door.submit(`${await dossierOf(walk)}/codes`)).statusCode, 303)
  t.equal((await door.submit('/account/passkeys/challenges', {}, moderator)).statusCode, 200)
}
