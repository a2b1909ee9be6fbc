import t from 'tap'
import { addConfirmedSignatures, addPetition, addReply, signInAs } from '../support/factories.js'
import { startSite } from '../support/site.js'

t.test('the campaigner answers a reply once, beside it and by mail', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await addConfirmedSignatures(site, petition, 1, { updates: true })
  const { id } = await addReply(site, petition, { state: 'published', kind: 'refuse' })
  const studio = `/account/petitions/${petition.slug}`
  const own = await signInAs(site, { id: petition.accountId! })
  const answer = (fields: Record<string, string>, who = own) =>
    site.submit(`${studio}/answers`, { reply: String(id), ...fields }, who)

  t.match((await site.get(studio, own)).body, 'Your answer to the reply of Claire Fontanel')
  const empty = await answer({ answer: ' ' })
  t.equal(empty.statusCode, 422)
  t.match(empty.body, 'Write your answer.')
  const stranger = await addPetition(site)
  const theirs = await signInAs(site, { id: stranger.accountId! })
  t.equal((await answer({ answer: 'x' }, theirs)).statusCode, 404)

  const [one, two] = await Promise.all([
    answer({ answer: 'First **words**.' }),
    answer({ answer: 'Others.' }),
  ])
  t.strictSame([one?.statusCode, two?.statusCode], [303, 303])
  const kept = await site.db.selectFrom('updates').selectAll().execute()
  t.equal(kept.length, 1, 'two at once are one')
  await answer({ answer: 'A second thought.' })
  t.strictSame(await site.db.selectFrom('updates').selectAll().execute(), kept, 'there is no second')

  await site.work()
  const page = (await site.get(`/petitions/${petition.slug}`)).body
  t.match(page, 'The campaigner answers: Nour Haddad')
  t.match(page, `?update=${kept[0]!.id}`, 'it is reported as news are')
  t.equal(page.split(`id="update-${kept[0]!.id}"`).length, 2, 'it stands in one place')
  t.match((await site.get(studio, own)).body, 'A campaigner answers once.')
  t.equal(site.mails.filter(({ to }) => to === 'signer1@example.net').length, 1)
})

t.test('a reply that is not published has no answer', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const { id } = await addReply(site, petition)
  const own = await signInAs(site, { id: petition.accountId! })

  await site.submit(`/account/petitions/${petition.slug}/answers`, { reply: String(id), answer: 'x' }, own)

  t.strictSame(await site.db.selectFrom('updates').selectAll().execute(), [])
})
