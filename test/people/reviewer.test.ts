/** A reviewer reads and notes, and decides nothing: asked of every address of the desk that there is. */

import t from 'tap'
import { report } from '../reports/support.js'
import { addModerator, addPetition, addReply, signInAs } from '../support/factories.js'
import { listRoutes } from '../support/routes.js'
import { startSite } from '../support/site.js'

const NOTES = /\/notes$/

t.test('whatever is posted under /desk is refused to a reviewer, but for notes', async (t) => {
  const site = await startSite(t)
  const reviewer = await signInAs(site, await addModerator(site, { role: 'reviewer' }))
  const posts = listRoutes(site.app).filter(
    ({ method, path }) => method === 'POST' && /^\/desk(\/|$)/.test(path),
  )

  t.ok(posts.length >= 12, `${posts.length} addresses are asked`)
  for (const { path } of posts) {
    const answer = await site.submit(
      path.replaceAll(/:\w+/g, '1'),
      { note: 'x'.repeat(40), sure: 'on' },
      reviewer,
    )
    if (NOTES.test(path)) t.not(answer.statusCode, 403, `${path} is open`)
    else {
      t.equal(answer.statusCode, 403, `${path} is refused`)
      t.match(answer.body, /Your role reads and notes|This page is for administrators/)
    }
  }
})

t.test(
  'whatever is posted under /desk is refused to a campaigner, and sends strangers to sign in',
  async (t) => {
    const site = await startSite(t)
    const campaigner = await addModerator(site)
    await site.db.updateTable('accounts').set({ role: 'campaigner' }).execute()
    const signedIn = await signInAs(site, campaigner)

    for (const { method, path } of listRoutes(site.app)) {
      if (!/^\/desk(\/|$)/.test(path)) continue
      const url = path.replaceAll(/:\w+/g, '1')
      const ask = (headers = {}) =>
        method === 'POST' ? site.submit(url, {}, headers) : site.get(url, headers)
      t.equal((await ask(signedIn)).statusCode, 403, `${method} ${path}`)
      t.match((await ask()).headers.location, /^\/account\/sign-in\?return=/, `${method} ${path}`)
    }
  },
)

t.test('people, rules and settings are an administrator’s alone', async (t) => {
  const site = await startSite(t)
  const administrator = await addModerator(site, { role: 'administrator', email: 'a@clameur.test' })
  const moderator = await signInAs(site, await addModerator(site))

  for (const path of ['/desk/people', `/desk/people/${administrator.id}`, '/desk/rules', '/desk/settings']) {
    const refused = await site.get(path, moderator)
    t.equal(refused.statusCode, 403)
    t.match(refused.body, /This page is for administrators/)
    t.equal((await site.get(path, await signInAs(site, administrator))).statusCode, 200)
  }
  t.notMatch((await site.get('/desk', moderator)).body, /\/desk\/(people|rules|settings)/)
  t.equal(
    (await site.submit('/desk/rules/same-name/pause', { note: 'x'.repeat(40) }, moderator)).statusCode,
    403,
  )
  t.strictSame(await site.db.selectFrom('pausedRules').selectAll().execute(), [])
})

/** Where the forms of a page post to. */
function actionsIn(body: string): string[] {
  return [...body.matchAll(/<form\b[^>]*>/g)]
    .filter(([form]) => form.includes('method="post"'))
    .map(([form]) => /action="([^"?]+)/.exec(form)?.[1] ?? '(here)')
}

t.test('a reviewer follows every link of the desk and finds no form that decides', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { state: 'open' })
  await addPetition(site, { state: 'submitted', title: 'Another one' })
  const reply = await addReply(site, petition)
  const { id: reportId } = await report(site, petition)
  const reviewer = await signInAs(site, await addModerator(site, { role: 'reviewer' }))
  const moderator = await signInAs(site, await addModerator(site, { email: 'm@clameur.test' }))
  const pages = new Set([
    ...listRoutes(site.app).flatMap(({ method, path }) =>
      method === 'GET' && /^\/desk(\/|$)/.test(path) && !/[:*]/.test(path) ? [path] : [],
    ),
    `/desk/replies/${reply.id}`,
    `/desk/reports/${reportId}`,
  ])

  let decidable = 0
  for (const path of pages) {
    const read = await site.get(path, reviewer)
    if (read.statusCode === 403)
      t.match(path, /^\/desk\/(people|rules|settings|disputes)/, `${path} is an administrator’s`)
    for (const action of actionsIn(read.body)) t.match(action, NOTES, `${path} posts to ${action}`)
    decidable += actionsIn((await site.get(path, moderator)).body).length
    for (const [, link] of read.body.matchAll(/href="(\/desk[^"#]*)/g))
      if (pages.size < 80) pages.add(link!.replaceAll('&amp;', '&'))
  }
  t.ok(pages.size >= 10, `${pages.size} pages are read`)
  t.ok(decidable >= 8, `where a moderator finds ${decidable} forms`)
})

t.test('a reviewer’s note stands in the history with their name', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { state: 'submitted' })
  const reviewer = await signInAs(site, await addModerator(site, { role: 'reviewer', name: 'Rahel' }))

  const noted = await site.submit(`/desk/petitions/${petition.id}/notes`, { remark: 'Looks fine.' }, reviewer)

  t.equal(noted.statusCode, 303)
  t.match((await site.get(`/desk/petitions/${petition.id}`, reviewer)).body, /Rahel[\s\S]+Looks fine\./)
})
