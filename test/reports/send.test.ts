import { sql } from 'kysely'
import t from 'tap'
import { NOTICE, report, startReports } from './support.js'

t.test('a petition, each shown reason and each update lead to a form with nothing ticked', async (t) => {
  const { site, petition, reason, update } = await startReports(t)
  const form = `/petitions/${petition.slug}/reports/new`

  const page = await site.get(`/petitions/${petition.slug}`)

  for (const [href, label, shown] of [
    [form, 'Report this petition', petition.title],
    [`${form}?reason=${reason}`, 'Report this reason', 'Burn it.'],
    [`${form}?update=${update}`, 'Report this update', 'A bad week'],
  ] as const) {
    t.match(page.body, `<a href="${href}" rel="nofollow">${label}</a>`)
    const { statusCode, body, headers } = await site.get(href)
    t.equal(statusCode, 200)
    t.match(body, `<h1>${label}</h1>`)
    t.match(body, shown)
    t.notMatch(body, /<input[^>]*checked/)
    t.match(headers['cache-control'], /^public/)
    t.equal(headers['set-cookie'], undefined)
  }
})

t.test('who reports gets a receipt by mail at once, and a page with the number', async (t) => {
  const { site, petition, reason } = await startReports(t)

  const sent = await report(site, petition, { reason })
  t.ok(site.woken.has('confirmation-mails'))
  await site.work('confirmation-mails')

  t.match(sent, { kind: 'reason', signatureId: Number(reason), category: 'hate', state: 'received' })
  t.match(sent.number, /^([A-HJ-NP-Z2-9]{4}-){2}[A-HJ-NP-Z2-9]{4}$/)
  const page = await site.get(sent.page)
  t.match(page.body, 'Your report has been received')
  t.match(page.body, sent.number)
  t.match(page.headers, { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' })
  t.equal(site.mails.length, 1)
  const [mail] = site.mails
  t.match(mail, { to: NOTICE.email, subject: `We have your report ${sent.number}` })
  t.match(mail?.text, `https://clameur.test${sent.page}?lang=en`)
  t.match(mail?.html, sent.number)
  t.match(mail?.text, /Where exactly: as you wrote it/)
  for (const shape of [mail?.text, mail?.html, page.body])
    t.notMatch(shape, /village|1881|Zerbib/, 'nothing that was typed goes to an address nobody checked')
})

t.test('the receipt is in the language in which the report was written', async (t) => {
  const { site, petition } = await startReports(t)

  await site.submit(`/petitions/${petition.slug}/reports`, NOTICE, { 'accept-language': 'fr' })
  await site.work('confirmation-mails')

  t.match(site.mails[0]?.subject, /^Nous avons votre signalement /)
})

t.test('who reports a broken rule, or the abuse of children, need not say who they are', async (t) => {
  const { site, petition } = await startReports(t)

  for (const category of ['misleading', 'not-real', 'other', 'child-abuse']) {
    const sent = await report(site, petition, { category, name: '', email: '' })
    t.equal(sent.contactSealed, null)
    t.match((await site.get(sent.page)).body, 'You gave no address')
  }
  await site.work('confirmation-mails')
  t.equal(site.mails.length, 0)
})

t.test('a form with mistakes comes back with all that was typed, and leads to each', async (t) => {
  const { site, petition, reason } = await startReports(t)
  const faulty: [field: string, fields: Record<string, string>, told: RegExp][] = [
    ['category', { category: 'toString' }, /Choose what is wrong/],
    ['explanation', { explanation: 'Too short.' }, /at least 20 characters/],
    ['explanation', { explanation: 'x'.repeat(2_001) }, /to 2,000 characters/],
    ['where', { where: 'x'.repeat(501) }, /to 500 characters/],
    ['law', { law: 'x'.repeat(201) }, /to 200 characters/],
    ['name', { name: '' }, /Write your name/],
    ['name', { name: 'x'.repeat(121) }, /to 120 characters/],
    ['email', { email: '' }, /Write your email address/],
    ['email', { email: 'ines@', category: 'other' }, /Check this address/],
    ['good_faith', { good_faith: '' }, /Tick this box/],
  ]
  for (const [field, fields, told] of faulty) {
    const answer = await site.submit(`/petitions/${petition.slug}/reports`, { ...NOTICE, reason, ...fields })
    t.equal(answer.statusCode, 422)
    t.match(answer.body, `<a href="#${field}">`)
    t.match(answer.body, told)
    t.match(answer.body, `name="reason" value="${reason}"`)
    t.match(answer.body, fields.law ?? 'Loi du 29 juillet 1881, article 24')
    t.match(answer.body, fields.where ?? 'Second sentence: “Burn the whole village.”</textarea>')
  }
  t.equal((await site.db.selectFrom('reports').selectAll().execute()).length, 0)
})

t.test('the shortest and the longest explanation are taken', async (t) => {
  const { site, petition } = await startReports(t)

  for (const explanation of ['x'.repeat(20), '🙂'.repeat(2_000)])
    await report(site, petition, { explanation })

  t.equal((await site.db.selectFrom('reports').selectAll().execute()).length, 2)
})

t.test('a report that does not say where is taken, and its receipt says nothing of it', async (t) => {
  const { site, petition } = await startReports(t)

  await report(site, petition, { where: '' })
  await site.work('confirmation-mails')

  t.notMatch(site.mails[0]?.text, 'Where exactly')
})

t.test(
  'where exactly is part of a report: the same words about another place are another report',
  async (t) => {
    const { site, petition } = await startReports(t)

    const one = await report(site, petition, { where: 'x'.repeat(500) })
    const again = await report(site, petition, { where: 'x'.repeat(500) })
    const other = await report(site, petition, { where: 'In the title' })

    t.equal(again.number, one.number)
    t.not(other.number, one.number)
  },
)

t.test('what is not shown cannot be reported', async (t) => {
  const { site, petition, reason, update } = await startReports(t)
  const { db } = site
  const form = `/petitions/${petition.slug}/reports/new`

  for (const query of ['?reason=0', '?reason=x', '?update=99999999', `?reason=${update}0`])
    t.equal((await site.get(form + query)).statusCode, 404, query)
  t.equal((await site.get('/petitions/unknown/reports/new')).statusCode, 404)
  t.equal((await site.get(`/petitions/${petition.slug}/reports/AAAA-AAAA-AAAA`)).statusCode, 404)
  await db.updateTable('signatures').set({ comment: null }).execute()
  await db.updateTable('updates').set({ removedAt: new Date() }).execute()
  for (const fields of [{ reason }, { update }] as Record<string, string>[])
    t.equal(
      (await site.submit(`/petitions/${petition.slug}/reports`, { ...NOTICE, ...fields })).statusCode,
      404,
    )
  await db.updateTable('petitions').set({ state: 'hidden', hiddenFrom: 'open' }).execute()
  t.equal((await site.get(`${form}?lang=en`)).statusCode, 410)
  t.equal((await site.submit(`/petitions/${petition.slug}/reports`, NOTICE)).statusCode, 410)
})

t.test('the same report sent many times at once is one report with one receipt', async (t) => {
  const { site, petition } = await startReports(t)

  const answers = await Promise.all(
    Array.from({ length: 8 }, () => site.submit(`/petitions/${petition.slug}/reports`, NOTICE)),
  )
  await site.work('confirmation-mails')

  t.equal(new Set(answers.map(({ headers }) => headers.location)).size, 1)
  t.equal((await site.db.selectFrom('reports').selectAll().execute()).length, 1)
  t.equal(site.mails.length, 1)
})

t.test('nobody can fill a stranger’s mailbox with receipts', async (t) => {
  const { site, petition } = await startReports(t, { RATE_LIMIT_SCALE: '1' })

  const statuses: number[] = []
  for (let n = 0; n < 6; n += 1) {
    const explanation = `This is the explanation with the number ${n}.`
    const fields = {
      ...NOTICE,
      explanation,
      email: n % 2 ? 'ines.zerbib@example.net' : 'Ines.Zerbib@EXAMPLE.net',
    }
    const answer = await site.submit(`/petitions/${petition.slug}/reports`, fields)
    statuses.push(answer.statusCode)
    if (answer.statusCode === 429) t.ok(Number(answer.headers['retry-after']) > 0)
  }

  t.strictSame(statuses, [303, 303, 303, 303, 303, 429])
})

t.test('who reported, and what they wrote, stands nowhere in clear', async (t) => {
  const { site, petition, reason } = await startReports(t)
  await report(site, petition, { reason })
  await site.work()

  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`.execute(
    site.db,
  )
  t.ok(tables.some(({ name }) => name === 'reports'))
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select whole::text as row from ${sql.table(`${schema}.${name}`)} as whole`.execute(site.db)
    for (const { row } of rows) {
      const hex = (words: string) => Buffer.from(words).toString('hex')
      for (const words of ['zerbib', 'Zerbib', 'village', 'juillet'])
        if (row.includes(words) || row.includes(hex(words))) t.fail(`${name} holds ${words}`)
    }
  }
})
