import type { TestSite } from '../support/site.js'

export const WORDS = 'The petition names the mayor: the second paragraph says who decides.'
export const ANSWER = 'We have read the second paragraph, and agree with you.'

/** The link of the newest mail that has one, as a path. */
export function appealLink({ mails }: Pick<TestSite, 'mails'>): string {
  const text = mails.map((mail) => mail.text).findLast((one) => one.includes('/appeals/'))
  const path = /https:\/\/clameur\.test(\/appeals\/[^\s?]+)/.exec(text ?? '')?.[1]
  if (!path) throw new Error('No mail has a link to an appeal')
  return path
}

export async function findAppeal({ db }: Pick<TestSite, 'db'>) {
  return db.selectFrom('appeals').selectAll().executeTakeFirstOrThrow()
}
