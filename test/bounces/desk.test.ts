/** What the desk sees of mails that come back: numbers, one address at a time, and decision-makers who are not reached. */

import t from 'tap'
import type { SuppressionKind } from '../../src/database/tables.js'
import { recordMailEvent } from '../../src/mail/events.js'
import { fingerprintAddress, suppress } from '../../src/mail/suppressions.js'
import { sign } from '../signatures/support.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

async function open(site: TestSite): Promise<{ cookie: string }> {
  return signInAs(site, await addModerator(site))
}

async function mark(site: TestSite, email: string, kind: SuppressionKind): Promise<void> {
  const fingerprint = (await fingerprintAddress(site.deps, email))!
  await suppress(site.db, { fingerprint, kind, source: 'test', at: site.deps.clock.now() })
}

t.test('the page of mails is the desk’s alone', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const campaigner = await signInAs(site, { id: petition.accountId! })

  t.equal((await site.get('/desk/mail')).statusCode, 303)
  t.equal((await site.get('/desk/mail', campaigner)).statusCode, 403)
  t.equal((await site.submit('/desk/mail/lifting', { email: 'ada@example.com' }, campaigner)).statusCode, 403)
})

t.test('it shows what left, what came back and what was held back, a day at a time', async (t) => {
  const site = await startSite(t)
  const cookie = await open(site)
  const petition = await addPetition(site)
  await mark(site, 'gone@example.com', 'hard')
  await sign(site, petition.slug)
  await sign(site, petition.slug, { email: 'gone@example.com' })
  await site.work('confirmation-mails')
  await recordMailEvent(site.deps, { source: 'dsn', id: '1', kind: 'hard' })
  await recordMailEvent(site.deps, { source: 'dsn', id: '2', kind: 'refused' })
  await recordMailEvent(site.deps, { source: 'ses', id: '3', kind: 'complaint' })

  const { body } = await site.get('/desk/mail', cookie)

  t.match(body.replace(/\s+/g, ' '), /<td class="num">1<\/td>(<td class="num">1<\/td>){4}/)
  t.match(body, 'Nobody tells us what comes back after it was accepted')
})

t.test('it says by which ways answers come in', async (t) => {
  const site = await startSite(t, {
    RETURN_PATH: 'bounces@mail.clameur.example',
    MAIL_WEBHOOK_SECRET_POSTMARK: 'a-secret-of-postmark-0123456789',
  })

  const { body } = await site.get('/desk/mail', await open(site))

  t.match(body, 'bounces@mail.clameur.example, Postmark')
  t.notMatch(body, 'a-secret-of-postmark')
})

t.test(
  'an address is looked up and let go again, with a line in the log that does not name it',
  async (t) => {
    const site = await startSite(t)
    const cookie = await open(site)
    await mark(site, 'ada@example.com', 'hard')

    t.match(
      (await site.submit('/desk/mail/address', { email: 'eve@example.com' }, cookie)).body,
      'Nothing is held back',
    )
    const looked = await site.submit('/desk/mail/address', { email: ' ADA@example.com ' }, cookie)
    t.equal(looked.statusCode, 200)
    t.match(looked.body, 'Nobody could be reached there')
    const lifted = await site.submit('/desk/mail/lifting', { email: 'ada@example.com' }, cookie)
    t.equal(lifted.headers.location, '/desk/mail?done=lifted')
    t.match((await site.get('/desk/mail?done=lifted', cookie)).body, 'Mails go there again')

    t.strictSame(await site.db.selectFrom('suppressions').selectAll().execute(), [])
    const entries = await site.db.selectFrom('auditEntries').selectAll().execute()
    t.match(entries, [{ act: 'address-lifted', petitionId: null }])
    t.notMatch(JSON.stringify(entries), 'ada')
    t.match((await site.get('/desk/log', cookie)).body, 'Mails to a marked address let go again')
    const again = await site.submit('/desk/mail/lifting', { email: 'ada@example.com' }, cookie)
    t.equal(again.headers.location, '/desk/mail?done=late')
    t.equal((await site.db.selectFrom('auditEntries').selectAll().execute()).length, 1)
  },
)

t.test('a complaint is taken back by its owner alone', async (t) => {
  const site = await startSite(t)
  const cookie = await open(site)
  await mark(site, 'ada@example.com', 'complaint')

  const unsure = await site.submit('/desk/mail/lifting', { email: 'ada@example.com' }, cookie)
  t.equal(unsure.statusCode, 422)
  t.match(unsure.body, 'only its owner can take a complaint back')
  t.equal((await site.db.selectFrom('suppressions').selectAll().execute()).length, 1)

  const sure = await site.submit('/desk/mail/lifting', { email: 'ada@example.com', sure: 'on' }, cookie)
  t.equal(sure.headers.location, '/desk/mail?done=lifted')
})

t.test('what is no address comes back with what was typed', async (t) => {
  const site = await startSite(t)
  const cookie = await open(site)

  for (const path of ['address', 'lifting']) {
    t.equal((await site.submit(`/desk/mail/${path}`, {}, cookie)).statusCode, 422)
    const answer = await site.submit(`/desk/mail/${path}`, { email: 'ada at home' }, cookie)
    t.equal(answer.statusCode, 422)
    t.match(answer.body, 'value="ada at home"')
    t.equal((await site.get(`/desk/mail/${path}`, cookie)).statusCode, 303)
  }
})

t.test('a decision-maker whose notice comes back is shown, and told at the right address', async (t) => {
  const site = await startSite(t)
  const cookie = await open(site)
  const petition = await addPetition(site)
  const campaigner = await signInAs(site, { id: petition.accountId! })
  await site.work('decision-maker-notices')
  const mail = await site.db
    .selectFrom('mails')
    .select('id')
    .where('decisionMakerId', 'is not', null)
    .executeTakeFirstOrThrow()
  t.notMatch((await site.get(`/account/petitions/${petition.slug}`, campaigner)).body, 'came back')

  await recordMailEvent(site.deps, { source: 'dsn', id: 'x', kind: 'hard', mailId: mail.id })

  const studio = await site.get(`/account/petitions/${petition.slug}`, campaigner)
  t.match(studio.body, 'nobody has the address you gave')
  t.match((await site.get(`/desk/petitions/${petition.id}`, cookie)).body, 'nobody has this address')
  const page = (await site.get('/desk/mail', cookie)).body
  const form = /action="([^"]*\/desk\/mail\/recipients\/\d+)"/.exec(page)![1]!
  const path = new URL(form, 'https://clameur.test').pathname

  const wrong = await site.submit(path, { email: 'mayor' }, cookie)
  t.equal(wrong.statusCode, 422)
  t.match(wrong.body, 'value="mayor"')
  const done = await site.submit(path, { email: 'cabinet@city.example' }, cookie)
  t.equal(done.headers.location, '/desk/mail?done=corrected')
  await site.work('decision-maker-notices')

  t.equal(site.mails.at(-1)!.to, 'cabinet@city.example')
  t.notMatch((await site.get(`/account/petitions/${petition.slug}`, campaigner)).body, 'came back')
  t.notMatch((await site.get('/desk/mail', cookie)).body, 'Decision-makers who are not reached')
  t.match((await site.get(`/desk/log?petition=${petition.id}`, cookie)).body, 'address corrected')
  t.equal((await site.submit(path, { email: 'other@city.example' }, cookie)).statusCode, 404)
})

t.test('machines read how the mails fare', async (t) => {
  const site = await startSite(t)
  await mark(site, 'gone@example.com', 'hard')
  await recordMailEvent(site.deps, { source: 'dsn', id: '1', kind: 'unreadable' })

  const { body } = await site.get('/metrics')

  t.match(body, 'clameur_suppressed_addresses{kind="hard"} 1')
  t.match(body, 'clameur_mail_events{kind="unreadable",source="dsn"} 1')
  t.match(body, 'clameur_mails{state="sent"} 0')
})
