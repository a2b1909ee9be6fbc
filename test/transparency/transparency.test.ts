import { parse } from 'csv-parse/sync'
import t from 'tap'
import { appealLink, WORDS } from '../appeals/support.js'
import { report, SENTENCE, startReports } from '../reports/support.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { startSite } from '../support/site.js'

const NOTE = 'Name the person or the office who could decide this.'
const ORDER = 'Tribunal judiciaire de Lyon, 3 March, no. 24/00123'
const YEAR = new Date().getUTCFullYear()

async function refuse(
  site: Awaited<ReturnType<typeof startSite>>,
  maya: { cookie: string },
  { title, reason }: { title: string; reason: string },
) {
  const petition = await addPetition(site, { state: 'submitted', openedAt: null, title })
  await site.submit(`/desk/petitions/${petition.id}/refusal`, { reason, note: NOTE, sure: 'on' }, maya)
  return petition
}

t.test('a year is told as page, JSON and CSV from the same rows', async (t) => {
  const { site, petition, reason, update, maya } = await startReports(t, { TIME_ZONE: 'UTC' })
  const ines = await signInAs(site, await addModerator(site, { email: 'ines@clameur.test', name: 'Inès' }))
  const sent = await report(site, petition, { reason })
  const kept = await report(site, petition, { update, category: 'misleading' })
  site.wait(3 * 3_600_000)
  await site.submit(
    `/desk/reports/${sent.id}/removal`,
    { reason: 'legal-order', law: ORDER, note: SENTENCE },
    maya,
  )
  await site.submit(`/desk/reports/${kept.id}/keeping`, { note: SENTENCE, unfounded: 'on' }, maya)
  const undone = await refuse(site, maya, { title: 'A slip', reason: 'duplicate' })
  const { id: slip } = await site.db
    .selectFrom('auditEntries')
    .select('id')
    .where('petitionId', '=', undone.id)
    .executeTakeFirstOrThrow()
  await site.submit(`/desk/undo/${slip}`, {}, maya)
  await refuse(site, maya, { title: 'Free cream', reason: 'commercial' })
  await site.work()
  await site.submit(appealLink(site), { words: WORDS })
  const { id } = await site.db.selectFrom('appeals').select('id').executeTakeFirstOrThrow()
  await site.submit(`/desk/appeals/${id}/decision`, { outcome: 'upheld', note: NOTE }, ines)

  const json = await site.get(`/transparency/${YEAR}.json`)
  const csv = await site.get(`/transparency/${YEAR}.csv`)
  const page = await site.get(`/transparency/${YEAR}`)

  const { data } = json.json()
  t.equal(data.year, YEAR)
  const value = (figure: string, of = '') =>
    data.figures.find((one: { figure: string; of: string }) => one.figure === figure && one.of === of)?.value
  t.equal(value('notices', 'reason/hate'), 1)
  t.equal(value('notices', 'update/misleading'), 1)
  t.equal(value('notices_decided', 'kept'), 1)
  t.equal(value('notices_median_hours'), 3)
  t.equal(value('restrictions', 'reason-removed/legal-order'), 1)
  t.equal(value('restrictions', 'petition-refused/commercial'), 1)
  t.equal(value('restrictions', 'petition-refused/duplicate'), undefined, 'a slip restricted nobody')
  t.equal(value('decisions_taken_back'), 1)
  t.equal(value('restrictions_by_origin', 'notice'), 1)
  t.equal(value('restrictions_by_origin', 'own-initiative'), 1)
  t.equal(value('restrictions_by_basis', 'law'), 1)
  t.equal(value('restrictions_by_basis', 'rules'), 1)
  t.equal(value('authority_orders', 'reason-removed'), 1)
  t.equal(value('automated_decisions'), 0)
  t.equal(value('notices_unfounded'), 1)
  t.equal(value('reporter_suspensions'), 0)
  t.equal(value('appeals_decided', 'upheld'), 1)
  t.equal(value('appeals_decided_alone'), 0)
  const rows: Record<string, string>[] = parse(csv.body, { bom: true, columns: true })
  t.strictSame(
    rows.map((row) => [row.figure, row.of, row.value]),
    data.figures.map((one: Record<string, unknown>) => [one.figure, one.of, String(one.value ?? '')]),
  )
  t.match(page.body, /A signer’s reason removed: /)
  t.match(page.body, /Half of all reports were decided within<\/dt><dd>3\D/)
  t.match((await site.get('/transparency')).body, `href="/transparency/${YEAR}"`)
})

t.test('a year of which nothing can be told is not there', async (t) => {
  const site = await startSite(t)

  for (const year of ['1999', String(YEAR + 1), 'never', `${YEAR}.xml`, `${YEAR}0`])
    t.equal((await site.get(`/transparency/${year}`)).statusCode, 404, year)
  t.equal((await site.get(`/transparency/${YEAR}`)).statusCode, 200, 'an empty year can be told')
})

t.test('refusals are listed with their reason, and never with who asked', async (t) => {
  const site = await startSite(t)
  const maya = await signInAs(site, await addModerator(site))
  await refuse(site, maya, { title: 'Make it better', reason: 'not-addressed' })
  await refuse(site, maya, { title: 'They are thieves', reason: 'hate' })
  await site.work()
  await site.submit(appealLink({ mails: site.mails.slice(0, 1) }), { words: WORDS })

  const { body, headers } = await site.get('/transparency/refusals')

  t.match(body, /name="robots" content="noindex"/)
  t.match(body, 'Make it better')
  t.match(body, NOTE)
  t.match(body, 'It asks nobody who could grant it')
  t.match(body, /contested; the answer is awaited/)
  t.match(body, 'A petition whose content is not shown')
  t.notMatch(body, 'They are thieves')
  t.equal(body.split(NOTE).length - 1, 1, 'nor the sentence that quotes it')
  t.notMatch(body, 'Nour Haddad')
  t.equal(headers['set-cookie'], undefined)
})

t.test('many refusals stand on several pages', async (t) => {
  const site = await startSite(t)
  const maya = await signInAs(site, await addModerator(site))
  for (let n = 0; n < 22; n += 1) await refuse(site, maya, { title: `Petition ${n}.`, reason: 'duplicate' })

  const first = await site.get('/transparency/refusals')
  const next = /href="(\/transparency\/refusals\?before=\d+)"/.exec(first.body)?.[1] ?? ''
  const second = await site.get(next)

  t.match(first.body, 'Petition 21.')
  t.notMatch(first.body, 'Petition 1.')
  t.match(second.body, /Petition 1\.[\s\S]*Petition 0\./)
  t.notMatch(second.body, 'rel="next"')
})
