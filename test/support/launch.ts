/** Launching a petition as a campaigner does: through every step of the wizard, the mail and the button. */

import type { LightMyRequestResponse } from 'fastify'
import { linkIn } from './sign-in.js'
import type { TestSite } from './site.js'

/** What somebody types; the names are those of the fields. */
export interface LaunchValues {
  title: string
  locale: string
  ask: string
  maker_name: string
  maker_role: string
  maker_organisation: string
  maker_email: string
  /** One with a rule for petitions, by its key. */
  institution: string
  body: string
  /** Of the picture; `file` is sent with it. */
  alt: string
  file: Buffer | undefined
  topic: string
  place_name: string
  country: string
  postcodes: string
  closes_on: string
  goal: string
  name: string
  email: string
}

export const USUAL: LaunchValues = {
  title: 'Reopen the library of Gerland on Wednesdays',
  locale: 'en',
  ask: 'Open the Gerland library on Wednesdays from ten to six, from September.',
  maker_name: 'Claire Fontanel',
  maker_role: 'Mayor',
  maker_organisation: 'City of Lyon',
  maker_email: 'mayor@city.example',
  institution: '',
  body: 'The library closes on the one day when children can come.\n\n**Four schools** stand within ten minutes of its door. On the other days it is open while their pupils sit in class, and closed when they leave. We do not ask for more hours: we ask for other ones.',
  alt: '',
  file: undefined,
  topic: 'education',
  place_name: 'Lyon',
  country: 'FR',
  postcodes: '69',
  closes_on: '',
  goal: '100',
  name: 'Nour Haddad',
  email: 'nour@example.org',
}

/** Makes a draft; returns the path of its link. */
export async function startDraft(site: TestSite, values: Partial<LaunchValues> = {}): Promise<string> {
  const { title, locale } = { ...USUAL, ...values }
  const answer = await site.submit('/petitions', { title, locale })
  const path = /^\/drafts\/[^/?]+/.exec(answer.headers.location ?? '')?.[0]
  if (!path) throw new Error(`Launching was answered with ${answer.statusCode}: ${answer.body}`)
  return path
}

/** Fills in every step of a draft, up to the last look. */
export async function fillIn(
  site: TestSite,
  draft: string,
  given: Partial<LaunchValues> = {},
): Promise<void> {
  const values = { ...USUAL, ...given }
  const { ask, maker_name, maker_role, maker_organisation, maker_email, institution } = values
  const recipient = { ask, maker_name, maker_role, maker_organisation, maker_email, institution }
  await goOn(site.submit(`${draft}/recipient`, recipient))
  await goOn(site.submit(`${draft}/text`, { body: values.body }))
  await goOn(sendPicture(site, draft, values))
  const { topic, place_name, country, postcodes, closes_on, goal } = values
  await goOn(site.submit(`${draft}/details`, { topic, place_name, country, postcodes, closes_on, goal }))
  await goOn(site.submit(`${draft}/you`, { name: values.name, email: values.email }))
}

/** Asks for the link, reads the mail, presses the button. Returns the answer, with its session's cookie. */
export async function confirmDraft(site: TestSite, draft: string, email: string = USUAL.email) {
  await goOn(site.submit(`${draft}/review`))
  await site.work('confirmation-mails')
  return goOn(site.submit(confirmationLink(site, email)))
}

/** The newest link by which an address confirms a draft. */
export function confirmationLink(site: TestSite, email: string = USUAL.email): string {
  const isIt = (mail: { to: string; text: string }) =>
    mail.to === email && mail.text.includes('/confirmation/')
  return linkIn(site.mails.findLast(isIt), '/drafts/')
}

/**
 * Launches a petition through the same door as anybody: every step by HTTP, the mail, the button behind its link.
 *
 * @returns its slug; it waits for a moderator now. @throws when a step refuses what it is given.
 */
export async function launchPetition(site: TestSite, values: Partial<LaunchValues> = {}): Promise<string> {
  const draft = await startDraft(site, values)
  await fillIn(site, draft, values)
  await confirmDraft(site, draft, values.email)
  return slugOfDraft(site, draft)
}

export async function slugOfDraft(site: TestSite, draft: string): Promise<string> {
  return (await petitionOfDraft(site, draft)).slug
}

export async function petitionOfDraft(site: TestSite, draft: string) {
  const id = Number.parseInt(/^\/drafts\/p([0-9a-z]+)\./.exec(draft)![1]!, 36)
  return site.db.selectFrom('petitions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** Posts the picture's form as a browser does: as multipart, with an empty file when none was chosen. */
export function sendPicture(
  site: TestSite,
  draft: string,
  {
    alt = '',
    file,
    filename = 'picture.png',
  }: { alt?: string; file?: Buffer | undefined; filename?: string },
): Promise<LightMyRequestResponse> {
  const boundary = '----clameur-test-boundary'
  const part = (headers: string, content: Buffer | string) => [
    Buffer.from(`--${boundary}\r\n${headers}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]
  const payload = Buffer.concat([
    ...part(
      `Content-Disposition: form-data; name="picture"; filename="${file ? filename : ''}"\r\nContent-Type: ${file ? 'image/png' : 'application/octet-stream'}`,
      file ?? '',
    ),
    ...part('Content-Disposition: form-data; name="alt"', alt),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  return site.app.inject({
    method: 'POST',
    url: `${draft}/picture`,
    payload,
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'sec-fetch-site': 'same-origin',
      'accept-language': 'en',
    },
  })
}

/** A step that does not lead on says so at once, with what it refused. */
async function goOn(answering: Promise<LightMyRequestResponse>): Promise<LightMyRequestResponse> {
  const answer = await answering
  if (answer.statusCode === 303) return answer
  const wrong = [...answer.body.matchAll(/<li><a href="#[^"]*">([^<]*)/g)].map(([, words]) => words)
  throw new Error(`A step was answered with ${answer.statusCode}: ${wrong.join('; ')}`)
}
