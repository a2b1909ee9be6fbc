/** A petition that robots sign, as people meet it: with script and without, to the signature that counts. */

import t, { type Test } from 'tap'
import { attack } from '../robots/support.js'
import { checkAccessibility, checkFits, openPage, type Page, startBrowser } from '../support/browser.js'
import { addPetition } from '../support/factories.js'
import { startService, type TestService } from '../support/service.js'

const WAYS = [
  {
    named: 'with script, in English',
    javaScriptEnabled: true,
    locale: 'en-GB',
    email: 'ada@example.org',
    shown: /Your device will do a little arithmetic/,
    title: 'One more step: open the mail we sent you',
  },
  {
    named: 'without script, in French',
    javaScriptEnabled: false,
    locale: 'fr-FR',
    email: 'zoe@example.org',
    shown: /l’e-mail avec votre lien part une dizaine de minutes plus tard/,
    title: 'Encore un geste\u00a0: ouvrez l’e-mail que nous allons vous envoyer',
  },
] as const

async function look(t: Test, page: Page): Promise<void> {
  await checkAccessibility(t, page)
  await checkFits(t, page)
}

async function countOf(service: TestService, slug: string): Promise<number> {
  const answer = await fetch(`${service.url}/petitions/${slug}/count.json`)
  return ((await answer.json()) as { confirmed: number }).confirmed
}

t.test('a petition that looks attacked', async (t) => {
  const service = await startService(t)
  const browser = await startBrowser(t)

  for (const { named, email, shown, title, ...options } of WAYS)
    t.test(`is signed ${named}`, async (t) => {
      const petition = await addPetition(service, { title: 'Keep the night trains' })
      await attack(service.deps, petition.id)
      const page = await openPage(t, browser, { baseURL: service.url, ...options })
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))

      await page.goto(`/petitions/${petition.slug}`)
      t.match(await page.locator('[data-proof]').textContent(), shown)
      t.notOk(asked.includes('/assets/altcha-pbkdf2.js'), 'nothing is counted before anything is typed')
      await look(t, page)
      await page.locator('#name').fill('Zoë Lefèvre')
      await page.locator('#email').fill(email)
      // Nobody is so fast: the mark of the form holds whole seconds.
      await new Promise((resolve) => setTimeout(resolve, 4_000))
      await page.locator('form[action*="/signatures"] button.act').click()
      await page.waitForURL('**/check-your-inbox**', { timeout: 60_000 })
      t.equal(await page.locator('h1').textContent(), title)
      await look(t, page)

      t.equal(asked.includes('/assets/altcha-pbkdf2.js'), options.javaScriptEnabled)
      if (!options.javaScriptEnabled) {
        t.match(await page.locator('main').textContent(), /part vers ce moment/)
        t.notOk(
          service.mailServer.received.some(({ to }) => to === email),
          'the mail waits',
        )
        service.wait(12 * 60_000)
      }
      const mail = await service.mailServer.mailTo(email)
      await page.goto(/http\S+\/signatures\/\S+/.exec(mail.text)![0])
      await page.locator('form[action*="/confirmation"] button').click()
      await page.waitForURL('**/thanks**')
      t.equal(await countOf(service, petition.slug), 1)
    })

  t.test('asks nothing of anybody when it does not', async (t) => {
    const petition = await addPetition(service, { title: 'Keep the day trains' })
    const page = await openPage(t, browser, { baseURL: service.url })
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))

    await page.goto(`/petitions/${petition.slug}`)
    await page.locator('#name').fill('Ada Lovelace')
    await look(t, page)

    t.strictSame(
      asked.filter((path) => /proof|altcha|challenge/.test(path)),
      [],
    )
    t.equal(await page.locator('[name=website]').getAttribute('tabindex'), '-1')
    await page.keyboard.press('Tab')
    for (let stop = 0; stop < 20; stop++) {
      t.not(await page.evaluate('document.activeElement?.getAttribute("name")'), 'website')
      await page.keyboard.press('Tab')
    }
  })
})
