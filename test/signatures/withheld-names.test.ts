import t from 'tap'
import { openMine } from '../my-signatures/support.js'
import { addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'
import { sign, signAndConfirm } from './support.js'

const WITHHELD = { withhold_name: 'on' }

const withheldOf = async (site: TestSite) =>
  (await site.db.selectFrom('signatures').select('nameWithheld').orderBy('id').execute()).map(
    ({ nameWithheld }) => nameWithheld,
  )

t.test('who signs with the documented fields alone is named to the recipient, as before', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)

  const link = await signAndConfirm(site, slug)

  t.strictSame(await withheldOf(site), [false])
  t.match((await site.get(link)).body, 'Claire Fontanel: gets your name')
})

t.test('the form says what goes to whom, with the name and without it, in both languages', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)

  for (const page of [`/petitions/${slug}`, `/petitions/${slug}/signatures/new`]) {
    const { body } = await site.get(page)
    t.match(body, /id="withhold_name" name="withhold_name" value="on">/, 'not ticked')
    t.match(body, 'Do not give my name to Claire Fontanel: my signature counts all the same')
    t.match(body, 'gets your name, country, postcode and area')
    t.match(body, 'without your name, only a number, your town and area')
    const french = (await site.get(`${page}?lang=fr`)).body
    t.match(french, 'Ne pas donner mon nom à Claire Fontanel')
    t.match(french, 'sans votre nom, seulement un numéro, votre commune')
  }
  const wrong = await sign(site, slug, { email: 'nowhere', ...WITHHELD })
  t.match(wrong.body, /name="withhold_name" value="on" checked/, 'what was ticked is not lost')
})

t.test('the mail that asks for the confirmation tells what the recipient gets', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)

  await sign(site, slug, { email: 'named@example.org' })
  await sign(site, slug, { email: 'unnamed@example.org', ...WITHHELD })
  await site.submit(
    `/petitions/${slug}/signatures`,
    { name: 'Zoé', email: 'tue@example.org', country: 'FR', postcode: '69007', ...WITHHELD },
    { 'accept-language': 'fr' },
  )
  await site.work()

  const textTo = (address: string) => site.mails.find(({ to }) => to === address)?.text
  t.match(textTo('named@example.org'), 'Claire Fontanel will then receive your name')
  t.match(textTo('unnamed@example.org'), 'Claire Fontanel will not receive your name, as you asked')
  t.match(textTo('tue@example.org'), 'Claire Fontanel ne recevra pas votre nom')
})

t.test('a choice is kept with its words, and changed both ways with one button or one box', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const link = await signAndConfirm(site, slug, WITHHELD)

  const page = (await site.get(link)).body
  t.match(page, 'Claire Fontanel: does not get your name')
  t.match(page, /You asked<\/strong>[\s\S]{0,120}<blockquote>Do not give my name to Claire Fontanel/)
  t.match((await site.get(`${link}?lang=fr`)).body, 'ne reçoit pas votre nom')

  await site.submit(`${link}/consents/withdrawal`, { kind: 'withhold-name' })
  t.strictSame(await withheldOf(site), [false])
  t.match((await site.get(link)).body, /gets your name<[\s\S]*You took it back/)

  await site.submit(
    `${link}/consents`,
    { offered: 'withhold_name', ...WITHHELD },
    { 'accept-language': 'fr' },
  )
  t.strictSame(await withheldOf(site), [true])
  t.match((await site.get(link)).body, '<blockquote lang="fr">Ne pas donner mon nom à Claire Fontanel')
  await site.submit(`${link}/consents`, { updates: 'on' })
  t.strictSame(await withheldOf(site), [true], 'a form without the box gives no name')
  await site.submit(`${link}/consents`, { offered: 'withhold_name' })
  t.strictSame(await withheldOf(site), [false])
})

t.test(
  'a name that is shown to everybody can be read by the recipient there, and this is said',
  async (t) => {
    const site = await startSite(t)
    const { slug } = await addPetition(site)

    const link = await signAndConfirm(site, slug, { ...WITHHELD, show_name: 'on', comment: 'For us.' })

    t.match((await site.get(link)).body, 'can read it on the petition’s page, like everybody')
    t.match((await site.get(`${link}?lang=fr`)).body, 'mais peut le lire sur la page de la pétition')
  },
)

t.test('a remembered device, and each of two who share an address, choose for themselves', async (t) => {
  const site = await startSite(t)
  const first = await addPetition(site)
  const next = await addPetition(site)
  const link = await signAndConfirm(site, first.slug)
  await signAndConfirm(site, first.slug, { name: 'Bob King', ...WITHHELD })
  t.strictSame(await withheldOf(site), [false, true])

  const { cookies } = await site.submit(`${link}/device`, { remember: 'on' })
  const device = { cookie: `${cookies[0]!.name}=${cookies[0]!.value}` }
  t.match((await site.get(`/petitions/${next.slug}/signatures/new`, device)).body, 'name="withhold_name"')
  await site.submit(`/petitions/${next.slug}/signatures/remembered`, WITHHELD, device)

  t.strictSame(await withheldOf(site), [false, true, true])
})

t.test('who withdraws and signs again chooses again', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const link = await signAndConfirm(site, slug, WITHHELD)
  await site.submit(`${link}/withdrawal`)
  t.strictSame(await withheldOf(site), [false])

  await signAndConfirm(site, slug, WITHHELD)
  await sign(site, slug)

  t.strictSame(await withheldOf(site), [true], 'and signing once more changes nothing')
})

t.test('“My signatures” and its copies tell whether the name is given', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  await signAndConfirm(site, slug, WITHHELD)
  const visit = await openMine(site)

  const list = await site.get('/my-signatures/list', visit)
  t.match(list.body, 'Your name, to who receives the petition</dt><dd>not given')
  t.match((await site.get('/my-signatures/list?lang=fr', visit)).body, '<dd>pas donné')
  const copy = JSON.parse((await site.get('/my-signatures/copy/my-signatures.json', visit)).body)
  t.match(copy.signatures[0].consents, {
    name_withheld: true,
    kept: [
      { kind: 'signing' },
      { kind: 'withhold-name', act: 'given', words: /^Do not give my name to Claire/ },
    ],
  })
  const csv = await site.get('/my-signatures/copy/signatures.csv', visit)
  t.match(csv.body, /name_shown,name_withheld,comment/)
})
