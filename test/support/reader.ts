/** Opens a decision-maker's files with names, as they do: with the code from their mailbox. */

import type { LightMyRequestResponse } from 'fastify'
import type { TestSite } from './site.js'

/** @param place `/dossiers/<token>`. @returns headers for `get`. */
export async function openNames(site: TestSite, place: string): Promise<{ cookie: string }> {
  await site.submit(`${place}/codes`)
  await site.work('confirmation-mails')
  const code = site.mails.map(({ subject }) => /^(?:Your code|Votre code\s?): (\d{8})$/.exec(subject)?.[1])
  const answer = await site.submit(`${place}/code`, { code: code.filter(Boolean).at(-1) ?? '' })
  const cookie = answer.cookies.find(({ name }) => name === 'clameur_dossier')
  return { cookie: `clameur_dossier=${cookie?.value}` }
}

/** A file of a dossier, for whoever reads its recipient's mailbox. */
export async function getFile(site: TestSite, url: string): Promise<LightMyRequestResponse> {
  return site.get(url, await openNames(site, url.slice(0, url.indexOf('/', '/dossiers/'.length))))
}
