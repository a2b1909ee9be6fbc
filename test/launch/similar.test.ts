import t from 'tap'
import { addPetition } from '../support/factories.js'
import { startDraft } from '../support/launch.js'
import { startSite } from '../support/site.js'

t.test('who starts a petition that is open already is shown it first, and may go on', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { title: 'Keep the Gerland library open on Wednesdays' })

  const answer = await site.submit('/petitions', {
    title: 'Open the library of Gérland on wednesdays!',
    locale: 'en',
  })
  const page = await site.get(answer.headers.location!)

  t.match(answer.headers.location, /^\/drafts\/[^/]+\/similar$/)
  t.match(page.body, `href="/petitions/${petition.slug}"`)
  t.match(page.body, /href="\/drafts\/[^/]+\/recipient"[^>]*>Mine is different/)
})

t.test('at most three are shown, the nearest first, and none that is not open', async (t) => {
  const site = await startSite(t)
  const title = 'A night bus for the hospital'
  const near = { ask: '', placeName: null }
  await addPetition(site, { ...near, title: 'A night bus for the hospital and for the station of Leeds' })
  const nearest = await addPetition(site, { ...near, title })
  for (const place of ['York', 'Hull', 'Bath'])
    await addPetition(site, { ...near, title: `A night bus for the hospital of ${place}` })
  for (const state of ['draft', 'submitted', 'rejected', 'closed', 'hidden'] as const)
    await addPetition(site, { ...near, state, title: `${title}, ${state}` })

  const page = await site.get(`${await startDraft(site, { title })}/similar`)

  const shown = [...page.body.matchAll(/<h2[^>]*><a href="\/petitions\/([^"?]+)/g)].map(([, slug]) => slug)
  t.equal(shown.length, 3)
  t.ok(shown.includes(nearest.slug))
  t.notMatch(page.body, /hospital, (draft|submitted|rejected|closed|hidden)/)
})

t.test('a petition like no other goes straight on', async (t) => {
  const site = await startSite(t)
  await addPetition(site)

  const answer = await site.submit('/petitions', {
    title: 'Fewer lorries in the rue de Bretagne',
    locale: 'en',
  })
  const page = await site.get(answer.headers.location!.replace('recipient', 'similar'))

  t.match(answer.headers.location, /\/recipient$/)
  t.match(page.headers.location, /\/recipient$/)
})

t.test('a short title does not find itself in every long one', async (t) => {
  const site = await startSite(t)
  await addPetition(site, {
    title: 'Stop any intervention in the internal affairs of our neighbours before 2014 ends',
  })

  const answer = await site.submit('/petitions', { title: 'Stop it in 2014', locale: 'en' })

  t.match(answer.headers.location, /\/recipient$/)
})
