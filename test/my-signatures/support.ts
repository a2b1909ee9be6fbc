/** Opening "My signatures" as a person does: by the form, the mail and the button. */

import { ADA, mailsTo } from '../signatures/support.js'
import { linkIn } from '../support/sign-in.js'
import type { TestSite } from '../support/site.js'

/** @returns the path of the link in the newest mail to the address. */
export async function askForLink(site: TestSite, email: string = ADA.email): Promise<string> {
  await site.submit('/my-signatures', { email })
  await site.work()
  return linkIn(mailsTo(site, email).at(-1), '/my-signatures/')
}

/** @returns the Cookie header of the visit. */
export async function openMine(site: TestSite, email: string = ADA.email): Promise<{ cookie: string }> {
  const { cookies } = await site.submit(await askForLink(site, email))
  const cookie = cookies.find(({ name }) => name === 'clameur_my_signatures')
  if (!cookie) throw new Error('The link opened nothing')
  return { cookie: `${cookie.name}=${cookie.value}` }
}
