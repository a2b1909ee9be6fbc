/**
 * From the delivery to what became of a promise, in a real browser with every mail read from a real mail server: the
 * campaigner delivers, the mayor sees, acknowledges, fetches the list and replies, a moderator checks, the signers read
 * and judge, the campaigner answers, and for two years both are asked what became of the promise.
 */

import t, { type Test } from 'tap'
import { getOrAddAccount } from '../../src/accounts/accounts.js'
import { appointModerators } from '../../src/accounts/appoint.js'
import type { Locale, Petition } from '../../src/database/tables.js'
import { addMonths } from '../../src/petitions/days.js'
import { keepUp } from '../../src/upkeep.js'
import { checkFits, DESK, openPage, type Page, PHONE, startBrowser } from '../support/browser.js'
import { doorOf } from '../support/door.js'
import { addConfirmedSignatures, addPetition } from '../support/factories.js'
import { checkPage, download, fill, leadsTo, linkTo, pathOf, press, signIn } from '../support/hands.js'
import type { ReceivedMail } from '../support/mail-server.js'
import { type Around, acknowledge, fetchList, LETTER, MAYOR, PROMISE, reply } from '../support/mayor.js'
import { startService, type TestService } from '../support/service.js'

const MODERATOR = 'moderator@clameur.example'
const CAMPAIGNER = 'nour@example.org'
const DAY_MS = 86_400_000
/** So many answers it takes until they are shown. */
const SIGNERS = 10

const WAYS = [
  {
    named: 'with script, in English, on a wide screen',
    language: 'en',
    said: 'In part',
    options: { javaScriptEnabled: true, locale: 'en-GB', viewport: DESK },
  },
  {
    named: 'without script, in French, on a phone',
    language: 'fr',
    said: 'En partie',
    options: { javaScriptEnabled: false, locale: 'fr-FR', viewport: PHONE },
  },
] as const

for (const { named, language, said, options } of WAYS)
  t.test(`from the delivery to the outcome ${named}`, async (t) => {
    const service = await startService(t)
    const petition = await addOpenPetition(service, language)
    await appointModerators(service.deps, [MODERATOR])
    const browser = await startBrowser(t)
    const open = () => openPage(t, browser, { baseURL: service.url, ...options })
    const glance = (page: Page) => checkFits(t, page)
    // In both colours and at both sizes whatever the way, which takes long: once is enough.
    const look = options.javaScriptEnabled ? (page: Page) => checkPage(t, page) : glance
    const around: Around = { service, petition, look, glance }
    const publicPage = `/petitions/${petition.slug}`
    const [campaigner, mayor, moderator, signer] = [await open(), await open(), await open(), await open()]

    await deliver(t, campaigner, around)
    const delivered = await acknowledge(t, mayor, around)
    const list = await fetchList(t, mayor, around)
    t.equal(list.trim().split('\n').length, SIGNERS + 1, 'everybody who signed is on it, below a head')
    await reply(t, mayor, around)
    await publishReply(t, moderator, around)
    await readAnswer(t, signer, around)
    await judge(t, signer, around)
    await signer.goto(publicPage)
    t.match(await signer.innerText('main .reply'), new RegExp(`${said} 10\\s?% \\(1\\)`))
    await answerOnce(t, campaigner, around)
    await signer.goto(publicPage)
    t.match(await signer.innerText('main .reply'), 'Wednesdays are a beginning.')
    await glance(signer)

    const { toMayor: first } = await askAfterMonths(t, around, 6)
    await mayor.goto(linkTo(first, '/dossiers/'))
    await say(mayor, 'under-way', 'The teams are being hired.', around)
    const { toCampaigner } = await askAfterMonths(t, around, 12)
    const studio = linkTo(toCampaigner, `/account${publicPage}/outcomes`)
    await signIn(campaigner, service, CAMPAIGNER, pathOf(studio))
    await say(campaigner, 'partly', 'Open, but every other week only.', around)
    const { toMayor: last } = await askAfterMonths(t, around, 24)
    await mayor.goto(delivered)
    t.equal(await mayor.locator('form[action*="/links"]').count(), 1, 'a link of two years ago has ended')
    await look(mayor)
    await mayor.goto(linkTo(last, '/dossiers/'))
    await say(mayor, 'kept', 'Open since the first of March, every Wednesday.', around)
    await look(mayor)

    for (const address of ['/outcomes', publicPage]) {
      await signer.goto(address)
      const register = await signer.innerText('main')
      for (const words of [PROMISE, 'The teams are being hired', 'every other week only', 'first of March'])
        t.match(register, words)
      await look(signer)
    }
    await askAfterMonths(t, around, 36, [])
  })

/** Signed by people who asked for news; everybody reads `language`. */
async function addOpenPetition(service: TestService, language: Locale): Promise<Petition> {
  const person = { email: CAMPAIGNER, name: 'Nour Haddad', locale: language }
  const { id: accountId } = await getOrAddAccount(service.deps, person)
  const petition = await addPetition(service, { locale: language, accountId })
  await service.db.updateTable('decisionMakers').set({ locale: language }).execute()
  await addConfirmedSignatures(service, petition, SIGNERS, { updates: true, locale: language })
  return petition
}

async function deliver(t: Test, page: Page, { service, petition, look, glance }: Around): Promise<void> {
  const studio = `/account/petitions/${petition.slug}`
  await signIn(page, service, CAMPAIGNER, '/account')
  await page.locator(`main a[href*="${studio}"]`).first().click()
  await page.locator(`main a[href*="${studio}/delivery"]`).click()
  await glance(page)
  await press(page, 'form[action*="/delivery"]', 'button[value=now]')
  t.ok(await page.locator('[aria-invalid=true], .wrong').count(), 'nothing is delivered by a slip')
  await look(page)
  await page.check('[name=confirmed]')
  await press(page, 'form[action*="/delivery"]', 'button[value=now]')
  await glance(page)
  await page.goto(`/petitions/${petition.slug}`)
  await glance(page)
}

async function publishReply(t: Test, page: Page, { service, petition, look, glance }: Around): Promise<void> {
  const shown = await (await fetch(`${service.url}/petitions/${petition.slug}`)).text()
  t.notMatch(shown, 'Wednesday mornings', 'nothing is shown that nobody has checked')
  await signIn(page, service, MODERATOR, '/desk')
  await page.locator('main a[href*="/desk/replies/"]').first().click()
  t.match(await page.innerText('main'), MAYOR, 'where the link was sent can be compared with the institution')
  t.match(await page.innerText('main'), PROMISE)
  await look(page)
  t.strictSame(await download(page, 'a[href$="/attachment.pdf"]'), LETTER)
  await press(page, 'form[action*="/publication"]')
  await glance(page)
}

/** By mail and on the public page, with its letter. */
async function readAnswer(t: Test, page: Page, { service, petition, glance }: Around): Promise<void> {
  const { mailServer } = service
  const isReply = ({ text }: ReceivedMail) => /Wednesday mornings/.test(text)
  const mails = Array.from({ length: SIGNERS }, (_, index) => mailServer.mailTo(signerAt(index), isReply))
  for (const { headers } of await Promise.all(mails)) t.ok(headers['list-unsubscribe'])
  await mailServer.mailTo(CAMPAIGNER, isReply)
  await mailServer.mailTo(MAYOR, (mail) => leadsTo(mail, `/petitions/${petition.slug}`) && !isReply(mail))

  await page.goto(`/petitions/${petition.slug}`)
  t.match(await page.innerText('main .reply'), /Claire Fontanel/)
  t.match(await page.innerText('main #outcome'), PROMISE, 'the promise is a public line')
  await glance(page)
  t.strictSame(await download(page, '.reply a[href$="/attachment.pdf"]'), LETTER)
}

/** One in the browser; the others press their buttons meanwhile. */
async function judge(t: Test, page: Page, { service, look, glance }: Around): Promise<void> {
  const own = async (index: number) => {
    const asks = (mail: ReceivedMail) => mail.links.some((link) => pathOf(link).endsWith('/verdicts'))
    const { links } = await service.mailServer.mailTo(signerAt(index), asks)
    return links.find((link) => pathOf(link).endsWith('/verdicts'))!
  }
  await page.goto(await own(0))
  await glance(page)
  await press(page, 'form[action*="/verdicts"]', 'button[value=partly]')
  t.equal(await page.locator('button[value=partly][aria-pressed=true]').count(), 1)
  await look(page)
  const { id } = await service.db.selectFrom('replies').select('id').executeTakeFirstOrThrow()
  const door = doorOf(service)
  for (let index = 1; index < SIGNERS; index++)
    await door.submit(new URL(await own(index)).pathname, { reply: String(id), verdict: 'yes' })
}

async function answerOnce(t: Test, page: Page, { service, petition, look, glance }: Around): Promise<void> {
  const form = 'form[action*="/answers"]'
  await page.goto(`/account/petitions/${petition.slug}`)
  await glance(page)
  await fill(page, { answer: 'Wednesdays are a beginning.' })
  await press(page, form)
  await look(page)
  t.equal(await page.locator(`main ${form}`).count(), 0, 'and no second time')
  await service.mailServer.mailTo(signerAt(0), ({ text }) => /Wednesdays are a beginning/.test(text))
}

/** Lets the clock go on until so many months after the promise: nothing is asked the day before. */
async function askAfterMonths(
  t: Test,
  { service }: Around,
  months: number,
  asked = [MAYOR, CAMPAIGNER],
): Promise<{ toMayor: ReceivedMail; toCampaigner: ReceivedMail }> {
  const { db, deps, mailServer } = service
  const { promisedOn } = await db.selectFrom('outcomes').select('promisedOn').executeTakeFirstOrThrow()
  const before = mailServer.received.length
  const questions = () => mailServer.received.slice(before).filter(({ text }) => text.includes(PROMISE))
  const day = Date.parse(`${addMonths(promisedOn, months)}T12:00:00Z`)
  service.wait(day - DAY_MS - deps.clock.now().getTime())
  await keepUp(deps)
  await doorOf(service).work()
  t.equal(questions().length, 0, `nobody is asked the day before it is ${months} months`)
  service.wait(DAY_MS)
  await keepUp(deps)
  const isQuestion = (mail: ReceivedMail) => questions().includes(mail)
  const mails = await Promise.all(asked.map((to) => mailServer.mailTo(to, isQuestion)))
  await keepUp(deps)
  await doorOf(service).work()
  t.equal(questions().length, asked.length, `after ${months} months, once`)
  return { toMayor: mails[0]!, toCampaigner: mails[1]! }
}

async function say(page: Page, said: string, note: string, { glance }: Around): Promise<void> {
  await glance(page)
  await page.check(`[name=said][value=${said}]`)
  await fill(page, { note })
  await press(page, 'form[action*="/answers"]')
  await glance(page)
}

function signerAt(index: number): string {
  return `signer${index + 1}@example.net`
}
