/** What the tests of signing share. */

import type { QueueName } from '../../src/jobs/jobs.js'
import type { OutgoingMail } from '../../src/mail/mailer.js'
import type { TestSite } from '../support/site.js'

export const ADA = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  country: 'FR',
  postcode: '69007',
}

export function sign(
  site: TestSite,
  slug: string,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
) {
  return site.submit(`/petitions/${slug}/signatures`, { ...ADA, ...fields }, headers)
}

/** The mails to an address, oldest first: campaigners and decision-makers are written to as well. */
export function mailsTo(site: TestSite, email: string = ADA.email): OutgoingMail[] {
  return site.mails.filter((mail) => mail.to === email)
}

/** The path of the signature's page that a mail leads to. */
export function linkIn(mail: OutgoingMail): string {
  const url = new URL(/https?:\/\/\S+\/signatures\/\S+/.exec(mail.text)![0])
  return url.pathname
}

export function confirmPath(mail: OutgoingMail): string {
  return `${linkIn(mail)}/confirmation`
}

/** Signs, reads the mail and confirms. @returns the path of the signature's page. */
export async function signAndConfirm(
  site: TestSite,
  slug: string,
  fields: Record<string, string> = {},
  work: QueueName[] = [],
): Promise<string> {
  await sign(site, slug, fields)
  await site.work(...work)
  const link = linkIn(mailsTo(site, fields.email).at(-1)!)
  await site.submit(`${link}/confirmation`)
  return link
}

export async function countOf(site: TestSite, petitionId: number): Promise<number> {
  const { confirmed } = await site.db
    .selectFrom('petitionCounts')
    .select('confirmed')
    .where('petitionId', '=', petitionId)
    .executeTakeFirstOrThrow()
  return confirmed
}

export async function countRows(site: TestSite, petitionId: number): Promise<number> {
  const { rows } = await site.db
    .selectFrom('signatures')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('petitionId', '=', petitionId)
    .executeTakeFirstOrThrow()
  return rows
}
