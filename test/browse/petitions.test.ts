import t from 'tap'
import { addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const slugsOf = async (site: TestSite, query: string) => {
  const answer = await site.get(`/petitions.json?${query}`)
  return (answer.json() as { data: { slug: string }[] }).data.map(({ slug }) => slug)
}

t.test('words are found without their accents, with them, and misspelt', async (t) => {
  const site = await startSite(t)
  await addPetition(site, {
    slug: 'bibliotheque',
    title: 'Rouvrons la bibliothèque de Gerland le mercredi',
    ask: 'Ouvrir chaque mercredi.',
    body: 'Les enfants du quartier.',
  })
  await addPetition(site, {
    slug: 'bus',
    title: 'A night bus for Leeds',
    ask: 'Run it.',
    body: 'Nurses wait.',
  })

  for (const q of [
    'bibliotheque',
    'bibliothèque',
    'bibliotèque',
    'biblioteque',
    'BIBLIOTHÈQUE',
    'biblio',
    'la bibliothèque',
    'gerland bibliotheque',
    'quartier',
  ]) {
    t.strictSame(await slugsOf(site, new URLSearchParams({ q }).toString()), ['bibliotheque'], q)
  }
  t.strictSame(await slugsOf(site, 'q=bibliotheque+leeds'), [], 'all words must be found')
  t.strictSame(await slugsOf(site, 'q=nigth+bus'), ['bus'])
})

t.test('a petition that says it in its title comes before one that says it in passing', async (t) => {
  const site = await startSite(t)
  await addPetition(site, { slug: 'title', title: 'Trees for the square', ask: 'Plant them.' })
  await addPetition(site, {
    slug: 'passing',
    title: 'Benches',
    ask: 'Set them up.',
    body: 'Between the trees.',
  })

  t.strictSame(await slugsOf(site, 'q=trees'), ['title', 'passing'])
})

t.test('no address of the list makes the site fail, whatever it says', async (t) => {
  const site = await startSite(t)
  await addPetition(site)

  const hostile = [
    "'",
    '"',
    '\\',
    '&',
    '|',
    '!',
    '()',
    ':*',
    '<->',
    "a' & 'b",
    'a:*b',
    '%',
    '_',
    '\\\\%',
    'ŉ ½ ℡ ﬁ',
    '🌳🌳',
    'كتب',
    '图书馆',
    'x'.repeat(10_000),
    'a '.repeat(5_000),
    "'; drop table petitions; --",
    '\ud800',
    '\u202e\u0007',
    'https://example.org/a?b=c',
    'le la les',
  ]
  for (const text of hostile) {
    for (const name of ['q', 'near', 'topic', 'state', 'sort', 'page', 'after', 'lang']) {
      const query = `${name}=${encodeURIComponent(text.toWellFormed())}`
      for (const path of ['/petitions', '/petitions.json']) {
        const answer = await site.get(`${path}?${query}`)
        t.equal(answer.statusCode, 200, `${path}?${query.slice(0, 60)}`)
      }
    }
  }
  for (const query of [
    'q=%ff%fe',
    'q=%',
    'q[]=a&q[]=b',
    'q=a&q=b',
    'after=9999999999999999.1',
    'page=99999',
  ]) {
    const answer = await site.get(`/petitions?${query}`)
    t.ok([200, 400].includes(answer.statusCode), query)
  }
  for (const sort of ['recent', 'signatures', 'closing', 'relevance'])
    t.equal(
      (await site.get(`/petitions.json?q=library&sort=${sort}&after=9007199254740991.9007199254740991`))
        .statusCode,
      200,
    )
})

t.test('what was searched is written on the page as text', async (t) => {
  const site = await startSite(t)

  const { body } = await site.get(`/petitions?q=${encodeURIComponent('"><script>alert(1)</script>')}`)

  t.notMatch(body, '<script>alert')
  t.match(body, '&lt;script&gt;alert(1)&lt;/script&gt;')
})

t.test('only open petitions are listed, unless another state is asked for', async (t) => {
  const site = await startSite(t)
  for (const state of [
    'draft',
    'submitted',
    'open',
    'closed',
    'rejected',
    'hidden',
    'victory',
    'retired',
  ] as const)
    await addPetition(site, { slug: state, state })

  t.strictSame(await slugsOf(site, ''), ['open'])
  t.strictSame(await slugsOf(site, 'state=closed'), ['retired', 'closed'])
  t.strictSame(await slugsOf(site, 'state=victory'), ['victory'])
  t.strictSame((await slugsOf(site, 'state=all')).sort(), ['closed', 'open', 'retired', 'victory'])
  t.strictSame(await slugsOf(site, 'state=hidden'), ['open'])
})

t.test('a topic, a postcode or a place narrows the list', async (t) => {
  const site = await startSite(t)
  const nowhere = { postcodes: [], placeName: null }
  await addPetition(site, { slug: 'lyon7', topic: 'health', postcodes: ['69007'], placeName: 'Lyon 7e' })
  await addPetition(site, {
    slug: 'rhone',
    topic: 'housing',
    postcodes: ['69'],
    placeName: 'Métropole de Lyon',
  })
  await addPetition(site, {
    slug: 'leeds',
    topic: 'health',
    country: 'GB',
    postcodes: ['LS1'],
    placeName: 'Leeds',
  })
  await addPetition(site, { slug: 'france', ...nowhere })

  t.strictSame(await slugsOf(site, 'topic=health'), ['leeds', 'lyon7'])
  t.strictSame(await slugsOf(site, 'near=69007'), ['rhone', 'lyon7'])
  t.strictSame(await slugsOf(site, 'near=69+003'), ['rhone'])
  t.strictSame(await slugsOf(site, 'near=69'), ['rhone', 'lyon7'])
  t.strictSame(await slugsOf(site, 'near=ls1+4dt'), ['leeds'])
  t.strictSame(await slugsOf(site, 'near=metropole+de+lyon'), ['rhone'])
  t.strictSame(await slugsOf(site, 'near=L%C3%A9eds'), ['leeds'])
  t.strictSame(await slugsOf(site, 'near=75011'), [])
})

t.test('the list is sorted by age, signatures or last day', async (t) => {
  const site = await startSite(t)
  const count = (petitionId: number, confirmed: number) =>
    site.db.updateTable('petitionCounts').set({ confirmed }).where('petitionId', '=', petitionId).execute()
  const a = await addPetition(site, { slug: 'a', closesOn: '2099-03-01', openedAt: new Date('2026-01-01') })
  const b = await addPetition(site, { slug: 'b', closesOn: '2099-01-01', openedAt: new Date('2026-02-01') })
  const c = await addPetition(site, { slug: 'c', openedAt: new Date('2026-01-15') })
  await count(a.id, 5)
  await count(b.id, 1)
  await count(c.id, 9)

  t.strictSame(await slugsOf(site, ''), ['b', 'c', 'a'])
  t.strictSame(await slugsOf(site, 'sort=signatures'), ['c', 'a', 'b'])
  t.strictSame(await slugsOf(site, 'sort=closing'), ['b', 'a'], 'what never closes does not close soon')
})

t.test('turning the pages shows every petition once', async (t) => {
  const site = await startSite(t)
  const openedAt = new Date('2026-03-01')
  const slugs: string[] = []
  for (let index = 0; index < 30; index += 1)
    slugs.push(
      (await addPetition(site, { slug: `p${index}`, title: 'Library', openedAt, closesOn: '2099-01-01' }))
        .slug,
    )

  for (const query of ['', 'sort=signatures', 'sort=closing', 'q=library', 'q=library&sort=recent']) {
    const seen: string[] = []
    let next: string | undefined = `/petitions?${query}`
    let pages = 0
    while (next && pages < 10) {
      const { body }: { body: string } = await site.get(next)
      seen.push(...[...body.matchAll(/href="\/petitions\/(p\d+)"/g)].map(([, slug]) => slug!))
      next = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
      pages += 1
    }
    t.equal(pages, 3)
    t.strictSame(seen.toSorted(), slugs.toSorted(), query)
  }
})

t.test('a program walks a list that changes meanwhile, without loss or repetition', async (t) => {
  const site = await startSite(t)
  const openedAt = new Date('2026-03-01')
  const slugs: string[] = []
  for (let index = 0; index < 120; index += 1)
    slugs.push(
      (await addPetition(site, { slug: `p${index}`, title: 'Library', openedAt, closesOn: '2099-01-01' }))
        .slug,
    )

  for (const query of ['', 'sort=signatures', 'sort=closing', 'q=library']) {
    const first = (await site.get(`/petitions.json?${query}`)).json()
    t.equal(first.data.length, 100)
    if (!query.includes('q=')) await addPetition(site, { slug: `late-${query}`, topic: 'animals' })
    const second = (await site.get(first.links.next.replace('https://clameur.test', ''))).json()
    const seen = [...first.data, ...second.data]
      .map(({ slug }) => slug)
      .filter((slug) => !slug.startsWith('late'))
    t.strictSame(seen.toSorted(), slugs.toSorted(), query)
    t.equal(second.links.next, null)
  }
})

t.test('a list as JSON keeps the names that programs rely on, and any site may read it', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site, {
    closesOn: '2099-01-01',
    openedAt: new Date('2026-03-01T23:30:00Z'),
  })

  for (const path of ['/petitions.json', '/api/v1/petitions']) {
    const answer = await site.get(path)
    t.match(answer.headers, {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
    })
    t.match(answer.json(), {
      data: [
        {
          slug,
          state: 'open',
          title: 'Save the library',
          confirmed: 0,
          goal: 100,
          opened_on: '2026-03-02',
          closes_on: '2099-01-01',
          url: `https://clameur.test/petitions/${slug}`,
          to: { name: 'Claire Fontanel' },
        },
      ],
      links: { self: `https://clameur.test${path}`, next: null },
    })
  }
})

t.test('a list as CSV runs nothing in a spreadsheet', async (t) => {
  const site = await startSite(t)
  await addPetition(site, {
    title: '=HYPERLINK("http://evil.example";"Win")',
    ask: '@SUM(1)',
    placeName: '+1\n-2',
  })

  const answer = await site.get('/petitions.csv')

  t.match(answer.headers['content-type'], 'text/csv')
  t.match(answer.body, /"'=HYPERLINK\(""http/)
  t.match(answer.body, /,'@SUM\(1\),/)
  t.match(answer.body, /"'\+1\n-2"/)
})

t.test('a list as Atom is well-formed, whatever the titles', async (t) => {
  const site = await startSite(t)
  await addPetition(site, { title: '</title> & <b>"trees"</b> \u000b', ask: ']]>' })

  const { body, headers } = await site.get('/petitions.atom')

  t.match(headers['content-type'], 'application/atom+xml')
  t.match(body, '<title>&lt;/title&gt; &amp; &lt;b&gt;&quot;trees&quot;&lt;/b&gt; </title>')
  t.match(body, /<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>/)
  t.match(body, '<link rel="self" type="application/atom+xml" href="https://clameur.test/petitions.atom"/>')
})

t.test('an empty list says what to do', async (t) => {
  const site = await startSite(t)

  t.match((await site.get('/petitions')).body, /Nobody has asked.*href="\/petitions\/new"/s)
  t.match((await site.get('/petitions?q=zebra&lang=fr')).body, /href="\/petitions\/new\?lang=fr"/)
})
