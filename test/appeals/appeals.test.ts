import t from 'tap'
import { SENTENCE as FACTS, report, startReports } from '../reports/support.js'
import { addModerator, addPetition, addReply, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'
import { ANSWER, appealLink, findAppeal, WORDS } from './support.js'

const SENTENCE = 'Name the person or the office who could decide this.'
const DAY_MS = 86_400_000

/** A petition that Maya has refused; Inès is her colleague. */
async function startRefused(t: Parameters<typeof startSite>[0], { colleague = true } = {}) {
  const site = await startSite(t)
  const maya = await addModerator(site)
  const ines = colleague
    ? await addModerator(site, { email: 'ines@clameur.test', name: 'Inès Roy' })
    : undefined
  const petition = await addPetition(site, { state: 'submitted', openedAt: null })
  const desk = {
    maya: await signInAs(site, maya),
    ines: ines ? await signInAs(site, ines) : { cookie: '' },
  }
  const fields = { reason: 'not-addressed', note: SENTENCE, sure: 'on' }
  await site.submit(`/desk/petitions/${petition.id}/refusal`, fields, desk.maya)
  await site.work()
  return { site, petition, desk, maya, ines, path: appealLink(site) }
}

async function lodge(site: TestSite, path: string) {
  await site.submit(path, { words: WORDS })
  return findAppeal(site)
}

function stateOf({ db }: TestSite, { id }: { id: number }) {
  return db.selectFrom('petitions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

t.test(
  'a refusal is appealed by the link of its mail, reversed by a colleague, and the petition opens',
  async (t) => {
    const { site, petition, desk, ines, path } = await startRefused(t)

    const page = await site.get(path)
    t.equal(page.statusCode, 200)
    t.match(page.body, /Contest a decision[\s\S]*Petition refused[\s\S]*Save the library/)
    t.match(page.body, SENTENCE)
    t.match(page.headers, { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' })

    const sent = await site.submit(path, { words: WORDS })
    t.equal(sent.statusCode, 303)
    t.equal(sent.headers.location, path)
    t.match((await site.get(path)).body, /The appeal waits for its answer/)
    await site.work()
    t.ok(site.mails.find(({ subject }) => subject === 'We have your appeal'))

    const { id, wordsSealed } = await findAppeal(site)
    t.notMatch(wordsSealed!.toString('latin1'), 'mayor', 'sealed')
    t.match((await site.get('/desk', desk.ines)).body, 'href="/desk/appeals">1 appeal waits<')
    t.match((await site.get('/desk/appeals', desk.ines)).body, `href="/desk/appeals/${id}">Save the library<`)
    t.match((await site.get(`/desk/appeals/${id}`, desk.ines)).body, WORDS)

    const answer = await site.submit(
      `/desk/appeals/${id}/decision`,
      { outcome: 'reversed', note: ANSWER },
      desk.ines,
    )
    t.equal(answer.headers.location, `/desk/appeals/${id}?done=yes`)
    t.match((await site.get(answer.headers.location as string, desk.ines)).body, /The appeal is answered/)
    const opened = await stateOf(site, petition)
    t.match(opened, { state: 'open', rejectedAt: null, moderationReason: null })
    t.ok(opened.openedAt)
    t.equal((await site.get(`/petitions/${petition.slug}`)).statusCode, 200)
    t.equal((await site.db.selectFrom('petitionTexts').selectAll().execute()).length, 1, 'its text is frozen')
    t.match(await findAppeal(site), { state: 'reversed', decidedBy: ines!.id, decidedAlone: false })
    await site.work()
    const mail = site.mails.find(({ subject }) => subject === 'Your appeal: the decision is changed')
    t.match(mail?.text, ANSWER)
    t.match(mail?.text, /another person than the first one/)
    t.match((await site.get(path)).body, /The decision is changed/)
    t.match((await site.get('/desk/log', desk.ines)).body, /Appealed, and the decision changed/)
  },
)

t.test('an appeal that is not followed leaves everything as it is, and says why', async (t) => {
  const { site, petition, desk, path } = await startRefused(t)
  const { id } = await lodge(site, path)

  await site.submit(`/desk/appeals/${id}/decision`, { outcome: 'upheld', note: ANSWER }, desk.ines)
  await site.work()

  t.equal((await stateOf(site, petition)).state, 'rejected')
  const mail = site.mails.find(({ subject }) => subject === 'Your appeal: the decision stays')
  t.match(mail?.text, ANSWER)
  t.match(mail?.text, /court/)
})

t.test('who decided first reads the appeal, and sees why a colleague must answer it', async (t) => {
  const { site, desk, path } = await startRefused(t)
  const { id } = await lodge(site, path)
  const fields = { outcome: 'upheld', note: ANSWER }

  const page = await site.get(`/desk/appeals/${id}`, desk.maya)
  const answer = await site.submit(`/desk/appeals/${id}/decision`, fields, desk.maya)

  t.match(page.body, /You decided first: a colleague answers/)
  t.notMatch(page.body, 'Answer the appeal')
  t.equal(answer.statusCode, 403)
  t.match(answer.body, /another person than the one who decided/)
  t.equal((await findAppeal(site)).state, 'received')
  t.match((await site.get('/desk/appeals', desk.maya)).body, /you decided first/)
  await t.rejects(
    site.db
      .updateTable('appeals')
      .set(({ ref }) => ({ state: 'upheld', decidedAt: new Date(), decidedBy: ref('firstBy') }))
      .execute(),
    /violates check constraint/,
    'the database refuses it too',
  )
})

t.test('the one moderator of a small association decides all the same, and it is said', async (t) => {
  const { site, desk, path } = await startRefused(t, { colleague: false })
  const before = await site.get(path)
  const { id } = await lodge(site, path)
  await site.work()

  const page = await site.get(`/desk/appeals/${id}`, desk.maya)
  const answer = await site.submit(
    `/desk/appeals/${id}/decision`,
    { outcome: 'upheld', note: ANSWER },
    desk.maya,
  )
  await site.work()

  t.match(
    before.body,
    /The person who decided, for this site has one moderator at present, reads what you write/,
  )
  const received = site.mails.find(({ subject }) => subject === 'We have your appeal')
  t.match(received?.text, /The person who decided, for this site has one moderator at present, reads it/)
  t.match(page.body, /you are the only moderator/)
  t.equal(answer.statusCode, 303)
  t.match(await findAppeal(site), { state: 'upheld', decidedAlone: true })
  const mail = site.mails.find(({ subject }) => subject === 'Your appeal: the decision stays')
  t.match(mail?.text, /this site has one moderator/)
})

t.test('of two who answer at once one does, and the other hears of it', async (t) => {
  const { site, desk, path } = await startRefused(t)
  const { id } = await lodge(site, path)
  const zoe = await signInAs(site, await addModerator(site, { email: 'zoe@clameur.test', name: 'Zoé' }))

  const answers = await Promise.all([
    site.submit(`/desk/appeals/${id}/decision`, { outcome: 'reversed', note: ANSWER }, desk.ines),
    site.submit(`/desk/appeals/${id}/decision`, { outcome: 'upheld', note: ANSWER }, zoe),
  ])
  await site.work()

  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
  t.match(answers.find(({ statusCode }) => statusCode === 409)?.body, /Already answered/)
  t.equal(site.mails.filter(({ subject }) => subject.startsWith('Your appeal: ')).length, 1)
})

t.test('a decision has one appeal, however often and however fast it is sent', async (t) => {
  const { site, path } = await startRefused(t)

  const answers = await Promise.all([1, 2, 3].map(() => site.submit(path, { words: WORDS })))
  await site.submit(path, { words: `${WORDS} Once more.` })
  await site.work()

  t.strictSame(
    answers.map(({ statusCode }) => statusCode),
    [303, 303, 303],
  )
  t.equal((await site.db.selectFrom('appeals').selectAll().execute()).length, 1)
  t.equal(site.mails.filter(({ subject }) => subject === 'We have your appeal').length, 1)
})

t.test('six months are enough, and a day more is too late', async (t) => {
  const { site, path } = await startRefused(t)

  site.wait(183.9 * DAY_MS)
  const inTime = await site.get(path)
  site.wait(0.2 * DAY_MS)
  const late = await site.get(path)
  const sent = await site.submit(path, { words: WORDS })

  t.match(inTime.body, '<textarea')
  t.match(late.body, /The time to contest it is over/)
  t.notMatch(late.body, '<textarea')
  t.equal(sent.statusCode, 410)
  t.match(sent.body, /It could be contested here until/)
  t.equal((await site.db.selectFrom('appeals').selectAll().execute()).length, 0)
})

t.test('words that say nothing come back with what to do, and a forged link opens nothing', async (t) => {
  const { site, path, petition } = await startRefused(t)

  const short = await site.submit(path, { words: 'No!' })
  const forged = await site.get(`${path.slice(0, -3)}AAA`)
  const { id } = await site.db
    .insertInto('auditEntries')
    .values({ act: 'note', petitionId: petition.id, note: 'Between us.' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const other = await site.get(path.replace(/\.[0-9a-z]+\./, `.${id.toString(36)}.`))

  t.equal(short.statusCode, 422)
  t.match(short.body, /Write at least 20 characters[\s\S]*No!/)
  t.equal(forged.statusCode, 404)
  t.equal(other.statusCode, 404)
})

t.test('days that a refusal cost are given back when the last day went by', async (t) => {
  const { site, petition, desk, path } = await startRefused(t)
  const day = (from: number) =>
    new Date(site.deps.clock.now().getTime() + from * DAY_MS).toISOString().slice(0, 10)
  await site.db
    .updateTable('petitions')
    .set({ closesOn: day(30) })
    .where('id', '=', petition.id)
    .execute()
  site.wait(60 * DAY_MS)
  const ines = await signInAs(
    site,
    await site.db.selectFrom('accounts').selectAll().where('name', '=', 'Inès Roy').executeTakeFirstOrThrow(),
  )
  const { id } = await lodge(site, path)

  await site.submit(`/desk/appeals/${id}/decision`, { outcome: 'reversed', note: ANSWER }, ines)

  const { state, closesOn } = await stateOf(site, petition)
  t.equal(state, 'open')
  t.ok([29, 30, 31].map(day).includes(closesOn!), closesOn!)
  t.ok(desk)
})

t.test('what was hidden or removed is shown again when its author is right', async (t) => {
  const { site, petition, reason, update, maya } = await startReports(t)
  const ines = await signInAs(site, await addModerator(site, { email: 'ines@clameur.test', name: 'Inès' }))
  const restrict = { reason: 'hate', note: FACTS }
  const page = () => site.get(`/petitions/${petition.slug}?${Math.random()}`)

  for (const [fields, act, gone] of [
    [{ reason }, 'removal', 'Burn it.'],
    [{ update }, 'removal', 'They are all thieves.'],
    [{}, 'hiding', 'Save the library'],
  ] as const) {
    const { id } = await report(site, petition, { ...fields, email: `${act}${gone.length}@example.net` })
    await site.submit(`/desk/reports/${id}/${act}`, restrict, maya)
    await site.work()
    t.notMatch((await page()).body, `<p>${gone}`, gone)
    const path = appealLink(site)
    await site.submit(path, { words: WORDS })
    const appeal = await site.db
      .selectFrom('appeals')
      .select('id')
      .where('state', '=', 'received')
      .executeTakeFirstOrThrow()

    const done = await site.submit(
      `/desk/appeals/${appeal.id}/decision`,
      { outcome: 'reversed', note: ANSWER },
      ines,
    )

    t.equal(done.headers.location, `/desk/appeals/${appeal.id}?done=yes`, gone)
    t.match((await page()).body, gone)
  }
})

t.test('who reported may contest that nothing was done: the report then waits again', async (t) => {
  const { site, petition, reason, maya } = await startReports(t)
  const ines = await signInAs(site, await addModerator(site, { email: 'ines@clameur.test', name: 'Inès' }))
  const sent = await report(site, petition, { reason })
  await site.submit(`/desk/reports/${sent.id}/keeping`, { note: FACTS }, maya)
  await site.work()

  const path = appealLink(site)
  t.match((await site.get(sent.page)).body, `href="${path}"`, 'also from the page of the number')
  const { id } = await lodge(site, path)
  await site.submit(`/desk/appeals/${id}/decision`, { outcome: 'reversed', note: ANSWER }, ines)
  await site.work()

  t.match(await site.db.selectFrom('reports').selectAll().executeTakeFirstOrThrow(), {
    state: 'received',
    decidedAt: null,
  })
  const mail = site.mails.find(({ subject }) => subject === 'Your appeal: the decision is changed')
  t.match(mail, { to: sent && 'ines.zerbib@example.net', text: /looked at anew/ })
})

t.test('a decision-maker contests the refusal of their reply, and it is published', async (t) => {
  const site = await startSite(t)
  const maya = await signInAs(site, await addModerator(site))
  const ines = await signInAs(site, await addModerator(site, { email: 'ines@clameur.test', name: 'Inès' }))
  const petition = await addPetition(site)
  const reply = await addReply(site, petition)
  await site.submit(`/desk/replies/${reply.id}/refusal`, { reason: 'incomprehensible', note: SENTENCE }, maya)
  await site.work()
  const { id } = await lodge(site, appealLink(site))

  await site.submit(`/desk/appeals/${id}/decision`, { outcome: 'reversed', note: ANSWER }, ines)
  await site.work()

  t.match(await site.db.selectFrom('replies').selectAll().executeTakeFirstOrThrow(), {
    state: 'published',
    decisionNote: null,
  })
  t.match((await site.get(`/petitions/${petition.slug}`)).body, /open on Wednesdays from January/)
  t.ok(
    site.mails.find(
      ({ to, subject }) => to === 'mayor@city.example' && subject.startsWith('Your appeal: the decision is'),
    ),
  )
})

t.test('only moderators read appeals and answer them', async (t) => {
  const { site, petition, path } = await startRefused(t)
  const { id } = await lodge(site, path)
  const campaigner = await signInAs(site, { id: petition.accountId! })

  t.equal((await site.get('/desk/appeals')).statusCode, 303)
  t.equal((await site.get(`/desk/appeals/${id}`, campaigner)).statusCode, 403)
  const fields = { outcome: 'reversed', note: ANSWER }
  t.equal((await site.submit(`/desk/appeals/${id}/decision`, fields, campaigner)).statusCode, 403)
  t.equal((await findAppeal(site)).state, 'received')
})

t.test('what was written is erased half a year after the answer', async (t) => {
  const { site, desk, path } = await startRefused(t)
  const { id } = await lodge(site, path)
  await site.submit(`/desk/appeals/${id}/decision`, { outcome: 'upheld', note: ANSWER }, desk.ines)

  site.wait(183 * DAY_MS)
  await site.work('upkeep')
  t.ok((await findAppeal(site)).wordsSealed)
  site.wait(2 * DAY_MS)
  await site.work('upkeep')

  t.match(await findAppeal(site), { wordsSealed: null, state: 'upheld' })
})

t.test('colleagues see who is at an appeal, what was noted, and only those they want', async (t) => {
  const { site, desk, path } = await startRefused(t)
  const { id } = await lodge(site, path)
  const address = `/desk/appeals/${id}`

  await site.submit(`${address}/lock`, { act: 'take' }, desk.ines)
  t.match((await site.get(address, desk.maya)).body, /Inès Roy/)
  t.match((await site.get('/desk/appeals', desk.maya)).body, /Inès Roy/)
  const empty = await site.submit(`${address}/notes`, { remark: ' ' }, desk.ines)
  t.equal(empty.statusCode, 422)
  t.match(empty.body, 'id="remark-error"')
  await site.submit(`${address}/notes`, { remark: 'I have written to the council.' }, desk.ines)
  t.match((await site.get(address, desk.maya)).body, 'I have written to the council.')

  const shows = async (show: string, who: { cookie: string }) =>
    (await site.get(`/desk/appeals?show=${show}`, who)).body.includes(`href="${address}"`)
  t.strictSame(
    [await shows('mine', desk.ines), await shows('mine', desk.maya)],
    [true, false],
    'that one is at',
  )
  t.strictSame(
    [await shows('open-to-me', desk.ines), await shows('open-to-me', desk.maya)],
    [true, false],
    'that one may decide',
  )
  t.strictSame([await shows('overdue', desk.ines), await shows('nonsense', desk.ines)], [false, true])
  await site.submit(`${address}/lock`, { act: 'leave' }, desk.ines)
  t.equal(await shows('mine', desk.ines), false)
})
