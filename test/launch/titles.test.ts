import t from 'tap'
import { slugOf } from '../../src/launch/slug.js'
import { launchPetition, petitionOfDraft, startDraft, USUAL } from '../support/launch.js'
import { startSite } from '../support/site.js'

const REAL = [
  'It’s "our" library & we’d like to <keep> it!',
  'Sauvons les abeilles 🐝 de la forêt de Fontainebleau 👩‍👩‍👧',
  'أعيدوا فتح مكتبة الحي يوم الأربعاء',
  'Спасите старый парк в центре города',
  '図書館を水曜日に開けてください、お願いします',
  'Stop 5G: 100% des élus <script>alert(1)</script> "d\'accord"',
  "'; drop table petitions; --",
  '=HYPERLINK("https://evil.example";"Sign")',
  'Ça suffit ! Œuvrons pour l’été — où ça ? À Aÿ, près d’Épernay…',
  'T'.repeat(10),
  'A right long title that says what it wants '.repeat(4).slice(0, 150).trim(),
  '100 000 € pour la Maison des œuvres',
]

t.test('titles of real life are kept word for word, and shown as they are', async (t) => {
  const site = await startSite(t)

  for (const title of REAL) {
    const draft = await startDraft(site, { title })
    const petition = await petitionOfDraft(site, draft)
    const page = await site.get(`${draft}/review`)

    t.equal(petition.title, title)
    t.match(petition.slug, /^[a-z0-9]+(-[a-z0-9]+)*$/)
    t.ok(petition.slug.length <= 70)
    t.equal(page.statusCode, 200)
    t.notMatch(page.body, /<script>alert/)
    t.equal((await site.get(`${draft}/poster.svg`)).statusCode, 200)
  }
})

t.test('what nobody can see or type is taken out of a title', async (t) => {
  const site = await startSite(t)

  const draft = await startDraft(site, {
    title: '  Reopen\u0000 the \u202elibrary\u202c\r\n of  Gerland\ud800 ',
  })

  t.equal((await petitionOfDraft(site, draft)).title, 'Reopen the library of Gerland')
})

t.test('a title that cannot be one is asked for again, with what was typed', async (t) => {
  const site = await startSite(t)
  const long = 'Reopen it. '.repeat(1000)

  for (const [title, said] of [
    ['', /Write a title/],
    ['Library', /at least 10 characters/],
    ['\u0000'.repeat(20), /Write a title/],
    ['1234567890 !?', /in words/],
    [long, /150 characters: it has 10,999/],
  ] as const) {
    const answer = await site.submit('/petitions', { title, locale: 'en' })

    t.equal(answer.statusCode, 422)
    t.match(answer.body, said)
    t.match(answer.body, 'href="#title"')
    if (title.trim() && !title.includes('\u0000')) t.match(answer.body, title.trim())
  }
  t.match((await site.submit('/petitions', { title: USUAL.title, locale: 'xx' })).body, 'href="#locale"')
  t.equal((await site.submit('/petitions')).statusCode, 422)
  t.strictSame(await site.db.selectFrom('petitions').select('id').execute(), [])
})

t.test('bytes that are no text are no reason to fail', async (t) => {
  const site = await startSite(t)
  const post = (payload: string | Buffer, type = 'application/x-www-form-urlencoded') =>
    site.app.inject({
      method: 'POST',
      url: '/petitions',
      payload,
      headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
    })

  t.equal((await post('title=%ff%fe%00%c3%28 the library&locale=en')).statusCode, 303)
  t.equal((await post(Buffer.from([0x74, 0x69, 0x3d, 0xff, 0x00]))).statusCode, 422)
  t.equal((await post('title[a]=b&title[]=c&locale=en')).statusCode, 422)
  t.equal((await post('{"title":"x"}', 'application/json')).statusCode, 415)
  t.equal((await post(`title=${'x'.repeat(300_000)}`)).statusCode, 413)
})

t.test('an address is made of the title: Latin, short, whole words', async (t) => {
  t.equal(slugOf('Rouvrez l’école « Jean-Moulin » !'), 'rouvrez-l-ecole-jean-moulin')
  t.equal(slugOf('Œuvre, straße, Łódź & Ærø'), 'oeuvre-strasse-lodz-and-aero')
  t.equal(slugOf('أعيدوا فتح مكتبة'), 'petition')
  t.equal(slugOf('🐝🐝🐝'), 'petition')
  t.equal(slugOf('word '.repeat(40)), 'word-word-word-word-word-word-word-word-word-word-word-word')
  t.equal(slugOf('x'.repeat(150)).length, 60)
})

t.test('two petitions of one title have two addresses, and none takes a page’s own', async (t) => {
  const site = await startSite(t)

  const first = await launchPetition(site)
  const second = await launchPetition(site, { email: 'other@example.org' })
  const reserved = await startDraft(site, { title: 'New ! — — — —' })
  const together = await Promise.all(
    Array.from({ length: 6 }, () => startDraft(site, { title: 'أعيدوا فتح مكتبة الحي' })),
  )

  t.equal(second, `${first}-2`)
  t.equal((await petitionOfDraft(site, reserved)).slug, 'new-2')
  const slugs = await Promise.all(together.map(async (draft) => (await petitionOfDraft(site, draft)).slug))
  t.equal(new Set(slugs).size, 6)
})

t.test('an address that very many titles share is still found', async (t) => {
  const site = await startSite(t)

  const drafts = []
  for (let count = 0; count < 24; count++)
    drafts.push(await startDraft(site, { title: 'أعيدوا فتح مكتبة الحي' }))

  const { slug } = await petitionOfDraft(site, drafts.at(-1)!)
  t.match(slug, /^petition-[a-z0-9]{4,6}$/)
})
