import t from 'tap'
import { launchPetition, USUAL } from '../support/launch.js'
import { startSite } from '../support/site.js'

t.test('a campaigner launches without an account, by the mail and its button', async (t) => {
  const site = await startSite(t)

  const slug = await launchPetition(site)

  t.equal(slug, 'reopen-the-library-of-gerland-on-wednesdays')
  const petition = await site.db
    .selectFrom('petitions')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  t.match(petition, {
    state: 'submitted',
    locale: 'en',
    title: USUAL.title,
    ask: USUAL.ask,
    body: USUAL.body,
    topic: 'education',
    placeName: 'Lyon',
    country: 'FR',
    postcodes: ['69'],
    goal: 100,
    closesOn: null,
    campaignerName: 'Nour Haddad',
    campaignerEmailSealed: null,
  })
  t.ok(petition.submittedAt)
  const [maker] = await site.db.selectFrom('decisionMakers').selectAll().execute()
  t.match(maker, {
    petitionId: petition.id,
    name: 'Claire Fontanel',
    role: 'Mayor',
    organisation: 'City of Lyon',
    locale: 'en',
  })
  const [account] = await site.db.selectFrom('accounts').selectAll().execute()
  t.match(account, { id: petition.accountId, name: 'Nour Haddad', role: 'campaigner' })
})
