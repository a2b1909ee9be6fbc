/** Administrators and the people of their desk. */

import t from 'tap'
import { addressOf, findAccountByAddress, getAccount } from '../../src/accounts/accounts.js'
import { firstModeratorUrl } from '../../src/accounts/first-moderator.js'
import { changeRole, removeFromDesk } from '../../src/people/change-role.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { linkIn, signIn } from '../support/sign-in.js'
import { startSite, type TestSite } from '../support/site.js'

const ZOE = { email: 'zoe@example.org', name: 'Zoé Marchand', role: 'moderator' }

async function startWithAda(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t)
  const account = await addModerator(site, { email: 'ada@example.org', name: 'Ada', role: 'administrator' })
  return { site, account, ada: await signInAs(site, account) }
}

async function roleOf(site: TestSite, email: string) {
  return (await findAccountByAddress(site.deps, email))?.role
}

t.test('somebody who is invited gets a mail whose link opens the desk, once', async (t) => {
  const { site, ada } = await startWithAda(t)

  const invited = await site.submit('/desk/people', ZOE, ada)
  await site.work()

  t.match(invited.headers.location, /^\/desk\/people\?done=invited/)
  t.match(
    (await site.get('/desk/people?done=invited', ada)).body,
    /The invitation is on its way[\s\S]+Zoé Marchand/,
  )
  t.match(site.mails[0], { to: ZOE.email, subject: 'You are invited to the desk of clameur.test' })
  t.match(site.mails[0]?.text, /Ada invites you[\s\S]+Moderator: decides/)
  const link = linkIn(site.mails[0], '/account/sign-in/')
  site.wait(3 * 86_400_000)
  const opened = await site.submit(link)
  t.match(opened.headers.location, /^\/desk/)
  t.equal((await site.submit(link)).statusCode, 410)
  const cookie = `clameur_session=${opened.cookies.find(({ name }) => name === 'clameur_session')!.value}`
  t.equal((await site.get('/desk', { cookie })).statusCode, 200)
})

t.test('an invitation that is over opens nothing', async (t) => {
  const { site, ada } = await startWithAda(t)
  await site.submit('/desk/people', ZOE, ada)
  await site.work()

  site.wait(5 * 86_400_000)

  t.equal((await site.submit(linkIn(site.mails[0], '/account/sign-in/'))).statusCode, 410)
})

t.test('an invitation whose person was taken away again is not sent', async (t) => {
  const { site, account, ada } = await startWithAda(t)
  await site.submit('/desk/people', ZOE, ada)
  await removeFromDesk(site.deps, account, (await findAccountByAddress(site.deps, ZOE.email))!)

  await site.work()

  t.equal(site.mails.length, 0)
})

t.test('a form with mistakes comes back as it was typed', async (t) => {
  const { site, ada } = await startWithAda(t)

  const answer = await site.submit('/desk/people', { email: 'zoe@', name: '', role: 'queen' }, ada)

  t.equal(answer.statusCode, 422)
  for (const text of ['value="zoe@"', 'href="#email"', 'href="#name"', 'href="#role"'])
    t.ok(answer.body.includes(text), text)
  t.equal((await site.db.selectFrom('accounts').selectAll().execute()).length, 1)
})

t.test('inviting somebody of the desk again changes nothing and shows who it is', async (t) => {
  const { site, ada } = await startWithAda(t)
  await site.submit('/desk/people', { ...ZOE, role: 'reviewer' }, ada)

  const again = await site.submit('/desk/people', { ...ZOE, role: 'administrator' }, ada)

  t.match(again.headers.location, /^\/desk\/people\/\d+\?done=already/)
  t.equal(await roleOf(site, ZOE.email), 'reviewer')
})

t.test('a campaigner who is invited keeps name and petitions, and signs in anew', async (t) => {
  const { site, ada } = await startWithAda(t)
  const petition = await addPetition(site)
  const id = petition.accountId!
  const before = await signInAs(site, { id })
  const email = await addressOf(site.deps, await getAccount(site.db, id))

  await site.submit('/desk/people', { email, name: 'Another name', role: 'reviewer' }, ada)

  const account = await findAccountByAddress(site.deps, email)
  t.match(account, { id, name: 'Nour Haddad', role: 'reviewer' })
  t.equal((await site.get('/account', before)).statusCode, 303)
})

t.test('a changed role holds at once: every session ends', async (t) => {
  const { site, ada } = await startWithAda(t)
  const zoe = await addModerator(site, { email: ZOE.email, name: ZOE.name })
  const [laptop, phone] = [await signInAs(site, zoe), await signInAs(site, zoe)]

  const changed = await site.submit(`/desk/people/${zoe.id}/role`, { role: 'reviewer' }, ada)

  t.match(changed.headers.location, new RegExp(`^/desk/people/${zoe.id}\\?done=changed`))
  for (const session of [laptop, phone]) t.equal((await site.get('/desk', session)).statusCode, 303)
  const anew = await signIn(site, ZOE.email)
  t.match((await site.get('/desk', anew)).statusCode, 200)
  t.equal((await site.get('/desk', ada)).statusCode, 200, 'nobody else is signed out')
})

t.test(
  'whoever is taken from the desk is out at once, and what they did stays with their name',
  async (t) => {
    const { site, ada } = await startWithAda(t)
    const petition = await addPetition(site, { state: 'submitted' })
    const zoe = await addModerator(site, { email: ZOE.email, name: ZOE.name })
    const session = await signInAs(site, zoe)
    await site.submit(`/desk/petitions/${petition.id}/notes`, { remark: 'Seen.' }, session)

    const unsure = await site.submit(`/desk/people/${zoe.id}/removal`, {}, ada)
    t.equal(unsure.statusCode, 422)
    t.equal(await roleOf(site, ZOE.email), 'moderator')
    const removed = await site.submit(`/desk/people/${zoe.id}/removal`, { sure: 'on' }, ada)

    t.match(removed.headers.location, /^\/desk\/people\?done=removed/)
    t.equal((await site.get('/desk', session)).statusCode, 303)
    t.equal((await site.get('/desk', await signIn(site, ZOE.email))).statusCode, 403)
    t.match((await site.get(`/desk/petitions/${petition.id}`, ada)).body, /Zoé Marchand[\s\S]+Seen\./)
    t.equal((await site.get(`/desk/people/${zoe.id}`, ada)).statusCode, 404)
  },
)

t.test('every act about people has its line in the log, with who and whom', async (t) => {
  const { site, ada } = await startWithAda(t)
  await site.submit('/desk/people', ZOE, ada)
  const { id } = (await findAccountByAddress(site.deps, ZOE.email))!
  await site.submit(`/desk/people/${id}/role`, { role: 'administrator' }, ada)
  await site.submit(`/desk/people/${id}/removal`, { sure: 'on' }, ada)

  const log = await site.get('/desk/log', ada)

  t.match(
    log.body,
    /Ada[\s\S]+Taken away from the desk[\s\S]+Zoé[\s\S]+Role changed to administrator[\s\S]+Zoé[\s\S]+Invited as moderator[\s\S]+Zoé/,
  )
})

t.test('the last administrator can neither leave nor become something else', async (t) => {
  const { site, account, ada } = await startWithAda(t)
  await addModerator(site)

  const changed = await site.submit(`/desk/people/${account.id}/role`, { role: 'moderator' }, ada)
  const removed = await site.submit(`/desk/people/${account.id}/removal`, { sure: 'on' }, ada)

  for (const answer of [changed, removed]) {
    t.equal(answer.statusCode, 409)
    t.match(answer.body, /The last administrator stays/)
  }
  t.equal(await roleOf(site, 'ada@example.org'), 'administrator')
  t.equal((await site.db.selectFrom('auditEntries').selectAll().execute()).length, 0)
  t.equal((await site.get('/desk', ada)).statusCode, 200)
})

t.test('the database keeps the last administrator, whoever asks it', async (t) => {
  const { site } = await startWithAda(t)

  await t.rejects(site.db.updateTable('accounts').set({ role: 'reviewer' }).execute(), /last administrator/)
  await t.rejects(site.db.deleteFrom('accounts').execute(), /last administrator/)
})

t.test('administrators who leave at the same moment leave one behind', async (t) => {
  const { site } = await startWithAda(t)
  const all = [(await findAccountByAddress(site.deps, 'ada@example.org'))!]
  for (const number of [1, 2, 3, 4])
    all.push(await addModerator(site, { email: `admin${number}@example.org`, role: 'administrator' }))

  const outcomes = await Promise.all(all.map((one) => removeFromDesk(site.deps, one, one)))

  t.equal(outcomes.filter((outcome) => outcome === 'changed').length, 4)
  t.equal(outcomes.filter((outcome) => outcome === 'last-administrator').length, 1)
})

t.test('of two administrators who take each other’s role at once, one keeps it', async (t) => {
  const { site, account } = await startWithAda(t)
  const zoe = await addModerator(site, { email: ZOE.email, role: 'administrator' })

  const outcomes = await Promise.all([
    changeRole(site.deps, account, zoe, 'moderator'),
    changeRole(site.deps, zoe, account, 'moderator'),
  ])

  t.strictSame(outcomes.sort(), ['changed', 'not-administrator'])
  const left = await site.db.selectFrom('accounts').select('id').where('role', '=', 'administrator').execute()
  t.equal(left.length, 1)
})

t.test('straight past the page, two statements at once cannot take away the last two', async (t) => {
  const { site, account } = await startWithAda(t)
  const zoe = await addModerator(site, { email: ZOE.email, role: 'administrator' })

  const outcomes = await Promise.allSettled(
    [account, zoe].map(({ id }) =>
      site.db.updateTable('accounts').set({ role: 'campaigner' }).where('id', '=', id).execute(),
    ),
  )

  t.strictSame(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

t.test('the page tells who is of the desk, and campaigners are nobody’s to look up', async (t) => {
  const { site, ada } = await startWithAda(t)
  await addModerator(site, { email: ZOE.email, name: ZOE.name, role: 'reviewer' })
  const { accountId } = await addPetition(site)

  const page = await site.get('/desk/people', ada)

  t.match(page.body, /Ada[\s\S]+Administrator[\s\S]+you[\s\S]+Zoé Marchand[\s\S]+Reviewer/)
  t.notMatch(page.body, /Nour Haddad/)
  t.equal((await site.get(`/desk/people/${accountId}`, ada)).statusCode, 404)
  t.match((await site.get('/desk/people?lang=fr', ada)).body, /L’équipe de modération/)
})

t.test('the printed link opens the page for people', async (t) => {
  const site = await startSite(t)
  const { pathname } = new URL((await firstModeratorUrl(site.deps))!)

  const opened = await site.submit(pathname)

  const cookie = `clameur_session=${opened.cookies.find(({ name }) => name === 'clameur_session')!.value}`
  t.equal((await site.get('/desk/people', { cookie })).statusCode, 200)
})
