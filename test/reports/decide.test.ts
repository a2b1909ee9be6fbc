import t from 'tap'
import { addPetition, signInAs } from '../support/factories.js'
import { NOTICE, report, SENTENCE, startReports } from './support.js'

t.test('the desk is told of reports, oldest first, with their age', async (t) => {
  const { site, petition, reason, update, maya } = await startReports(t)
  await report(site, petition, { reason })
  site.wait(3 * 86_400_000)
  const fresh = await signInAs(site, {
    id: (await site.db.selectFrom('sessions').selectAll().executeTakeFirstOrThrow()).accountId,
  })
  await report(site, petition, { update, category: 'misleading' })

  const desk = await site.get('/desk', fresh)
  const queue = await site.get('/desk/reports', fresh)

  t.match(desk.body, /href="\/desk\/reports">2 reports wait</)
  t.match(desk.body, /One is overdue: a day is the promise for what is said to be illegal/)
  t.match(
    queue.body,
    /Waiting for 3 days · A signer’s reason[\s\S]*Waiting for less than a minute · An update/,
  )
  t.match(queue.body, /2 reports wait/)
  t.ok(maya.cookie)
})

t.test('only moderators read reports and decide about them', async (t) => {
  const { site, petition, reason } = await startReports(t)
  const { id } = await report(site, petition, { reason })
  const campaigner = await signInAs(site, { id: petition.accountId! })
  const fields = { reason: 'hate', note: SENTENCE }

  for (const path of ['/desk/reports', `/desk/reports/${id}`]) {
    t.equal((await site.get(path)).statusCode, 303, path)
    t.equal((await site.get(path, campaigner)).statusCode, 403, path)
  }
  for (const act of ['keeping', 'removal', 'hiding']) {
    t.equal((await site.submit(`/desk/reports/${id}/${act}`, fields)).statusCode, 303, act)
    t.equal((await site.submit(`/desk/reports/${id}/${act}`, fields, campaigner)).statusCode, 403, act)
  }
  t.equal((await site.db.selectFrom('reports').select('state').executeTakeFirstOrThrow()).state, 'received')
})

t.test('a report is read with what it is about, and who sent it', async (t) => {
  const { site, petition, reason, maya } = await startReports(t)
  const { id } = await report(site, petition, { reason })
  await report(site, petition, { reason, email: 'another@example.net' })

  const { body } = await site.get(`/desk/reports/${id}`, maya)

  for (const told of [
    'Burn it.',
    'Karl Brandt',
    NOTICE.where,
    NOTICE.explanation,
    NOTICE.law,
    NOTICE.name,
    NOTICE.email,
  ])
    t.match(body, told)
  t.match(body, /Other reports about the same<\/dt><dd>1</)
})

t.test('leaving a thing as it is changes nothing but the report, and answers it', async (t) => {
  const { site, petition, reason, moderator, maya } = await startReports(t)
  const sent = await report(site, petition, { reason })

  const answer = await site.submit(`/desk/reports/${sent.id}/keeping`, { note: SENTENCE }, maya)
  await site.work()

  t.equal(answer.headers.location, `/desk/reports/${sent.id}?done=yes`)
  t.match((await site.get(answer.headers.location as string, maya)).body, /Decided[\s\S]*It stays as it is/)
  t.match((await site.get(`/petitions/${petition.slug}?again`)).body, 'Burn it.')
  const mail = site.mails.find(({ subject }) => subject === `Your report ${sent.number}: the decision`)
  t.match(mail, { to: NOTICE.email, text: SENTENCE })
  t.match(mail?.text, /It stays as it is/i)
  t.match(mail?.text, /No automated means/)
  t.match(mail?.text, /within six months, free of charge/)
  t.match((await site.get(sent.page)).body, SENTENCE)
  t.match(await site.db.selectFrom('auditEntries').selectAll().execute(), [
    {
      act: 'report-kept',
      accountId: moderator.id,
      petitionId: petition.id,
      reportId: sent.id,
      note: SENTENCE,
    },
  ])
  t.match(
    (await site.get('/desk/log', maya)).body,
    `<a href="/desk/reports/${sent.id}">Reported and left as it is`,
  )
})

t.test(
  'removing a reason erases its words, keeps the signature, and gives its signer a statement of reasons',
  async (t) => {
    const { site, petition, reason, maya } = await startReports(t)
    const sent = await report(site, petition, { reason })
    const other = await report(site, petition, { reason, email: 'another@example.net' })
    const unlike = await report(site, petition, { email: 'third@example.net' })

    const fields = { reason: 'hate', note: SENTENCE }
    const answer = await site.submit(`/desk/reports/${sent.id}/removal`, fields, maya)
    await site.work()

    t.equal(answer.statusCode, 303)
    t.match(await site.db.selectFrom('signatures').selectAll().execute(), [
      { state: 'confirmed', comment: null, shownName: 'Karl Brandt' },
    ])
    const page = await site.get(`/petitions/${petition.slug}?again`)
    t.notMatch(page.body, 'Burn it.')
    t.match(page.body, '<b data-count>1</b>')
    const states = await site.db.selectFrom('reports').select(['id', 'state']).orderBy('id').execute()
    t.strictSame(states, [
      { id: sent.id, state: 'reason-removed' },
      { id: other.id, state: 'reason-removed' },
      { id: unlike.id, state: 'received' },
    ])
    const decided = site.mails.filter(({ subject }) => subject.endsWith(': the decision'))
    t.strictSame(decided.map(({ to }) => to).sort(), ['another@example.net', NOTICE.email])
    t.match(decided[0]?.text, /The reason was removed/i)
    t.notMatch(decided[0]?.text, /Karl|signer0/)

    const statement = site.mails.filter(({ to }) => to === 'signer0@example.org')
    t.equal(statement.length, 1)
    const [{ text = '', html = '', subject = '', headers } = {}] = statement
    t.equal(
      subject,
      'Votre raison a été retirée de « Save the library »'.replace('« ', '«\u00a0').replace(' »', '\u00a0»'),
    )
    for (const told of [
      'Burn it.',
      SENTENCE,
      /Jusqu’où/,
      /Définitivement/,
      /Aucun moyen automatique/,
      /Quelqu’un l’a signalé/,
      /https:\/\/clameur\.test\/terms\?lang=fr#/,
      /pendant six mois, gratuitement/,
      /https:\/\/clameur\.test\/signatures\/s/,
    ])
      t.match(text, told)
    t.match(html, 'Burn it.')
    t.ok(headers?.['List-Unsubscribe'])
    t.notMatch(text + html, /zerbib|Ines/i, 'who reported is not told')
    t.match(await site.db.selectFrom('auditEntries').selectAll().execute(), [
      { act: 'reason-removed', reportId: sent.id, reason: 'hate', note: SENTENCE },
    ])
    t.match((await site.get(`/desk/reports/${sent.id}`, maya)).body, 'Burn it.', 'kept for who contests')
  },
)

t.test('removing an update takes it off the page and out of mails that wait, and tells why', async (t) => {
  const { site, petition, update, maya } = await startReports(t)
  await site.db.updateTable('signatures').set({ updates: true }).execute()
  await site.db
    .insertInto('mailings')
    .values({ petitionId: petition.id, kind: 'update', updateId: Number(update) })
    .execute()
  const sent = await report(site, petition, { update })

  await site.submit(`/desk/reports/${sent.id}/removal`, { reason: 'defamation', note: SENTENCE }, maya)
  await site.work()

  t.notMatch((await site.get(`/petitions/${petition.slug}?again`)).body, /bad week|thieves/)
  t.notMatch((await site.get(`/petitions/${petition.slug}.json`)).body, /bad week|thieves/)
  t.equal(site.mails.filter(({ to }) => to === 'signer0@example.org').length, 0)
  const statement = site.mails.filter(({ to }) => to.startsWith('campaigner'))
  t.equal(statement.length, 1)
  t.match(statement[0], { subject: 'Your update was removed from “Save the library”' })
  const campaigner = await signInAs(site, { id: petition.accountId! })
  const studio = await site.get(`/account/petitions/${petition.slug}`, campaigner)
  t.equal(studio.statusCode, 200)
  t.notMatch(studio.body, 'They are all thieves.')
  for (const told of [
    'A bad week',
    'They are all thieves.',
    SENTENCE,
    /in every country/,
    /Somebody reported it/,
  ])
    t.match(statement[0]?.text, told)
})

t.test('hiding a reported petition is the desk’s own hiding, with a statement of reasons', async (t) => {
  const { site, petition, maya } = await startReports(t)
  const sent = await report(site, petition)

  await site.submit(`/desk/reports/${sent.id}/hiding`, { reason: 'impersonation', note: SENTENCE }, maya)
  await site.work()

  t.equal((await site.get(`/petitions/${petition.slug}?again`)).statusCode, 410)
  const statement = site.mails.find(({ to }) => to.startsWith('campaigner'))
  t.match(statement, { subject: 'Your petition is hidden: “Save the library”' })
  for (const told of [
    SENTENCE,
    /Statement of reasons/i,
    /Without an end date/,
    /Somebody reported it/,
    /Rule R6 of this site/,
  ])
    t.match(statement?.text, told)
  const decision = site.mails.find(({ to, subject }) => to === NOTICE.email && /the decision/.test(subject))
  t.match(decision?.text, /The petition was hidden/i)
  t.notMatch(decision?.text, 'Save the library', 'its title may be why it is hidden')
  const page = await site.get(sent.page)
  t.equal(page.statusCode, 200)
  t.notMatch(page.body, 'Save the library')
  t.match(await site.db.selectFrom('auditEntries').selectAll().execute(), [
    { act: 'petition-hidden', reportId: sent.id, reason: 'impersonation' },
  ])
})

t.test('of many who decide at once one does, the others hear of it, and each mail leaves once', async (t) => {
  const { site, petition, reason, maya } = await startReports(t)
  const one = await report(site, petition, { reason })
  const two = await report(site, petition, { reason, email: 'another@example.net' })
  const removal = { reason: 'hate', note: SENTENCE }

  const answers = await Promise.all(
    [one, two, one, two, one].map(({ id }) => site.submit(`/desk/reports/${id}/removal`, removal, maya)),
  )
  const late = await site.submit(`/desk/reports/${one.id}/keeping`, { note: SENTENCE }, maya)
  await site.work()

  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [303, 409, 409, 409, 409])
  t.equal(late.statusCode, 409)
  t.match(late.body, /Already decided/)
  t.equal(site.mails.filter(({ to }) => to === 'signer0@example.org').length, 1)
  t.equal(site.mails.filter(({ subject }) => subject.endsWith(': the decision')).length, 2)
  t.equal((await site.db.selectFrom('auditEntries').selectAll().execute()).length, 1)
})

t.test('what is gone cannot be removed, but its report can be answered', async (t) => {
  const { site, petition, reason, update, maya } = await startReports(t)
  const words = await report(site, petition, { reason })
  const news = await report(site, petition, { update })
  const whole = await report(site, petition)
  await site.db.updateTable('signatures').set({ comment: null }).execute()
  await site.db.updateTable('updates').set({ removedAt: new Date() }).execute()
  await site.db.updateTable('petitions').set({ state: 'hidden', hiddenFrom: 'open' }).execute()
  const fields = { reason: 'hate', note: SENTENCE }

  for (const [{ id }, act] of [
    [words, 'removal'],
    [news, 'removal'],
    [whole, 'hiding'],
  ] as const) {
    const answer = await site.submit(`/desk/reports/${id}/${act}`, fields, maya)
    t.equal(answer.statusCode, 409)
    t.match(answer.body, /It is gone/)
    t.notMatch(answer.body, 'class="button danger"')
    t.equal((await site.submit(`/desk/reports/${id}/keeping`, fields, maya)).statusCode, 303)
  }
})

t.test('a decision without its ground or its sentence comes back with what was typed', async (t) => {
  const { site, petition, reason, maya } = await startReports(t)
  const words = await report(site, petition, { reason })
  const whole = await report(site, petition)

  for (const [path, fields, href] of [
    [`${words.id}/keeping`, { note: 'No.' }, '#note-keeping'],
    [`${words.id}/removal`, { reason: 'hate', note: 'No.' }, '#note-removal'],
    [`${words.id}/removal`, { reason: 'impersonation', note: SENTENCE }, '#reason'],
    [`${words.id}/removal`, { reason: 'illegal', note: SENTENCE }, '#law'],
    [`${whole.id}/hiding`, { reason: 'legal-order', law: 'x'.repeat(201), note: SENTENCE }, '#law'],
    [`${whole.id}/hiding`, { reason: '', note: 'x'.repeat(1_001) }, '#note-hiding'],
  ] as const) {
    const answer = await site.submit(`/desk/reports/${path}`, fields, maya)
    t.equal(answer.statusCode, 422, path)
    t.match(answer.body, `<a href="${href}">`)
    t.match(answer.body, fields.note)
  }
  t.equal((await site.submit(`/desk/reports/${words.id}/hiding`, {}, maya)).statusCode, 404)
  t.equal((await site.submit(`/desk/reports/${whole.id}/removal`, {}, maya)).statusCode, 404)
  t.equal((await site.submit('/desk/reports/9999999/keeping', {}, maya)).statusCode, 404)
  t.equal(
    (await site.get(`/desk/reports/${words.id}/removal`, maya)).headers.location,
    `/desk/reports/${words.id}`,
  )
})

t.test('a signer who withdrew before the letter left gets none', async (t) => {
  const { site, petition, reason, maya } = await startReports(t)
  const { id } = await report(site, petition, { reason })

  await site.submit(`/desk/reports/${id}/removal`, { reason: 'hate', note: SENTENCE }, maya)
  await site.db.updateTable('signatures').set({ state: 'withdrawn', sealed: null }).execute()
  await site.work()

  t.equal(site.mails.filter(({ to }) => to === 'signer0@example.org').length, 0)
})

t.test(
  'six months after the decision nobody can tell any more who reported what in which words',
  async (t) => {
    const { site, petition, reason, maya } = await startReports(t)
    const decided = await report(site, petition, { reason })
    await report(site, petition, { explanation: 'This one waits for its decision all the time.' })
    await site.submit(`/desk/reports/${decided.id}/removal`, { reason: 'hate', note: SENTENCE }, maya)
    await site.work()

    const states = async () =>
      (await site.db.selectFrom('reports').selectAll().orderBy('id').execute()).map((row) =>
        [row.wordsSealed, row.contactSealed, row.removedSealed, row.fingerprint].map(
          (bytes) => bytes !== null,
        ),
      )
    site.wait(182 * 86_400_000)
    await site.work('upkeep')
    t.strictSame(await states(), [
      [true, true, true, true],
      [true, true, false, true],
    ])

    site.wait(2 * 86_400_000)
    await site.work('upkeep')
    t.strictSame(await states(), [
      [false, false, false, false],
      [true, true, false, true],
    ])
    t.equal((await site.get(decided.page)).statusCode, 200)
    const fresh = await signInAs(site, {
      id:
        (await site.db.selectFrom('sessions').selectAll().executeTakeFirst())?.accountId ??
        (
          await site.db
            .selectFrom('accounts')
            .select('id')
            .where('role', '=', 'moderator')
            .executeTakeFirstOrThrow()
        ).id,
    })
    t.match((await site.get(`/desk/reports/${decided.id}`, fresh)).body, 'Erased after six months')
  },
)

t.test('the public figures count reports, their kinds, decisions and how long they took', async (t) => {
  const { site, petition, reason, maya } = await startReports(t)
  await addPetition(site, { state: 'rejected', moderationReason: 'hate' })
  const one = await report(site, petition, { reason })
  await report(site, petition, { category: 'misleading' })
  site.wait(4 * 3_600_000)
  await site.submit(`/desk/reports/${one.id}/keeping`, { note: SENTENCE }, maya)

  const page = await site.get('/transparency')
  const json = await site.get('/transparency.json')
  const csv = await site.get('/transparency.csv')

  t.match(page.body, /Reports received<\/dt><dd>2</)
  t.match(page.body, /Half of all reports are decided within<\/dt><dd>4 hours</)
  t.match(page.body, /It attacks people[\s\S]*<td class="num">1</)
  t.match(page.body, 'href="/transparency.csv"')
  t.match(json.json().data.reports, {
    received: 2,
    waiting: 1,
    by_category: [
      { category: 'hate', count: 1 },
      { category: 'misleading', count: 1 },
    ],
    by_decision: [{ decision: 'kept', count: 1 }],
    by_automated_means: 0,
    median_hours: 4,
  })
  t.equal(json.headers['access-control-allow-origin'], '*')
  t.match(csv.headers['content-type'], 'text/csv')
  t.match(csv.body, 'figure,of,value\r\n')
  t.match(csv.body, 'reports,received,2\r\n')
  t.match(csv.body, 'reports_by_category,misleading,1\r\n')
  t.match(csv.body, 'reports_by_decision,kept,1\r\n')
  t.match(csv.body, 'reports_median_hours,,4\r\n')
})
