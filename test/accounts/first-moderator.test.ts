import t from 'tap'
import { appointModerators } from '../../src/accounts/accounts.js'
import { firstModeratorUrl } from '../../src/accounts/first-moderator.js'
import { startSite } from '../support/site.js'

t.test('whoever reads the terminal of a fresh installation can sign in as moderator, once', async (t) => {
  const site = await startSite(t)

  const url = new URL((await firstModeratorUrl(site.deps))!)
  const opened = await site.submit(url.pathname)

  t.equal(url.origin, 'https://clameur.test')
  t.equal(opened.headers.location, '/desk')
  t.equal((await site.submit(url.pathname)).statusCode, 410)
})

t.test('every start in development prints another link of the same moderator', async (t) => {
  const site = await startSite(t)

  const first = await firstModeratorUrl(site.deps)
  const second = await firstModeratorUrl(site.deps)

  t.not(first, second)
  t.equal((await site.db.selectFrom('accounts').selectAll().execute()).length, 1)
})

t.test('in production no link is printed once there is a moderator', async (t) => {
  const site = await startSite(t)
  const deps = { ...site.deps, config: { ...site.deps.config, production: true } }

  t.match(await firstModeratorUrl(deps), /\/account\/sign-in\//)
  t.equal(await firstModeratorUrl(deps), undefined)
})

t.test('the people named in MODERATORS are moderators, and nobody else is made one', async (t) => {
  const site = await startSite(t, { MODERATORS: 'ada@example.org, Zoe@Example.org' })

  await appointModerators(site.deps, site.deps.config.moderators)
  await appointModerators(site.deps, site.deps.config.moderators)

  t.equal(await firstModeratorUrl(site.deps), undefined)
  t.strictSame(await site.db.selectFrom('accounts').select('role').execute(), [
    { role: 'moderator' },
    { role: 'moderator' },
  ])
})
