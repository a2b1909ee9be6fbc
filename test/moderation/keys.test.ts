/** The desk by keyboard, in a real browser; and that it fits, and reads, with and without script. */

import t from 'tap'
import { SESSION_COOKIE } from '../../src/accounts/sessions.js'
import { checkAccessibility, checkFits, DESK, openPage, PHONE, startBrowser } from '../support/browser.js'
import { doorOf } from '../support/door.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { startService } from '../support/service.js'

t.test('two letters walk through what waits, one ticks, one opens, one tells them', async (t) => {
  const service = await startService(t)
  const site = doorOf(service)
  for (const title of [
    'Keep the first library open',
    'Keep the second library open',
    'Keep the third library open',
  ])
    await addPetition(site, { state: 'submitted', openedAt: null, title })
  const { cookie } = await signInAs(site, await addModerator(site))
  const session = { name: SESSION_COOKIE, value: cookie.slice(cookie.indexOf('=') + 1), url: service.url }
  const browser = await startBrowser(t)
  const open = async (options: { javaScriptEnabled?: boolean; locale: string; viewport: typeof DESK }) => {
    const page = await openPage(t, browser, { baseURL: service.url, ...options })
    await page.context().addCookies([session])
    await page.goto('/desk')
    return page
  }

  const page = await open({ locale: 'en-GB', viewport: DESK })
  const focused = () => page.evaluate('document.activeElement.textContent') as Promise<string>
  await page.keyboard.press('j')
  t.match(await focused(), 'first library')
  await page.keyboard.press('j')
  t.match(await focused(), 'second library')
  await page.keyboard.press('k')
  t.match(await focused(), 'first library')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  t.equal(await page.locator('.queue input:checked').count(), 1)
  t.match(await page.locator('.queue li:has(input:checked)').textContent(), 'second library')
  await page.keyboard.press('?')
  t.ok(await page.locator('#keys[open] kbd').first().isVisible(), 'the help tells all of them')
  await page.keyboard.press('?')

  const field = page.locator('main textarea, main input[type=text], main input[type=search]').first()
  if (!(await field.isVisible())) await page.locator('main details:has(textarea) > summary').first().click()
  await field.fill('')
  await field.press('x')
  t.equal(await field.inputValue(), 'x', 'who writes a letter writes a letter')
  t.equal(await page.locator('.queue input:checked').count(), 1)

  await page.locator('.queue li a').nth(0).focus()
  await Promise.all([page.waitForURL(/\/desk\/petitions\/\d+/), page.keyboard.press('o')])
  t.match(await page.textContent('h1'), 'first library')

  const plain = await open({ locale: 'fr-FR', viewport: PHONE, javaScriptEnabled: false })
  for (const path of ['/desk', '/desk/figures', '/desk/appeals', '/desk/reports']) {
    await plain.goto(path)
    await checkAccessibility(t, plain)
    await checkFits(t, plain)
  }
})
