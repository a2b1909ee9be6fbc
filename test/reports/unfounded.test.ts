/** Reports that are manifestly unfounded: a warning, and then a time in which those of the address wait. */

import t from 'tap'
import { forgetReporters, forgetWarnings } from '../../src/reports/upkeep.js'
import { ANSWER, appealLink, findAppeal, WORDS } from '../appeals/support.js'
import { addModerator, signInAs } from '../support/factories.js'
import { NOTICE, report, SENTENCE, startReports } from './support.js'

type Reports = Awaited<ReturnType<typeof startReports>>

const DAY_MS = 86_400_000

/** Sends a report, and finds it manifestly unfounded; its mails leave. */
async function warn({ site, petition, maya }: Reports, explanation: string) {
  const sent = await report(site, petition, { explanation })
  await site.submit(`/desk/reports/${sent.id}/keeping`, { note: SENTENCE, unfounded: 'on' }, maya)
  await site.work()
  site.wait(60_000)
  return sent
}

/** @returns the last of three, whose sender has gone on after a warning. */
async function warnThrice(reports: Reports) {
  await warn(reports, 'There is nothing to this first one.')
  await warn(reports, 'There is nothing to this second one.')
  return warn(reports, 'There is nothing to this third one.')
}

t.test('a report that is manifestly unfounded warns whoever sent it, and says how to contest', async (t) => {
  const reports = await startReports(t)
  const { site, maya } = reports

  const sent = await warn(reports, 'There is nothing to this first one.')

  const mail = site.mails.find(({ subject }) => subject === `Your report ${sent.number}: the decision`)
  for (const told of [
    SENTENCE,
    /Manifestly unfounded/i,
    /This is a warning/,
    /After 3 such reports within a year/,
    /wait for 90 days/,
    /https:\/\/clameur\.test\/appeals\//,
    /contest the decision by the link above and say so/,
  ])
    t.match(mail?.text, told)
  t.match((await site.get(sent.page)).body, 'found this report manifestly unfounded')
  const page = await site.get(`/desk/reports/${sent.id}`, maya)
  t.match(page.body, /Manifestly unfounded reports of this address<\/dt><dd>one within a year</)
  t.notMatch(page.body, 'Let their reports wait')
})

t.test('a report that stays without effect for another reason warns nobody', async (t) => {
  const { site, petition, maya } = await startReports(t)
  const sent = await report(site, petition)
  const unnamed = await report(site, petition, { category: 'other', name: '', email: '' })

  t.notMatch((await site.get(`/desk/reports/${unnamed.id}`, maya)).body, 'name="unfounded"')
  await site.submit(`/desk/reports/${sent.id}/keeping`, { note: SENTENCE }, maya)
  await site.submit(`/desk/reports/${unnamed.id}/keeping`, { note: SENTENCE, unfounded: 'on' }, maya)
  await site.work()

  t.notMatch(site.mails.at(-1)?.text, /warning|unfounded/)
  t.strictSame(await site.db.selectFrom('reports').select(['unfounded', 'reporterFingerprint']).execute(), [
    { unfounded: false, reporterFingerprint: null },
    { unfounded: false, reporterFingerprint: null },
  ])
})

t.test('a form that comes back keeps the tick', async (t) => {
  const { site, petition, maya } = await startReports(t)
  const { id } = await report(site, petition)

  const answer = await site.submit(`/desk/reports/${id}/keeping`, { note: 'Short', unfounded: 'on' }, maya)

  t.equal(answer.statusCode, 422)
  t.match(answer.body, /<input[^>]*name="unfounded"[^>]*checked/)
})

t.test('a decision that is taken back takes the warning with it', async (t) => {
  const { site, petition, maya } = await startReports(t)
  const { id } = await report(site, petition)
  await site.submit(`/desk/reports/${id}/keeping`, { note: SENTENCE, unfounded: 'on' }, maya)
  const { entryId } = await site.db.selectFrom('reports').select('entryId').executeTakeFirstOrThrow()

  await site.submit(`/desk/undo/${entryId}`, {}, maya)

  t.match(await site.db.selectFrom('reports').selectAll().executeTakeFirstOrThrow(), {
    state: 'received',
    unfounded: false,
    reporterFingerprint: null,
  })
})

t.test('nobody is suspended who was not warned first, however much they sent', async (t) => {
  const reports = await startReports(t)
  const { site, petition, maya } = reports
  const all = []
  for (const n of [1, 2, 3, 4])
    all.push(await report(site, petition, { explanation: `There is nothing to number ${n} of these.` }))
  for (const { id } of all)
    await site.submit(`/desk/reports/${id}/keeping`, { note: SENTENCE, unfounded: 'on' }, maya)
  await site.work()

  const page = await site.get(`/desk/reports/${all[3]!.id}`, maya)
  const answer = await site.submit(`/desk/reports/${all[3]!.id}/suspension`, { note: SENTENCE }, maya)

  t.notMatch(page.body, 'name="note"')
  t.equal(answer.statusCode, 409)
  t.match(answer.body, 'only after a warning')
  t.equal((await site.db.selectFrom('reporterSuspensions').selectAll().execute()).length, 0)
})

t.test('what a suspended address sends waits, and the page that answers it is the usual one', async (t) => {
  const reports = await startReports(t)
  const { site, petition, reason, maya } = reports
  const last = await warnThrice(reports)
  const page = await site.get(`/desk/reports/${last.id}`, maya)
  t.match(page.body, /Of 3 reports of this address still known here, 3 were manifestly unfounded/)

  const short = await site.submit(`/desk/reports/${last.id}/suspension`, { note: 'Enough.' }, maya)
  const answer = await site.submit(`/desk/reports/${last.id}/suspension`, { note: SENTENCE }, maya)
  const again = await site.submit(`/desk/reports/${last.id}/suspension`, { note: SENTENCE }, maya)
  await site.work()

  t.equal(short.statusCode, 422)
  t.match(short.body, 'Enough.</textarea>')
  t.equal(answer.headers.location, `/desk/reports/${last.id}?done=suspended`)
  t.match((await site.get(answer.headers.location as string, maya)).body, 'Their reports wait from now on')
  t.equal(again.statusCode, 409)
  const told = site.mails.at(-1)
  t.match(told, { to: NOTICE.email, subject: /^Your reports wait until / })
  for (const said of [SENTENCE, /after a warning/, /read afterwards/, /\/appeals\//, /free of charge/])
    t.match(told?.text, said)

  const usual = await report(site, petition, { reason, email: 'another@example.net' })
  const held = await report(site, petition, { reason, email: 'Ines.Zerbib@EXAMPLE.net' })
  const urgent = await report(site, petition, { reason, category: 'child-abuse' })
  await site.work()

  const strip = (html: string, { number }: { number: string }) => html.replaceAll(number, 'NUMBER')
  t.equal(strip((await site.get(held.page)).body, held), strip((await site.get(usual.page)).body, usual))
  const receipt = site.mails.find(({ subject }) => subject === `We have your report ${held.number}`)
  t.match(receipt?.text, /nobody reads it before/)
  t.match(receipt?.text, /\/appeals\//)
  const queue = (await site.get('/desk/reports', maya)).body
  t.match(queue, '2 reports wait')
  t.match(queue, `/desk/reports/${usual.id}"`)
  t.match(queue, `/desk/reports/${urgent.id}"`)
  t.notMatch(queue, `/desk/reports/${held.id}"`)
  t.match((await site.get('/desk', maya)).body, '>2 reports wait<')
  const aside = (await site.get('/desk/reports?held=on', maya)).body
  t.match(aside, `/desk/reports/${held.id}"`)
  t.notMatch(aside, `/desk/reports/${usual.id}"`)
  t.match((await site.get(`/desk/reports/${held.id}`, maya)).body, 'Held back until')

  site.wait(91 * DAY_MS)
  const later = await signInAs(site, reports.moderator)
  t.match((await site.get('/desk/reports', later)).body, `/desk/reports/${held.id}"`)
  const free = await report(site, petition, { explanation: 'This one comes when the time is over.' })
  t.equal(free.heldUntil, null)
})

t.test('of several who suspend at once one does', async (t) => {
  const reports = await startReports(t)
  const { site, maya } = reports
  const { id } = await warnThrice(reports)

  const answers = await Promise.all(
    [1, 2, 3].map(() => site.submit(`/desk/reports/${id}/suspension`, { note: SENTENCE }, maya)),
  )

  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [303, 409, 409])
  t.equal((await site.db.selectFrom('reporterSuspensions').selectAll().execute()).length, 1)
  const year = new Date().getUTCFullYear()
  t.match((await site.get(`/transparency/${year}.csv`)).body, `${year},reporter_suspensions,,1`)
  t.match((await site.get(`/transparency/${year}.csv`)).body, `${year},notices_unfounded,,3`)
})

t.test(
  'a suspension that is reversed on appeal brings up what it held back, and its owner is told',
  async (t) => {
    const reports = await startReports(t)
    const { site, petition, maya } = reports
    const ines = await signInAs(site, await addModerator(site, { email: 'ines@clameur.test', name: 'Inès' }))
    const { id } = await warnThrice(reports)
    await site.submit(`/desk/reports/${id}/suspension`, { note: SENTENCE }, maya)
    await site.work()
    const held = await report(site, petition, { explanation: 'This one waits until somebody decides.' })

    await site.submit(appealLink(site), { words: WORDS })
    const appeal = await findAppeal(site)
    t.match((await site.get(`/desk/appeals/${appeal.id}`, ines)).body, 'those held back come up now')
    await site.submit(`/desk/appeals/${appeal.id}/decision`, { outcome: 'reversed', note: ANSWER }, ines)
    await site.work()

    t.match((await site.get('/desk/reports', ines)).body, `/desk/reports/${held.id}"`)
    t.match(site.mails.at(-1), { to: NOTICE.email, text: /read at once again/ })
    const next = await report(site, petition, { explanation: 'This one does not wait any more.' })
    t.equal(next.heldUntil, null)
  },
)

t.test('a suspension can be taken back within minutes, before anyone is told', async (t) => {
  const reports = await startReports(t, { DECISION_DELAY: '60' })
  const { site, petition, maya } = reports
  await warn(reports, 'There is nothing to this first one.')
  await site.work()
  const third = await warnThrice(reports)
  await site.work()
  const told = site.mails.length
  await site.submit(`/desk/reports/${third.id}/suspension`, { note: SENTENCE }, maya)
  const { entryId } = await site.db
    .selectFrom('reporterSuspensions')
    .select('entryId')
    .executeTakeFirstOrThrow()
  t.match((await site.get(`/desk/reports/${third.id}`, maya)).body, `/desk/undo/${entryId}"`)

  await site.submit(`/desk/undo/${entryId}`, {}, maya)
  site.wait(120_000)
  await site.work()

  t.equal(site.mails.length, told)
  t.equal((await report(site, petition)).heldUntil, null)
})

t.test('the address is known by its fingerprint for a year, and the suspension until its end', async (t) => {
  const reports = await startReports(t)
  const { site, maya } = reports
  const { id } = await warnThrice(reports)
  await site.submit(`/desk/reports/${id}/suspension`, { note: SENTENCE }, maya)
  const known = async () => ({
    reports: (
      await site.db.selectFrom('reports').selectAll().where('reporterFingerprint', 'is not', null).execute()
    ).length,
    suspensions: (
      await site.db
        .selectFrom('reporterSuspensions')
        .selectAll()
        .where('reporterFingerprint', 'is not', null)
        .execute()
    ).length,
  })

  await forgetWarnings(site.deps)
  t.strictSame(await known(), { reports: 3, suspensions: 1 })
  site.wait(91 * DAY_MS)
  await forgetWarnings(site.deps)
  t.strictSame(await known(), { reports: 3, suspensions: 0 })
  site.wait(275 * DAY_MS)
  await forgetWarnings(site.deps)
  t.strictSame(await known(), { reports: 0, suspensions: 0 })
})

t.test('who is suspended is known to the desk for as long as they may contest it', async (t) => {
  const reports = await startReports(t)
  const { site } = reports
  const { id } = await warnThrice(reports)
  site.wait(100 * DAY_MS)
  const maya = await signInAs(site, reports.moderator)
  t.equal((await site.submit(`/desk/reports/${id}/suspension`, { note: SENTENCE }, maya)).statusCode, 303)
  const contact = () =>
    site.db.selectFrom('reports').select('contactSealed').where('id', '=', id).executeTakeFirstOrThrow()

  site.wait(100 * DAY_MS)
  await forgetReporters(site.deps)
  t.ok((await contact()).contactSealed)
  site.wait(90 * DAY_MS)
  await forgetReporters(site.deps)
  t.equal((await contact()).contactSealed, null)
})
