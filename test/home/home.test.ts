import t from 'tap'
import { addConfirmedSignatures, addPetition, addReply } from '../support/factories.js'
import { startSite } from '../support/site.js'

/** The part of the page under a heading, up to the next. */
const shelf = (body: string, title: string) => body.split('<h2>').find((part) => part.startsWith(title)) ?? ''

t.test('a fresh installation invites to launch the first petition, and boasts of nothing', async (t) => {
  const site = await startSite(t)

  const { statusCode, body } = await site.get('/')

  t.equal(statusCode, 200)
  t.match(body, 'Start the first petition')
  t.notMatch(body, 'class="wins"')
  t.notMatch(body, 'class="asks"')
})

t.test(
  'the first page shows what needs voices, what is nearly there, what was answered and won',
  async (t) => {
    const site = await startSite(t)
    await addPetition(site, { slug: 'young' })
    const near = await addPetition(site, { slug: 'near', goal: 60 })
    await addConfirmedSignatures(site, near, 55)
    const answered = await addPetition(site, { slug: 'answered', goal: 1_000 })
    await addConfirmedSignatures(site, answered, 60)
    await addReply(site, answered, { state: 'published', decidedAt: site.deps.clock.now() })
    const unread = await addPetition(site, { slug: 'unread', goal: 1_000 })
    await addConfirmedSignatures(site, unread, 60)
    await addReply(site, unread, { state: 'submitted' })
    await addPetition(site, { slug: 'won', state: 'victory', closedAt: site.deps.clock.now() })
    await addPetition(site, { slug: 'past', closesOn: '2020-01-01' })
    await addPetition(site, { slug: 'draft', state: 'draft' })
    await addPetition(site, { slug: 'hidden', state: 'hidden' })

    const { body } = await site.get('/')

    const slugsIn = (title: string) =>
      [...shelf(body, title).matchAll(/href="\/petitions\/(\w+)"/g)].map(([, slug]) => slug)
    t.strictSame(slugsIn('Waiting for their first'), ['young'])
    t.strictSame(slugsIn('Almost there'), ['near'])
    t.strictSame(slugsIn('Answered'), ['answered'])
    t.strictSame(
      slugsIn('Just won').filter((slug) => slug !== 'new'),
      ['won'],
    )
    t.match(body, /<b>175<\/b>confirmed signatures/)
    t.match(body, /<b>1<\/b>petition answered/)
  },
)

t.test('the first page reads in the language that was chosen, and its links keep it', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)

  const { body } = await site.get('/?lang=fr', { 'accept-language': 'en' })

  t.match(body, '<html lang="fr"')
  t.match(body, `href="/petitions/${slug}?lang=fr"`)
  t.match(body, '<input type="hidden" name="lang" value="fr">')
})
