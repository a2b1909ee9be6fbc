/** The time of a link to a private page: told, ended, and followed by the next one, which is shown to nobody else. */

import t from 'tap'
import type { Petition } from '../../src/database/tables.js'
import { briefPath } from '../../src/decision-makers/links.js'
import { tellDecisionMakersLater } from '../../src/decision-makers/tell.js'
import { addModerator, signInAs } from '../support/factories.js'
import { addReader, openNames, placeIn, sendReply } from '../support/reader.js'
import { listRoutes } from '../support/routes.js'
import { startSite, type TestSite } from '../support/site.js'

/** What the brief of the one whom a petition asks prints. */
async function findDoor({ db, deps }: TestSite, { id }: Petition): Promise<string> {
  const maker = await db.selectFrom('decisionMakers').selectAll().executeTakeFirstOrThrow()
  return briefPath(await deps.keyring.getPetitionKeys(db, id), maker)
}

const DAY = 86_400_000
const HOUR = 3_600_000

async function start(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t)
  const reader = await addReader(site)
  await tellDecisionMakersLater(site.deps)
  await site.work('decision-maker-notices')
  const linkMails = () => site.mails.filter(({ subject }) => subject.startsWith('Your link: '))
  return { site, ...reader, linkMails }
}

t.test('a link works for a year from its first mail, which says until when, as does the page', async (t) => {
  const { site, place } = await start(t)
  const until = new Date(site.deps.clock.now().getTime() + 365 * DAY)
  const told = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeZone: site.deps.config.timeZone,
  }).format(until)

  t.equal(placeIn(site.mails[0]), place)
  t.match(site.mails[0]!.text.replace(/\s+/g, ' '), `They work until ${told}`)
  t.match((await site.get(place)).body, `works until ${told}`)
  site.wait(364 * DAY)
  t.equal((await site.get(place)).statusCode, 200)
  site.wait(DAY + 1_000)
  const ended = await site.get(place)
  t.equal(ended.statusCode, 410)
  t.match(ended.body, 'This link works no more')
  t.notMatch(ended.body, 'mayor@city.example')
  for (const noun of ['acknowledgement', 'replies', 'rhythm', 'disclaimer', 'dossiers', 'codes', 'visit'])
    t.equal((await site.submit(`${place}/${noun}`, { rhythm: 'none' })).statusCode, 410, noun)
  t.match(await site.db.selectFrom('decisionMakers').selectAll().executeTakeFirst(), {
    state: 'active',
    acknowledgedAt: null,
    rhythm: 'threshold',
  })
})

t.test(
  'an old link has the next one sent to the address that is known, on a press of a button',
  async (t) => {
    const { site, place, linkMails } = await start(t)
    site.wait(366 * DAY)

    await site.get(place)
    await site.work('confirmation-mails')
    t.equal(linkMails().length, 0, 'opening it sends nothing')
    const answer = await site.submit(`${place}/links`)
    await site.work('confirmation-mails')

    t.equal(answer.headers.location, `${place}?done=sent`)
    t.match(
      (await site.get(answer.headers.location as string)).body,
      /on its way to the address that we know/,
    )
    t.equal(linkMails().length, 1)
    t.match(linkMails()[0], { to: 'mayor@city.example' })
    const next = placeIn(linkMails()[0])
    t.not(next, place)
    t.equal((await site.get(next)).statusCode, 200)
    t.equal((await site.get(place)).statusCode, 410, 'the old one stays ended')
  },
)

t.test('whoever has an old link cannot bomb the mailbox with it', async (t) => {
  const { site, place, linkMails } = await start(t)
  site.wait(366 * DAY)

  const answers = await Promise.all(Array.from({ length: 6 }, () => site.submit(`${place}/links`)))
  await site.work('confirmation-mails')

  t.equal(linkMails().length, 3)
  t.equal(answers.filter(({ headers }) => String(headers.location).endsWith('too-often')).length, 3)
  site.wait(HOUR + 1_000)
  t.match(await site.submit(`${place}/links`), { headers: { location: `${place}?done=sent` } })
})

t.test(
  'a recipient ends their link at once, with the browsers that it let in, and gets the next',
  async (t) => {
    const { site, place, linkMails } = await start(t)
    await site.submit(`${place}/dossiers`)
    await site.work('dossiers')
    const { id } = await site.db.selectFrom('dossiers').select('id').executeTakeFirstOrThrow()
    const open = await openNames(site, place)

    const answer = await site.submit(`${place}/replacement`)
    await site.work('confirmation-mails')

    t.equal(answer.headers.location, `${place}?done=sent`)
    t.match(await site.get(answer.headers.location as string), { statusCode: 410, body: /on its way/ })
    const next = placeIn(linkMails()[0])
    t.match(linkMails()[0], { to: 'mayor@city.example' })
    t.equal((await site.get(next)).statusCode, 200)
    const list = `/dossiers/${id}/signatures.csv`
    t.equal((await site.get(`${place}${list}`, open)).statusCode, 410)
    t.equal(
      (await site.get(`${next}${list}`, open)).statusCode,
      303,
      'its session opens nothing under the next',
    )
    t.equal((await site.get(`${next}${list}`, await openNames(site, next))).statusCode, 200)
    t.equal((await site.submit(`${place}/replacement`)).statusCode, 410, 'the old one ends nothing any more')
    t.equal((await site.get(next)).statusCode, 200)
    t.match((await site.get(next)).body, 'A link was ended, and the next one sent')
  },
)

t.test('a mail near the end of a link carries the next one, and both work meanwhile', async (t) => {
  const { site, place } = await start(t)
  await site.db.updateTable('decisionMakers').set({ rhythm: 'closing' }).execute()
  site.wait(300 * DAY)
  await site.db.updateTable('petitions').set({ state: 'closed', closedAt: site.deps.clock.now() }).execute()
  site.wait(DAY)

  await tellDecisionMakersLater(site.deps)
  await site.work('decision-maker-notices')

  const next = placeIn(site.mails.at(-1))
  t.not(next, place)
  t.equal((await site.get(next)).statusCode, 200)
  t.equal((await site.get(place)).statusCode, 200)
  site.wait(65 * DAY)
  t.equal((await site.get(place)).statusCode, 410)
  t.equal((await site.get(next)).statusCode, 200)
})

t.test('a number that was never reached, or is written another way, opens nothing', async (t) => {
  const { site, place } = await start(t)
  const [head, mac] = [place.slice(0, place.lastIndexOf('.')), place.slice(place.lastIndexOf('.'))]

  for (const path of [`${head}.1${mac}`, `${head}.0${mac}`, `${head}.00${mac}`, `${head}.${mac}`])
    t.equal((await site.get(path)).statusCode, 404, path)
})

t.test('the campaigner has it sent again once a week, and never sees it', async (t) => {
  const { site, petition, maker, place, linkMails } = await start(t)
  const headers = await signInAs(site, { id: petition.accountId! })
  const studio = `/account/petitions/${petition.slug}`
  const send = () => site.submit(`${studio}/decision-makers/${maker.id}/links`, {}, headers)
  const other = await addReader(site)

  t.match((await site.get(studio, headers)).body, 'Send them the link again')
  const answer = await send()
  const again = await send()
  await site.work('confirmation-mails')

  t.equal(answer.headers.location, `${studio}?done=link-sent`)
  t.equal(again.headers.location, `${studio}?done=link-not-sent`)
  t.equal(linkMails().length, 1)
  t.match(linkMails()[0], { to: 'mayor@city.example', text: /Nour Haddad, who started the petition/ })
  t.equal(placeIn(linkMails()[0]), place)
  const page = (await site.get(`${studio}?done=link-sent`, headers)).body
  t.match(page, 'within the last week')
  t.notMatch(page, place)
  t.equal(
    (await site.submit(`${studio}/decision-makers/${other.maker.id}/links`, {}, headers)).statusCode,
    404,
    'another petition’s',
  )
  site.wait(7 * DAY + 1_000)
  t.equal((await send()).headers.location, `${studio}?done=link-sent`)
})

t.test(
  'who wants no mails is not reminded by the campaigner; a moderator may have the link sent',
  async (t) => {
    const { site, petition, maker, place, linkMails } = await start(t)
    await site.submit(`${place}/rhythm`, { rhythm: 'none' })
    const headers = await signInAs(site, { id: petition.accountId! })
    const studio = `/account/petitions/${petition.slug}`
    const moderator = await signInAs(site, await addModerator(site))
    const desk = `/desk/petitions/${petition.id}`

    t.notMatch((await site.get(studio, headers)).body, 'Send them the link again')
    const refused = await site.submit(`${studio}/decision-makers/${maker.id}/links`, {}, headers)
    await site.work('confirmation-mails')
    t.equal(refused.headers.location, `${studio}?done=link-not-sent`)
    t.equal(linkMails().length, 0)

    const answer = await site.submit(`${desk}/recipients/${maker.id}/links`, {}, moderator)
    await site.work('confirmation-mails')
    t.equal(answer.headers.location, `${desk}?done=link-sent`)
    t.equal(linkMails().length, 1)
    const page = (await site.get(answer.headers.location as string, moderator)).body
    t.match(page, 'Decision-maker’s link sent again')
    t.notMatch(page, place)
  },
)

t.test('in French the end of a link and the mail of the next one are told too', async (t) => {
  const { site, place } = await start(t)
  await site.db.updateTable('decisionMakers').set({ locale: 'fr' }).execute()
  await site.submit(`${place}/replacement`)
  await site.work('confirmation-mails')

  t.match((await site.get(place, { 'accept-language': 'fr' })).body, 'Ce lien ne fonctionne plus')
  t.match(site.mails.at(-1), { subject: /^Votre lien\s: /, text: /Il fonctionne jusqu’au/ })
})

t.test('the address in a brief opens nothing, and has the link sent to whom it is for', async (t) => {
  const { site, place, petition, linkMails } = await start(t)
  const door = await findDoor(site, petition)

  const page = await site.get(door)
  t.equal(page.statusCode, 200)
  t.match(page.body, 'lets nobody answer')
  t.notMatch(page.body, /mayor@city\.example|codes|signatures\.csv/)
  await site.work('confirmation-mails')
  t.equal(linkMails().length, 0, 'opening it sends nothing')
  const answer = await site.submit(`${door}/links`)
  await site.work('confirmation-mails')

  t.equal(answer.headers.location, `${door}?done=sent`)
  t.match((await site.get(`${door}?done=sent`)).body, 'on its way to that mailbox')
  t.equal(linkMails().length, 1)
  t.match(linkMails()[0], { to: 'mayor@city.example', text: /has the\s+brief/ })
  t.equal(placeIn(linkMails()[0]), place)
})

t.test('whoever was passed a brief can do nothing else with its address', async (t) => {
  const { site, place, petition } = await start(t)
  await site.submit(`${place}/dossiers`)
  await site.work('dossiers')
  const { id } = await site.db.selectFrom('dossiers').select('id').executeTakeFirstOrThrow()
  const door = await findDoor(site, petition)
  const readState = () =>
    Promise.all([
      site.db.selectFrom('decisionMakers').selectAll().execute(),
      site.db.selectFrom('readerActs').selectAll().execute(),
      site.db.selectFrom('mails').selectAll().execute(),
      site.db.selectFrom('downloads').selectAll().execute(),
      site.db.selectFrom('replies').selectAll().execute(),
    ])
  const before = await readState()

  const routes = listRoutes(site.app).filter(({ path }) => path.startsWith('/dossiers/:token'))
  t.ok(routes.length > 30, `${routes.length} addresses`)
  for (const { method, path } of routes) {
    const url = path
      .replace('/dossiers/:token', door)
      .replace(':id', String(id))
      .replace(':file', 'brief.pdf')
    if (url === `${door}/links` && method === 'POST') continue
    const isReply = url === `${door}/replies` && method === 'POST'
    const answer = isReply
      ? await sendReply(site, door, { kind: 'accept', body: 'Yes, of course we will.' })
      : method === 'POST'
        ? await site.submit(url, { rhythm: 'none', note: 'no' })
        : await site.get(url)
    t.equal(answer.statusCode, method === 'POST' ? 403 : 200, `${method} ${path}`)
    t.match(answer.body, 'lets nobody answer', `${method} ${path}`)
  }

  t.strictSame(await readState(), before, 'nothing has changed')
})

t.test('a brief has its link sent three times a day, and not to who has stepped aside', async (t) => {
  const { site, place, petition, linkMails } = await start(t)
  const door = await findDoor(site, petition)

  const answers = await Promise.all(Array.from({ length: 6 }, () => site.submit(`${door}/links`)))
  await site.work('confirmation-mails')
  t.equal(linkMails().length, 3)
  t.equal(answers.filter(({ headers }) => String(headers.location).endsWith('too-often')).length, 3)
  t.match((await site.get(`${door}?done=too-often`)).body, 'try again tomorrow')
  site.wait(HOUR + 1_000)
  t.match(await site.submit(`${door}/links`), { headers: { location: `${door}?done=too-often` } })
  site.wait(DAY)
  t.match(await site.submit(`${door}/links`), { headers: { location: `${door}?done=sent` } })
  await site.work('confirmation-mails')

  await site.submit(`${place}/objection`, { note: '' })
  t.match(await site.submit(`${door}/links`), { headers: { location: door } })
  t.match((await site.get(`${door}?lang=fr`)).body, 'On n’y écrit plus à personne')
  await site.work('confirmation-mails')
  t.equal(linkMails().length, 4)
})
