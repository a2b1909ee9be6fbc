import { parse } from 'csv-parse/sync'
import t from 'tap'
import { openMine } from '../my-signatures/support.js'
import { check, makeArchive } from '../support/archive.js'
import { addPetition } from '../support/factories.js'
import { wordsOf } from '../support/pdf-text.js'
import { startSite, type TestSite } from '../support/site.js'
import { sign, signAndConfirm } from './support.js'

const BUT = { comment: 'Wednesdays yes, evenings no', reservation: 'on' }

const kept = (site: TestSite) =>
  site.db.selectFrom('signatures').select(['comment', 'reservation']).orderBy('id').execute()

t.test(
  'what was ticked stands beside the words on the petition’s page, and comes back with a fault',
  async (t) => {
    const site = await startSite(t)
    const { slug } = await addPetition(site)

    await signAndConfirm(site, slug, BUT)
    await signAndConfirm(site, slug, { email: 'grace@example.com', comment: 'A reason' })
    await sign(site, slug, { email: 'none@example.com', reservation: 'on' })

    t.strictSame(await kept(site), [
      { comment: BUT.comment, reservation: true },
      { comment: 'A reason', reservation: false },
      { comment: null, reservation: false },
    ])
    const { body } = await site.get(`/petitions/${slug}`)
    t.match(body, /“Wednesdays yes, evenings no”<\/blockquote><p[^>]*>[^<]* · with a reservation/)
    t.equal(body.match(/with a reservation/g)?.length, 1)
    t.match((await site.get(`/petitions/${slug}?lang=fr`)).body, '· avec une réserve')
    t.match(body, 'name="reservation" value="on">', 'not ticked')
    const wrong = await sign(site, slug, { ...BUT, email: 'nowhere' })
    t.match(wrong.body, 'name="reservation" value="on" checked')
  },
)

t.test('a signer says later that it is one, or is none; without words there is none', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const link = await signAndConfirm(site, slug, { comment: 'Evenings no' })
  const change = async (fields: Record<string, string>) => {
    await site.submit(`${link}/consents`, { offered: 'withhold_name', ...fields })
    return (await kept(site))[0]
  }

  t.strictSame(await change(BUT), { comment: BUT.comment, reservation: true })
  t.match((await site.get(link)).body, 'name="reservation" value="on" checked')
  t.strictSame(
    await change({ comment: BUT.comment, offered: '' }),
    { comment: BUT.comment, reservation: true },
    'a form without the box leaves it',
  )
  t.strictSame(await change({ comment: BUT.comment }), { comment: BUT.comment, reservation: false })
  t.strictSame(await change({ ...BUT, comment: '' }), { comment: null, reservation: false })
  await change(BUT)
  await site.submit(`${link}/withdrawal`)
  t.strictSame(await kept(site), [{ comment: null, reservation: false }])
})

t.test('a change of it after a delivery is told to who has the list', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const link = await signAndConfirm(site, slug, BUT)
  await makeArchive(site)
  site.wait(60_000)

  await site.submit(`${link}/consents`, { offered: 'withhold_name', comment: BUT.comment })

  t.match(await site.db.selectFrom('strikes').select(['number', 'act']).execute(), [
    { number: 1, act: 'correct' },
  ])
})

for (const [locale, heading, told, mark] of [
  ['en', 'Reservations', '1 person signed with a reservation; nobody withdrew.', 'with a reservation'],
  ['fr', 'Réserves', '1 personne a signé avec une réserve ; personne ne s’est retiré.', 'avec une réserve'],
] as const)
  t.test(`the dossier tells reservations apart from reasons (${locale})`, async (t) => {
    const site = await startSite(t)
    const { slug } = await addPetition(site)
    await site.db.updateTable('decisionMakers').set({ locale }).execute()
    await signAndConfirm(site, slug, { comment: 'We read there' })
    await signAndConfirm(site, slug, { ...BUT, email: 'grace@example.com' })
    await signAndConfirm(site, slug, {
      comment: 'Never this',
      reservation: 'on',
      withhold_name: 'on',
      email: 'unnamed@example.com',
    })

    const { zip, files } = await makeArchive(site)

    t.strictSame((await check(zip)).faults, [])
    const rows = parse(files.get('signatures.csv')!, { columns: true, bom: true }) as Record<string, string>[]
    t.strictSame(
      rows.map(({ reason, reservation }) => [reason, reservation]),
      [
        ['We read there', ''],
        [BUT.comment, '1'],
        ['', ''],
      ],
    )
    const { signatures } = JSON.parse(files.get('signatures.json')!.toString())
    t.strictSame(
      signatures.map((one: { reservation: boolean }) => one.reservation),
      [false, true, false],
    )
    t.match(files.get('signatures.schema.json')!.toString(), '"reservation"')
    const plain = (file: string) => wordsOf(files.get(file)!).replace(/\s+/g, ' ')
    const brief = plain('brief.pdf')
    const at = brief.indexOf(`${heading} ${told}`)
    t.ok(at > 0, told)
    t.ok(brief.indexOf('We read there') < at, 'a reason stands above')
    t.ok(brief.indexOf(BUT.comment) > at, 'the reservation below')
    t.notMatch(brief, 'Never this')
    for (const file of ['reasons.pdf', 'signatures-001.pdf']) {
      t.equal(plain(file).split(`(${mark})`).length, 2, `${file} marks one`)
      t.notMatch(plain(file), 'Never this')
    }
  })

t.test('a copy of one’s own data has it', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  await signAndConfirm(site, slug, BUT)
  const visit = await openMine(site)

  const copy = JSON.parse((await site.get('/my-signatures/copy/my-signatures.json', visit)).body)
  t.match(copy.signatures[0], { comment: BUT.comment, reservation: true })
  t.match((await site.get('/my-signatures/copy/signatures.csv', visit)).body, /comment,reservation/)
})
