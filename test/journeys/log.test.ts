/** Ada checks in a real browser that she is counted, and a journalist that nothing was rewritten. */

import t from 'tap'
import { findFreePort } from '../../src/database/embedded.js'
import { tokenOf } from '../../src/keys/links.js'
import { signDueHeads } from '../../src/tally-log/heads.js'
import { writeLogs } from '../../src/tally-log/write.js'
import { checkAccessibility, checkFits, openPage, startBrowser } from '../support/browser.js'
import { addConfirmedSignatures, addPetition } from '../support/factories.js'
import { until } from '../support/queues.js'
import { startService } from '../support/service.js'

interface Head {
  size: number
  root: string
}

t.test('the log is checked by who is counted in it, and by who is not', async (t) => {
  const port = await findFreePort()
  const service = await startService(t, { PORT: String(port), PUBLIC_URL: `http://localhost:${port}` })
  const { db, deps, url } = service
  const petition = await addPetition(service)
  const [, ada] = await addConfirmedSignatures(service, petition, 5)
  const log = `/petitions/${petition.slug}/log`
  const readHead = async () => {
    const answer = (await (await fetch(`${url}${log}`)).json()) as { data: { head: Head | null } }
    return answer.data.head
  }
  await until('a head is signed', async () => {
    await writeLogs(deps)
    await signDueHeads(deps)
    return (await readHead())?.size === 5
  })
  const keys = await deps.keyring.getPetitionKeys(db, petition.id)
  const own = `/signatures/${tokenOf(keys, 'signature', { petitionId: petition.id, subjectId: ada! })}`
  const browser = await startBrowser(t)

  await t.test('Ada’s browser recomputes her leaf, the proof and the signature', async (t) => {
    const page = await openPage(t, browser, { baseURL: url })
    await page.goto(own)
    await page.getByRole('link', { name: 'Check that you are counted' }).click()
    await page.getByRole('button', { name: 'Check it' }).click()

    await page.getByText('You are counted: one of 5').waitFor()

    t.equal(await page.getByText('Right:').count(), 4)
    await checkFits(t, page)
    await checkAccessibility(t, page)
  })

  for (const [what, answer] of [
    ['leaves', (data: { hashes: string[] }) => (data.hashes[0] = '00'.repeat(32))],
    ['proof', (data: { proof: string[] }) => (data.proof[0] = '00'.repeat(32))],
    ['removals', (data: { lines: object[] }) => data.lines.push({ kind: 'removed' })],
  ] as [string, (data: never) => void][])
    await t.test(`a site that lies about ${what} is found out`, async (t) => {
      const page = await openPage(t, browser, { baseURL: url })
      await page.route(`**/log/${what}?*`, async (route) => {
        const response = await route.fetch()
        const body = await response.json()
        answer(body.data as never)
        await route.fulfill({ response, json: body })
      })
      await page.goto(`${own}/receipt`)
      await page.getByRole('button', { name: 'Check it' }).click()

      await page.getByText('Something does not fit').waitFor()
      t.equal(await page.getByText('Wrong:').count(), 1)
    })

  await t.test('a number that was not signed for is found out', async (t) => {
    const page = await openPage(t, browser, { baseURL: url })
    await page.route(`**${log}`, async (route) => {
      const response = await route.fetch()
      const body = await response.json()
      body.data.head.counted += 1_000
      await route.fulfill({ response, json: body })
    })
    await page.goto(`${own}/receipt`)
    await page.getByRole('button', { name: 'Check it' }).click()

    await page.getByText('Something does not fit').waitFor()
  })

  await t.test('a kept head is compared with the newest, and a false one does not fit', async (t) => {
    const page = await openPage(t, browser, { baseURL: url })
    const { root, size } = (await readHead())!
    await page.goto(`${log}/about`)
    await page.getByLabel('Its size').fill(String(size))
    await page.getByLabel('Its root').fill(root)
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.getByText('The log has only grown since your head').waitFor()
    await checkFits(t, page)
    await checkAccessibility(t, page)

    await page.getByLabel('Its size').fill('3')
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.getByText('Your head does not fit the newest one').waitFor()
  })

  await t.test('without script the receipt is a file, and says so', async (t) => {
    const page = await openPage(t, browser, { baseURL: url, javaScriptEnabled: false })
    await page.goto(`${own}/receipt`)

    t.ok(await page.getByRole('link', { name: 'Save the receipt (JSON)' }).isVisible())
    t.notOk(await page.getByRole('button', { name: 'Check it' }).isVisible(), 'no button that does nothing')
  })
})
