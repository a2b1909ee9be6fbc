/** What people do in a browser, with a keyboard, and in their mailbox; no word of any language is needed for it. */

import { readFile } from 'node:fs/promises'
import type { Test } from 'tap'
import { checkAccessibility, checkFits, type Page } from './browser.js'
import type { ReceivedMail } from './mail-server.js'
import type { TestService } from './service.js'

export async function signIn(page: Page, { mailServer }: TestService, email: string, to: string) {
  await page.goto(to)
  if (new URL(page.url()).pathname === to) return
  const before = mailServer.received.length
  await fill(page, { email })
  await press(page, 'form[action*="/account/sign-in"]')
  const mail = await mailServer.mailTo(
    email,
    (one) => mailServer.received.indexOf(one) >= before && leadsTo(one, '/account/sign-in/'),
  )
  await page.goto(linkTo(mail, '/account/sign-in/'))
  await press(page, 'form[action*="/account/sign-in/"]')
}

export async function checkPage(t: Test, page: Page): Promise<void> {
  await checkAccessibility(t, page)
  await checkFits(t, page)
}

export async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`).first()
    // What most people leave alone is folded up.
    if (!(await field.isVisible())) await unfold(field)
    if ((await field.getAttribute('type')) === 'radio')
      await page.check(`main [name="${name}"][value="${value}"]`)
    else await field.fill(value)
  }
}

export async function choose(page: Page, name: string, value: string): Promise<void> {
  const select = page.locator(`main select[name="${name}"]`)
  if ((await select.count()) > 0) await select.selectOption(value)
  else await page.check(`main [name="${name}"][value="${value}"]`)
}

/** Presses the last button of a form, or a certain one, by keyboard, as somebody without a mouse. */
export async function press(
  page: Page,
  form: string,
  which = 'button:not([name]), button[value=publish]',
): Promise<void> {
  const button = page.locator(`main ${form}`).first().locator(which).last()
  if (!(await button.isVisible())) await unfold(button)
  await button.focus()
  await Promise.all([
    page.waitForURL(/.*/, { waitUntil: 'load' }),
    page.waitForNavigation(),
    page.keyboard.press('Enter'),
  ])
}

/** What a link with `download` hands over. */
export async function download(page: Page, link: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`main ${link}`).first().click(),
  ])
  return readFile(await file.path())
}

async function unfold(inside: ReturnType<Page['locator']>): Promise<void> {
  await inside.locator('xpath=ancestor::details[not(@open)]').first().locator('summary').first().click()
}

export function leadsTo(mail: ReceivedMail, path: string): boolean {
  return mail.links.some((link) => pathOf(link).startsWith(path))
}

export function linkTo(mail: ReceivedMail, path: string): string {
  const link = mail.links.find((one) => pathOf(one).startsWith(path))
  if (!link) throw new Error(`No link to ${path} in "${mail.subject}"`)
  return link
}

/** Empty for what only looks like an address: a mail may show the beginning of one, as in "https://…". */
export function pathOf(link: string): string {
  return URL.canParse(link) ? new URL(link).pathname : ''
}

export function unsubscribeOf(mail: ReceivedMail): string {
  return /<(https?:[^>]+)>/.exec(mail.headers['list-unsubscribe'] ?? '')![1]!
}
