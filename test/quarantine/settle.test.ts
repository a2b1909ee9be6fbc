/** One attack is found by many rules: what becomes of their alerts when it is set aside, goes on, or was none. */

import t, { type Test } from 'tap'
import type { Petition } from '../../src/database/tables.js'
import { RULE_NAMES } from '../../src/detection/rules.js'
import { carryOutDecisions } from '../../src/quarantine/work.js'
import { countOf } from '../signatures/support.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'
import { robot, type Sent, send } from './support.js'

type Signed = { cookie: string }

const robots = (count: number, from = 0, more: Partial<Sent> = {}) =>
  Array.from({ length: count }, (_, index) => ({ ...robot(from + index), ...more }))

async function startAttacked(t: Test, senders: Sent[]) {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await send(site, petition, senders)
  await look(site)
  return { site, petition, maya: await signInAs(site, await addModerator(site)) }
}

async function look(site: TestSite) {
  site.wait(21_000)
  await site.work('detection')
}

const openAlerts = ({ db }: TestSite) =>
  db.selectFrom('alerts').selectAll().where('state', '=', 'open').orderBy('id').execute()

async function alertOf(site: TestSite, rule: string) {
  return (await openAlerts(site)).find((alert) => alert.rule === rule)
}

/** What the form on a page of the desk posts back. */
function hiddenIn(body: string): Record<string, string> {
  const form = body.slice(body.search(/<form method="post" action="[^"]*\/quarantines[/"?]/))
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([\w-]+)" value="([^"]*)">/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  )
}

async function setAsideFrom(
  t: Test,
  site: TestSite,
  petition: Petition,
  maya: Signed,
  path: string,
  more: Record<string, string> = {},
): Promise<string> {
  const { body } = await site.get(path, maya)
  const answer = await site.submit(
    `/desk/petitions/${petition.id}/quarantines`,
    { ...hiddenIn(body), reason: 'one-source', ...more },
    maya,
  )
  t.equal(answer.statusCode, 303)
  return String(answer.headers.location)
}

async function restoreAll(t: Test, site: TestSite, maya: Signed, quarantine: string): Promise<void> {
  const path = `${quarantine}/restoration`
  const { seen } = hiddenIn((await site.get(path, maya)).body)
  t.equal((await site.submit(path, { seen: seen!, reason: 'checked' }, maya)).statusCode, 303)
  await site.work('quarantines')
}

t.test('with the signatures of one alert the others of the same attack are closed', async (t) => {
  const { site, petition, maya } = await startAttacked(t, robots(60))
  const found = (await openAlerts(site)).map(({ rule }) => rule)
  t.ok(found.length >= 6, found.join())
  const alert = (await alertOf(site, 'network-burst'))!

  const quarantine = await setAsideFrom(t, site, petition, maya, `/desk/alerts/${alert.id}`)
  await site.work('quarantines')

  t.strictSame(await openAlerts(site), [])
  t.match((await site.get('/desk/alerts', maya)).body, 'Nothing looks like fraud')
  const closed = await site.get('/desk/alerts?state=closed', maya)
  t.equal(closed.body.split(`href="${quarantine}"`).length - 1, found.length, 'each leads to what was done')
  await look(site)
  t.strictSame(await openAlerts(site), [], 'and none comes back')
})

t.test('an alert of which others are left stays open', async (t) => {
  const club = (index: number): Partial<Sent> => ({
    email: `someone${index}@club.example`,
    ip: `198.51.${index}.7`,
  })
  const { site, petition, maya } = await startAttacked(t, [
    ...robots(40),
    ...Array.from({ length: 20 }, (_, index) => ({ ...robot(100 + index), ...club(index) })),
  ])
  const alert = (await alertOf(site, 'network-burst'))!

  await setAsideFrom(t, site, petition, maya, `/desk/alerts/${alert.id}`)
  await site.work('quarantines')

  const left = (await openAlerts(site)).map(({ rule }) => rule)
  t.ok(left.includes('fast-form'), 'twenty more were filled in as fast')
  t.notOk(left.includes('disposable-domains'))
})

t.test('killed before the alerts are settled, the work is finished by the next worker', async (t) => {
  const { site, petition, maya } = await startAttacked(t, robots(40))
  const alert = (await alertOf(site, 'network-burst'))!
  await setAsideFrom(t, site, petition, maya, `/desk/alerts/${alert.id}`)

  await t.rejects(
    carryOutDecisions(site.deps, {
      onBatch: async () => {
        throw new Error('killed')
      },
    }),
    { message: 'killed' },
  )
  t.equal(await countOf(site, petition.id), 0)
  t.ok((await openAlerts(site)).length > 0)
  await carryOutDecisions(site.deps)

  t.strictSame(await openAlerts(site), [])
})

t.test('an attack that goes on after it was set aside is found again at once', async (t) => {
  const { site, petition, maya } = await startAttacked(t, robots(60))
  const alert = (await alertOf(site, 'network-burst'))!
  await setAsideFrom(t, site, petition, maya, `/desk/alerts/${alert.id}`)
  await site.work('quarantines')

  await send(site, petition, robots(20, 60))
  await look(site)

  t.match(await alertOf(site, 'network-burst'), { found: 20 })
  t.match(await alertOf(site, 'disposable-domains'), { found: 20 })
})

t.test('what a person restored is no suspicion again, nor counted with the next one', async (t) => {
  const { site, petition, maya } = await startAttacked(t, robots(60))
  const alert = (await alertOf(site, 'network-burst'))!
  const quarantine = await setAsideFrom(t, site, petition, maya, `/desk/alerts/${alert.id}`)
  await site.work('quarantines')

  await restoreAll(t, site, maya, quarantine)
  await look(site)
  t.strictSame(await openAlerts(site), [])

  await send(site, petition, robots(25, 60))
  await look(site)
  const next = (await alertOf(site, 'network-burst'))!
  t.equal(next.found, 25)
  t.match((await site.get(`/desk/alerts/${next.id}`, maya)).body, '25 signatures are meant')
})

t.test('what was left of an alert comes back when it doubles', async (t) => {
  const { site, petition, maya } = await startAttacked(t, [
    ...robots(20, 0, { country: 'BE', postcode: '1000' }),
    ...robots(30, 20),
  ])
  const alert = (await alertOf(site, 'network-burst'))!
  const { body } = await site.get(`/desk/alerts/${alert.id}`, maya)
  const narrow = /href="([^"]*quarantines\/new\?[^"]*)"/.exec(body)![1]!.replaceAll('&amp;', '&')
  await setAsideFrom(t, site, petition, maya, `${narrow}&country=BE`)
  await site.work('quarantines')
  t.equal(await countOf(site, petition.id), 30)

  await send(site, petition, robots(29, 50))
  await look(site)
  t.equal(await alertOf(site, 'network-burst'), undefined)
  await send(site, petition, robots(1, 79))
  await look(site)
  t.match(await alertOf(site, 'network-burst'), { found: 60 })
})

t.test('who signs between the look and the click is not set aside unseen', async (t) => {
  const { site, petition, maya } = await startAttacked(t, robots(30))
  const alert = (await alertOf(site, 'network-burst'))!
  const path = `/desk/petitions/${petition.id}/quarantines`
  const { body } = await site.get(`/desk/alerts/${alert.id}`, maya)
  t.match(body, 'Set aside 30 signatures')

  await send(site, petition, robots(5, 30))
  await site.submit(path, { ...hiddenIn(body), reason: 'one-source' }, maya)
  await site.work('quarantines')

  t.equal(await countOf(site, petition.id), 5)
  const { data } = (await site.get(`/petitions/${petition.slug}/transparency.json`)).json()
  t.match(data, [{ act: 'set-aside', signatures: 30 }])
  const late = await site.submit(path, { ...hiddenIn(body), reason: 'one-source' }, maya)
  t.equal(late.statusCode, 409, 'pressed again, it means nobody: the five were not shown')
})

t.test('every rule can be chosen, those that look at groups too', async (t) => {
  const { site, petition, maya } = await startAttacked(t, [
    ...robots(30),
    ...robots(25, 30, { ip: '192.0.2.9' }),
    ...Array.from({ length: 40 }, (_, index) => ({ ...robot(55 + index), ip: `198.51.${index}.1` })),
  ])
  const path = `/desk/petitions/${petition.id}/quarantines/new`
  const { body } = await site.get(path, maya)
  for (const rule of RULE_NAMES) t.match(body, `<option value="${rule}">`)
  t.match((await site.get(`${path}?rule=address-sequence`, maya)).body, '95 signatures are meant')

  const chosen = `${path}?rule=network-burst`
  t.match((await site.get(chosen, maya)).body, '55 signatures are meant', 'both connections at once')
  await setAsideFrom(t, site, petition, maya, chosen)
  await site.work('quarantines')

  t.equal(await countOf(site, petition.id), 40)
  t.equal(await alertOf(site, 'network-burst'), undefined)
  const { data } = (await site.get(`/petitions/${petition.slug}/transparency.json`)).json()
  t.match(data, [{ signatures: 55, rule: 'network-burst' }])
})
