import t from 'tap'
import { tokenOf } from '../../src/keys/links.js'
import { addConfirmedSignatures, addPetition, addReply } from '../support/factories.js'
import { startSite } from '../support/site.js'

t.test('a petition says who asks whom for what, and how many stand behind it', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { goal: 100, closesOn: '2099-03-01', body: 'The **one** day.' })
  await addConfirmedSignatures(site, petition, 12)

  const { statusCode, body, headers } = await site.get(`/petitions/${petition.slug}`)

  t.equal(statusCode, 200)
  for (const told of [
    '<h1 dir="auto">Save the library</h1>',
    'Keep the Gerland library open on Wednesdays.',
    'Claire Fontanel',
    '<b data-count>12</b>',
    'Goal: 100.',
    'Next step: 25.',
    'until 1 March 2099',
    'The <strong>one</strong> day.',
    'Rhône',
    `action="/petitions/${petition.slug}/signatures"`,
    `<link rel="canonical" href="https://clameur.test/petitions/${petition.slug}">`,
    `<meta property="og:image" content="https://clameur.test/petitions/${petition.slug}/card.png">`,
  ])
    t.match(body, told)
  t.notMatch(body, /<input[^>]*checked/, 'no box is ticked for anyone')
  t.equal(headers['set-cookie'], undefined)
})

t.test('every reader of a language gets the same bytes, and who has them gets 304', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)

  const one = await site.get(`/petitions/${slug}`, { 'user-agent': 'one' })
  const other = await site.get(`/petitions/${slug}`, { 'user-agent': 'other', cookie: 'clameur_session=abc' })
  const again = await site.get(`/petitions/${slug}`, { 'if-none-match': String(one.headers.etag) })
  const french = await site.get(`/petitions/${slug}`, { 'accept-language': 'fr' })
  const packed = await site.get(`/petitions/${slug}`, { 'accept-encoding': 'gzip, br' })

  t.equal(one.body, other.body)
  t.match(one.headers['cache-control'], /^public/)
  t.match(one.headers.vary, 'Accept-Language')
  t.match(one.headers['content-security-policy'], "script-src 'self'")
  t.equal(again.statusCode, 304)
  t.equal(again.body, '')
  t.equal(again.headers.etag, one.headers.etag)
  t.match(french.body, 'Je signe')
  t.equal(packed.headers['content-encoding'], 'br')
  t.equal(Number(packed.headers['content-length']), packed.rawPayload.length)
})

t.test('a confirmed signature is in the number of the page within a second', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  t.match((await site.get(`/petitions/${petition.slug}`)).body, '<b data-count>0</b>')

  await addConfirmedSignatures(site, petition, 1)
  await new Promise((resolve) => setTimeout(resolve, 1_000))

  t.match((await site.get(`/petitions/${petition.slug}`)).body, '<b data-count>1</b>')
})

t.test('what is not public is not there, and what was hidden says why', async (t) => {
  const site = await startSite(t)
  for (const state of ['draft', 'submitted', 'rejected'] as const) {
    await addPetition(site, { slug: state, state, title: 'Secret plan' })
    for (const path of ['', '.json', '/embed', '/badge.svg', '/card.png', '/poster.svg']) {
      const answer = await site.get(`/petitions/${state}${path}`)
      t.equal(answer.statusCode, 404, `${state}${path}`)
      t.notMatch(answer.body, 'Secret plan')
    }
  }
  await addPetition(site, {
    slug: 'hidden',
    state: 'hidden',
    title: 'Secret plan',
    moderationReason: 'defamation',
    moderationNote: 'It names a neighbour.',
  })

  const hidden = await site.get('/petitions/hidden')

  t.equal(hidden.statusCode, 410)
  t.match(hidden.body, /accuses a person.*It names a neighbour\./s)
  t.notMatch(hidden.body, 'Secret plan')
  t.equal((await site.get('/petitions/hidden.json')).statusCode, 410)
  t.equal((await site.get('/petitions/nothing')).statusCode, 404)
})

t.test('a petition that is hidden disappears at once from what was kept of it', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  t.equal((await site.get(`/petitions/${petition.slug}`)).statusCode, 200)

  await site.db.updateTable('petitions').set({ state: 'hidden' }).where('id', '=', petition.id).execute()
  await new Promise((resolve) => setTimeout(resolve, 600))

  t.equal((await site.get(`/petitions/${petition.slug}`)).statusCode, 410)
  t.equal((await site.get(`/petitions/${petition.slug}`)).statusCode, 410)
})

t.test('a petition that has ended shows what came of it, and no form', async (t) => {
  const site = await startSite(t)
  for (const [state, told] of [
    ['victory', 'Won'],
    ['closed', 'This petition has ended'],
    ['retired', 'Its campaigner withdrew this petition'],
  ] as const) {
    await addPetition(site, {
      slug: state,
      state,
      closedAt: site.deps.clock.now(),
      closingStatement: 'It *reopens*.',
    })
    const { statusCode, body } = await site.get(`/petitions/${state}`)
    t.equal(statusCode, 200)
    t.match(body, told)
    t.match(body, 'It <em>reopens</em>.')
    t.notMatch(body, '/signatures"')
  }
})

t.test('the last day ends signing, whether or not the job that closes petitions has run', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site, { closesOn: '2020-01-01' })

  t.notMatch((await site.get(`/petitions/${slug}`)).body, '/signatures"')
})

t.test('a published reply stands on the page, one that waits for the moderator does not', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await addReply(site, petition, { state: 'published', body: 'We will **reopen** it.' })
  await addReply(site, petition, { state: 'submitted', body: 'Not checked yet.' })

  const { body } = await site.get(`/petitions/${petition.slug}`)

  t.match(body, 'We will <strong>reopen</strong> it.')
  t.match(body, 'City of Lyon has answered')
  t.notMatch(body, 'Not checked yet.')
})

t.test('a reason is shown with the name that its owner chose to show, or without', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const [named, unnamed, pending] = await addConfirmedSignatures(site, petition, 3)
  const say = (id: number | undefined, values: object) =>
    site.db.updateTable('signatures').set(values).where('id', '=', id!).execute()
  await say(named, { comment: 'My son learnt to read there.', shownName: 'Anaïs' })
  await say(unnamed, { comment: '<script>alert(1)</script>' })
  await say(pending, { comment: 'I have not confirmed.', state: 'pending' })

  const { body } = await site.get(`/petitions/${petition.slug}`)

  t.match(body, /My son learnt to read there\..*Anaïs, Rhône/s)
  t.match(body, '&lt;script&gt;alert(1)&lt;/script&gt;')
  t.match(body, 'A signer who chose not to show their name')
  t.notMatch(body, 'I have not confirmed.')
})

t.test('no title, name or text of a visitor becomes part of the page’s code', async (t) => {
  const site = await startSite(t)
  const evil = '"><img src=x onerror=alert(1)>\'</script><script>alert(2)</script>{{7*7}}'
  const { slug } = await addPetition(site, {
    title: evil,
    ask: evil,
    body: `${evil}\n\n[x](javascript:alert(3)) ![y](https://evil.example/pixel.png)`,
    placeName: evil,
    campaignerName: evil,
  })

  for (const path of [`/petitions/${slug}`, `/petitions/${slug}/embed`, '/petitions']) {
    const { statusCode, body } = await site.get(path)
    t.equal(statusCode, 200, path)
    t.notMatch(body, /<img src=x|<script>alert|href="javascript:|src="https:\/\/evil\.example\/pixel/, path)
  }
  for (const path of ['badge.svg', 'poster.svg'])
    t.notMatch((await site.get(`/petitions/${slug}/${path}`)).body, /<img|<script/)
})

t.test('a page asks nothing of another site, and weighs less than 30 KB', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { body: 'A long text about a library. '.repeat(150) })
  await addReply(site, petition, { state: 'published' })
  await addConfirmedSignatures(site, petition, 50)

  const page = await site.get(`/petitions/${petition.slug}`, { 'accept-encoding': 'br' })
  const { body } = await site.get(`/petitions/${petition.slug}`)
  const files = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js)[^"]*)"/g)].map(
    ([, address]) => address!,
  )
  const sizes = await Promise.all(
    files.map(async (file) => (await site.get(file, { 'accept-encoding': 'br' })).rawPayload.length),
  )
  const bytes = page.rawPayload.length + sizes.reduce((sum, size) => sum + size, 0)

  t.equal(files.length, 2)
  t.ok(bytes < 30 * 1024, `${bytes} bytes`)
  t.comment(`first view: ${bytes} bytes compressed`)
  const fetched = [...body.matchAll(/<(?:link|script|img|iframe|source)\b[^>]*?(?:href|src)="([^"]+)"/g)]
  for (const [tag, address] of fetched)
    t.ok(/^\//.test(address!) || /rel="(canonical|alternate)"/.test(tag), address!)
})

t.test('the language of the text is named where it is not the reader’s', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site, { locale: 'fr', title: 'Rouvrons la bibliothèque' })

  t.match(
    (await site.get(`/petitions/${slug}`)).body,
    '<h1 dir="auto" lang="fr">Rouvrons la bibliothèque</h1>',
  )
  t.match((await site.get(`/petitions/${slug}?lang=fr`)).body, '<h1 dir="auto">Rouvrons la bibliothèque</h1>')
})

t.test('a petition as JSON tells what its page tells', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { closesOn: '2099-01-01' })
  await addReply(site, petition, { state: 'published' })
  await addConfirmedSignatures(site, petition, 12)

  for (const path of [`/petitions/${petition.slug}.json`, `/api/v1/petitions/${petition.slug}`]) {
    const answer = await site.get(path)
    t.equal(answer.headers['access-control-allow-origin'], '*')
    t.match(answer.json(), {
      data: {
        slug: petition.slug,
        state: 'open',
        confirmed: 12,
        goal: 100,
        next_step: 25,
        closes_on: '2099-01-01',
        text: petition.body,
        replies: [{ from: { name: 'Claire Fontanel' }, text: /library/ }],
      },
    })
    t.notMatch(answer.body, '@', 'no address is open data')
  }
})

t.test('the figures add up to the number, and point at nobody', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await addConfirmedSignatures(site, petition, 12)
  await site.db
    .insertInto('tallies')
    .values({
      petitionId: petition.id,
      textVersion: 1,
      day: '2026-01-01',
      territory: 'FR-48',
      strength: 1,
      confirmed: 2,
    })
    .execute()

  const { data } = (await site.get(`/api/v1/petitions/${petition.slug}/figures`)).json()

  const sum = (rows: { confirmed: number }[]) => rows.reduce((total, { confirmed }) => total + confirmed, 0)
  t.equal(sum(data.by_day), 14)
  t.strictSame(data.by_territory, [
    { territory: 'FR-69', confirmed: 12 },
    { territory: null, confirmed: 2 },
  ])
  t.strictSame(data.by_strength, [
    { strength: 'L1', confirmed: 2 },
    { strength: 'L2', confirmed: 12 },
  ])
  t.notMatch((await site.get(`/petitions/${petition.slug}`)).body, 'Lozère')
})

t.test('other sites may frame the widget, and nothing else', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)

  const page = await site.get(`/petitions/${slug}`)
  t.equal(page.headers['x-frame-options'], 'DENY')
  for (let turn = 0; turn < 2; turn += 1) {
    const widget = await site.get(`/petitions/${slug}/embed`)
    t.equal(widget.headers['x-frame-options'], undefined)
    t.match(widget.headers['content-security-policy'], 'frame-ancestors *')
    t.match(widget.body, `href="https://clameur.test/petitions/${slug}" target="_blank"`)
    t.notMatch(widget.body, '<script')
  }
})

t.test('a petition has a poster, a card and a badge', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { title: 'Open & free' })
  await addConfirmedSignatures(site, petition, 12)
  const path = `/petitions/${petition.slug}`

  const poster = await site.get(`${path}/poster.svg`)
  t.match(poster.headers['content-type'], 'image/svg+xml')
  t.match(poster.body, /^<svg .*aria-label="Open &amp; free"/)
  const card = await site.get(`${path}/card.png`)
  t.equal(card.headers['content-type'], 'image/png')
  t.strictSame(card.rawPayload.subarray(1, 4).toString(), 'PNG')
  t.equal(card.rawPayload.readUInt32BE(16), 1200)
  t.match((await site.get(`${path}/badge.svg`)).body, '12 signatures of 100')
})

t.test('a picture is shown in its own measures, and only as long as the petition is', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const { id } = await site.db
    .insertInto('pictures')
    .values({
      petitionId: petition.id,
      width: 800,
      height: 600,
      webp: Buffer.from('RIFF'),
      alt: 'The "door"',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const set = (values: object) =>
    site.db.updateTable('petitions').set(values).where('id', '=', petition.id).execute()
  await set({ pictureId: id })

  const address = `/petitions/${petition.slug}/picture?v=${id}`
  t.match(
    (await site.get(`/petitions/${petition.slug}`)).body,
    `src="${address}" width="800" height="600" alt="The &quot;door&quot;"`,
  )
  t.equal((await site.get(address)).body, 'RIFF')
  await set({ state: 'hidden' })
  t.equal((await site.get(address)).statusCode, 404)
})

t.test('a remembered device sees its own button, on a page that nobody keeps', async (t) => {
  const site = await startSite(t)
  const signed = await addPetition(site)
  const next = await addPetition(site)
  const [subjectId] = await addConfirmedSignatures(site, signed, 1)
  const keys = await site.deps.keyring.getPetitionKeys(site.db, signed.id)
  const token = tokenOf(keys, 'signature', { petitionId: signed.id, subjectId: subjectId! })
  const asked = await site.submit(`/signatures/${token}/device`, { remember: 'on' })
  const cookie = String(asked.headers['set-cookie']).split(';')[0]!
  t.match(cookie, /^clameur_device=/)
  await site.get(`/petitions/${next.slug}`)

  const own = await site.get(`/petitions/${next.slug}`, { cookie })
  const other = await site.get(`/petitions/${next.slug}`)

  t.match(own.body, `action="/petitions/${next.slug}/signatures/remembered"`)
  t.match(own.body, 'Signer 1')
  t.equal(own.headers['cache-control'], 'private, no-store')
  t.notMatch(other.body, 'Signer 1')
})
