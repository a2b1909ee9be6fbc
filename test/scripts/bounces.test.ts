/** What an operator runs by hand or from a mail server. */

import { spawn } from 'node:child_process'
import t from 'tap'
import { markOf, withMark } from '../../src/mail/marks.js'
import { fingerprintAddress, suppress } from '../../src/mail/suppressions.js'
import { postfix } from '../bounces/answers.js'
import { startWithSignature } from '../bounces/told.js'
import type { TestSite } from '../support/site.js'

const RETURN_PATH = 'bounces@mail.clameur.example'

async function run(
  site: TestSite,
  script: string,
  { args = [], input, env = {} }: { args?: string[]; input: string | Buffer; env?: Record<string, string> },
): Promise<{ code: number | null; said: string }> {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, ['--enable-source-maps', `dist/scripts/${script}.js`, ...args], {
    env: {
      PATH,
      HOME,
      DATABASE_URL: site.databaseUrl,
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, said }
}

t.test('a pipe hands an answer over, and what is not ours ends well too', async (t) => {
  const { site, mailId } = await startWithSignature(t)
  const keys = await site.deps.keyring.getSiteKeys(site.db, 'bounces')
  const to = withMark(RETURN_PATH, markOf(keys, 'return-path', mailId))
  const env = { RETURN_PATH }

  t.match(await run(site, 'read-bounce', { args: [to], input: postfix(), env }), {
    code: 0,
    said: 'recorded\n',
  })
  t.match(await run(site, 'read-bounce', { args: [to], input: postfix(), env }), { code: 0, said: 'known\n' })
  t.match(await run(site, 'read-bounce', { args: [RETURN_PATH], input: postfix(), env }), {
    code: 0,
    said: 'not ours\n',
  })
  t.match(await run(site, 'read-bounce', { args: [to], input: postfix() }), { code: 78 })
  t.match(
    await run(site, 'read-bounce', {
      args: [to],
      input: postfix(),
      env: { ...env, DATABASE_URL: 'postgres://postgres@127.0.0.1:1/none' },
    }),
    { code: 75 },
  )
  t.match(await site.db.selectFrom('suppressions').select('kind').execute(), [{ kind: 'hard' }])
})

t.test('an operator who is locked out lifts their own address', async (t) => {
  const { site } = await startWithSignature(t)
  const fingerprint = (await fingerprintAddress(site.deps, 'you@example.org'))!
  await suppress(site.db, { fingerprint, kind: 'hard', source: 'test', at: new Date() })

  const lifted = await run(site, 'lift-address', { input: 'You@Example.org\n' })
  const again = await run(site, 'lift-address', { input: 'you@example.org\n' })

  t.match(lifted, { code: 0, said: 'Mails go there again; the mark was: hard\n' })
  t.match(again, { code: 0, said: 'Nothing was held back\n' })
  t.match(await site.db.selectFrom('auditEntries').select(['act', 'accountId']).execute(), [
    { act: 'address-lifted', accountId: null },
  ])
})
