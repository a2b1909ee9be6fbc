import t from 'tap'
import { checkAccessibility, checkFits, openPage, startBrowser } from '../support/browser.js'
import { addConfirmedSignatures, addPetition } from '../support/factories.js'
import { startService } from '../support/service.js'

t.test('a visitor finds a petition on a small phone', async (t) => {
  const service = await startService(t)
  const browser = await startBrowser(t)
  const petition = await addPetition(service, { title: 'Keep the night trains' })
  await addConfirmedSignatures(service, petition, 12)

  for (const javaScriptEnabled of [true, false])
    t.test(javaScriptEnabled ? 'with script' : 'without script', async (t) => {
      const page = await openPage(t, browser, { baseURL: service.url, javaScriptEnabled })

      await page.goto('/')
      await checkAccessibility(t, page)
      await checkFits(t, page)

      await page.goto('/petitions')
      await checkAccessibility(t, page)
      await checkFits(t, page)

      await page.getByRole('link', { name: 'Keep the night trains' }).first().click()
      t.equal(new URL(page.url()).pathname, `/petitions/${petition.slug}`)
      await checkAccessibility(t, page)
      await checkFits(t, page)
    })

  t.test('in French, and an address that leads nowhere', async (t) => {
    const page = await openPage(t, browser, { baseURL: service.url, locale: 'fr-FR' })

    await page.goto('/')
    t.equal(await page.getAttribute('html', 'lang'), 'fr')
    await checkAccessibility(t, page)
    const answer = await page.goto('/petitions/no-such-petition')
    t.equal(answer?.status(), 404)
    await checkAccessibility(t, page)
    await checkFits(t, page)
  })
})
