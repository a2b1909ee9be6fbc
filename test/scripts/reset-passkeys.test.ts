/** The operator's way in for somebody who has lost every passkey, as it is run on the server. */

import { spawnSync } from 'node:child_process'
import t from 'tap'
import { followLink, MAYA, startSignedIn } from '../passkeys/support.js'
import type { TestSite } from '../support/site.js'

function run(site: TestSite, ...addresses: string[]) {
  const { PATH, HOME } = process.env
  return spawnSync(process.execPath, ['dist/scripts/reset-passkeys.js', ...addresses], {
    encoding: 'utf8',
    env: {
      PATH,
      HOME,
      DATABASE_URL: site.databaseUrl,
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      PUBLIC_URL: site.deps.config.publicUrl,
    },
  })
}

t.test(
  'the operator resets passkeys on the server: signed out, told, and asked to register anew',
  async (t) => {
    const { site, session } = await startSignedIn(t)
    t.equal((await site.get('/desk', session)).statusCode, 200)

    const { status, stdout, stderr } = run(site, MAYA.toUpperCase())
    await site.work()

    t.equal(status, 0, stderr)
    t.match(stdout, /Sign in at https:\/\/clameur\.test\/account\/sign-in/)
    t.equal((await site.get('/desk', session)).statusCode, 303)
    t.ok(
      site.mails.some(
        ({ to, subject }) => to === MAYA && subject === 'Your passkeys at clameur.test were reset',
      ),
    )
    t.match(await site.db.selectFrom('auditEntries').selectAll().execute(), [
      { act: 'passkeys-reset', accountId: null },
    ])
    t.match((await followLink(site)).location, /^\/account\/passkeys\/new/)
  },
)

t.test('an address that nobody has, or none, ends with an error and changes nothing', async (t) => {
  const { site } = await startSignedIn(t)

  for (const [addresses, told] of [
    [['nobody@clameur.test'], 'No account has this address'],
    [[], 'Name one address'],
    [[MAYA, 'zoe@clameur.test'], 'Name one address'],
  ] as const) {
    const { status, stderr } = run(site, ...addresses)
    t.equal(status, 1)
    t.ok(stderr.includes(told), stderr)
  }
  t.equal((await site.db.selectFrom('passkeys').selectAll().execute()).length, 1)
})
