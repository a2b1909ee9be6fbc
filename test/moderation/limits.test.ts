import t from 'tap'
import { appealLink, WORDS } from '../appeals/support.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { fillIn, startDraft } from '../support/launch.js'
import { startSite } from '../support/site.js'

const NOTE = 'Three petitions in a week sold the same cream.'
const DAY_MS = 86_400_000

async function startLimited(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t)
  const maya = await signInAs(site, await addModerator(site))
  const petition = await addPetition(site)
  const address = `/desk/petitions/${petition.id}`
  const limit = (fields: Record<string, string> = {}) =>
    site.submit(`${address}/limit`, { reason: 'commercial', days: '30', note: NOTE, ...fields }, maya)
  const account = await site.db
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', petition.accountId)
    .executeTakeFirstOrThrow()
  return { site, maya, petition, address, limit, account }
}

t.test(
  'a campaigner is barred for a stated time, and told why, until when and how to contest it',
  async (t) => {
    const { site, maya, petition, address, limit } = await startLimited(t)

    const answer = await limit()
    await site.work()

    t.equal(answer.headers.location, `${address}?done=limited`)
    t.match(
      (await site.get(`${address}?done=limited`, maya)).body,
      /barred from launching[\s\S]*Barred from launching until/,
    )
    const mail = site.mails.find(({ subject }) => subject === 'You cannot launch petitions for a time')
    t.match(mail?.text, NOTE)
    t.match(mail?.text, /Statement of reasons/i)
    t.match(mail?.text, /to advertise or to collect money/)
    t.match(mail?.text, 'https://clameur.test/appeals/')
    t.equal((await site.get(`/petitions/${petition.slug}`)).statusCode, 200, 'what was launched stays')
    t.equal((await limit()).statusCode, 409, 'one at a time')
    t.equal((await site.db.selectFrom('accountLimits').selectAll().execute()).length, 1)
  },
)

t.test('what is missing is said, and nothing is done', async (t) => {
  const { site, limit } = await startLimited(t)

  const answer = await limit({ reason: '', days: '5000', note: 'No.' })

  t.equal(answer.statusCode, 422)
  t.match(answer.body, /href="#limit-reason"[\s\S]*href="#days"[\s\S]*href="#limit-note"/)
  t.equal((await site.db.selectFrom('accountLimits').selectAll().execute()).length, 0)
})

t.test(
  'the launch is refused behind the link alone, with the reason and the date, and later goes on',
  async (t) => {
    const { site, limit, account } = await startLimited(t)
    await limit()
    await site.work()
    const draft = await startDraft(site)
    const campaigner = /campaigner\d+@example\.org/.exec(site.mails.map(({ to }) => to).join(' '))![0]
    await fillIn(site, draft)
    await site.submit(`${draft}/you`, { name: 'Nour Haddad', email: campaigner })
    const asked = await site.submit(`${draft}/review`)
    await site.work()
    const link = site.mails
      .map(({ text }) => /https:\/\/clameur\.test(\/drafts\/[^\s?]+\/confirmation\/[^\s?]+)/.exec(text)?.[1])
      .findLast(Boolean)!

    const page = await site.get(link)
    const sent = await site.submit(link)

    t.equal(asked.statusCode, 303, 'who only types the address learns nothing')
    t.equal(page.statusCode, 403)
    t.match(page.body, /You cannot launch petitions for now[\s\S]*to advertise or to collect money/)
    t.match(page.body, NOTE)
    t.equal(sent.statusCode, 403)
    t.equal(
      (await site.db.selectFrom('petitions').select('id').where('state', '=', 'submitted').execute()).length,
      0,
    )
    site.wait(31 * DAY_MS)
    await site.submit(`${draft}/review`)
    await site.work()
    const later = site.mails
      .map(({ text }) => /https:\/\/clameur\.test(\/drafts\/[^\s?]+\/confirmation\/[^\s?]+)/.exec(text)?.[1])
      .findLast(Boolean)!
    t.equal((await site.submit(later)).headers.location, `${draft}/status`)
    t.ok(account)
  },
)

t.test('an appeal that is right lifts it at once', async (t) => {
  const { site, limit } = await startLimited(t)
  const ines = await signInAs(site, await addModerator(site, { email: 'ines@clameur.test', name: 'Inès' }))
  await limit()
  await site.work()
  const path = appealLink(site)
  t.match((await site.get(path)).body, /to advertise or to collect money/)
  await site.submit(path, { words: WORDS })
  const { id } = await site.db.selectFrom('appeals').select('id').executeTakeFirstOrThrow()

  const note = 'The three petitions were of three people: we looked again.'
  const answer = await site.submit(`/desk/appeals/${id}/decision`, { outcome: 'reversed', note }, ines)
  await site.work()

  t.equal(answer.headers.location, `/desk/appeals/${id}?done=yes`)
  t.ok((await site.db.selectFrom('accountLimits').selectAll().executeTakeFirstOrThrow()).liftedAt)
  t.match(
    site.mails.find(({ subject }) => subject === 'Your appeal: the decision is changed')?.text,
    /launch petitions again/,
  )
})

t.test('a moderator ends it before its day, once, and who had heard of it is told', async (t) => {
  const { site, maya, address, limit } = await startLimited(t)
  await limit()
  await site.work()

  const page = await site.get(address, maya)
  const answers = await Promise.all([1, 2].map(() => site.submit(`${address}/lifting`, {}, maya)))
  await site.work()

  t.match(page.body, `action="${address}/lifting"`)
  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
  t.match((await site.get(`${address}?done=lifted`, maya)).body, /The campaigner may launch again/)
  t.equal(site.mails.filter(({ subject }) => subject === 'You can launch petitions again').length, 1)
  const entries = await site.db.selectFrom('auditEntries').select('act').orderBy('id').execute()
  t.strictSame(
    entries.map(({ act }) => act),
    ['account-limited', 'limit-lifted'],
  )
  t.equal((await limit()).statusCode, 303, 'and they can be barred anew')
})

t.test('for what is plainly unlawful, only who went on after a warning is barred', async (t) => {
  const { site, maya, address, limit, account } = await startLimited(t)
  const why = { reason: 'hate', note: 'It calls for attacks on the people of one street.' }
  const isBarred = async () => {
    const answer = await limit({ reason: 'hate' })
    if (answer.statusCode === 422) t.match(answer.body, 'they have to be warned first')
    return answer.statusCode === 303
  }
  const refuse = async (address: string, why: Record<string, string>) =>
    t.match(await site.submit(`${address}/refusal`, { ...why, sure: 'on' }, maya), { statusCode: 303 })
  const submitAnother = async () => {
    const at = site.deps.clock.now()
    const { id } = await addPetition(site, { state: 'submitted', submittedAt: at, editedAt: at })
    await site.db.updateTable('petitions').set({ accountId: account.id }).where('id', '=', id).execute()
    return `/desk/petitions/${id}`
  }

  t.notOk(await isBarred(), 'nothing of theirs was unlawful')
  const meanwhile = await submitAnother()
  site.wait(60_000)
  await site.submit(`${address}/hiding`, why, maya)
  t.notOk(await isBarred(), 'the warning has not left')
  await site.work()
  t.match(
    site.mails.find(({ subject }) => subject.startsWith('Your petition is hidden'))?.text,
    /A warning[\s\S]*keep you from\s+launching petitions/i,
  )
  await refuse(meanwhile, why)
  await site.work()
  t.notOk(await isBarred(), 'what they had sent before the warning is not going on')
  site.wait(60_000)
  const later = await submitAnother()
  await refuse(later, { ...why, reason: 'duplicate' })
  await site.work()
  t.notOk(await isBarred(), 'what is refused for another reason is none of it')
  const last = await submitAnother()
  await refuse(last, why)
  t.ok(await isBarred(), 'they went on')
  t.equal(
    await site.db
      .selectFrom('accountLimits')
      .selectAll()
      .execute()
      .then(({ length }) => length),
    1,
  )

  await site.submit(`${address}/lifting`, {}, maya)
  const { id: refusal } = await site.db
    .selectFrom('auditEntries')
    .select('id')
    .where('act', '=', 'petition-refused')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  await site.submit(`/desk/undo/${refusal}`, {}, maya)
  t.notOk(await isBarred(), 'what was taken back does not count')
})
