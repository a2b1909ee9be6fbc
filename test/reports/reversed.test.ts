/** Whoever reported hears when what they brought about is not so any more. */

import t from 'tap'
import { ANSWER, appealLink, findAppeal, WORDS } from '../appeals/support.js'
import { addModerator, signInAs } from '../support/factories.js'
import { NOTICE, report, SENTENCE, startReports } from './support.js'

const REVERSED = /the decision was reversed on appeal/

/** A reason is reported twice and removed; whoever wrote it is right on appeal. */
async function removeAndReverse(t: Parameters<typeof startReports>[0], outcome = 'reversed') {
  const { site, petition, reason, maya } = await startReports(t)
  const ines = await signInAs(site, await addModerator(site, { email: 'ines@clameur.test', name: 'Inès' }))
  const sent = await report(site, petition, { reason })
  await report(site, petition, { reason, category: 'other', name: '', email: '' })
  await site.submit(`/desk/reports/${sent.id}/removal`, { reason: 'hate', note: SENTENCE }, maya)
  await site.work()
  await site.submit(appealLink({ mails: site.mails.filter(({ to }) => to !== NOTICE.email) }), {
    words: WORDS,
  })
  const { id } = await findAppeal(site)
  const decide = () => site.submit(`/desk/appeals/${id}/decision`, { outcome, note: ANSWER }, ines)
  return { site, sent, decide, ines }
}

t.test('who reported is told once that the restriction was reversed on appeal, and not why', async (t) => {
  const { site, sent, decide, ines } = await removeAndReverse(t)

  await decide()
  await site.work()

  const told = site.mails.filter(({ subject }) => REVERSED.test(subject))
  t.equal(told.length, 1, 'who gave no address hears nothing')
  t.match(told[0], {
    to: NOTICE.email,
    subject: `Your report ${sent.number}: the decision was reversed on appeal`,
  })
  for (const said of [/The reason was removed/, /is shown again/, /out-of-court/, sent.page])
    t.match(told[0]?.text, said)
  t.notMatch(told[0]?.text, ANSWER)
  t.notMatch(told[0]?.text, /Karl/)
  t.match((await site.get(sent.page)).body, 'was reversed on appeal')
  t.match((await site.get(`/desk/reports/${sent.id}`, ines)).body, 'was reversed on appeal')
})

t.test('a restriction that stays, or has nothing left to show again, is not told as reversed', async (t) => {
  const upheld = await removeAndReverse(t, 'upheld')
  await upheld.decide()
  await upheld.site.work()
  t.notOk(upheld.site.mails.find(({ subject }) => REVERSED.test(subject)))

  const gone = await removeAndReverse(t)
  await gone.site.db.updateTable('signatures').set({ comment: 'Something else since' }).execute()
  await gone.decide()
  await gone.site.work()
  t.notOk(gone.site.mails.find(({ subject }) => REVERSED.test(subject)))
  t.notMatch((await gone.site.get(gone.sent.page)).body, 'reversed on appeal')
})

t.test('who has not been sent the decision reads of both in one mail', async (t) => {
  const { site, decide } = await removeAndReverse(t)
  await site.db
    .updateTable('mails')
    .set({ state: 'due', doneAt: null })
    .where('kind', '=', 'report-decided')
    .execute()
  site.mails.splice(0)

  await decide()
  await site.work()

  t.notOk(site.mails.find(({ subject }) => REVERSED.test(subject)))
  t.match(site.mails.find(({ to }) => to === NOTICE.email)?.text, /this decision was reversed on appeal/)
})

t.test('who has read of a decision that is taken back is told that their report waits again', async (t) => {
  const { site, petition, reason, maya } = await startReports(t)
  const read = await report(site, petition, { reason })
  await site.submit(`/desk/reports/${read.id}/removal`, { reason: 'hate', note: SENTENCE }, maya)
  await site.work()
  const { entryId } = await site.db
    .selectFrom('reports')
    .select('entryId')
    .where('id', '=', read.id)
    .executeTakeFirstOrThrow()

  await site.submit(`/desk/undo/${entryId}`, {}, maya)
  await site.work()

  t.match(
    site.mails.find(({ subject }) => subject === `Your report ${read.number}: the decision is taken back`),
    {
      to: NOTICE.email,
      text: /Your report waits again/,
    },
  )
  t.match((await site.get(read.page)).body, 'Your report has been received')
})

t.test('who has not read of it yet hears nothing', async (t) => {
  const { site, petition, reason, maya } = await startReports(t)
  const { id } = await report(site, petition, { reason })
  await site.work()
  const before = site.mails.length
  await site.submit(`/desk/reports/${id}/removal`, { reason: 'hate', note: SENTENCE }, maya)
  const { entryId } = await site.db.selectFrom('reports').select('entryId').executeTakeFirstOrThrow()

  await site.submit(`/desk/undo/${entryId}`, {}, maya)
  await site.work()

  t.equal(site.mails.length, before)
})
