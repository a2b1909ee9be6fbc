import t from 'tap'
import { ADA, mailsTo, sign, signAndConfirm } from '../signatures/support.js'
import { addConfirmedSignatures, addPetition } from '../support/factories.js'
import { linkIn } from '../support/sign-in.js'
import { startSite } from '../support/site.js'
import { findIn, readTables, shapesOf } from '../support/traces.js'
import { askForLink, openMine } from './support.js'

const HOUR = 3_600_000

t.test('a link by mail opens everything an address has signed, and nothing of others', async (t) => {
  const site = await startSite(t)
  const library = await addPetition(site, { title: 'Save the library' })
  const pool = await addPetition(site, { title: 'Open the pool' })
  const unsigned = await addPetition(site, { title: 'Plant more trees' })
  await signAndConfirm(site, library.slug, {
    email: 'Ada.Lovelace@gmail.com',
    show_name: 'on',
    updates: 'on',
  })
  await sign(site, pool.slug, { email: 'adalovelace+pool@gmail.com', name: 'Ada King' })
  await signAndConfirm(site, library.slug, { email: 'ben@example.com', name: 'Ben Other', comment: 'Ben’s.' })
  await signAndConfirm(site, unsigned.slug, { email: 'ben@example.com', name: 'Ben Other' })

  const visit = await openMine(site, 'ADA.lovelace@googlemail.com')
  const { body, headers, statusCode } = await site.get('/my-signatures/list', visit)

  t.equal(statusCode, 200)
  t.equal(headers['cache-control'], 'private, no-store')
  t.match(body, /Open the pool[\s\S]*Save the library/, 'newest first')
  t.match(body, /Ada Lovelace/)
  t.match(body, /Ada King/)
  t.match(body, /your name/)
  t.match(body, /yes, by mail/)
  t.notMatch(body, /Ben|Plant more trees/)
  const own = /\/signatures\/[\w.-]+/.exec(body.slice(body.indexOf('Save the library')))![0]
  t.match((await site.get(own)).body, /Your receipt/)
})

t.test('the answer, and the mail, are the same whatever the address has signed', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await signAndConfirm(site, petition.slug)

  const known = await site.submit('/my-signatures', { email: ADA.email })
  const unknown = await site.submit('/my-signatures', { email: 'nobody@example.com' })
  await site.work()

  t.equal(known.statusCode, 303)
  t.equal(unknown.statusCode, 303)
  t.equal(known.headers.location, unknown.headers.location)
  t.strictSame(Object.keys(known.headers).sort(), Object.keys(unknown.headers).sort())
  const [mine] = mailsTo(site).slice(-1)
  const [theirs] = mailsTo(site, 'nobody@example.com')
  const withoutLink = (text: string) => text.replace(/\S+\/my-signatures\/\S+/, '')
  t.equal(withoutLink(mine!.text), withoutLink(theirs!.text))
  t.equal(mine!.headers?.['List-Unsubscribe'], undefined, 'a mail one asked for')
  const visit = await openMine(site, 'nobody@example.com')
  t.match((await site.get('/my-signatures/list', visit)).body, /We have nothing for this address/)
})

t.test('a link changes nothing when it is followed, opens once, and for an hour', async (t) => {
  const site = await startSite(t)
  await addPetition(site)
  const link = await askForLink(site)

  const page = await site.get(link)
  t.equal(page.statusCode, 200)
  t.strictSame(page.cookies, [])
  t.equal((await site.get(link)).statusCode, 200)
  const pressed = await Promise.all([site.submit(link), site.submit(link), site.submit(link)])
  t.strictSame(pressed.map(({ statusCode }) => statusCode).sort(), [303, 410, 410])
  t.equal((await site.get(link)).statusCode, 410)

  const late = await askForLink(site)
  site.wait(HOUR + 1_000)
  t.equal((await site.get(late)).statusCode, 410)
  t.equal((await site.submit(late)).statusCode, 410)
  t.equal((await site.submit(`${late.split('?')[0]}x`)).statusCode, 410, 'forged')

  await site.work()
  const { rows } = await site.db
    .selectFrom('mySignaturesRequests')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
  t.equal(rows, 0, 'what was asked is gone after its hour')
})

t.test('a visit ends after an hour, by its button, and cannot be made up', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await signAndConfirm(site, petition.slug)
  const visit = await openMine(site)
  const list = (headers: { cookie: string }) => site.get('/my-signatures/list', headers)

  t.equal((await list(visit)).statusCode, 200)
  t.equal((await list({ cookie: `${visit.cookie.slice(0, -4)}AAAA` })).statusCode, 303)
  const left = await site.submit('/my-signatures/leave', {}, visit)
  t.match(left.headers['set-cookie'], /clameur_my_signatures=;.*Path=\/my-signatures/)
  site.wait(HOUR + 1_000)
  t.equal((await list(visit)).headers.location, '/my-signatures')
  for (const act of ['name', 'address', 'withdrawal', 'erasure'])
    t.equal((await site.submit(`/my-signatures/${act}`, {}, visit)).headers.location, '/my-signatures', act)
  for (const file of ['my-signatures.json', 'signatures.csv', 'mails.csv'])
    t.equal((await site.get(`/my-signatures/copy/${file}`, visit)).statusCode, 303, file)
})

t.test('who asks too often for one address is told to wait', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '1' })

  for (let time = 1; time <= 5; time++)
    t.equal((await site.submit('/my-signatures', { email: ADA.email })).statusCode, 303)
  t.equal((await site.submit('/my-signatures', { email: 'ADA@example.com' })).statusCode, 429)
})

t.test('an address that cannot be one is shown again, with what to mend', async (t) => {
  const site = await startSite(t)

  for (const email of ['', 'ada@']) {
    const answer = await site.submit('/my-signatures', { email })
    t.equal(answer.statusCode, 422)
    t.match(answer.body, /aria-invalid="true"/)
  }
})

t.test('many signatures come on pages, each of them once', async (t) => {
  const site = await startSite(t)
  for (let number = 1; number <= 43; number++)
    await addConfirmedSignatures(site, await addPetition(site, { title: `Petition ${number}.` }), 1)
  const visit = await openMine(site, 'signer1@example.net')

  const seen: string[] = []
  let pages = 0
  for (let url: string | undefined = '/my-signatures/list'; url; ) {
    const { body }: { body: string } = await site.get(url, visit)
    seen.push(...[...body.matchAll(/Petition \d+\.(?=<\/a>)/g)].map(([title]) => title))
    url = /href="(\/my-signatures\/list\?before=\d+)"/.exec(body)?.[1]
    pages += 1
  }

  t.equal(pages, 3)
  t.equal(seen.length, 43)
  t.equal(new Set(seen).size, 43)
  t.match((await site.get('/my-signatures/list?before=1', visit)).body, /Nothing further back/)
})

t.test('no address stands in clear in any column of any table', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await signAndConfirm(site, petition.slug, { email: 'ada-in-clear@example.com', name: 'Adalbert Clear' })
  const visit = await openMine(site, 'ada-in-clear@example.com')
  await site.submit('/my-signatures', { email: 'unknown-in-clear@example.com' })
  await site.submit('/my-signatures/address', { email: 'new-in-clear@example.com' }, visit)
  await site.submit('/my-signatures/name', { name: 'Adelaide Clear' }, visit)

  async function look(): Promise<void> {
    for await (const { table, content } of readTables(site.db))
      for (const word of ['in-clear', 'dalbert', 'delaide'])
        t.equal(findIn(content, shapesOf(word)), undefined, `${table}: ${word}`)
  }
  await look()
  await site.work()
  await site.submit(linkIn(mailsTo(site, 'new-in-clear@example.com').at(-1), '/my-signatures/address/'))
  await site.work()
  await look()
  const [row] = await site.db.selectFrom('mySignaturesRequests').select('sealed').execute()
  t.ok(row!.sealed.length > 40, 'what is looked through was asked')
})

t.test('every page is there in French too', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await signAndConfirm(site, petition.slug)
  const french = { 'accept-language': 'fr' }

  t.match((await site.get('/my-signatures', french)).body, /Mes signatures/)
  await site.submit('/my-signatures', { email: ADA.email }, french)
  await site.work()
  const mail = mailsTo(site).at(-1)!
  t.equal(mail.subject, 'Le lien que vous avez demandé')
  const link = /\/my-signatures\/\S+/.exec(mail.text)![0]
  t.match(link, /lang=fr/)
  t.match((await site.get(link)).body, /Ouvrir mes signatures sur cet appareil/)
  const opened = await site.submit(link)
  const { name, value } = opened.cookies[0]!
  const list = await site.get(opened.headers.location as string, { cookie: `${name}=${value}` })
  t.match(list.body, /<html lang="fr"/)
  t.match(list.body, /Numéro[\s\S]*Retirer toutes mes signatures[\s\S]*Ce qui reste, et pourquoi/)
  t.match((await site.get('/my-signatures/erased', french)).body, /Tout est effacé/)
})
