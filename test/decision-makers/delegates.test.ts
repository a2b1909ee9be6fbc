/** Colleagues who read with a decision-maker: let in, limited, logged, and out again at once. */

import t from 'tap'
import { deliverPetition } from '../../src/decision-makers/deliver.js'
import { recordMailEvent } from '../../src/mail/events.js'
import { destroyDueKeys } from '../../src/retention/destroy.js'
import { addConfirmed } from '../support/confirmed.js'
import { signInAs } from '../support/factories.js'
import { addReader, openNames, placeIn } from '../support/reader.js'
import { startSite, type TestSite } from '../support/site.js'

const DAY = 86_400_000
const PAUL = { name: 'Paul Meyer', email: 'paul.meyer@city.example' }

async function start(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t)
  const reader = await addReader(site)
  await addConfirmed(site, reader.petition, [{ name: 'Ada Lovelace' }])
  await deliverPetition(site.deps, reader.petition, 'campaigner')
  await site.work()
  const { id } = await site.db.selectFrom('dossiers').select('id').executeTakeFirstOrThrow()
  const headers = await openNames(site, reader.place)
  site.mails.length = 0
  return { site, ...reader, headers, list: `/dossiers/${id}/signatures.csv` }
}

/** @returns where their own link leads. */
async function addPaul(site: TestSite, place: string, headers: { cookie: string }): Promise<string> {
  const answer = await site.submit(`${place}/delegates`, PAUL, headers)
  if (answer.headers.location !== `${place}/delegates?done=added`) throw new Error(answer.body)
  await site.work('decision-maker-notices')
  return placeIn(site.mails.find(({ to }) => to === PAUL.email))
}

const delegates = (site: TestSite) => site.db.selectFrom('delegates').selectAll().orderBy('id').execute()

t.test('a colleague gets a link of their own, and the decision-maker’s mailbox is told', async (t) => {
  const { site, place, headers } = await start(t)

  const own = await addPaul(site, place, headers)

  t.match(own, /^\/dossiers\/g/)
  const invited = site.mails.find(({ to }) => to === PAUL.email)!
  t.match(invited.subject, 'Claire Fontanel asks you to read a petition')
  for (const said of [
    /article 14/i,
    'logged under your name',
    'It works until',
    'Claire Fontanel (Mayor, City of Lyon)',
  ])
    t.match(invited.text.replace(/\s+/g, ' '), said)
  t.match(invited.headers?.['List-Unsubscribe'] ?? JSON.stringify(invited), '/leaving')
  t.match(
    site.mails.find(({ to }) => to === 'mayor@city.example'),
    { subject: /^Paul Meyer now reads with you/, text: /Was it not you\?/ },
  )
  const page = await site.get(own)
  t.equal(page.statusCode, 200)
  t.match(page.body, 'read by Paul Meyer')
  t.match(page.body, 'Who supports it')
  const listed = (await site.get(`${place}/delegates`, headers)).body
  t.match(listed, 'Paul Meyer')
  t.match(listed, PAUL.email)
  t.match(
    (await site.get(`${place}/delegates`, { ...headers, 'accept-language': 'fr' })).body,
    'Retirer Paul Meyer',
  )
})

t.test('the link alone adds nobody and shows no address: its holder may be anybody', async (t) => {
  const { site, place, headers } = await start(t)
  await addPaul(site, place, headers)

  const answer = await site.submit(`${place}/delegates`, { name: 'Eve', email: 'eve@elsewhere.example' })

  t.equal(answer.headers.location, `${place}/code`)
  t.equal((await delegates(site)).length, 1)
  const page = (await site.get(`${place}/delegates`)).body
  t.match(page, 'This needs the code from your mailbox')
  t.notMatch(page, PAUL.email)
})

t.test('their code goes to their own mailbox, and opens the files to them alone', async (t) => {
  const { site, place, headers, list } = await start(t)
  const own = await addPaul(site, place, headers)
  site.mails.length = 0
  t.equal((await site.get(`${own}${list}`)).headers.location, `${own}/code`)

  const theirs = await openNames(site, own)

  t.strictSame(
    site.mails.map(({ to }) => to),
    [PAUL.email],
  )
  t.match((await site.get(`${own}${list}`, theirs)).body, 'Ada Lovelace')
  t.equal((await site.get(`${place}${list}`, theirs)).statusCode, 303)
  t.equal((await site.get(`${own}${list}`, headers)).statusCode, 303)
  await site.submit(`${own}/codes`)
  await site.work('confirmation-mails')
  const code = /(\d{8})$/.exec(site.mails.at(-1)!.subject)![1]!
  t.equal((await site.submit(`${place}/code`, { code })).statusCode, 422, 'nor does it open the other page')
  t.equal((await site.submit(`${own}/code`, { code })).statusCode, 303)
})

t.test('what they do is logged under their name, for both sides, without their address', async (t) => {
  const { site, petition, place, headers, list } = await start(t)
  const own = await addPaul(site, place, headers)
  await site.get(`${own}${list}`, await openNames(site, own))
  await site.submit(`${own}/acknowledgement`, { ends_download: 'on' })

  const campaigner = await signInAs(site, { id: petition.accountId! })
  const studio = (await site.get(`/account/petitions/${petition.slug}`, campaigner)).body
  for (const body of [(await site.get(place)).body, studio]) {
    t.match(body, /signatures\.csv, by Paul Meyer</)
    t.match(body, /Receipt was acknowledged, by Paul Meyer</)
    t.notMatch(body, PAUL.email)
  }
  t.notMatch(studio, 'A colleague was added', 'how an office works is its own affair')
  t.match(await site.db.selectFrom('deliveries').selectAll().executeTakeFirst(), {
    acknowledgedAt: Date,
    downloadEndedAt: null,
    isAcknowledgedByDelegate: true,
  })
  const receipt = (await site.get(`${own}/receipt.json`)).json()
  t.match(receipt, {
    acknowledged_by: 'a delegate of the recipient',
    proves: /a colleague whom the recipient added/,
  })
  t.strictSame((await site.get(`${place}/receipt.json`)).json(), receipt)
})

t.test('what binds the institution is refused to them, and the page says whose it is', async (t) => {
  const { site, maker, place, headers } = await start(t)
  const own = await addPaul(site, place, headers)
  const theirs = await openNames(site, own)
  await site.submit(`${own}/acknowledgement`)

  const reply = { kind: 'accept', body: 'The library stays open on Wednesdays.', signed_by: 'Paul' }
  for (const noun of [
    'replies',
    'rhythm',
    'disclaimer',
    'objection',
    'download',
    'withdrawals',
    'delegates',
    'sample-checks',
    'outcomes',
  ]) {
    const answer = await site.submit(
      `${own}/${noun}`,
      { ...reply, ...PAUL, rhythm: 'none', act: 'end', to: '1', email: 'eve@city.example' },
      theirs,
    )
    t.ok([403, 404].includes(answer.statusCode), `${noun}: ${answer.statusCode}`)
  }
  for (const noun of ['disclaimer', 'objection', 'delegates', 'sample-checks', 'outcomes'])
    t.match(
      await site.get(`${own}/${noun}`, theirs),
      { statusCode: 403, body: /Only for the decision-maker/ },
      noun,
    )
  t.equal((await site.submit(`${own}/delegates/1/ending`, {}, theirs)).statusCode, 403)
  t.match(
    await site.db.selectFrom('decisionMakers').selectAll().where('id', '=', maker.id).executeTakeFirst(),
    {
      state: 'active',
      rhythm: 'threshold',
    },
  )
  t.equal((await site.db.selectFrom('replies').select('id').execute()).length, 0)
  t.equal((await delegates(site)).length, 1)
  const page = (await site.get(own, theirs)).body
  for (const form of ['/replies"', '/rhythm"', '/disclaimer"', '/objection"', '/download"', '/delegates"'])
    t.notMatch(page, form)
})

t.test(
  'taken off, their link and the browsers it let in end at once, and their address is erased',
  async (t) => {
    const { site, place, headers, list } = await start(t)
    const own = await addPaul(site, place, headers)
    const theirs = await openNames(site, own)
    await site.get(`${own}${list}`, theirs)
    const [paul] = await delegates(site)
    site.mails.length = 0

    const answer = await site.submit(`${place}/delegates/${paul!.id}/ending`)
    await site.work('decision-maker-notices')

    t.equal(answer.headers.location, `${place}/delegates?done=ended`)
    t.match(await site.get(own), { statusCode: 410, body: /You no longer read/ })
    t.equal((await site.get(`${own}${list}`, theirs)).statusCode, 410)
    t.equal((await site.submit(`${own}/links`)).statusCode, 303)
    await site.work('confirmation-mails')
    t.strictSame(
      site.mails.map(({ to, subject }) => ({ to, subject: subject.slice(0, 35) })),
      [{ to: 'mayor@city.example', subject: 'Paul Meyer no longer reads with you' }],
    )
    t.match(await delegates(site), [{ emailSealed: null, emailFingerprint: null, endedAt: Date }])
    t.match((await site.get(place)).body, /signatures\.csv, by Paul Meyer</, 'the log still knows who read')
    t.not(await addPaul(site, place, headers), own, 'added again, it is another link')
  },
)

t.test('they leave by themselves, by a press of a button or from their mail program', async (t) => {
  const { site, place, headers } = await start(t)
  const own = await addPaul(site, place, headers)
  t.match((await site.get(`${own}/leaving`)).body, 'Stop, and erase my address')
  t.equal((await delegates(site))[0]!.endedAt, null, 'GET ends nothing')

  await site.submit(`${own}/leaving`, { 'List-Unsubscribe': 'One-Click' })
  await site.work('decision-maker-notices')

  t.match(await delegates(site), [{ emailSealed: null, endedAt: Date }])
  t.match(site.mails.at(-1), { to: 'mayor@city.example', text: /stopped reading the petition/ })
})

t.test('nobody is added twice, nor under the decision-maker’s own address, nor the eleventh', async (t) => {
  const { site, place, headers } = await start(t)
  const add = (email: string) => site.submit(`${place}/delegates`, { name: 'Somebody', email }, headers)

  const twice = await Promise.all([1, 2].map(() => add(PAUL.email)))
  t.strictSame(twice.map(({ statusCode }) => statusCode).sort(), [303, 422])
  t.match((await add('PAUL.MEYER@CITY.EXAMPLE')).body, 'reads with you already')
  t.match((await add('mayor@city.example')).body, 'it needs no second link')
  t.match((await add('nowhere')).body, 'Write an address that can be written to')
  for (let one = 1; one < 10; one += 1) t.equal((await add(`colleague-${one}@city.example`)).statusCode, 303)
  t.match((await add('one-more@city.example')).body, 'At most 10 colleagues')
  t.equal((await delegates(site)).length, 10)
})

t.test('when the decision-maker steps aside, their colleagues are out too', async (t) => {
  const { site, place, headers } = await start(t)
  const own = await addPaul(site, place, headers)

  await site.submit(`${place}/objection`, {})

  t.equal((await site.get(own)).statusCode, 410)
  t.match(await delegates(site), [{ emailSealed: null, emailFingerprint: null, endedAt: Date }])
})

t.test('a mail to them that comes back is told to who added them, and marks nobody else', async (t) => {
  const { site, maker, place, headers } = await start(t)
  await addPaul(site, place, headers)
  const { id } = await site.db
    .selectFrom('mails')
    .select('id')
    .where('kind', '=', 'delegate-invitation')
    .executeTakeFirstOrThrow()

  await recordMailEvent(site.deps, { source: 'dsn', id: 'one', kind: 'hard', mailId: id })

  t.match((await site.get(`${place}/delegates`, headers)).body, 'came back on')
  t.match(
    await site.db
      .selectFrom('decisionMakers')
      .select('bouncedAt')
      .where('id', '=', maker.id)
      .executeTakeFirst(),
    { bouncedAt: null },
  )
})

t.test(
  'their link ends and is replaced like the decision-maker’s, by a mail to their own address',
  async (t) => {
    const { site, place, headers } = await start(t)
    const own = await addPaul(site, place, headers)
    site.mails.length = 0

    await site.submit(`${own}/replacement`)
    await site.work('confirmation-mails')

    t.equal((await site.get(own)).statusCode, 410)
    t.strictSame(
      site.mails.map(({ to }) => to),
      [PAUL.email],
    )
    t.equal((await site.get(placeIn(site.mails[0]))).statusCode, 200)
    t.equal((await site.get(place)).statusCode, 200, 'the decision-maker’s goes on')
  },
)

t.test('name and address are sealed, and destroyed with the petition’s data', async (t) => {
  const { site, petition, place, headers } = await start(t)
  const own = await addPaul(site, place, headers)
  await site.submit(`${own}/acknowledgement`)
  const tables = ['delegates', 'readerActs', 'mails', 'readerCodes', 'downloads', 'deliveries'] as const
  for (const table of tables)
    t.notMatch(
      JSON.stringify(await site.db.selectFrom(table).selectAll().execute()),
      /Meyer|paul\.meyer/i,
      table,
    )

  await site.db
    .updateTable('petitions')
    .set({ state: 'closed', closedAt: site.deps.clock.now() })
    .where('id', '=', petition.id)
    .execute()
  site.wait(200 * DAY)
  await destroyDueKeys(site.deps)

  t.strictSame(await delegates(site), [])
  t.equal((await site.get(own)).statusCode, 410)
  t.match(await site.db.selectFrom('deliveries').select('isAcknowledgedByDelegate').executeTakeFirst(), {
    isAcknowledgedByDelegate: true,
  })
  const campaigner = await signInAs(site, { id: petition.accountId! })
  t.equal((await site.get(`/account/petitions/${petition.slug}`, campaigner)).statusCode, 200)
})
