/**
 * The whole loop in a real browser, every mail read from a real mail server: a campaigner launches, a moderator
 * publishes, people sign and confirm, the decision-maker answers, the campaigner closes, the signers hear of it.
 */

import t, { type Test } from 'tap'
import { appointModerators } from '../../src/accounts/appoint.js'
import { DESK, openPage, type Page, PHONE, startBrowser } from '../support/browser.js'
import { checkPage, choose, fill, leadsTo, linkTo, press, signIn, unsubscribeOf } from '../support/hands.js'
import { startService, type TestService } from '../support/service.js'

const MODERATOR = 'moderator@clameur.example'
const CAMPAIGNER = 'nour@example.org'
const MAYOR = 'mayor@city.example'
const SIGNER = 'suzie@example.org'

const WAYS = [
  {
    named: 'with script, in English, on a wide screen',
    javaScriptEnabled: true,
    locale: 'en-GB',
    viewport: DESK,
  },
  {
    named: 'without script, in French, on a phone',
    javaScriptEnabled: false,
    locale: 'fr-FR',
    viewport: PHONE,
  },
] as const

for (const { named, ...options } of WAYS) {
  t.test(`from launch to published reply ${named}`, async (t) => {
    const service = await startService(t)
    const browser = await startBrowser(t)
    await appointModerators(service.deps, [MODERATOR])
    const open = () => openPage(t, browser, { baseURL: service.url, ...options })
    const look = (page: Page) => checkPage(t, page)

    const campaigner = await open()
    await launch(t, campaigner, service, look)

    const moderator = await open()
    await signIn(moderator, service, MODERATOR, '/desk')
    await look(moderator)
    await moderator.getByRole('link', { name: 'Keep the night bus to the hospital' }).first().click()
    await look(moderator)
    await press(moderator, 'form[action*="/publication"]')
    await look(moderator)
    const opened = await service.mailServer.mailTo(CAMPAIGNER, (mail) => leadsTo(mail, '/petitions/'))
    t.match(opened.subject, /Keep the night bus/)

    const signer = await open()
    await signer.goto('/petitions?q=nihgt+bus')
    await look(signer)
    await signer.getByRole('link', { name: 'Keep the night bus to the hospital' }).first().click()
    await look(signer)
    const address = new URL(signer.url()).pathname
    t.notOk(await signer.isChecked('[name=updates]'), 'no box is ticked for anybody')
    t.notOk(await signer.isChecked('[name=show_name]'))
    await fill(signer, { name: '', email: 'suzie@' })
    await press(signer, 'form[action*="/signatures"]')
    t.equal(await signer.inputValue('[name=email]'), 'suzie@', 'what was typed is not lost')
    await look(signer)
    await fill(signer, { name: 'Suzie Martin', email: SIGNER, postcode: '69007' })
    await signer.check('[name=updates]')
    await press(signer, 'form[action*="/signatures"]')
    t.match(signer.url(), /\/signatures\/check-your-inbox/)
    await look(signer)

    const asked = await service.mailServer.mailTo(SIGNER)
    t.notOk(asked.headers['list-unsubscribe'], 'a mail that was just asked for is no mailing')
    // A scanner that follows every link of a mail must not confirm anything.
    for (const link of asked.links) await (await open()).goto(link)
    t.equal(await confirmedOf(service, address), 0)
    await signer.goto(linkTo(asked, '/signatures/'))
    await look(signer)
    await press(signer, 'form[action*="/confirmation"]')
    t.match(signer.url(), /\/thanks/)
    await look(signer)
    t.equal(await confirmedOf(service, address), 1)
    await signer.check('form[action*="/device"] [type=checkbox]')
    await press(signer, 'form[action*="/device"]')
    await look(signer)

    const mayor = await open()
    const notice = await service.mailServer.mailTo(MAYOR)
    t.ok(notice.headers['list-unsubscribe'])
    await mayor.goto(linkTo(notice, '/dossiers/'))
    await look(mayor)
    await press(mayor, 'form[action*="/acknowledgement"]')
    await fill(mayor, {
      body: 'The night bus runs again from **January**, every hour until five.',
      kind: 'accept',
      signed_by: 'Claire Fontanel, mayor',
    })
    await press(mayor, 'form[action*="/replies"]')
    await look(mayor)

    await moderator.goto('/desk')
    await moderator.locator('main a[href*="/desk/replies/"]').first().click()
    await look(moderator)
    await press(moderator, 'form[action*="/publication"]')
    await look(moderator)
    const replied = await service.mailServer.mailTo(SIGNER, (mail) => /January/.test(mail.text))
    t.ok(replied.headers['list-unsubscribe'])
    t.equal(replied.headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click')
    await signer.goto(address)
    t.match(await signer.innerText('main'), /runs again from January/, 'the reply stands on the petition')
    await look(signer)

    await signIn(campaigner, service, CAMPAIGNER, '/account')
    await look(campaigner)
    await campaigner.locator('main a[href*="/account/petitions/"]').first().click()
    await look(campaigner)
    await campaigner.check('[name=as][value=victory]')
    await fill(campaigner, { statement: 'The bus runs again. Thank you, all of you who asked.' })
    await campaigner.check('[name=confirmed]')
    await press(campaigner, 'form[action*="/closing"]')
    await look(campaigner)
    const outcome = await service.mailServer.mailTo(SIGNER, (mail) => /Thank you, all of you/.test(mail.text))
    await signer.goto(address)
    t.match(await signer.innerText('main'), /Thank you, all of you/)
    t.equal(await signer.locator('form[action*="/signatures"]').count(), 0, 'a closed petition has no form')
    await look(signer)

    await signer.goto(unsubscribeOf(outcome))
    await look(signer)
    await press(signer, 'form[action*="/unsubscribe/"]')
    await look(signer)
    await signer.goto(linkTo(asked, '/signatures/'))
    t.notOk(await signer.isChecked('[name=updates]'), 'unsubscribed with one click')
    await look(signer)
    await press(signer, 'form[action*="/withdrawal"]')
    await look(signer)
    t.equal(await confirmedOf(service, address), 0, 'withdrawn in one step')
  })
}

async function launch(t: Test, page: Page, service: TestService, look: (page: Page) => Promise<void>) {
  await page.goto('/petitions/new')
  await look(page)
  await press(page, 'form[action*="/petitions"]')
  t.match(page.url(), /\/petitions/, 'without a title one stays, and is told')
  await look(page)
  await fill(page, { title: 'Keep the night bus to the hospital' })
  await choose(page, 'locale', 'en')
  await press(page, 'form[action*="/petitions"]')

  await look(page)
  await fill(page, {
    ask: 'Run the N7 to the hospital every hour between midnight and five.',
    maker_name: 'Claire Fontanel',
    maker_role: 'Mayor',
    maker_organisation: 'City of Lyon',
    maker_email: MAYOR,
  })
  await press(page, 'form[action*="/recipient"]')
  await look(page)
  await fill(page, {
    body: 'Nurses end their shift at **three**. The first bus leaves at six, and nobody should walk for three hours.',
  })
  await page.locator('button[name=preview]').click()
  t.equal(
    await page.locator('main strong', { hasText: 'three' }).count(),
    1,
    'the preview shows the text as it will look',
  )
  await look(page)
  await press(page, 'form[action*="/text"]')
  await look(page)
  await press(page, 'form[enctype="multipart/form-data"]')
  await look(page)
  await choose(page, 'topic', 'transport')
  await choose(page, 'country', 'FR')
  await fill(page, { place_name: 'Lyon', postcodes: '69', goal: '100' })
  await press(page, 'form[action*="/details"]')
  await look(page)
  await fill(page, { name: 'Nour Haddad', email: CAMPAIGNER })
  await press(page, 'form[action*="/you"]')
  await look(page)
  await press(page, 'form[action*="/review"]')
  await look(page)

  const mail = await service.mailServer.mailTo(CAMPAIGNER, ({ text }) => text.includes('/confirmation/'))
  await page.goto(mail.links.find((link) => link.includes('/confirmation/'))!)
  await look(page)
  await press(page, 'form[action*="/confirmation/"]')
  await look(page)
}

async function confirmedOf(service: TestService, address: string): Promise<number> {
  const answer = await fetch(`${service.url}${address}/count.json`)
  return ((await answer.json()) as { confirmed: number }).confirmed
}
