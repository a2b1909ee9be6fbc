/**
 * A site on which everything has happened once: every address has somebody who may open it, and every form something
 * that can be decided. What is made here leads on by its mails and pages: crawl.ts follows them.
 */

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Account, Petition } from '../../../src/database/tables.js'
import { deliverPetition } from '../../../src/decision-makers/deliver.js'
import { submitReply } from '../../../src/decision-makers/reply.js'
import { tokenOf } from '../../../src/keys/links.js'
import { publishReply } from '../../../src/moderation/decide-reply.js'
import { addDays, dayOf } from '../../../src/petitions/days.js'
import { destroyDueKeys } from '../../../src/retention/destroy.js'
import { withdrawSignature } from '../../../src/signatures/withdraw.js'
import { appealLink, WORDS } from '../../appeals/support.js'
import { openMine } from '../../my-signatures/support.js'
import {
  codeFor,
  drawScan,
  fieldsOf,
  invite,
  openStudio,
  orderSheets,
  sendScan,
} from '../../paper/support.js'
import { cookieOf, register } from '../../passkeys/support.js'
import { robot, send } from '../../quarantine/support.js'
import { report } from '../../reports/support.js'
import { sign, signAndConfirm } from '../../signatures/support.js'
import { addConfirmed } from '../../support/confirmed.js'
import { addConfirmedSignatures, addModerator, addPetition, signInAs } from '../../support/factories.js'
import { confirmDraft, fillIn, petitionOfDraft, startDraft } from '../../support/launch.js'
import { pdfWith } from '../../support/pdf-attacks.js'
import { openNames } from '../../support/reader.js'
import { askForLink } from '../../support/sign-in.js'
import type { TestSite } from '../../support/site.js'

export type Headers = Record<string, string>

export interface Person {
  /** What their browser sends along. */
  headers: Headers
  /** Where they have something that others have not. */
  sees: RegExp
}

export interface World {
  people: Record<string, Person>
  /** Where forms lead that only a decision sends. */
  links: string[]
  /** How far the clock of the site was moved, in milliseconds. */
  ahead: number
}

const DAY = 86_400_000
const PDF = pdfWith('4 0 obj\n<< /Type /Catalog >>\nendobj\n')
const ADMINISTRATOR = 'admin@clameur.test'

export async function furnishWorld(site: TestSite): Promise<World> {
  const administrator = await addModerator(site, { role: 'administrator', email: ADMINISTRATOR })
  const accountId = administrator.id
  const petition = await addPetition(site, { accountId })
  for (const state of ['rejected', 'closed', 'victory', 'retired'] as const)
    await addPetition(site, { state, accountId, closedAt: site.deps.clock.now() })
  for (let count = 0; count < 3; count++) await addPetition(site, { state: 'submitted' })
  // Signed on the institution's own site: its campaigner tells the number from there.
  const { slug: mirrored } = await addPetition(site, { accountId, institution: 'fr-assemblee' })
  const hidden = await addPetition(site, { title: 'Against the mayor' })
  const destroyed = await destroyOld(site, accountId)

  const place = await fillPetition(site, petition)
  await announceSample(site, place)
  await drawSample(site)
  await answer(site, petition, administrator)
  // Sessions of the desk end after twelve hours without use, so they begin when the clock has been moved.
  const boss = await signInAs(site, administrator)
  const published = await startDrafts(site, boss)
  await keepDesk(site, petition, hidden, boss)
  await writePapers(site, accountId)
  // Whoever has shown a passkey has a session of its own.
  const proved = cookieOf((await register(site, boss, { name: 'Blue key' })).answer)
  await askForLink(site, ADMINISTRATOR)
  await site.db.updateTable('accounts').set({ deskMails: true }).where('id', '=', accountId).execute()
  const signer = await openMine(site)
  await site.submit('/my-signatures/address', { email: 'ada.new@example.com' }, signer)
  await site.submit('/my-signatures', { email: 'ada@example.com' })
  await site.work()

  const rahel = await addModerator(site, { role: 'reviewer', email: 'rahel@clameur.test', name: 'Rahel' })
  await keepMail(site)
  // The last thing: its mailing has not begun, and can be paused.
  const news = { title: 'We met the mayor', body: 'She listened for an hour, and asked for the numbers.' }
  await site.submit(`/account/petitions/${petition.slug}/updates`, { ...news, act: 'publish' }, proved)
  const people = {
    nobody: { headers: {}, sees: /^(?!\/(desk|account\/|my-signatures\/))/ },
    administrator: { headers: proved, sees: /^\/(desk|account|petitions\/[^/]+$)/ },
    reviewer: { headers: await signInAs(site, rahel), sees: /^\/desk\/(petitions|reports)/ },
    recipient: { headers: await openNames(site, place), sees: /^\/dossiers\// },
    signer: { headers: signer, sees: /^\/my-signatures/ },
  }
  return {
    people,
    links: [
      `/desk/bulk?act=publication&done=${published}`,
      `/account/petitions/${mirrored}/official-count`,
      destroyed,
    ],
    ahead: site.deps.clock.now().getTime() - Date.now(),
  }
}

/** Signed, confirmed, talked about, delivered, and taken back once. @returns the decision-maker's private page. */
async function fillPetition(site: TestSite, petition: Petition): Promise<string> {
  const [gone] = await addConfirmedSignatures(site, petition, 60)
  await addConfirmed(site, petition, [
    { name: 'Karl Brandt', shownName: 'Karl Brandt', comment: 'The one place that is open and warm.' },
  ])
  await signAndConfirm(site, petition.slug, { updates: 'on', campaigner_news: 'on', show_name: 'on' })
  await sign(site, petition.slug, { name: 'Blaise Pascal', email: 'blaise@example.com' })
  site.wait(70_000)
  await site.work()
  const place = await placeOf(site, petition)
  await deliverPetition(site.deps, petition, 'campaigner')
  await site.work()
  site.wait(60_000)
  await site.submit(`${place}/acknowledgement`)
  await withdrawSignature(site.deps, { petitionId: petition.id, signatureId: gone! })
  return place
}

async function placeOf(site: TestSite, petition: Petition): Promise<string> {
  const { id } = await makerOf(site, petition)
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  return `/dossiers/${tokenOf(keys, 'decision-maker', { petitionId: petition.id, subjectId: id })}`
}

function makerOf({ db }: TestSite, { id }: Pick<Petition, 'id'>) {
  return db
    .selectFrom('decisionMakers')
    .select(['id', 'petitionId'])
    .where('petitionId', '=', id)
    .executeTakeFirstOrThrow()
}

/** People were drawn, and have been asked. */
async function drawSample(site: TestSite): Promise<void> {
  const petition = await addPetition(site, { title: 'Light the path to the school' })
  await addConfirmedSignatures(site, petition, 60)
  const place = await placeOf(site, petition)
  await site.work()
  await announceSample(site, place)
  site.wait(2 * DAY)
  const value = { value: '8 012.44', source: 'https://exchange.example' }
  await site.submit(`${place}/sample-checks/1/value`, value)
  await site.work()
}

async function announceSample(site: TestSite, place: string): Promise<void> {
  const value_on = addDays(dayOf(site.deps.clock.now(), site.deps.config.timeZone), 1)
  const announced = 'The closing value of the CAC 40'
  const { statusCode } = await site.submit(`${place}/sample-checks`, { people: '20', announced, value_on })
  if (statusCode !== 303) throw new Error(`Announcing a check was answered with ${statusCode}`)
}

/** One reply is published and promises something, one waits. */
async function answer(site: TestSite, petition: Petition, moderator: Account): Promise<void> {
  const maker = await makerOf(site, petition)
  const reply = {
    body: 'We will keep the library open on Wednesdays from January.',
    signedBy: 'Claire Fontanel, Mayor',
    kind: 'accept' as const,
    attachment: PDF,
  }
  const promisedFor = addDays(dayOf(site.deps.clock.now(), site.deps.config.timeZone), 60)
  await submitReply(site.deps, maker, { ...reply, promise: 'Open every Wednesday', promisedFor })
  const first = await site.db.selectFrom('replies').selectAll().executeTakeFirstOrThrow()
  await publishReply(site.deps, first, moderator)
  await submitReply(site.deps, maker, reply)
  await site.work()
}

/** Reports, an appeal, an attack that was set aside, and a decision-maker who cannot be written to. */
async function keepDesk(site: TestSite, petition: Petition, hidden: Petition, boss: Headers): Promise<void> {
  const maya = await signInAs(site, await addModerator(site, { email: 'maya@clameur.test' }))
  await report(site, petition)
  const { id: reason } = await site.db
    .selectFrom('signatures')
    .select('id')
    .where('shownName', '=', 'Karl Brandt')
    .executeTakeFirstOrThrow()
  await report(site, petition, { reason: String(reason), email: 'other@example.net' })
  const note = 'These words call for violence against a village.'
  await site.submit(`/desk/petitions/${hidden.id}/hiding`, { reason: 'hate', note, sure: 'on' }, maya)
  site.wait(1_000)
  await site.work()
  await site.submit(appealLink(site), { words: WORDS })

  const robots = Array.from({ length: 40 }, (_, index) => robot(index))
  await send(site, petition, robots)
  site.wait(16_000)
  await site.work()
  const place = `/desk/petitions/${petition.id}/quarantines`
  const condition = await site.get(`${place}/new?network_typed=${robots[0]!.ip}`, boss)
  const network = /name="network" value="([0-9a-f]{32})"/.exec(condition.body)![1]!
  await site.submit(place, { network, reason: 'one-source' }, boss)
  const { id } = await addPetition(site, { title: 'Mend the bridge' })
  await site.db
    .updateTable('decisionMakers')
    .set({ bouncedAt: site.deps.clock.now() })
    .where('petitionId', '=', id)
    .execute()
}

/** A sheet that two read differently, one that waits to be read, and somebody who helps. */
async function writePapers(site: TestSite, accountId: number): Promise<void> {
  const studio = await openStudio(site, { accountId })
  const helper = await invite(site, studio, 'idir@example.org')
  await orderSheets(site, studio, 3)
  for (const number of [1, 2])
    await sendScan(site, studio, { code: await codeFor(site, studio, number), file: await drawScan() })
  await site.submit(`${studio.place}/sheets/1/keying`, fieldsOf(site, [{ name: 'Ana Lima' }]), studio.own)
  await site.submit(`${helper}/sheets/1/keying`, fieldsOf(site, [{ name: 'Anna Lima' }]))
}

async function destroyOld(site: TestSite, accountId: number): Promise<string> {
  const closedAt = new Date(site.deps.clock.now().getTime() - 400 * DAY)
  const { slug } = await addPetition(site, { state: 'closed', closedAt, accountId })
  await destroyDueKeys(site.deps)
  return `/petitions/${slug}/destruction`
}

/**
 * One that waits for its mail, and one with a picture that was sent and published.
 *
 * @returns the published one, whose publication can still be taken back.
 */
async function startDrafts(site: TestSite, boss: Headers): Promise<number> {
  const blue = { width: 900, height: 600, channels: 3, background: '#1f3a8a' } as const
  const file = await sharp({ create: blue }).png().toBuffer()
  const sent = await startDraft(site, { title: 'Plant trees along the canal' })
  await fillIn(site, sent, { file, alt: 'The canal' })
  await confirmDraft(site, sent)
  const { id } = await petitionOfDraft(site, sent)
  await site.submit(`/desk/petitions/${id}/publication`, {}, boss)
  const waiting = await startDraft(site, { title: 'Mend the stairs of the station' })
  await fillIn(site, waiting, { file, alt: 'The stairs' })
  await site.submit(`${waiting}/review`)
  await site.work()
  return id
}

/** The development mailbox is a folder: each site that begins with this world has its own. */
export async function keepMail({ deps }: Pick<TestSite, 'deps'>): Promise<void> {
  const folder = join(deps.config.dataDir, 'mailbox')
  await mkdir(folder, { recursive: true })
  const mail = {
    id: 'one',
    sentAt: new Date(0),
    to: 'ada@example.com',
    subject: 'One',
    text: 'One',
    html: '<p>One',
    links: [],
  }
  await writeFile(join(folder, 'one.json'), JSON.stringify(mail))
}
