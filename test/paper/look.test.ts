/** Paper as it is dealt with in a real browser, without script, on the narrowest phone. */

import t from 'tap'
import { findFreePort } from '../../src/database/embedded.js'
import { codeOf } from '../../src/paper/code.js'
import { checkAccessibility, checkFits, openPage, startBrowser } from '../support/browser.js'
import { addPetition, signInAs } from '../support/factories.js'
import { startService } from '../support/service.js'
import { drawScan } from './support.js'

t.test('a sheet is ordered, sent in and read without script, and its pages are whole', async (t) => {
  const port = await findFreePort()
  const service = await startService(t, { PORT: String(port), PUBLIC_URL: `http://localhost:${port}` })
  const { db, deps, url } = service
  const petition = await addPetition(service)
  const { cookie } = await signInAs(service, { id: petition.accountId! })
  const [name, value] = cookie.split('=') as [string, string]
  const browser = await startBrowser(t)
  const page = await openPage(t, browser, { baseURL: url, javaScriptEnabled: false })
  await page.context().addCookies([{ name, value, url }])

  await page.goto(`/account/petitions/${petition.slug}`)
  await page.getByRole('link', { name: 'Signatures on paper' }).click()
  await page.getByLabel('How many sheets').fill('1')
  await page.getByRole('button', { name: 'Number the sheets' }).click()
  await page.getByRole('link', { name: 'Download sheets 1 to 1' }).waitFor()
  await checkFits(t, page)
  await checkAccessibility(t, page)

  const keys = await deps.keyring.getPetitionKeys(db, petition.id)
  await page.getByLabel('Code under the QR code').fill(codeOf(keys, { petitionId: petition.id, number: 1 }))
  const scan = { name: 'sheet.jpg', mimeType: 'image/jpeg', buffer: await drawScan() }
  await page.getByLabel('Picture of the sheet').setInputFiles(scan)
  await page.getByRole('button', { name: 'Send the picture' }).click()
  await page.getByRole('heading', { name: 'Write what you read' }).waitFor()
  await checkFits(t, page)
  await checkAccessibility(t, page)

  await page.getByLabel('Name').first().fill('Ada Lovelace')
  await page.getByLabel('Postcode').first().fill('69007')
  await page.getByRole('button', { name: 'This is what I read' }).click()
  await page.getByText('Somebody else must read it too').waitFor()
  t.equal((await db.selectFrom('paperKeyings').selectAll().execute()).length, 1)

  await page.goto(`/petitions/${petition.slug}/paper`)
  await checkFits(t, page)
  await checkAccessibility(t, page)
})
