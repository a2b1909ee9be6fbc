/** From a reply to what became of its promise: in a real browser, on a phone, without script. */

import t from 'tap'
import { findFreePort } from '../../src/database/embedded.js'
import { tokenOf } from '../../src/keys/links.js'
import { publishReply } from '../../src/moderation/decide-reply.js'
import { addDays, dayOf } from '../../src/petitions/days.js'
import { checkAccessibility, checkFits, openPage, startBrowser } from '../support/browser.js'
import { addConfirmedSignatures, addModerator, addPetition } from '../support/factories.js'
import { pdfWith } from '../support/pdf-attacks.js'
import { startService } from '../support/service.js'

t.test(
  'the mayor replies with a promise, a signer says what they think, and the register tells',
  async (t) => {
    const port = await findFreePort()
    const service = await startService(t, { PORT: String(port), PUBLIC_URL: `http://localhost:${port}` })
    const { db, deps, url } = service
    const petition = await addPetition(service)
    const [signer] = await addConfirmedSignatures(service, petition, 1)
    const moderator = await addModerator(service)
    const { id: maker } = await db.selectFrom('decisionMakers').select('id').executeTakeFirstOrThrow()
    const keys = await deps.keyring.getPetitionKeys(db, petition.id)
    const linkOf = (purpose: 'decision-maker' | 'signature', subjectId: number) =>
      tokenOf(keys, purpose, { petitionId: petition.id, subjectId })
    const due = addDays(dayOf(deps.clock.now(), deps.config.timeZone), 60)
    const browser = await startBrowser(t)
    const page = await openPage(t, browser, { baseURL: url, javaScriptEnabled: false })

    await page.goto(`/dossiers/${linkOf('decision-maker', maker)}`)
    await page.getByLabel('I accept a part of it').check()
    await page
      .getByRole('textbox', { name: 'Your reply' })
      .fill('The library stays open on Wednesday mornings.')
    await page.getByLabel('A letter as PDF').setInputFiles({
      name: 'letter.pdf',
      mimeType: 'application/pdf',
      buffer: pdfWith('4 0 obj\n<< /Type /Catalog >>\nendobj\n'),
    })
    await page.getByLabel('What you promise, in a sentence').fill('Open every Wednesday morning')
    await page.getByLabel('By which day').fill(due)
    await page.getByLabel('Signed').fill('Claire Fontanel, Mayor')
    await page.getByRole('button', { name: 'Send the reply' }).click()
    await page.waitForURL(/done=reply/)
    await checkFits(t, page)
    await checkAccessibility(t, page)
    const reply = await db.selectFrom('replies').selectAll().executeTakeFirstOrThrow()
    t.equal(await publishReply(deps, reply, moderator), 'published')

    await page.goto(`/signatures/${linkOf('signature', signer!)}/verdicts`)
    await page.getByRole('button', { name: 'In part' }).click()
    await page.getByText('Your answer: In part.').waitFor()
    await checkFits(t, page)
    await checkAccessibility(t, page)

    await page.goto(`/dossiers/${linkOf('decision-maker', maker)}/outcomes`)
    await page.getByLabel('Kept', { exact: true }).check()
    await page.getByLabel('How is it known?').fill('Open since the first of March.')
    await checkFits(t, page)
    await checkAccessibility(t, page)
    await page.getByRole('button', { name: 'Say so publicly' }).click()
    await page.waitForURL(/done=said/)

    await page.goto('/outcomes')
    await page.getByText('Open since the first of March.').waitFor()
    await checkFits(t, page)
    await checkAccessibility(t, page)
    await page.getByRole('link', { name: 'Save the library' }).click()
    await page.getByRole('heading', { name: 'Accepted in part' }).waitFor()
    await page.getByRole('link', { name: /The letter \(PDF/ }).waitFor()
    await checkFits(t, page)
    await checkAccessibility(t, page)
  },
)
