/** Claire, who is asked, checks a sample in a real browser; Ada, who is drawn, answers without script. */

import t from 'tap'
import { findFreePort } from '../../src/database/embedded.js'
import { tokenOf } from '../../src/keys/links.js'
import { addDays, dayOf } from '../../src/petitions/days.js'
import { carryOnSampleChecks } from '../../src/sample-checks/carry-on.js'
import { enterValue } from '../../src/sample-checks/enter-value.js'
import { signDueHeads } from '../../src/tally-log/heads.js'
import { writeLogs } from '../../src/tally-log/write.js'
import { checkAccessibility, checkFits, openPage, startBrowser } from '../support/browser.js'
import { addConfirmedSignatures, addPetition } from '../support/factories.js'
import { until } from '../support/queues.js'
import { startService } from '../support/service.js'

t.test('a recipient announces a check, one who was drawn answers, everyone reads the totals', async (t) => {
  const port = await findFreePort()
  const service = await startService(t, { PORT: String(port), PUBLIC_URL: `http://localhost:${port}` })
  const { db, deps, url } = service
  const inDays = (days: number) => {
    const now = () => new Date(Date.now() + days * 86_400_000)
    return { ...deps, clock: { now } }
  }
  const petition = await addPetition(service)
  await addConfirmedSignatures(service, petition, 60)
  await until('a head is signed', async () => {
    await writeLogs(deps)
    await signDueHeads(deps)
    const head = await db.selectFrom('logHeads').select('size').orderBy('number', 'desc').executeTakeFirst()
    return head?.size === 60
  })
  const maker = await db.selectFrom('decisionMakers').select('id').executeTakeFirstOrThrow()
  const keys = await deps.keyring.getPetitionKeys(db, petition.id)
  const token = tokenOf(keys, 'decision-maker', { petitionId: petition.id, subjectId: maker.id })
  const browser = await startBrowser(t)
  const claire = await openPage(t, browser, { baseURL: url })

  await claire.goto(`/dossiers/${token}`)
  await claire.getByRole('link', { name: 'About the sample check' }).click()
  await checkFits(t, claire)
  await checkAccessibility(t, claire)
  await claire.getByLabel('How many people').fill('20')
  await claire.getByLabel('Which later public value decides').fill('The closing value of the CAC 40')
  const tomorrow = addDays(dayOf(deps.clock.now(), deps.config.timeZone), 1)
  await claire.getByLabel('The day it becomes public').fill(tomorrow)
  await claire.getByRole('button', { name: 'Announce the check' }).click()
  await claire.getByText('The check is announced and signed.').waitFor()
  await checkFits(t, claire)
  await checkAccessibility(t, claire)

  const value = { number: 1, value: '8 012.44', source: 'https://exchange.example' }
  t.equal(await enterValue(inDays(2), petition.id, value), 'drawing')
  await carryOnSampleChecks(deps)
  const drawn = await db.selectFrom('sampleCheckPeople').selectAll().execute()
  t.equal(drawn.length, 20)
  const question = tokenOf(keys, 'sample-check', { petitionId: petition.id, subjectId: drawn[0]!.id })
  const ada = await openPage(t, browser, { baseURL: url, javaScriptEnabled: false })
  await ada.goto(`/sample-checks/${question}`)
  await checkFits(t, ada)
  await checkAccessibility(t, ada)
  await ada.getByLabel('No, I did not sign').check()
  await ada.getByRole('button', { name: 'Send my answer' }).click()
  await ada.getByRole('link', { name: 'Withdraw the signature' }).waitFor()
  await checkFits(t, ada)
  await checkAccessibility(t, ada)

  await carryOnSampleChecks(inDays(11))
  await claire.goto(`/petitions/${petition.slug}/sample-checks`)
  await claire.getByText('Of 1 person who answered, 1 says they did not sign').waitFor()
  await claire.locator('summary').click()
  await checkFits(t, claire)
  await checkAccessibility(t, claire)
})
