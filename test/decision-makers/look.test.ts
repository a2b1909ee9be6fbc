/** Delivery, receipt and code in a real browser, on a phone in French and on a wide screen in English, without script. */

import t from 'tap'
import { SESSION_COOKIE } from '../../src/accounts/sessions.js'
import { acknowledge } from '../../src/decision-makers/act.js'
import { deliverPetition } from '../../src/decision-makers/deliver.js'
import { tokenOf } from '../../src/keys/links.js'
import { checkAccessibility, checkFits, DESK, openPage, PHONE, startBrowser } from '../support/browser.js'
import { doorOf } from '../support/door.js'
import { addConfirmedSignatures, addPetition, signInAs } from '../support/factories.js'
import { startService } from '../support/service.js'

t.test('the pages of a delivery fit, and can be used by everybody', async (t) => {
  const service = await startService(t)
  const site = doorOf(service)
  const undelivered = await addPetition(site)
  const petition = await addPetition(site, { accountId: undelivered.accountId! })
  await addConfirmedSignatures(site, petition, 12)
  const maker = await site.db
    .selectFrom('decisionMakers')
    .selectAll()
    .where('petitionId', '=', petition.id)
    .executeTakeFirstOrThrow()
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const place = `/dossiers/${tokenOf(keys, 'decision-maker', { petitionId: petition.id, subjectId: maker.id })}`
  t.equal(await deliverPetition(site.deps, petition, 'campaigner'), 'delivered')
  const { cookie } = await signInAs(site, { id: petition.accountId! })
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
    for (const path of [
      place,
      `${place}/code`,
      `/account/petitions/${undelivered.slug}/delivery`,
      `/account/petitions/${petition.slug}/delivery`,
      `/account/petitions/${petition.slug}`,
      `/petitions/${petition.slug}`,
    ]) {
      t.equal((await page.goto(path))!.status(), 200, path)
      await checkFits(t, page)
      await checkAccessibility(t, page)
    }
    // The second round sees what follows an acknowledgement.
    await acknowledge(site.deps, maker, { endsDownload: true })
  }
})
