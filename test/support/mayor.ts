/** What a mayor does on the private page of a petition: sees it, acknowledges it, fetches the list of names, replies. */

import type { Test } from 'tap'
import type { Petition } from '../../src/database/tables.js'
import { addDays, dayOf } from '../../src/petitions/days.js'
import type { Page } from './browser.js'
import { download, fill, leadsTo, linkTo, press } from './hands.js'
import { pdfWith } from './pdf-attacks.js'
import { until } from './queues.js'
import type { TestService } from './service.js'

export const MAYOR = 'mayor@city.example'
export const LETTER = pdfWith('4 0 obj\n<< /Type /Catalog >>\nendobj\n')
export const PROMISE = 'Open every Wednesday morning'
const BAD_LETTER = pdfWith('4 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n')

export interface Around {
  service: TestService
  petition: Petition
  /** A page in the state that has most on it. */
  look(page: Page): Promise<void>
  /** Every page and state: whether it fits a phone. */
  glance(page: Page): Promise<void>
}

/** Opening the page is not yet seeing it. @returns the link of the mail that tells of the delivery. */
export async function acknowledge(
  t: Test,
  page: Page,
  { service, petition, look, glance }: Around,
): Promise<string> {
  const { db, mailServer } = service
  const mail = await mailServer.mailTo(MAYOR, (one) => leadsTo(one, '/dossiers/'))
  const link = linkTo(mail, '/dossiers/')
  const standing = () =>
    db.selectFrom('deliveries').select(['seenAt', 'acknowledgedAt']).executeTakeFirstOrThrow()
  await page.goto(link)
  await glance(page)
  t.match(await standing(), { seenAt: null, acknowledgedAt: null }, 'a scanner that opens links saw nothing')
  await press(page, 'form[action*="/seen"]')
  t.ok((await standing()).seenAt)
  await glance(page)
  await press(page, 'form[action*="/acknowledgement"]')
  t.ok((await standing()).acknowledgedAt)
  await look(page)
  const receipt = JSON.parse(String(await download(page, 'a[href$="/receipt.json"]')))
  t.match(JSON.stringify(receipt), petition.slug, 'the receipt says what was received')
  return link
}

/** The list of names asks for a code that only the institution's mailbox gets. @returns the list, as CSV. */
export async function fetchList(t: Test, page: Page, { service, look, glance }: Around): Promise<string> {
  const isReady = async () => {
    const { state } = await service.db.selectFrom('dossiers').select('state').executeTakeFirstOrThrow()
    return state === 'ready'
  }
  await until('the dossier is made', isReady, 60_000)
  await page.reload()
  await glance(page)
  const list = 'a[href$="/signatures.csv"]'
  const href = await page.locator(list).first().getAttribute('href')
  await page.goto(href!)
  t.match(new URL(page.url()).pathname, /\/code$/)
  await glance(page)
  await press(page, 'form[action*="/codes"]')
  const mail = await service.mailServer.mailTo(MAYOR, ({ subject }) => /\d{8}$/.test(subject))
  await fill(page, { code: '00000000' })
  await press(page, 'form:has([name=code])')
  await look(page)
  await fill(page, { code: /\d{8}$/.exec(mail.subject)![0] })
  await press(page, 'form:has([name=code])')
  await glance(page)
  const csv = String(await download(page, list))
  await page.reload()
  await glance(page)
  return csv
}

/** With a mistake first: what was typed is still there, and what to mend is told. */
export async function reply(t: Test, page: Page, { service, look, glance }: Around): Promise<void> {
  const { clock, config } = service.deps
  const form = 'form[action*="/replies"]'
  const attach = (buffer: Buffer) =>
    page.setInputFiles('[name=attachment]', { name: 'letter.pdf', mimeType: 'application/pdf', buffer })
  await fill(page, {
    body: 'From January the library opens on **Wednesday mornings**.',
    promise: PROMISE,
    signed_by: 'Claire Fontanel, Mayor',
  })
  await attach(BAD_LETTER)
  await press(page, form)
  t.match(await page.inputValue('[name=body]'), 'From January')
  t.equal(await page.locator('[data-errors] li').count(), 3, 'what it comes to, the letter and the day')
  await look(page)
  await page.check('[name=kind][value=partly]')
  await fill(page, { promised_for: addDays(dayOf(clock.now(), config.timeZone), 60) })
  await attach(LETTER)
  await press(page, form)
  t.match(page.url(), /done=reply/)
  await glance(page)
}
