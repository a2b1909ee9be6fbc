/** The pages of suspicions and of what was set aside, on the narrowest phone and at a desk, without script, in both languages. */

import t from 'tap'
import { tokenOf } from '../../src/keys/links.js'
import { checkAccessibility, checkFits, openPage, startBrowser } from '../support/browser.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { until } from '../support/queues.js'
import { startService } from '../support/service.js'
import { robot, send } from './support.js'

t.test('every page can be read and used', async (t) => {
  const service = await startService(t)
  const { db, deps } = service
  const petition = await addPetition(service, { title: 'Keep the night trains' })
  const ids = await send(
    service,
    petition,
    Array.from({ length: 40 }, (_, index) => robot(index)),
  )
  service.wait(21_000)
  deps.jobs.wakeLater('detection')
  await until('it is found', async () => (await db.selectFrom('alerts').select('id').execute()).length > 3)
  const { id: alert } = await db
    .selectFrom('alerts')
    .select('id')
    .where('rule', '=', 'network-burst')
    .executeTakeFirstOrThrow()
  const [name, value] = (await signInAs(service, await addModerator(service))).cookie.split('=') as [
    string,
    string,
  ]
  const browser = await startBrowser(t)
  const keys = await deps.keyring.getPetitionKeys(db, petition.id)
  const own = `/signatures/${tokenOf(keys, 'signature', { petitionId: petition.id, subjectId: ids[0]! })}`

  const open = async (locale: string) => {
    const page = await openPage(t, browser, { baseURL: service.url, locale, javaScriptEnabled: false })
    await page.context().addCookies([{ name, value, url: service.url }])
    return page
  }
  const english = await open('en-GB')
  const french = await open('fr-FR')
  const check = async (path: string) => {
    for (const page of [english, french]) {
      t.equal((await page.goto(path))?.status(), 200, path)
      await checkFits(t, page)
    }
    await checkAccessibility(t, english)
    if (process.env.PICTURES)
      for (const [page, width] of [
        [english, 320],
        [french, 1280],
      ] as const) {
        await page.setViewportSize({ width, height: 900 })
        const file = `${process.env.PICTURES}/${path.replace(/\W+/g, '-').slice(0, 40)}-${width}.png`
        await page.screenshot({ path: file, fullPage: true })
      }
  }

  await check('/desk')
  await check('/desk/alerts')
  await check(`/desk/alerts/${alert}`)
  await check(`/desk/petitions/${petition.id}/quarantines/new`)
  await check(`/desk/petitions/${petition.id}/quarantines/new?rule=disposable-domains`)
  await check(`/petitions/${petition.slug}/transparency`)

  await english.goto(`/desk/alerts/${alert}`)
  await english.getByRole('button', { name: 'Set aside 40 signatures' }).click()
  const quarantine = new URL(english.url()).pathname
  await until('it is done', async () => {
    const due = await db.selectFrom('quarantineActs').select('id').where('state', '=', 'due').execute()
    return due.length === 0
  })
  await check(own)
  await english.getByRole('button', { name: 'I signed: look again' }).click()
  t.match(await english.textContent('main'), /You said on .+ that you signed yourself/)
  await check(quarantine)
  await check(`${quarantine}/restoration?objected=on`)
  await check(`${quarantine}/removal`)
  await check('/desk/quarantines')
  await check(`/petitions/${petition.slug}/transparency`)
})
