/** Paper as a campaigner and those they invite deal with it, through the door. */

import sharp from 'sharp'
import type { Petition } from '../../src/database/tables.js'
import { codeOf } from '../../src/paper/code.js'
import { dayOf } from '../../src/petitions/days.js'
import { addPetition, signInAs } from '../support/factories.js'
import { linkIn } from '../support/sign-in.js'
import type { TestSite } from '../support/site.js'

export interface Studio {
  petition: Petition
  own: { cookie: string }
  /** The page of paper signatures. */
  place: string
}

export async function openStudio(site: TestSite, values: Partial<Petition> = {}): Promise<Studio> {
  const petition = await addPetition(site, values)
  const own = await signInAs(site, { id: petition.accountId! })
  return { petition, own, place: `/account/petitions/${petition.slug}/paper` }
}

export async function orderSheets(site: TestSite, { place, own }: Studio, count: number, language = 'en') {
  return site.submit(`${place}/sheets`, { count: String(count), language }, own)
}

export async function codeFor(site: TestSite, { petition }: Studio, number: number): Promise<string> {
  return codeOf(await site.deps.keyring.getPetitionKeys(site.db, petition.id), {
    petitionId: petition.id,
    number,
  })
}

export function drawScan(): Promise<Buffer> {
  return sharp({ create: { width: 600, height: 800, channels: 3, background: '#fffdf9' } })
    .withExif({ IFD0: { Copyright: 'Camera of Nour' } })
    .jpeg()
    .toBuffer()
}

export function sendScan(
  site: TestSite,
  { place, own }: Studio,
  { code, file }: { code: string; file: Buffer },
) {
  const boundary = 'paper-boundary'
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="code"\r\n\r\n${code}\r\n` +
        `--${boundary}\r\nContent-Disposition: form-data; name="scan"; filename="s.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
    ),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return site.app.inject({
    method: 'POST',
    url: `${place}/scans`,
    payload,
    headers: {
      ...own,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'sec-fetch-site': 'same-origin',
      'accept-language': 'en',
    },
  })
}

/** @returns the path of the private page, which only their mail has. */
export async function invite(
  site: TestSite,
  { place, own }: Studio,
  email: string,
  name = 'Idir',
): Promise<string> {
  const answer = await site.submit(`${place}/keyers`, { name, email, mailLanguage: 'en' }, own)
  if (answer.statusCode !== 303) throw new Error(`Inviting was answered with ${answer.statusCode}`)
  await site.work()
  return linkIn(
    site.mails.findLast((mail) => mail.to === email),
    '/paper/',
  ).replace(/\?.*/, '')
}

export interface Typed {
  name: string
  locality?: string
  postcode?: string
  signedOn?: string
}

/** The form of a sheet, its lines from the first on. */
export function fieldsOf(site: TestSite, lines: Typed[]): Record<string, string> {
  const today = dayOf(site.deps.clock.now(), site.deps.config.timeZone)
  return Object.fromEntries(
    lines.flatMap(({ name, locality = 'Lyon', postcode = '69007', signedOn = today }, index) =>
      name === ''
        ? []
        : [
            [`name_${index + 1}`, name],
            [`locality_${index + 1}`, locality],
            [`postcode_${index + 1}`, postcode],
            [`signedOn_${index + 1}`, signedOn],
          ],
    ),
  )
}

/** A sheet that the campaigner and somebody invited read alike. */
export async function countSheet(site: TestSite, studio: Studio, lines: Typed[], helper: string, number = 1) {
  await orderSheets(site, studio, 1)
  await sendScan(site, studio, { code: await codeFor(site, studio, number), file: await drawScan() })
  const fields = fieldsOf(site, lines)
  await site.submit(`${studio.place}/sheets/${number}/keying`, fields, studio.own)
  return site.submit(`${helper}/sheets/${number}/keying`, fields)
}
