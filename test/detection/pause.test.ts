import t from 'tap'
import { raiseAlerts } from '../../src/detection/raise.js'
import { RULE_NAMES } from '../../src/detection/rules.js'
import { addConfirmed } from '../support/confirmed.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const WHY = 'Half of our members share one family name: it finds nobody else.'

async function startRules(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t)
  const administrator = await addModerator(site, { role: 'administrator' })
  return { site, ada: await signInAs(site, administrator), administrator }
}

/** Enough signatures under one name for the rule to be suspicious. */
async function addNamesakes(site: TestSite) {
  const petition = await addPetition(site)
  await addConfirmed(
    site,
    petition,
    Array.from({ length: 60 }, () => ({ name: 'Ada Martin' })),
  )
  await site.db
    .updateTable('signatures')
    .set({ nameFingerprint: Buffer.alloc(32, 1) })
    .execute()
  return petition
}

async function rulesOfAlerts({ db }: TestSite) {
  return (await db.selectFrom('alerts').select('rule').execute()).map(({ rule }) => rule)
}

t.test('a paused rule raises no alert, and looks again once it is resumed', async (t) => {
  const { site, ada, administrator } = await startRules(t)
  const { id } = await addNamesakes(site)

  const answer = await site.submit('/desk/rules/same-name/pause', { note: WHY }, ada)
  await raiseAlerts(site.deps, id)

  t.equal(answer.headers.location, '/desk/rules?done=paused')
  t.notOk((await rulesOfAlerts(site)).includes('same-name'))
  t.match((await site.get('/desk/rules?done=paused', ada)).body, /The rule is paused[\s\S]*Paused since/)
  t.match(await site.db.selectFrom('auditEntries').selectAll().execute(), [
    { act: 'rule-paused', accountId: administrator.id, reason: 'same-name', note: WHY },
  ])
  t.match((await site.get('/desk/log', ada)).body, /Rule against fraud paused[\s\S]*One name many times/)

  await site.submit('/desk/rules/same-name/resumption', {}, ada)
  await raiseAlerts(site.deps, id)

  t.ok((await rulesOfAlerts(site)).includes('same-name'))
  t.match((await site.get('/desk/rules', ada)).body, /1 alert, 1 waits, none led to/)
})

t.test('every rule stands on the page with what it looks for, and nothing else can be paused', async (t) => {
  const { site, ada } = await startRules(t)

  const page = await site.get('/desk/rules', ada)

  for (const rule of RULE_NAMES) t.match(page.body, `action="/desk/rules/${rule}/pause"`)
  t.equal((await site.submit('/desk/rules/everything/pause', { note: WHY }, ada)).statusCode, 404)
  const short = await site.submit('/desk/rules/bounced/pause', { note: 'No.' }, ada)
  t.equal(short.statusCode, 422)
  t.match(short.body, /href="#note-bounced"[\s\S]*id="note-bounced"[^>]*>No\./)
  t.equal((await site.get('/desk/rules/bounced/pause', ada)).headers.location, '/desk/rules')
})

t.test('of two who pause a rule at once one does, and the log has one line', async (t) => {
  const { site, ada } = await startRules(t)

  const answers = await Promise.all(
    [1, 2, 3].map(() => site.submit('/desk/rules/bounced/pause', { note: WHY }, ada)),
  )

  t.strictSame(
    answers.map(({ statusCode }) => statusCode),
    [303, 303, 303],
  )
  t.equal((await site.db.selectFrom('auditEntries').selectAll().execute()).length, 1)
})
