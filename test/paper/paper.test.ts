import sharp from 'sharp'
import t from 'tap'
import { addressOf, getAccount } from '../../src/accounts/accounts.js'
import { checkLine, reverseLine } from '../../src/paper/correct.js'
import { countPaper } from '../../src/petitions/queries.js'
import { destroyDueKeys } from '../../src/retention/destroy.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { wordsOf } from '../support/pdf-text.js'
import { startSite, type TestSite } from '../support/site.js'
import {
  codeFor,
  countSheet,
  drawScan,
  fieldsOf,
  invite,
  openStudio,
  orderSheets,
  type Studio,
  sendScan,
} from './support.js'

const PEOPLE = [{ name: 'Ada Lovelace' }, { name: 'Émile Žáček' }, { name: '' }, { name: 'Noor' }]

/** Not by its address, whose answer may be a second old. */
const countOf = async (site: TestSite, { petition }: Studio) => ({
  paper: await countPaper(site.db, petition.id),
})

const talliesOf = async (site: TestSite) =>
  (
    await site.db.selectFrom('paperTallies').select(['strength', 'counted']).orderBy('strength').execute()
  ).filter(({ counted }) => counted !== 0)

t.test(
  'sheets are numbered, and printed with the petition, its hash and the note in both languages',
  async (t) => {
    const site = await startSite(t)
    const studio = await openStudio(site)

    const answer = await orderSheets(site, studio, 3)
    const again = await orderSheets(site, studio, 2, 'fr')
    const pdf = await site.get(`${studio.place}/sheets.pdf?from=1&to=3`, studio.own)

    t.equal(answer.headers.location, `${studio.place}?done=issued&from=1&to=3`)
    t.equal(again.headers.location, `${studio.place}?done=issued&from=4&to=5`)
    t.match((await site.get(answer.headers.location as string, studio.own)).body, 'Download sheets 1 to 3')
    t.match(pdf.headers, { 'content-type': 'application/pdf', 'cache-control': 'private, no-store' })
    const words = wordsOf(pdf.rawPayload)
    const { sha256 } = await site.db.selectFrom('petitionTexts').select('sha256').executeTakeFirstOrThrow()
    for (const expected of [
      'Save the library',
      'Keep the Gerland library open on Wednesdays.',
      'The library closes on the one day when children can come.',
      sha256.toString('hex').slice(0, 20),
      'Signature',
      'Your data.',
      'Vos données.',
      `Sheet ${await codeFor(site, studio, 3)}`,
    ])
      t.match(words.replace(/\s+/g, ' '), expected)
    t.equal(pdf.rawPayload.toString('latin1').match(/\/Type \/Page\b/g)?.length, 3, 'a page each')
    const french = await site.get(`${studio.place}/sheets.pdf?from=4&to=5`, studio.own)
    t.match(wordsOf(french.rawPayload), 'Commune et code postal')
  },
)

t.test(
  'a long petition is printed whole, on the back of each sheet, and no sheet on the back of another',
  async (t) => {
    const site = await startSite(t)
    const body = `${'It closes on Wednesdays, and children wait. '.repeat(140)}\n\nThe very last words.`
    const studio = await openStudio(site, { body })
    await orderSheets(site, studio, 2)

    const pdf = await site.get(`${studio.place}/sheets.pdf?from=1&to=2`, studio.own)

    const words = wordsOf(pdf.rawPayload).replace(/\s+/g, ' ')
    t.equal(words.match(/and children wait/g)?.length, 2 * 140)
    t.equal(words.match(/The very last words/g)?.length, 2)
    t.equal(words.match(/printed on the back of this sheet/g)?.length, 2)
    t.match(words, `Back of sheet ${await codeFor(site, studio, 2)}`)
    t.match(words, `https://clameur.test/petitions/${studio.petition.slug}`)
    const pages = pdf.rawPayload.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
    t.equal(pages % 4, 0, 'fronts stand on odd pages')
  },
)

t.test('orders that cannot be printed are refused', async (t) => {
  const site = await startSite(t)
  const studio = await openStudio(site)
  const closed = await openStudio(site, { state: 'closed', closedAt: new Date() })
  const stranger = await openStudio(site)

  t.equal((await orderSheets(site, studio, 51)).statusCode, 422)
  t.equal((await orderSheets(site, studio, 0)).statusCode, 422)
  t.equal((await orderSheets(site, studio, 1, 'de')).statusCode, 422)
  t.equal((await orderSheets(site, closed, 1)).statusCode, 422)
  t.equal((await orderSheets(site, { ...studio, own: stranger.own }, 1)).statusCode, 404)
  t.equal((await site.get(`${studio.place}/sheets.pdf?from=1&to=1`, studio.own)).statusCode, 404)
  t.match((await site.get(studio.place)).headers.location, '/account/sign-in')
  t.strictSame(await site.db.selectFrom('paperSheets').selectAll().execute(), [])
})

t.test('a picture is drawn anew, sealed, and belongs to the sheet of its code', async (t) => {
  const site = await startSite(t)
  const studio = await openStudio(site)
  const other = await openStudio(site)
  await orderSheets(site, studio, 1)
  await orderSheets(site, other, 1)
  const file = await drawScan()
  const code = await codeFor(site, studio, 1)

  const sent = await sendScan(site, studio, { code: ` ${code.toLowerCase()} `, file })
  const shown = await site.get(`${studio.place}/sheets/1/scan`, studio.own)

  t.equal(sent.headers.location, `${studio.place}/sheets/1`)
  t.ok((await sharp(file).metadata()).exif)
  t.match(await sharp(shown.rawPayload).metadata(), { format: 'jpeg', width: 600, height: 800 })
  t.notOk((await sharp(shown.rawPayload).metadata()).exif)
  const [part] = await site.db.selectFrom('paperScanParts').selectAll().execute()
  t.notOk(part!.bytes.includes(shown.rawPayload.subarray(0, 64)), 'sealed')
  t.equal((await site.get(`${studio.place}/sheets/1/scan`, other.own)).statusCode, 404)

  t.test('nothing else is taken for one', async (t) => {
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    for (const [what, refused] of Object.entries({
      pdf: Buffer.from('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript>>>>endobj'),
      svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'a broken picture': file.subarray(0, 300),
      'a large one': Buffer.concat([png, Buffer.alloc(8 * 1024 * 1024)]),
      nothing: Buffer.alloc(0),
    })) {
      const answer = await sendScan(site, studio, { code, file: refused })
      t.ok([413, 422].includes(answer.statusCode), what)
      t.match(answer.body, `value="${code}"`, 'the code is still there')
    }
    const elsewhere = await sendScan(site, studio, { code: await codeFor(site, other, 1), file })
    t.equal(elsewhere.statusCode, 422, 'another petition’s sheet')
  })
})

t.test('what two people read alike is counted, apart from what is confirmed online', async (t) => {
  const site = await startSite(t)
  const studio = await openStudio(site)
  const helper = await invite(site, studio, 'idir@example.net')

  const answer = await countSheet(site, studio, PEOPLE, helper)

  t.equal(answer.headers.location, `${helper}/sheets/1?done=counted`)
  const count = await site.get(`/petitions/${studio.petition.slug}/count.json`)
  t.match(count.json(), { confirmed: 0, paper: 3, goal: 100 })
  t.match((await site.get(`/petitions/${studio.petition.slug}`)).body, '+ 3 on paper, not checked by email')
  t.match((await site.get(`/petitions/${studio.petition.slug}/paper`)).body, '3 lines on paper are counted.')
  t.strictSame(await talliesOf(site), [{ strength: 0, counted: 3 }])
  const page = (await site.get(`${studio.place}/sheets/1`, studio.own)).body
  t.match(page, 'Émile Žáček')
  t.notMatch((await site.get(`${helper}/sheets/1`)).body, 'Émile', 'who read it sees no list')
  t.strictSame(
    (await site.db.selectFrom('paperKeyings').select('sealed').execute()).map(({ sealed }) => sealed),
    [null, null],
    'what they read is not kept twice',
  )
  t.notOk(
    JSON.stringify(await site.db.selectFrom('paperSignatures').selectAll().execute()).includes('Lovelace'),
  )
})

t.test('one person cannot be both', async (t) => {
  const site = await startSite(t)
  const studio = await openStudio(site)
  const helper = await invite(site, studio, 'idir@example.net')
  await orderSheets(site, studio, 1)
  await sendScan(site, studio, { code: await codeFor(site, studio, 1), file: await drawScan() })
  const fields = fieldsOf(site, PEOPLE)

  await site.submit(`${helper}/sheets/1/keying`, fields)
  await site.submit(`${helper}/sheets/1/keying`, fields)

  t.match(await countOf(site, studio), { paper: 0 })
  t.match((await site.get(`${helper}/sheets/1`)).body, 'one person cannot be both')
  const invited = (email: string) =>
    site.submit(`${studio.place}/keyers`, { name: 'Me', email, mailLanguage: 'fr' }, studio.own)
  const mail = site.mails.findLast(({ to }) => to === 'idir@example.net')!
  t.match((await invited('IDIR@example.net')).body, 'invited already')
  t.notMatch((await site.get(studio.place, studio.own)).body, helper, 'the campaigner does not see the link')
  t.match(mail.text, helper)
  await Promise.all([1, 2].map(() => site.submit(`${studio.place}/sheets/1/keying`, fields, studio.own)))
  t.match(await countOf(site, studio), { paper: 3 }, 'and a second click counts nothing twice')
})

t.test('the campaigner’s own address cannot be invited', async (t) => {
  const site = await startSite(t)
  const studio = await openStudio(site)
  const email = await addressOf(site.deps, await getAccount(site.db, studio.petition.accountId!))

  const answer = await site.submit(
    `${studio.place}/keyers`,
    { name: 'Me', email: email.toUpperCase(), mailLanguage: 'en' },
    studio.own,
  )

  t.equal(answer.statusCode, 422)
  t.match(answer.body, 'That is your own address')
})

t.test('where two people differ, one of them decides with the sheet in view, once', async (t) => {
  const site = await startSite(t)
  const studio = await openStudio(site)
  const helper = await invite(site, studio, 'idir@example.net')
  const outsider = await invite(site, studio, 'mina@example.net')
  await orderSheets(site, studio, 1)
  await sendScan(site, studio, { code: await codeFor(site, studio, 1), file: await drawScan() })
  const sheet = `${studio.place}/sheets/1`
  await site.submit(
    `${sheet}/keying`,
    fieldsOf(site, [{ name: 'Ada Lovelace' }, { name: 'Jean Dupond' }, { name: 'Noor' }]),
    studio.own,
  )
  t.notMatch((await site.get(`${helper}/sheets/1`)).body, 'Dupond', 'the first reading is not shown')
  await site.submit(
    `${helper}/sheets/1/keying`,
    fieldsOf(site, [{ name: 'ADA  Lovelace' }, { name: 'Jean Dupont' }, { name: '' }]),
  )

  t.match(await countOf(site, studio), { paper: 0 })
  const page = (await site.get(`${helper}/sheets/1`)).body
  t.match(page, 'First reading: Jean Dupond')
  t.match(page, 'Second reading: Jean Dupont')
  t.notMatch(page, 'First reading: Ada', 'case and spaces are no difference')
  t.notMatch((await site.get(`${outsider}/sheets/1`)).body, 'Dupond', 'who read neither sees neither')
  const choices = {
    choice_2: 'second',
    choice_3: 'typed',
    looked: 'on',
    name_3: 'Noor Ali',
    postcode_3: '69001',
  }
  t.equal((await site.submit(`${sheet}/settlement`, { ...choices, looked: '' }, studio.own)).statusCode, 422)
  t.equal(
    (await site.submit(`${sheet}/settlement`, { ...choices, choice_2: '' }, studio.own)).statusCode,
    422,
  )
  await site.submit(`${outsider}/sheets/1/settlement`, choices)
  t.match(await countOf(site, studio), { paper: 0 })

  const answers = await Promise.all([
    site.submit(`${sheet}/settlement`, choices, studio.own),
    site.submit(`${helper}/sheets/1/settlement`, choices),
  ])

  t.strictSame(answers.map(({ headers }) => /done=(\w+)/.exec(headers.location as string)![1]).sort(), [
    'counted',
    'late',
  ])
  t.match(await countOf(site, studio), { paper: 3 })
  const counted = (await site.get(sheet, studio.own)).body
  for (const name of ['Ada Lovelace', 'Jean Dupont', 'Noor Ali']) t.match(counted, name)
  t.notMatch(counted, 'Dupond')
})

t.test('what cannot be a line is refused with everything that was typed', async (t) => {
  const site = await startSite(t)
  const studio = await openStudio(site)
  await orderSheets(site, studio, 1)
  const sheet = `${studio.place}/sheets/1`
  t.match((await site.submit(`${sheet}/keying`, fieldsOf(site, PEOPLE), studio.own)).headers.location, sheet)
  t.match(
    await site.db.selectFrom('paperKeyings').selectAll().execute(),
    [],
    'nothing is read without a picture',
  )
  await sendScan(site, studio, { code: await codeFor(site, studio, 1), file: await drawScan() })

  for (const wrong of [
    { name: '=HYPERLINK("x")' },
    { name: 'Ada', locality: '', postcode: '' },
    { name: 'Ada', signedOn: '2020-01-01' },
    { name: 'Ada', signedOn: '2999-01-01' },
    { name: 'Ada', postcode: '69<7' },
  ]) {
    const answer = await site.submit(
      `${sheet}/keying`,
      fieldsOf(site, [{ name: 'Kept Name' }, wrong]),
      studio.own,
    )
    t.equal(answer.statusCode, 422, JSON.stringify(wrong))
    t.match(answer.body, 'value="Kept Name"')
  }
  const late = await sendScan(site, studio, { code: await codeFor(site, studio, 1), file: await drawScan() })
  t.equal(late.statusCode, 303, 'a better picture, while nobody has read it')
  await site.submit(`${sheet}/keying`, fieldsOf(site, PEOPLE), studio.own)
  t.equal(
    (await sendScan(site, studio, { code: await codeFor(site, studio, 1), file: await drawScan() }))
      .statusCode,
    422,
    'not afterwards',
  )
})

t.test('a line is taken back once, stays as a number, and the public page says why', async (t) => {
  const site = await startSite(t)
  const studio = await openStudio(site)
  const helper = await invite(site, studio, 'idir@example.net')
  await countSheet(site, studio, PEOPLE, helper)
  await countSheet(site, studio, [{ name: 'lovelace, ada' }], helper, 2)
  t.match((await site.get(studio.place, studio.own)).body, 'Line no. 4 (sheet 2, line 1) reads like no. 1')
  const reversal = { number: '4', reason: 'duplicate' }

  const answers = await Promise.all(
    [1, 2].map(() => site.submit(`${studio.place}/reversals`, reversal, studio.own)),
  )

  t.strictSame(answers.map(({ headers }) => /done=(\w+)/.exec(headers.location as string)![1]).sort(), [
    'late',
    'reversed',
  ])
  t.match(await countOf(site, studio), { paper: 3 })
  t.strictSame(await talliesOf(site), [{ strength: 0, counted: 3 }])
  const shown = (await site.get(`/petitions/${studio.petition.slug}/paper`)).body
  t.match(shown, 'Line no. 4: The same person signed on another line (by the campaigner)')
  t.notMatch((await site.get(studio.place, studio.own)).body, 'reads like no. 1')
  const line = await site.db
    .selectFrom('paperSignatures')
    .selectAll()
    .where('number', '=', 4)
    .executeTakeFirst()
  t.match(line, { sealed: null, fingerprint: null, postcode: '' }, 'its name is gone')
  await t.rejects(site.db.deleteFrom('paperSignatures').execute(), /append-only/)
  await t.rejects(site.db.deleteFrom('paperReversals').execute(), /append-only/)
  t.equal(
    (await site.submit(`${studio.place}/reversals`, { number: '99', reason: 'misread' }, studio.own))
      .statusCode,
    422,
  )
  t.equal(
    (await site.submit(`${studio.place}/reversals`, { number: '1', reason: '' }, studio.own)).statusCode,
    422,
  )
})

t.test('a moderator notes how single lines were checked, and sees no name', async (t) => {
  const site = await startSite(t)
  const studio = await openStudio(site)
  const helper = await invite(site, studio, 'idir@example.net')
  await countSheet(site, studio, PEOPLE, helper)
  const moderator = await signInAs(site, await addModerator(site))
  const reviewer = await signInAs(
    site,
    await addModerator(site, { email: 'r@clameur.test', role: 'reviewer' }),
  )
  const desk = `/desk/petitions/${studio.petition.id}/paper`
  const check = { number: '2', note: 'by phone, on 3 May' }

  t.equal((await site.submit(`${desk}/checks`, check, reviewer)).statusCode, 403)
  t.equal((await site.submit(`${desk}/checks`, { ...check, note: '' }, moderator)).statusCode, 422)
  t.equal((await site.submit(`${desk}/checks`, { ...check, number: '9' }, moderator)).statusCode, 422)
  await site.submit(`${desk}/checks`, check, moderator)
  await site.submit(`${desk}/checks`, check, moderator)

  const page = (await site.get(desk, moderator)).body
  t.match(page, 'L3: checked. by phone, on 3 May')
  t.notMatch(page, 'Žáček')
  t.strictSame(await talliesOf(site), [
    { strength: 0, counted: 2 },
    { strength: 3, counted: 1 },
  ])
  await site.submit(`${desk}/reversals`, { number: '2', reason: 'withdrawn' }, moderator)
  t.strictSame(await talliesOf(site), [{ strength: 0, counted: 2 }])
  t.match(await countOf(site, studio), { paper: 2 })
  const acts = await site.db.selectFrom('auditEntries').select('act').orderBy('id').execute()
  t.strictSame(
    acts.map(({ act }) => act),
    ['paper-line-checked', 'paper-line-reversed'],
  )
  const account = await site.db.selectFrom('accounts').selectAll().executeTakeFirstOrThrow()
  const gone = { petitionId: studio.petition.id, number: 2 }
  t.equal(await checkLine(site.deps, gone, { note: 'x', account }), 'late')
  t.equal(await reverseLine(site.deps, gone, { reason: 'misread', account, isDesk: true }), 'late')
})

t.test('who was invited may stop, and is then forgotten', async (t) => {
  const site = await startSite(t)
  const studio = await openStudio(site)
  const helper = await invite(site, studio, 'idir@example.net')
  t.match(site.mails.findLast(({ to }) => to === 'idir@example.net')!.headers, {
    'List-Unsubscribe': new RegExp(`${helper}/ending`),
  })
  t.match((await site.get(helper)).body, 'Hello Idir.')

  await site.submit(`${helper}/ending`)

  t.equal((await site.get(helper)).statusCode, 404)
  t.match(await site.db.selectFrom('paperKeyers').selectAll().executeTakeFirst(), { sealed: null })
  t.equal((await site.get(`${helper.slice(0, -1)}A`)).statusCode, 404)
})

t.test('all that paper tells of people goes with the petition’s key', async (t) => {
  const site = await startSite(t)
  const studio = await openStudio(site)
  const helper = await invite(site, studio, 'idir@example.net')
  await countSheet(site, studio, PEOPLE, helper)
  await addPetition(site)
  await site.db
    .updateTable('petitions')
    .set({ state: 'closed', closedAt: site.deps.clock.now() })
    .where('id', '=', studio.petition.id)
    .execute()
  site.wait(400 * 86_400_000)

  await destroyDueKeys(site.deps)

  t.equal((await site.get(helper)).statusCode, 404)
  t.strictSame(await site.db.selectFrom('paperScanParts').selectAll().execute(), [])
  const lines = await site.db.selectFrom('paperSignatures').selectAll().execute()
  t.equal(lines.length, 3)
  t.ok(lines.every(({ sealed, fingerprint, postcode }) => !sealed && !fingerprint && postcode === ''))
  t.match(await countOf(site, studio), { paper: 3 }, 'the number stays')
  const certificate = await site.get(`/petitions/${studio.petition.slug}/destruction`)
  t.match(certificate.body, /the names on paper[\s\S]+Lines on paper counted[^<]*<\/dt><dd>3</)
})
