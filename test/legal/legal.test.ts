import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { readConfig } from '../../src/config.js'
import { LOCALES } from '../../src/i18n/translate.js'
import { missingSettings } from '../../src/legal/placeholders.js'
import { LEGAL_PAGES, readLegalTexts } from '../../src/legal/texts.js'
import { HIDING_REASONS, REFUSAL_REASONS, RULES, ruleOf } from '../../src/petitions/moderation-reasons.js'
import { addDecisionMaker, addPetition } from '../support/factories.js'
import { startSite } from '../support/site.js'

const TEXTS = 'views/legal/texts'
const SET = {
  OPERATOR: 'Voix *du* Rhône & amis',
  OPERATOR_ADDRESS: '3 rue des _Tables_, 69001 Lyon',
  OPERATOR_EMAIL: 'hello@voix.example',
  PUBLICATION_DIRECTOR: 'Nour Haddad',
  HOST_NAME: 'Hébergeur [SA]',
  HOST_ADDRESS: '1 quai du Port, 59000 Lille, +33 1 00 00 00 00',
  DPO_EMAIL: 'dpo@voix.example',
  SUPERVISORY_AUTHORITY: 'APD (autoriteprotectiondonnees.be)',
  SOURCE_URL: 'https://code.voix.example/clameur?ref=our%20own',
}

function folder(t: Test, files: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), 'clameur-legal-'))
  t.teardown(() => rmSync(dir, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text)
  return dir
}

t.test('each legal page reads in both languages, filled from the settings, which stay words', async (t) => {
  const site = await startSite(t, SET)

  for (const page of LEGAL_PAGES)
    for (const locale of LOCALES) {
      const { statusCode, body } = await site.get(`/${page}?lang=${locale}`)
      t.equal(statusCode, 200, page)
      t.notMatch(body, /\{\{|\{#|undefined|not set|non renseigné/, `${page} in ${locale}`)
      t.match(body, `href="/${page}?lang=${locale}" aria-current="page"`, 'the footer leads there')
    }
  const legal = (await site.get('/legal')).body
  for (const said of [
    'Voix *du* Rhône &amp; amis',
    '3 rue des _Tables_, 69001 Lyon',
    'href="mailto:hello@voix.example"',
    'Nour Haddad',
    'Hébergeur [SA], 1 quai du Port',
    '<h2 id="who">',
  ])
    t.ok(legal.includes(said), said)
  const yours = (await site.get('/your-data')).body
  t.match(yours, 'dpo@voix.example')
  t.match(yours, 'APD (autoriteprotectiondonnees.be)')
  t.match(yours, 'href="/my-signatures"')
  t.match((await site.get('/your-data?lang=fr')).body, 'href="/my-signatures?lang=fr"')
  t.notMatch(yours, 'nofollow')
})

t.test('every page leads to the source of what runs here, or to who hands it out', async (t) => {
  const [set, bare] = [await startSite(t, SET), await startSite(t)]
  const petition = await addPetition(set)

  for (const page of ['/', `/petitions/${petition.slug}`, '/petitions/new', '/my-signatures', '/not-there'])
    for (const locale of LOCALES)
      t.match((await set.get(`${page}?lang=${locale}`)).body, `<a href="/source?lang=${locale}">`, page)
  const source = await set.get('/source')
  t.equal(source.statusCode, 302)
  t.equal(source.headers.location, SET.SOURCE_URL)
  t.match((await set.get('/legal')).body, 'href="https://code.voix.example/clameur?ref=our%20own"')

  t.equal((await bare.get('/source')).headers.location, '/legal#software')
  t.equal((await bare.get('/source?lang=fr')).headers.location, '/legal?lang=fr#software')
  t.match((await bare.get('/legal?lang=fr')).body, /non renseigné\s*: SOURCE_URL[\s\S]*ou auprès/)
  t.throws(() => readConfig({ SOURCE_URL: 'git@code.example:clameur' }), /^SOURCE_URL is not an address .+/)
})

t.test('what is not set is said plainly, on the pages and at the start', async (t) => {
  const site = await startSite(t)

  t.match((await site.get('/legal')).body, '<strong>not set: OPERATOR_ADDRESS</strong>')
  t.match((await site.get('/legal?lang=fr')).body, 'non renseigné')
  t.match((await site.get('/legal')).body, 'petitions@clameur.test', 'where its mails come from')
  t.match((await site.get('/your-data')).body, 'none is named')
  t.strictSame(missingSettings(site.deps.config), [
    'OPERATOR',
    'OPERATOR_ADDRESS',
    'PUBLICATION_DIRECTOR',
    'HOST_NAME',
    'HOST_ADDRESS',
    'SOURCE_URL',
  ])
  t.strictSame(missingSettings(readConfig({ SECRET_KEY: Buffer.alloc(32).toString('base64'), ...SET })), [])
})

t.test('the privacy notice tells what is true of this installation', async (t) => {
  const embedded = readConfig({ SECRET_KEY: Buffer.alloc(32).toString('base64') })
  const here = await startSite(t, { RETENTION_MONTHS: '9' })
  const there = await startSite(t, {
    REDIS_URL: 'redis://:secret@queue.internal:6379',
    SMTP_URL: 'smtp://user:pass%20word@smtp.provider.example:587',
    TRUST_PROXY: 'loopback',
    DATABASE_REPLICA_URL: 'postgres://reader:secret@copy.internal/clameur',
  })

  const one = (await here.get('/your-data')).body
  const other = (await there.get('/your-data')).body

  t.equal(embedded.databaseUrl, undefined)
  t.match(one, /9 months after its petition has closed/)
  t.match(one, /after 14 days/)
  t.match(one, 'waits in the same database')
  t.match(one, 'mails are not sent')
  t.match(other, 'waits in Redis')
  t.match(other, 'through the mail server smtp.provider.example,')
  t.match(other, 'Requests come through a proxy')
  t.match(other, 'A copy of it is kept up to date')
  t.notMatch(other, /secret|pass%20word|pass word|internal/)
})

t.test('a petition has a page that says who is responsible for what, linked from its form', async (t) => {
  const site = await startSite(t, SET)
  const petition = await addPetition(site, { title: 'Keep *all* {{OPERATOR}} <b>trams</b>' })
  await addDecisionMaker(site, petition, { email: 'second@city.example' })
  const path = `/petitions/${petition.slug}/responsibilities`

  t.match((await site.get(`/petitions/${petition.slug}`)).body, `href="${path}"`)
  const { statusCode, body } = await site.get(path)

  t.equal(statusCode, 200)
  t.ok(body.includes('Keep *all* {{OPERATOR}} &lt;b&gt;trams&lt;/b&gt;'), 'a title stays words')
  t.match(body, 'Nour Haddad')
  t.match(body, 'Claire Fontanel, Mayor, City of Lyon and Claire Fontanel, Mayor, City of Lyon')
  t.match((await site.get(`${path}?lang=fr`)).body, 'Qui répond de quoi')
  const hidden = await addPetition(site, { state: 'hidden' })
  t.equal((await site.get(`/petitions/${hidden.slug}/responsibilities`)).statusCode, 404)
  t.equal((await site.get('/petitions/none/responsibilities')).statusCode, 404)
})

t.test('the terms number the rules, and every reason of the desk stands on one', async (t) => {
  const site = await startSite(t)
  const { body } = await site.get('/terms')

  for (const code of [...REFUSAL_REASONS, ...HIDING_REASONS]) {
    const { number, path } = ruleOf(code)
    t.match(number, /^R\d+$/, code)
    t.match(body, `<h3 id="${path.split('#')[1]}">${number}. `)
  }
  t.equal(new Set(RULES).size, RULES.length)
  t.strictSame(ruleOf('of-old'), { number: '', path: '/terms#rules' })
})

t.test('an operator’s own text takes the place of a page, in the languages it was written in', async (t) => {
  const dir = folder(t, {
    'legal.en.md':
      '# Who we are\r\n\r\nWe are {{ OPERATOR }}, at [home](/).\r\n\r\n## More {#more}\r\n\r\n<script>x</script>\r\n',
  })
  const site = await startSite(t, { ...SET, LEGAL_DIR: dir })

  const { body } = await site.get('/legal?lang=en')

  t.match(body, '<h1>Who we are</h1>')
  t.ok(body.includes('We are Voix *du* Rhône &amp; amis, at <a href="/?lang=en">home</a>.'))
  t.match(body, '<h2 id="more">More</h2>')
  t.match(body, '&lt;script&gt;')
  t.match((await site.get('/legal?lang=fr')).body, '<h1>Mentions légales</h1>')
})

t.test('a text that cannot be shown stops the start with one line that says why', async (t) => {
  for (const [name, text, says] of [
    [
      'terms.en.md',
      '# Terms\n\n{{RULES}} {{OPERATEUR}}',
      /terms\.en\.md holds \{\{OPERATEUR\}\}, which nothing fills/,
    ],
    ['terms.en.md', '# Terms\n\nNone.', /lacks \{\{RULES\}\}/],
    ['legal.en.md', '# Us\n\n{{RULES}}', /holds \{\{RULES\}\}/],
    ['legal.en.md', '# Us\n\n{{operator}}', /holds \{\{operator\}\}/],
    ['legal.fr.md', 'Nous.', /does not begin with a title/],
    ['imprint.en.md', '# Us', /holds "imprint\.en\.md", which is the text of no page/],
  ] as const) {
    const dir = folder(t, { [name]: text })
    await t.rejects(startSite(t, { LEGAL_DIR: dir }), { name: 'BadSettingError', message: says }, says.source)
  }
  for (const [variable, value] of Object.entries({
    OPERATOR: 'a\nb',
    HOST_NAME: '<b>',
    OPERATOR_ADDRESS: 'x'.repeat(301),
    OPERATOR_EMAIL: 'nobody',
    DPO_EMAIL: 'a@b.example, c@d.example',
    LEGAL_DIR: '/nowhere/at/all',
  }))
    t.throws(
      () => readConfig({ SECRET_KEY: Buffer.alloc(32).toString('base64'), [variable]: value }),
      { name: 'BadSettingError', variable },
      variable,
    )
})

t.test('the texts that come with the software can be copied and edited as they are', async (t) => {
  const dir = folder(t, {})
  cpSync(TEXTS, dir, { recursive: true })

  const texts = readLegalTexts(dir)

  for (const page of [...LEGAL_PAGES, 'responsibilities'] as const)
    for (const locale of LOCALES) t.ok(texts[page][locale].isTheirs, `${page}.${locale}`)
})

t.test('their French has its spaces, and both languages have the same headings and blanks', async (t) => {
  for (const name of readdirSync(TEXTS).filter((one) => one.endsWith('.fr.md'))) {
    const [fr, en] = [name, name.replace('.fr.', '.en.')].map((one) => readFileSync(join(TEXTS, one), 'utf8'))
    for (const line of fr!.split('\n')) t.notMatch(line, /\S [;!?:»]|« |\w'\w/, `${name}: ${line}`)
    for (const part of [/\{#[a-z-]+\}/g, /\]\([^)]+\)/g])
      t.strictSame(fr!.match(part), en!.match(part), `${name}: ${part}`)
    t.strictSame(
      [...new Set(fr!.match(/\{\{\w+\}\}/g))].sort(),
      [...new Set(en!.match(/\{\{\w+\}\}/g))].sort(),
      name,
    )
  }
})
