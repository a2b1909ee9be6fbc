import t from 'tap'
import { addPetition } from '../support/factories.js'
import { startSite } from '../support/site.js'
import { countRows, sign } from './support.js'

t.test('what cannot be signed with is shown again with what was typed and what to mend', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)

  const answer = await sign(site, slug, {
    name: '',
    email: 'ada@example',
    country: 'ZZ',
    comment: 'Because <b>I</b> read there. '.repeat(30),
    updates: 'on',
  })

  t.equal(answer.statusCode, 422)
  t.equal(answer.headers['cache-control'], 'private, no-store')
  t.match(answer.body, /href="#name"[^>]*>Write your first and last name/)
  t.match(answer.body, /href="#email"[^>]*>Check the email address/)
  t.match(answer.body, /href="#country"/)
  t.match(answer.body, /href="#comment"[^>]*>Shorten your reason to 500 characters/)
  t.match(answer.body, /value="ada@example"/)
  t.match(answer.body, /value="69007"/)
  t.match(answer.body, /Because &lt;b&gt;I&lt;\/b&gt; read there/)
  t.match(answer.body, /name="updates" value="on" checked/)
  t.notMatch(answer.body, /name="show_name" value="on" checked/)
  t.equal(await countRows(site, id), 0)
})

t.test('a name is a name', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)

  const refused = [
    ['=HYPERLINK("https://example.com","Win")', /formula/],
    ['+33 Ada', /formula/],
    ['-Ada', /formula/],
    ['@ada', /formula/],
    ['＝Ada', /formula/],
    ['Buy at www.example.com', /without a web or email address/],
    ['cheap-pills.com', /without a web or email address/],
    ['ada@example.com', /without a web or email address/],
    ['…', /Write your first and last name/],
    ['\u0000\u202e', /Write your first and last name/],
    ['é'.repeat(101), /Shorten the name to 100 characters/],
    ['A'.repeat(10_000), /Shorten the name to 100 characters/],
  ] as const
  for (const [name, told] of refused) {
    const answer = await sign(site, slug, { name })
    t.equal(answer.statusCode, 422, name.slice(0, 40))
    t.match(answer.body, told)
  }

  const accepted = [
    '𝒜'.repeat(100),
    'O’Brien-Núñez',
    'J.R. de la Cruz',
    '王小明',
    'محمد',
    'Nguyễn Văn A',
    'X',
  ]
  for (const [index, name] of accepted.entries()) {
    const answer = await sign(site, slug, { name, email: `person${index}@example.com` })
    t.equal(answer.statusCode, 303, name)
  }
})

t.test('marks that turn the direction of text and null bytes are taken out of a name', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)

  const answer = await sign(site, slug, { name: '\u202eAda\u0000 Love\u200blace\u2066', show_name: 'on' })

  t.equal(answer.statusCode, 303)
  const { shownName } = await site.db.selectFrom('signatures').select('shownName').executeTakeFirstOrThrow()
  t.equal(shownName, 'Ada Lovelace')
})

t.test('damaged bodies are refused or made harmless, and never fail', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const post = (payload: string | Buffer, type = 'application/x-www-form-urlencoded') =>
    site.app.inject({
      method: 'POST',
      url: `/petitions/${slug}/signatures`,
      payload,
      headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
    })

  t.equal((await post('name=%FF%FE%C3&email=ada%C0%80example.com&country=FR')).statusCode, 422)
  t.equal((await post(Buffer.from([0x6e, 0x61, 0x6d, 0x65, 0x3d, 0xff, 0xfe]))).statusCode, 422)
  t.equal((await post('name=Ada&name=Eve&email[]=x&__proto__[a]=1&constructor=1')).statusCode, 422)
  t.equal((await post('')).statusCode, 422)
  t.equal((await post('{"name":"Ada"}', 'application/json')).statusCode, 415)
  t.equal((await post(`name=${'a'.repeat(300_000)}`)).statusCode, 413)
})

t.test('a postcode may be left out, and must be able to exist when it is there', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const statusOf = async (country: string, postcode: string) =>
    (await sign(site, slug, { country, postcode, email: `${country}${postcode.length}@example.com` }))
      .statusCode

  t.equal(await statusOf('FR', ''), 303)
  t.equal(await statusOf('FR', '69 007'), 303)
  t.equal(await statusOf('GB', 'SW1A 1AA'), 303)
  t.equal(await statusOf('fr', '97411'), 303)
  t.equal(await statusOf('FR', '6900'), 422)
  t.equal(await statusOf('FR', '00123'), 422)
  t.equal(await statusOf('FR', 'SW1A'), 422)
  t.equal(await statusOf('GB', 'SW1A 1AA; drop table'), 422)
})

t.test('only a petition that is open can be signed', async (t) => {
  const site = await startSite(t)
  for (const state of ['draft', 'submitted', 'rejected'] as const) {
    const { slug } = await addPetition(site, { state })
    t.equal((await sign(site, slug)).statusCode, 404, state)
    t.equal((await site.get(`/petitions/${slug}/signatures/new`)).statusCode, 404)
    t.equal((await site.get(`/petitions/${slug}/count.json`)).statusCode, 404)
  }
  t.equal((await sign(site, 'no-such-petition')).statusCode, 404)

  const hidden = await addPetition(site, {
    state: 'hidden',
    moderationReason: 'personal-data',
    moderationNote: 'A neighbour was named.',
  })
  const gone = await sign(site, hidden.slug)
  t.equal(gone.statusCode, 410)
  t.match(gone.body, /A neighbour was named\./)
  t.match(gone.body, /private facts about a person/)

  for (const state of ['closed', 'victory', 'retired'] as const) {
    const petition = await addPetition(site, { state, closedAt: site.deps.clock.now() })
    const answer = await sign(site, petition.slug)
    t.equal(answer.statusCode, 303, state)
    t.equal(answer.headers.location, `/petitions/${petition.slug}`)
    t.equal(await countRows(site, petition.id), 0)
  }
  const past = await addPetition(site, { closesOn: '2020-01-31' })
  t.equal((await sign(site, past.slug)).headers.location, `/petitions/${past.slug}`)
  t.equal(await countRows(site, past.id), 0)
})

t.test('a petition that closes between reading and writing is not signed', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  await sign(site, slug, { email: 'first@example.com' })

  await site.db.updateTable('petitions').set({ state: 'closed' }).where('id', '=', id).execute()
  const answer = await sign(site, slug, { email: 'second@example.com' })

  t.equal(answer.headers.location, `/petitions/${slug}`, 'the petition in memory still said "open"')
  t.equal(await countRows(site, id), 1)
})

t.test('a form that another site sends is refused', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)

  t.equal((await sign(site, slug, {}, { 'sec-fetch-site': 'cross-site' })).statusCode, 403)
  t.equal((await sign(site, slug, {}, { 'sec-fetch-site': 'same-site' })).statusCode, 403)
  t.equal(await countRows(site, id), 0)
})

t.test('too many signatures from one network have to wait', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '0.004' })
  const { slug } = await addPetition(site)

  t.equal((await sign(site, slug, { email: 'one@example.com' })).statusCode, 303)
  const refused = await sign(site, slug, { email: 'two@example.com' })
  t.equal(refused.statusCode, 429)
  t.ok(Number(refused.headers['retry-after']) > 0)
})
