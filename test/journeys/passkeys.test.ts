/** Maya signs in at the desk with a real browser and its authenticator. */

import t from 'tap'
import { findFreePort } from '../../src/database/embedded.js'
import { checkAccessibility, checkFits, openPage, type Page, startBrowser } from '../support/browser.js'
import { doorOf } from '../support/door.js'
import { addModerator } from '../support/factories.js'
import { startService } from '../support/service.js'
import { askForLink } from '../support/sign-in.js'

const MAYA = 'maya@clameur.example'

/** Puts an authenticator into the browser that says yes at once, unless its person cannot be verified. */
async function plugIn(page: Page, { isUserVerified = true } = {}) {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'usb',
      hasUserVerification: true,
      isUserVerified,
      hasResidentKey: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    async unplug() {
      await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
    },
    async verify(isNow: boolean) {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: isNow })
    },
  }
}

t.test('a moderator registers a passkey, signs in with it, and ends a session elsewhere', async (t) => {
  const port = await findFreePort()
  const service = await startService(t, {
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    DESK_PASSKEYS: 'required',
  })
  const site = doorOf(service)
  await addModerator(service, { email: MAYA, role: 'administrator' })
  const browser = await startBrowser(t)
  const options = { baseURL: service.url }
  const page = await openPage(t, browser, options)
  const follow = async (on: Page) => {
    await on.goto(await askForLink(site, MAYA))
    await on.getByRole('button', { name: 'Sign in' }).click()
  }
  const laptop = await plugIn(page)

  await t.test('the first sign-in leads to registering, and the desk opens with it', async (t) => {
    await follow(page)
    await page.waitForURL('**/account/passkeys/new?**')
    await checkFits(t, page)
    await checkAccessibility(t, page)
    await page.getByLabel('What you call it').fill('Laptop')
    await page.getByRole('button', { name: 'Register the passkey' }).click()
    await page.waitForURL('**/account/passkeys?done=added**')
    t.match(
      await page.locator('main').innerText(),
      /The passkey is yours[\s\S]+Laptop[\s\S]+Add a second one/,
    )
    await checkFits(t, page)
    await checkAccessibility(t, page)
    await page.getByRole('link', { name: 'Go on' }).click()
    await page.waitForURL(({ pathname }) => pathname === '/desk')
  })

  await t.test('the same authenticator cannot be registered twice', async (t) => {
    await page.goto('/account/passkeys/new')
    await page.getByRole('button', { name: 'Register the passkey' }).click()
    await page.getByText('This device has a passkey for you already.').waitFor()
    t.equal((await service.db.selectFrom('passkeys').selectAll().execute()).length, 1)
  })

  await t.test('the next sign-in asks for it after the link', async (t) => {
    await page.goto('/account')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await follow(page)
    await page.waitForURL('**/account/passkey?**')
    await checkFits(t, page)
    await checkAccessibility(t, page)
    await page.goto('/desk')
    await page.waitForURL('**/account/passkey?**')
    await laptop.verify(false)
    await page.getByRole('button', { name: 'Use my passkey' }).click()
    await page.getByText('Nothing was shown').waitFor()
    await laptop.verify(true)
    await page.getByRole('button', { name: 'Use my passkey' }).click()
    await page.waitForURL(({ pathname }) => pathname === '/desk')
  })

  await t.test('in another browser, with another authenticator, it ends there', async (t) => {
    const other = await openPage(t, browser, options)
    await plugIn(other)
    await follow(other)
    await other.getByRole('button', { name: 'Use my passkey' }).click()
    await other.getByText('Nothing was shown').waitFor()
    await other.goto('/desk')
    await other.waitForURL('**/account/passkey?**')
  })

  await t.test('a session that is ended here is over in the other browser at its next click', async (t) => {
    const other = await openPage(t, browser, options)
    const phone = await plugIn(other)
    await page.goto('/account/passkeys/new')
    await laptop.unplug()
    const spare = await plugIn(page)
    await page.getByLabel('What you call it').fill('Spare')
    await page.getByRole('button', { name: 'Register the passkey' }).click()
    await page.waitForURL('**/account/passkeys?done=added**')
    await spare.unplug()
    await phone.unplug()
    // The other browser is let in by the database: what is looked at here is how it is put out.
    await follow(other)
    await other.waitForURL('**/account/passkey?**')
    await service.db
      .updateTable('sessions')
      .set({ passkeyAt: service.deps.clock.now() })
      .where('passkeyAt', 'is', null)
      .execute()
    await other.goto('/desk')
    t.equal(new URL(other.url()).pathname, '/desk')

    await page.goto('/account/sessions')
    await checkFits(t, page)
    await checkAccessibility(t, page)
    await page.getByRole('button', { name: 'End all the others' }).click()
    await page.getByText('Ended.').waitFor()

    await other.goto('/desk')
    t.equal(new URL(other.url()).pathname, '/account/sign-in')
  })

  await t.test('the pages about people fit a phone and can be read by everyone', async (t) => {
    await page.goto('/desk/people')
    await checkFits(t, page)
    await checkAccessibility(t, page)
    await page.getByRole('link', { name: 'Maya Okafor' }).click()
    await checkFits(t, page)
    await checkAccessibility(t, page)
  })

  await t.test('without script the page says that this step needs one', async (t) => {
    const plain = await openPage(t, browser, { ...options, javaScriptEnabled: false })
    await follow(plain)
    await plain.waitForURL('**/account/passkey?**')
    t.match(await plain.locator('main').innerText(), /This step needs JavaScript/)
    t.equal(await plain.getByRole('button', { name: 'Use my passkey' }).isVisible(), false)
  })
})
