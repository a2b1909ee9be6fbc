/** Every page of the desk with something on it, as a browser shows it: narrow and wide, light and dark, no script. */

import t from 'tap'
import { SESSION_COOKIE } from '../../src/accounts/sessions.js'
import { WORDS } from '../appeals/support.js'
import { report, SENTENCE } from '../reports/support.js'
import { checkAccessibility, checkFits, openPage, PHONE, startBrowser } from '../support/browser.js'
import { addConfirmed } from '../support/confirmed.js'
import { doorOf } from '../support/door.js'
import { addModerator, addPetition, addReply, signInAs } from '../support/factories.js'
import { startService } from '../support/service.js'
import type { TestSite } from '../support/site.js'

const LAW = 'Loi du 29 juillet 1881 sur la liberté de la presse, article 24'

/** Something in every queue, and of every decision one. @returns the addresses to look at. */
async function fillDesk(site: TestSite, ada: { cookie: string }): Promise<string[]> {
  const waiting = await addPetition(site, { state: 'submitted', openedAt: null, title: 'Open the pool' })
  const refused = await addPetition(site, { state: 'submitted', openedAt: null, title: 'No cars at all' })
  const open = await addPetition(site)
  await addConfirmed(site, open, [{ name: 'Karl Brandt', shownName: 'Karl', comment: 'Burn it.' }])
  const { id: reason } = await site.db.selectFrom('signatures').select('id').executeTakeFirstOrThrow()
  const reply = await addReply(site, open)
  const reported = await report(site, open)
  const removed = await report(site, open, { reason: String(reason) })
  const kept = await report(site, open, { category: 'misleading' })
  const why = { reason: 'hate', law: LAW, note: SENTENCE, sure: 'on' }
  await site.submit(`/desk/petitions/${waiting.id}/lock`, { act: 'take' }, ada)
  await site.submit(`/desk/petitions/${waiting.id}/notes`, { remark: 'Their third one this week.' }, ada)
  await site.submit(`/desk/petitions/${refused.id}/refusal`, why, ada)
  const limit = { reason: 'abuse', days: '30', note: SENTENCE }
  await site.submit(`/desk/petitions/${refused.id}/limit`, limit, ada)
  await site.submit(`/desk/reports/${removed.id}/removal`, why, ada)
  const bulk = await site.submit('/desk/bulk/keeping', { ticked: [String(kept.id)], note: SENTENCE }, ada)
  await site.submit('/desk/rules/same-name/pause', { note: SENTENCE }, ada)
  const { page } = kept
  const contest = /href="(\/appeals\/[^"?]+)/.exec((await site.get(page)).body)![1]!
  await site.submit(contest, { words: WORDS })
  const { id: appeal } = await site.db.selectFrom('appeals').select('id').executeTakeFirstOrThrow()
  return [
    '/desk',
    `/desk/petitions/${waiting.id}`,
    `/desk/petitions/${refused.id}`,
    `/desk/replies/${reply.id}`,
    '/desk/reports',
    `/desk/reports/${reported.id}`,
    `/desk/reports/${removed.id}`,
    '/desk/appeals',
    `/desk/appeals/${appeal}`,
    '/desk/alerts',
    '/desk/quarantines',
    '/desk/figures',
    '/desk/log',
    '/desk/people',
    '/desk/rules',
    '/desk/settings',
    '/desk/disputes',
    bulk.headers.location as string,
    `/petitions/${open.slug}/reports/new`,
    page,
    contest,
    '/transparency/refusals',
    `/transparency/${new Date().getUTCFullYear()}`,
  ]
}

t.test('every page of the desk fits a phone and can be read by everyone, without script', async (t) => {
  const service = await startService(t)
  const site = doorOf(service)
  const ada = await signInAs(site, await addModerator(site, { role: 'administrator' }))
  const paths = await fillDesk(site, ada)
  const { cookie } = ada
  const session = { name: SESSION_COOKIE, value: cookie.slice(cookie.indexOf('=') + 1), url: service.url }
  const page = await openPage(t, await startBrowser(t), {
    baseURL: service.url,
    locale: 'fr-FR',
    viewport: PHONE,
    javaScriptEnabled: false,
  })
  await page.context().addCookies([session])

  for (const path of paths) {
    const answer = await page.goto(path)
    t.equal(answer?.status(), 200, path)
    await checkAccessibility(t, page)
    await checkFits(t, page)
  }
})
