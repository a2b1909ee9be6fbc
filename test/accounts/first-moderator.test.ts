import t from 'tap'
import { findAccountByAddress } from '../../src/accounts/accounts.js'
import { appointModerators } from '../../src/accounts/appoint.js'
import { firstModeratorUrl } from '../../src/accounts/first-moderator.js'
import { startSite, type TestSite } from '../support/site.js'

const ADDRESS = 'moderator@localhost.localdomain'
const ADA = 'ada@example.org'
const ZOE = 'zoe@example.org'

async function roleOf(site: TestSite, email: string) {
  return (await findAccountByAddress(site.deps, email))?.role
}

t.test('whoever reads the terminal of a fresh installation can sign in as administrator, once', async (t) => {
  const site = await startSite(t)

  const url = new URL((await firstModeratorUrl(site.deps))!)
  const opened = await site.submit(url.pathname)

  t.equal(await roleOf(site, ADDRESS), 'administrator')
  t.equal(url.origin, 'https://clameur.test')
  t.equal(opened.headers.location, '/desk')
  t.equal((await site.submit(url.pathname)).statusCode, 410)
})

t.test('every start in development prints another link of the same administrator', async (t) => {
  const site = await startSite(t)

  const first = await firstModeratorUrl(site.deps)
  const second = await firstModeratorUrl(site.deps)

  t.not(first, second)
  t.equal((await site.db.selectFrom('accounts').selectAll().execute()).length, 1)
})

t.test('in production no link is printed once there is an administrator', async (t) => {
  const site = await startSite(t)
  const deps = { ...site.deps, config: { ...site.deps.config, production: true } }

  t.match(await firstModeratorUrl(deps), /\/account\/sign-in\//)
  t.equal(await firstModeratorUrl(deps), undefined)
})

t.test('of the people named in MODERATORS the first is administrator, the others decide', async (t) => {
  const site = await startSite(t, { MODERATORS: `${ADA}, Zoe@Example.org` })

  await appointModerators(site.deps, site.deps.config.moderators)
  await appointModerators(site.deps, site.deps.config.moderators)

  t.equal(await firstModeratorUrl(site.deps), undefined)
  t.equal(await roleOf(site, ADA), 'administrator')
  t.equal(await roleOf(site, ZOE), 'moderator')
  t.equal((await site.db.selectFrom('accounts').selectAll().execute()).length, 2)
})

t.test('where there is an administrator already, the first of MODERATORS is a moderator', async (t) => {
  const site = await startSite(t, { MODERATORS: ADA })
  await firstModeratorUrl({ ...site.deps, config: { ...site.deps.config, moderators: [] } })

  await appointModerators(site.deps, site.deps.config.moderators)

  t.equal(await roleOf(site, ADA), 'moderator')
})

t.test('a restart takes back nothing that was decided about people at the desk', async (t) => {
  const site = await startSite(t, { MODERATORS: `${ADA},${ZOE},ines@example.org` })
  await appointModerators(site.deps, site.deps.config.moderators)
  const zoe = await findAccountByAddress(site.deps, ZOE)
  await site.db.updateTable('accounts').set({ role: 'reviewer' }).where('id', '=', zoe!.id).execute()
  const ines = await findAccountByAddress(site.deps, 'ines@example.org')
  await site.db
    .updateTable('accounts')
    .set({ role: 'campaigner', leftDeskAt: site.deps.clock.now() })
    .where('id', '=', ines!.id)
    .execute()

  const appointed = await appointModerators(site.deps, site.deps.config.moderators)

  t.equal(await roleOf(site, ZOE), 'reviewer')
  t.equal(await roleOf(site, 'ines@example.org'), 'campaigner')
  t.strictSame(appointed, { leftDesk: 1 })
})
