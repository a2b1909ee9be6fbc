import t from 'tap'
import { addDays, dayOf } from '../../src/petitions/days.js'
import { fillIn, petitionOfDraft, startDraft, USUAL } from '../support/launch.js'
import { startSite } from '../support/site.js'

/** Step, what is typed, the field that is named. */
const FAULTS: [string, Record<string, string>, string][] = [
  ['recipient', { ask: '' }, 'ask'],
  ['recipient', { ask: 'Open it' }, 'ask'],
  ['recipient', { ask: 'a'.repeat(301) }, 'ask'],
  ['recipient', { maker_name: '' }, 'maker_name'],
  ['recipient', { maker_name: 'n'.repeat(10_000) }, 'maker_name'],
  ['recipient', { maker_organisation: 'n'.repeat(121) }, 'maker_organisation'],
  ['recipient', { maker_email: '' }, 'maker_email'],
  ['recipient', { maker_email: 'mayor at city' }, 'maker_email'],
  ['recipient', { maker_email: 'mayor@city.example\r\nBcc: all@city.example' }, 'maker_email'],
  ['text', { body: '' }, 'body'],
  ['text', { body: 'Too short.' }, 'body'],
  ['text', { body: 'w '.repeat(10_001) }, 'body'],
  ['details', { topic: '' }, 'topic'],
  ['details', { topic: 'gossip' }, 'topic'],
  ['details', { country: '' }, 'country'],
  ['details', { country: 'XX' }, 'country'],
  ['details', { place_name: 'p'.repeat(101) }, 'place_name'],
  ['details', { postcodes: '69007, é' }, 'postcodes'],
  ['details', { postcodes: Array.from({ length: 201 }, (_, index) => 10_000 + index).join() }, 'postcodes'],
  ['details', { country: 'world', postcodes: '69' }, 'postcodes'],
  ['details', { closes_on: '2020-01-01' }, 'closes_on'],
  ['details', { closes_on: '2999-01-01' }, 'closes_on'],
  ['details', { closes_on: '2027-02-30' }, 'closes_on'],
  ['details', { closes_on: 'tomorrow' }, 'closes_on'],
  ['details', { goal: '' }, 'goal'],
  ['details', { goal: '9' }, 'goal'],
  ['details', { goal: '10000001' }, 'goal'],
  ['details', { goal: '1e3' }, 'goal'],
  ['details', { goal: '-100' }, 'goal'],
  ['you', { name: '' }, 'name'],
  ['you', { name: '=HYPERLINK("https://evil.example")' }, 'name'],
  ['you', { name: '\u0000\u202e' }, 'name'],
  ['you', { name: 'n'.repeat(10_000) }, 'name'],
  ['you', { email: '' }, 'email'],
  ['you', { email: 'nour@' }, 'email'],
]

const FIELDS: Record<string, (keyof typeof USUAL)[]> = {
  recipient: ['ask', 'maker_name', 'maker_role', 'maker_organisation', 'maker_email'],
  text: ['body'],
  details: ['topic', 'place_name', 'country', 'postcodes', 'closes_on', 'goal'],
  you: ['name', 'email'],
}

t.test('each step names what must be mended, and loses nothing', async (t) => {
  const site = await startSite(t)

  for (const [step, wrong, field] of FAULTS) {
    const draft = await startDraft(site)
    const usual = Object.fromEntries(FIELDS[step]!.map((name) => [name, String(USUAL[name])]))
    const answer = await site.submit(`${draft}/${step}`, { ...usual, ...wrong })

    const what = `${step} ${JSON.stringify(wrong).slice(0, 60)}`
    t.equal(answer.statusCode, 422, what)
    t.match(answer.body, new RegExp(`<div class="errors"[\\s\\S]*href="#${field}"`), what)
    t.match(answer.body, new RegExp(`id="${field}-error"`), what)
    for (const [name, value] of Object.entries(usual))
      if (!(name in wrong) && value) t.match(answer.body, value.split('\n')[0]!, `${what} keeps ${name}`)
    const typed = Object.values(wrong)[0]!.trim()
    // A choice that is not among them cannot be shown as chosen.
    if (/^[\w @,.]+$/.test(typed) && !['topic', 'country'].includes(field))
      t.match(answer.body, typed, `${what} keeps what was wrong`)
  }
})

t.test('nothing is submitted while something is missing', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)

  const seen = await site.get(`${draft}/review`)
  const sent = await site.submit(`${draft}/review`)
  await site.work()

  t.equal(seen.statusCode, 200)
  t.equal(sent.statusCode, 422)
  for (const link of [
    'recipient?from=review#ask',
    'text?from=review#body',
    'details?from=review#topic',
    'you?from=review#email',
  ])
    t.match(sent.body, `${draft}/${link}`)
  t.notMatch(sent.body, 'Send me the link')
  t.strictSame(site.mails, [])
})

t.test('a draft that slept past its last day is asked for another', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)
  const closesOn = addDays(dayOf(site.deps.clock.now(), 'Europe/Paris'), 10)
  await fillIn(site, draft, { closes_on: closesOn })

  t.match((await site.get(`${draft}/review`)).body, 'Send me the link')
  site.wait(11 * 86_400_000)

  const sent = await site.submit(`${draft}/review`)
  t.equal(sent.statusCode, 422)
  t.match(sent.body, /details\?from=review#closes_on">Choose a day to come/)
})

t.test('numbers, postcodes and days are read as people write them', async (t) => {
  const site = await startSite(t)
  const closesOn = addDays(dayOf(site.deps.clock.now(), 'Europe/Paris'), 1)
  const cases: [Record<string, string>, object][] = [
    [{ goal: '10 000' }, { goal: 10_000 }],
    [{ goal: '10\u202f000' }, { goal: 10_000 }],
    [{ goal: '1,000,000' }, { goal: 1_000_000 }],
    [{ goal: '2.500' }, { goal: 2_500 }],
    [{ postcodes: ' 69007 ;69 003, 2a ,69007,' }, { postcodes: ['69007', '69003', '2A'] }],
    [
      { country: 'world', postcodes: '' },
      { country: null, postcodes: [] },
    ],
    [{ closes_on: closesOn }, { closesOn }],
    [{ place_name: '' }, { placeName: null }],
  ]

  for (const [typed, kept] of cases) {
    const draft = await startDraft(site)
    const { topic, place_name, country, postcodes, closes_on, goal } = USUAL
    const answer = await site.submit(`${draft}/details`, {
      topic,
      place_name,
      country,
      postcodes,
      closes_on,
      goal,
      ...typed,
    })

    t.equal(answer.statusCode, 303, JSON.stringify(typed))
    t.match(await petitionOfDraft(site, draft), kept)
  }
})

t.test('a closing day in six months is proposed, and may be left out', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)

  const first = await site.get(`${draft}/details`)
  await fillIn(site, draft)
  const later = await site.get(`${draft}/details`)

  t.match(first.body, /name="closes_on"[^>]+value="20\d\d-\d\d-\d\d"/)
  t.notMatch(later.body, /name="closes_on"[^>]+value=/)
})

t.test('an address where anybody can open a mailbox is doubted, and allowed', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)

  await fillIn(site, draft, { maker_email: 'the.mayor@gmail.com' })
  const page = await site.get(`${draft}/recipient`)
  const review = await site.get(`${draft}/review`)

  t.match(page.body, /anybody can open a mailbox/)
  t.match(review.body, /anybody can open a mailbox[\s\S]*Send me the link/)
})

t.test('the preview shows the text as it will look, keeps it, and leaves one on the page', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)

  const answer = await site.submit(`${draft}/text`, { body: '# Why\n\n**Now**', preview: 'on' })

  t.equal(answer.statusCode, 200)
  t.match(answer.body, /<h3>Why<\/h3>\s*<p><strong>Now<\/strong><\/p>/)
  t.match(answer.body, />\s*# Why\n\n\*\*Now\*\*<\/textarea>/)
  t.equal((await petitionOfDraft(site, draft)).body, '# Why\n\n**Now**')
})

t.test('no text runs in the pages that show it', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)
  const body = `${USUAL.body}\n\n<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) </textarea><script>alert(2)</script>`

  const preview = await site.submit(`${draft}/text`, { body, preview: 'on' })
  await fillIn(site, draft, {
    body,
    ask: '<script>alert(3)</script> please',
    maker_name: '"><script>alert(4)</script>',
    name: 'Nour <script>alert(5)</script>',
  })
  const pages = await Promise.all(
    ['recipient', 'text', 'you', 'review'].map((step) => site.get(`${draft}/${step}`)),
  )

  for (const page of [preview, ...pages]) {
    t.notMatch(page.body, /<script>alert|<img src=x|href="javascript/)
    t.match(page.headers['content-security-policy'], /script-src 'self'/)
  }
})
