/** Signing in as a person does: by the form, the mail and the button. */

import type { TestSite } from './site.js'

/** The path of the first link of a mail that begins like this. */
export function linkIn(mail: { text: string } | undefined, beginning: string): string {
  const found = mail?.text
    .match(/https?:\/\/[^\s<>"]+/g)
    ?.filter((link) => URL.canParse(link))
    .map((link) => new URL(link))
  const link = found?.find(({ pathname }) => pathname.startsWith(beginning))
  if (!link) throw new Error(`No link to ${beginning} in this mail: ${mail?.text}`)
  return link.pathname + link.search
}

/** Asks for a link and waits for its mail. */
export async function askForLink(site: TestSite, email: string, returnTo?: string): Promise<string> {
  await site.submit('/account/sign-in', { email, ...(returnTo ? { return: returnTo } : {}) })
  await site.work()
  return linkIn(
    site.mails.findLast((mail) => mail.to === email && mail.text.includes('/account/sign-in/')),
    '/account/sign-in/',
  )
}

/** @returns the Cookie header of the session. */
export async function signIn(site: TestSite, email: string): Promise<{ cookie: string }> {
  const answer = await site.submit(await askForLink(site, email))
  const cookie = answer.cookies.find(({ name }) => name === 'clameur_session')
  if (!cookie) throw new Error(`Signing in was answered with ${answer.statusCode} and no session`)
  return { cookie: `${cookie.name}=${cookie.value}` }
}
