/** The page of mails in a real browser, on a phone and on a wide screen. */

import t from 'tap'
import { SESSION_COOKIE } from '../../src/accounts/sessions.js'
import { tellDecisionMakersLater } from '../../src/decision-makers/tell.js'
import { recordMailEvent } from '../../src/mail/events.js'
import { fingerprintAddress, suppress } from '../../src/mail/suppressions.js'
import { checkAccessibility, checkFits, DESK, openPage, PHONE, startBrowser } from '../support/browser.js'
import { doorOf } from '../support/door.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { startService } from '../support/service.js'

t.test('the page of mails fits, and can be used by everybody', async (t) => {
  const service = await startService(t, { RETURN_PATH: 'bounces@mail.clameur.example' })
  const site = doorOf(service)
  await addPetition(site, {
    title: 'Keep the library of the eighth district open on Wednesdays and on Sundays',
  })
  // At once, and not when the workers next look.
  await tellDecisionMakersLater(site.deps)
  await site.work()
  const mail = await site.db
    .selectFrom('mails')
    .select('id')
    .where('decisionMakerId', 'is not', null)
    .executeTakeFirstOrThrow()
  await recordMailEvent(site.deps, { source: 'dsn', id: '1', kind: 'hard', mailId: mail.id })
  const fingerprint = (await fingerprintAddress(site.deps, 'ada@example.com'))!
  await suppress(site.db, { fingerprint, kind: 'complaint', source: 'test', at: new Date() })
  const { cookie } = await signInAs(site, await addModerator(site))
  const browser = await startBrowser(t)

  for (const [locale, viewport] of [
    ['fr-FR', PHONE],
    ['en-GB', DESK],
  ] as const) {
    const page = await openPage(t, browser, {
      baseURL: service.url,
      locale,
      viewport,
      javaScriptEnabled: false,
    })
    await page
      .context()
      .addCookies([{ name: SESSION_COOKIE, value: cookie.slice(cookie.indexOf('=') + 1), url: service.url }])
    await page.goto('/desk/mail')
    await checkAccessibility(t, page)
    await checkFits(t, page)
    await page.fill('#email', 'ada@example.com')
    await page.click('form[action*="/desk/mail/address"] button')
    await checkAccessibility(t, page)
    await checkFits(t, page)
    await page.click('form[action*="/desk/mail/lifting"] button')
    t.ok(await page.isVisible('[data-errors]'), 'a complaint is not taken back by a slip')
    await checkAccessibility(t, page)
  }
})
