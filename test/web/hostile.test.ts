/** Whatever anybody sends to any address: an answer that the site meant to give. */

import fc from 'fast-check'
import t from 'tap'
import { tokenOf } from '../../src/keys/links.js'
import { appealPath } from '../../src/moderation/contest.js'
import { recordAct } from '../../src/moderation/record.js'
import { report } from '../reports/support.js'
import { linkIn, sign } from '../signatures/support.js'
import { addModerator, addPetition, addReply, signInAs } from '../support/factories.js'
import { fillIn, startDraft } from '../support/launch.js'
import { listRoutes } from '../support/routes.js'
import { startSite, type TestSite } from '../support/site.js'

/** What people, browsers, spreadsheets and attackers are known to send. */
const NASTY = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  '99999999999999999999',
  '9223372036854775808',
  '2147483648',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202egnp.exe',
  '"><script>alert(1)</script>',
  "'; drop table petitions; --",
  '=HYPERLINK("https://evil.example")',
  '{{7*7}} <%= 7*7 %> {n, plural, one {#} other {#}}',
  '%00',
  '%',
  '\\',
  '../../../../etc/passwd',
  'javascript:alert(1)',
  '//evil.example',
  'toString',
  '__proto__',
  'constructor',
  '2027-02-30',
  '0000-00-00',
  '99999-01-01',
  '(((((((((('.repeat(300),
  '['.repeat(5_000),
  '> '.repeat(3_000),
  'x'.repeat(10_000),
  'é'.repeat(10_000),
  '🙂'.repeat(3_000),
  'a\u0301'.repeat(3_000),
  'ŉ ﬁ ß ı İ',
  'on',
  'open',
  'FR',
  'fr',
  'ada@example.com',
  'a@b',
  `${'a'.repeat(300)}@example.com`,
  'user@[127.0.0.1]',
  'user@xn--a',
  'x\r\nBcc: everyone@example.com',
]

const FIELDS = (
  'outcome words picture days ticked queue kind age language mine act after alt answer as ask before body category closes_on comment confirmed country done email from goal lang link locale ' +
  'category explanation good_faith law maker_email maker_name maker_organisation maker_role name near note page petition place_name postcode postcodes ' +
  'preview q reason remark remember remove return rhythm saved show_name signed_by sort state statement sure title ' +
  'network wide-network domain agent stem from to country rule names objected pattern domain_typed network_typed seen alert ' +
  'competent meets_on meets_where promise promised_for promised_on due_on source maker outcome said reply verdict attachment ' +
  'topic updates List-Unsubscribe __proto__ constructor toString'
).split(' ')

const value = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 60 }))
const fields = fc.array(fc.tuple(fc.constantFrom(...FIELDS), value), { maxLength: 12 })
const language = fc.constantFrom(
  'en',
  'fr',
  '',
  '*',
  'fr;q=nope,en;q=-1',
  ',,,;;;',
  'x'.repeat(2_000),
  'zh-Hant',
)
const RUNS = { numRuns: Number(process.env.HOSTILE_RUNS ?? 6), endOnFailure: true }

interface Insides {
  site: TestSite
  cookie: string
  /** What may stand in the place of each `:name`, right and wrong. */
  fill: Record<string, string[]>
}

async function furnish(t: Parameters<typeof startSite>[0]): Promise<Insides> {
  const site = await startSite(t)
  const moderator = await addModerator(site, { role: 'administrator' })
  // The session that asks has a number that no address below is filled with: it would end itself.
  for (let number = 0; number < 20; number++) await signInAs(site, moderator)
  const { cookie } = await signInAs(site, moderator)
  const petition = await addPetition(site, { accountId: moderator.id })
  const submitted = await addPetition(site, { state: 'submitted' })
  const hidden = await addPetition(site, { state: 'hidden', moderationReason: 'hate', moderationNote: 'No.' })
  const reply = await addReply(site, petition)
  const draft = (await startDraft(site)).replace('/drafts/', '')
  await fillIn(site, `/drafts/${draft}`)
  await sign(site, petition.slug)
  await site.work()
  const signature = linkIn(site.mails.find(({ text }) => /\/signatures\//.test(text))!).replace(
    '/signatures/',
    '',
  )
  const { number } = await report(site, petition)
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const maker = tokenOf(keys, 'decision-maker', { petitionId: petition.id, subjectId: reply.decisionMakerId })
  const entry = await recordAct(site.db, {
    act: 'petition-hidden',
    moderator,
    petitionId: hidden.id,
    reason: 'hate',
    note: 'No.',
    at: site.deps.clock.now(),
  })
  const appeal = (await appealPath(site.deps, entry)).replace('/appeals/', '')
  const wrong = [
    'szzzzzzzzzzz.zzzzzzzzzzz.AAAAAAAAAAAAAAAAAAAAAA',
    `s${petition.id.toString(36)}.9.AAAAAAAAAAAAAAAAAAAAAA`,
    's1.1.AAAAAAAAAAAAAAAAAAAAAA',
    '00000000-0000-0000-0000-000000000000.AAAA',
    '%2e%2e%2f',
    '%25%30%30',
    '%C3%28',
    '%',
    '%ff',
    '999999999999999',
    '99999999999999999999999',
    '-1',
    '0',
    'new',
    '__proto__',
    'x'.repeat(299),
    'é🙂'.repeat(30),
  ]
  return {
    site,
    cookie,
    fill: {
      slug: [petition.slug, petition.slug, submitted.slug, hidden.slug, ...wrong],
      signatures: [signature, signature, maker, ...wrong],
      unsubscribe: [
        tokenOf(keys, 'campaigner-unsubscribe', { petitionId: petition.id, subjectId: petition.id }),
        ...wrong,
      ],
      drafts: [draft, draft, signature, ...wrong],
      dossiers: [maker, maker, draft, ...wrong],
      appeals: [appeal, appeal, maker, ...wrong],
      entry: [String(entry), ...wrong],
      id: [String(petition.id), String(submitted.id), String(reply.id), ...wrong],
      link: wrong,
      number: [number, ...wrong],
      mailing: ['1', ...wrong],
      file: ['list.csv', 'brief.pdf', ...wrong],
      '*': [
        'clameur.css',
        '../package.json',
        '..%2f..%2fpackage.json',
        '%2e%2e/%2e%2e/package.json',
        ...wrong,
      ],
    },
  }
}

const addressOf = (path: string, fill: Insides['fill'], pick: number) =>
  path.replace(/:(\w+)|\*/g, (name, key) => {
    const choices = fill[key ?? name] ?? fill[path.split('/')[1]!] ?? fill.link!
    return encodeURI(choices[pick % choices.length]!).replace(/%25/g, '%')
  })

/** But for the one that would leave the others signed out. */
const postsOf = ({ app }: TestSite) =>
  listRoutes(app).filter(({ method, path }) => method === 'POST' && path !== '/account/sign-out')

t.test('no address answers 5xx to any query, and the language of the reader changes nothing', async (t) => {
  const { site, cookie, fill } = await furnish(t)
  await site.app.ready()
  for (const { path } of listRoutes(site.app).filter(({ method }) => method === 'GET'))
    await fc.assert(
      fc.asyncProperty(fc.nat(), fields, language, fc.boolean(), async (pick, query, accept, signedIn) => {
        const url = `${addressOf(path, fill, pick)}?${new URLSearchParams(query)}`
        const answer = await site.get(url, { 'accept-language': accept, ...(signedIn ? { cookie } : {}) })
        return answer.statusCode < 500
      }),
      RUNS,
    )
  t.pass('every GET')
})

t.test('no form answers 5xx to anything that is posted, and a mistake is answered by a page', async (t) => {
  const { site, cookie, fill } = await furnish(t)
  await site.app.ready()
  for (const { path } of postsOf(site))
    await fc.assert(
      fc.asyncProperty(fc.nat(), fields, fc.boolean(), async (pick, posted, signedIn) => {
        const answer = await site.app.inject({
          method: 'POST',
          url: addressOf(path, fill, pick),
          payload: new URLSearchParams(posted).toString(),
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
            ...(signedIn ? { cookie } : {}),
          },
        })
        if (answer.statusCode === 303) return String(answer.headers.location).match(/^\/(?!\/)/) !== null
        return answer.statusCode < 500
      }),
      RUNS,
    )
  t.pass('every POST')
})

t.test('a body of another kind is refused and not misread', async (t) => {
  const { site, cookie, fill } = await furnish(t)
  await site.app.ready()
  for (const { path } of postsOf(site)) {
    // Where JSON is what is read: test/bounces/webhooks.test.ts.
    if (path.startsWith('/webhooks/')) continue
    const url = addressOf(path, fill, 0)
    const post = (type: string, payload: string | Buffer) =>
      site.app.inject({
        method: 'POST',
        url,
        payload,
        headers: { 'content-type': type, 'sec-fetch-site': 'same-origin', cookie },
      })
    t.equal((await post('application/json', '{"name":"Ada"}')).statusCode, 415, `JSON to ${path}`)
    t.equal((await post('text/plain', 'name=Ada')).statusCode, 415, `plain text to ${path}`)
    t.equal(
      (await post('application/x-www-form-urlencoded', `a=${'x'.repeat(300_000)}`)).statusCode,
      413,
      `too much to ${path}`,
    )
    for (const [type, body] of [
      [
        'multipart/form-data; boundary=x',
        '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\nAda\r\n--x--\r\n',
      ],
      ['multipart/form-data; boundary=x', '--x\r\nbroken'],
      ['multipart/form-data', 'no boundary'],
      ['application/x-www-form-urlencoded', '%ff%fe=%&&&===&a[b][c]=1&__proto__=1'],
      ['application/x-www-form-urlencoded; charset=utf-16', 'a=b'],
    ] as const) {
      const { statusCode } = await post(type, body)
      t.ok(statusCode < 500, `${type} to ${path}: ${statusCode}`)
    }
  }
})

t.test('broken addresses and unknown methods get a page and the headers of every page', async (t) => {
  const site = await startSite(t)
  for (const url of [
    '/%',
    '/%zz',
    '/%C3%28',
    '/petitions/%',
    '/petitions/%ff/embed',
    '/assets/%2e%2e%2fpackage.json',
    '//evil.example/',
    `/${'x'.repeat(5_000)}`,
  ]) {
    const answer = await site.get(url)
    t.ok([400, 404, 414].includes(answer.statusCode), `${url.slice(0, 40)}: ${answer.statusCode}`)
    t.equal(answer.headers['x-content-type-options'], 'nosniff', url.slice(0, 40))
    if (!url.includes('.json')) t.match(answer.body, '<h1', url.slice(0, 40))
    t.notMatch(answer.body, /href="\/\/evil/, 'no link of ours leads to another site')
  }
  for (const method of ['PUT', 'DELETE', 'PATCH'] as const) {
    const { statusCode } = await site.app.inject({
      method,
      url: '/petitions',
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    t.ok([404, 405].includes(statusCode), `${method}: ${statusCode}`)
  }
})
