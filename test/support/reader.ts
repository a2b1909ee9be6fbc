/** Opens a decision-maker's files with names, as they do: with the code from their mailbox. */

import type { LightMyRequestResponse } from 'fastify'
import type { DecisionMaker, Petition } from '../../src/database/tables.js'
import { privatePath } from '../../src/decision-makers/links.js'
import type { OutgoingMail } from '../../src/mail/mailer.js'
import { addPetition } from './factories.js'
import type { TestSite } from './site.js'

/** An open petition, whom it asks, and where their first link leads. */
export async function addReader(
  site: TestSite,
  values: Parameters<typeof addPetition>[1] = {},
): Promise<{ petition: Petition; maker: DecisionMaker; place: string }> {
  const petition = await addPetition(site, values)
  const maker = await site.db
    .selectFrom('decisionMakers')
    .selectAll()
    .where('petitionId', '=', petition.id)
    .executeTakeFirstOrThrow()
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  return { petition, maker, place: privatePath(keys, maker) }
}

/** The private page that a mail leads to: `/dossiers/<token>`. */
export function placeIn(mail: OutgoingMail | undefined): string {
  return /\/dossiers\/[\w.-]+/.exec(mail?.text ?? '')?.[0] ?? 'no link'
}

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

/** Posts the form of a reply as a browser does: as multipart, with an empty file when none was chosen. */
export function sendReply(
  site: TestSite,
  place: string,
  fields: Record<string, string>,
  file?: Buffer,
): Promise<LightMyRequestResponse> {
  const boundary = '----clameur-test-boundary'
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  const payload = Buffer.concat([
    ...parts,
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="attachment"; filename="${file ? 'letter.pdf' : ''}"\r\nContent-Type: application/pdf\r\n\r\n`,
    ),
    file ?? Buffer.alloc(0),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return site.app.inject({
    method: 'POST',
    url: `${place}/replies`,
    payload,
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'sec-fetch-site': 'same-origin',
      'accept-language': 'en',
    },
  })
}
