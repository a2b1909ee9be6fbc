import t from 'tap'
import { tellDeskLater } from '../../src/moderation/waiting-mails.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const MINUTE_MS = 60_000

async function startDesk(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t)
  const moderator = await addModerator(site)
  await site.db.updateTable('accounts').set({ deskMails: true }).where('id', '=', moderator.id).execute()
  const maya = await signInAs(site, moderator)
  return { site, moderator, maya }
}

function submit(site: TestSite) {
  return addPetition(site, { state: 'submitted', openedAt: null, title: 'Open the pool' })
}

function told({ mails }: TestSite) {
  return mails.filter(({ subject }) => subject === 'Something waits at the moderation desk')
}

t.test(
  'the first thing in an empty queue is told at once, and what follows within the hour together',
  async (t) => {
    const { site } = await startDesk(t)
    await site.work()
    t.equal(told(site).length, 0, 'nothing waits')

    await submit(site)
    await site.work()
    t.equal(told(site).length, 1)
    site.wait(10 * MINUTE_MS)
    await submit(site)
    await site.work()
    t.equal(told(site).length, 1, 'an hour has not passed')
    site.wait(51 * MINUTE_MS)
    await site.work()
    t.equal(told(site).length, 2)
    t.match(told(site)[1]?.text, '2 petitions to publish')
    site.wait(300 * MINUTE_MS)
    await site.work()
    t.equal(told(site).length, 2, 'nothing new has come in')
  },
)

t.test('it names nobody and nothing', async (t) => {
  const { site } = await startDesk(t)
  await submit(site)
  await site.work()

  const { to, text, html, headers } = told(site)[0]!
  t.equal(to, 'moderator@clameur.test')
  t.notMatch(`${text}${html}`, /Open the pool|Nour Haddad|campaigner\d/)
  t.match(text, '1 petition to publish')
  t.match(headers?.['List-Unsubscribe-Post'], 'One-Click')
})

t.test('two workers tell once, and what was decided meanwhile is not told', async (t) => {
  const { site, maya } = await startDesk(t)
  const petition = await submit(site)
  await Promise.all([tellDeskLater(site.deps), tellDeskLater(site.deps)])
  t.equal(
    (await site.db.selectFrom('mails').select('id').where('kind', '=', 'desk-waiting').execute()).length,
    1,
  )

  await site.submit(`/desk/petitions/${petition.id}/publication`, {}, maya)
  await site.work()

  t.equal(told(site).length, 0)
})

t.test('they are stopped by the link of each mail, and by the switch at the desk', async (t) => {
  const { site, maya, moderator } = await startDesk(t)
  const wants = async () =>
    (
      await site.db
        .selectFrom('accounts')
        .select('deskMails')
        .where('id', '=', moderator.id)
        .executeTakeFirstOrThrow()
    ).deskMails
  await submit(site)
  await site.work()
  const link = /<https:\/\/clameur\.test(\/unsubscribe\/desk\/[^>]+)>/.exec(
    String(told(site)[0]?.headers?.['List-Unsubscribe']),
  )?.[1] as string

  t.match((await site.get(link)).body, 'Stop these mails')
  t.equal(await wants(), true, 'looking changes nothing')
  const stopped = await site.submit(link, { 'List-Unsubscribe': 'One-Click' }, { 'sec-fetch-site': 'none' })
  t.equal(stopped.statusCode, 200)
  t.equal(await wants(), false)
  t.equal((await site.get(`${link.slice(0, -2)}AA`)).statusCode, 404)

  t.match((await site.get('/desk', maya)).body, 'Send me these mails')
  await site.submit('/desk/mails', { mails: 'on' }, maya)
  t.equal(await wants(), true)
  await site.submit('/desk/mails', { mails: 'off' }, maya)
  t.equal(await wants(), false)
})

t.test('who may not decide is not told', async (t) => {
  const { site, moderator } = await startDesk(t)
  await site.db.updateTable('accounts').set({ role: 'reviewer' }).where('id', '=', moderator.id).execute()
  await submit(site)
  await site.work()

  t.equal(told(site).length, 0)
})
