import t from 'tap'
import type { Petition } from '../../src/database/tables.js'
import { readToken } from '../../src/keys/links.js'
import { addModerator, addPetition, addReply, signInAs } from '../support/factories.js'
import { startSite } from '../support/site.js'

async function startDesk(t: Parameters<typeof startSite>[0], values: Partial<Petition> = {}) {
  const site = await startSite(t)
  const moderator = await addModerator(site)
  const petition = await addPetition(site, values)
  const reply = await addReply(site, petition)
  const stateOf = async () =>
    (await site.db.selectFrom('replies').select('state').where('id', '=', reply.id).executeTakeFirstOrThrow())
      .state
  return { site, moderator, petition, reply, stateOf, maya: await signInAs(site, moderator) }
}

t.test('the page says where the reply comes from', async (t) => {
  const { site, maya, reply, petition } = await startDesk(t)

  const { body } = await site.get(`/desk/replies/${reply.id}`, maya)

  t.match(body, /We will keep the library open on Wednesdays/)
  t.match(body, /mayor@city\.example/)
  t.match(body, /Claire Fontanel, Mayor/)
  t.match(body, `/desk/petitions/${petition.id}"`)
  t.equal((await site.get('/desk/replies/999999', maya)).statusCode, 404)
  t.equal((await site.get('/desk/replies/nobody', maya)).statusCode, 404)
})

t.test(
  'publishing a reply tells the campaigner and the decision-maker, and makes the news due',
  async (t) => {
    const { site, moderator, maya, petition, reply, stateOf } = await startDesk(t)

    const answer = await site.submit(`/desk/replies/${reply.id}/publication`, {}, maya)

    t.equal(answer.headers.location, `/desk/replies/${reply.id}?done=reply-published`)
    t.equal(await stateOf(), 'published')
    t.match(await site.db.selectFrom('mailings').selectAll().execute(), [
      { petitionId: petition.id, kind: 'reply', replyId: reply.id, updateId: null },
    ])
    t.match(await site.db.selectFrom('auditEntries').selectAll().execute(), [
      { act: 'reply-published', accountId: moderator.id, petitionId: petition.id, replyId: reply.id },
    ])
    for (const queue of ['updates', 'milestone-mails', 'decision-maker-notices'] as const)
      t.ok(site.woken.has(queue), queue)
    t.match((await site.get(answer.headers.location as string, maya)).body, /The reply is published/)

    await site.work()
    const campaigner = site.mails.find(({ subject }) => subject.includes('has answered'))
    t.match(campaigner, {
      to: /campaigner\d+@example.org/,
      subject: 'Claire Fontanel has answered “Save the library”',
    })
    t.match(campaigner?.text, '> We will keep the library open')
    t.match(campaigner?.text, `https://clameur.test/petitions/${petition.slug}?lang=en`)
    const stop = /^<https:\/\/clameur\.test\/unsubscribe\/(.+)>$/.exec(
      campaigner?.headers?.['List-Unsubscribe'] ?? '',
    )![1]!
    t.match(await readToken(site.deps, 'campaigner-unsubscribe', stop), { petitionId: petition.id })

    const recipient = site.mails.find(({ subject }) => subject.startsWith('Your answer is published'))
    t.match(recipient, { to: 'mayor@city.example', subject: 'Your answer is published: “Save the library”' })
    const page = /https:\/\/clameur\.test\/dossiers\/([^?\s]+)/.exec(recipient?.text ?? '')![1]!
    t.match(await readToken(site.deps, 'decision-maker', page), { subjectId: reply.decisionMakerId })
    const silence = /^<https:\/\/clameur\.test\/unsubscribe\/(.+)>$/.exec(
      recipient?.headers?.['List-Unsubscribe'] ?? '',
    )![1]!
    t.match(await readToken(site.deps, 'decision-maker-unsubscribe', silence), {
      subjectId: reply.decisionMakerId,
    })
  },
)

t.test('a campaigner who stopped these mails gets none', async (t) => {
  const { site, maya, reply } = await startDesk(t, { campaignerMails: false })

  await site.submit(`/desk/replies/${reply.id}/publication`, {}, maya)
  await site.work()

  t.notOk(site.mails.find(({ subject }) => subject.includes('has answered')))
  t.ok(site.mails.find(({ subject }) => subject.startsWith('Your answer is published')))
})

t.test('a decision-maker who objected since is not written to', async (t) => {
  const { site, maya, reply } = await startDesk(t)
  await site.db.updateTable('decisionMakers').set({ state: 'objected' }).execute()

  await site.submit(`/desk/replies/${reply.id}/publication`, {}, maya)
  await site.work()

  t.notOk(site.mails.find(({ to }) => to === 'mayor@city.example'))
})

t.test('two moderators who decide at once decide once', async (t) => {
  const { site, maya, reply } = await startDesk(t)
  const note = 'It was sent from a private mailbox: please use the town hall’s.'

  const answers = await Promise.all([
    site.submit(`/desk/replies/${reply.id}/publication`, {}, maya),
    site.submit(`/desk/replies/${reply.id}/publication`, {}, maya),
    site.submit(`/desk/replies/${reply.id}/refusal`, { reason: 'impersonation', note }, maya),
  ])

  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [303, 409, 409])
  t.match(
    answers.find(({ statusCode }) => statusCode === 409)?.body,
    /Already decided[\s\S]*Reply (published|refused): Maya Okafor/,
  )
  t.equal((await site.db.selectFrom('auditEntries').selectAll().execute()).length, 1)
})

t.test('refusing a reply tells the decision-maker alone why', async (t) => {
  const { site, moderator, maya, reply, stateOf } = await startDesk(t)
  const note = 'It was sent from a private mailbox: please use the town hall’s.'

  const short = await site.submit(`/desk/replies/${reply.id}/refusal`, { note: 'Not <you>' }, maya)
  t.equal(await stateOf(), 'submitted')
  const answer = await site.submit(
    `/desk/replies/${reply.id}/refusal`,
    { reason: 'impersonation', note },
    maya,
  )
  await site.work()

  t.equal(short.statusCode, 422)
  t.match(short.body, /<a href="#reason">Choose a reason[\s\S]*<a href="#note">Write at least 20 characters/)
  t.match(short.body, /Not &lt;you&gt;<\/textarea>/)
  t.equal(answer.headers.location, `/desk/replies/${reply.id}?done=reply-refused`)
  t.equal(await stateOf(), 'refused')
  t.match(await site.db.selectFrom('auditEntries').selectAll().execute(), [
    { act: 'reply-refused', accountId: moderator.id, replyId: reply.id, reason: 'impersonation', note },
  ])
  t.strictSame(await site.db.selectFrom('mailings').selectAll().execute(), [])
  const told = site.mails.filter(({ text }) => text.includes(note))
  t.strictSame(
    told.map(({ to }) => to),
    ['mayor@city.example'],
  )
  t.equal(told[0]?.subject, 'Your answer was not published: “Save the library”')
  t.match(told[0]?.text, /https:\/\/clameur\.test\/dossiers\//)
})

t.test('a reply to a hidden petition waits until it is shown again', async (t) => {
  const { site, maya, reply, stateOf } = await startDesk(t, { state: 'hidden', hiddenFrom: 'open' })

  const answer = await site.submit(`/desk/replies/${reply.id}/publication`, {}, maya)

  t.equal(answer.statusCode, 409)
  t.match(answer.body, /once it is shown again/)
  t.notMatch(answer.body, /Publish this reply/)
  t.equal(await stateOf(), 'submitted')
  t.strictSame(await site.db.selectFrom('mailings').selectAll().execute(), [])
})

t.test('colleagues see who is at a reply, and what was noted about it', async (t) => {
  const { site, maya, reply } = await startDesk(t)
  const ines = await signInAs(
    site,
    await addModerator(site, { email: 'ines@clameur.test', name: 'Inès Roy' }),
  )
  const address = `/desk/replies/${reply.id}`

  await site.submit(`${address}/lock`, { act: 'take' }, ines)
  t.match((await site.get(address, maya)).body, /Inès Roy/)
  t.equal((await site.submit(`${address}/notes`, { remark: '' }, ines)).statusCode, 422)
  await site.submit(`${address}/notes`, { remark: 'The town hall says that it is theirs.' }, ines)
  t.match((await site.get(address, maya)).body, 'The town hall says that it is theirs.')
  await site.submit(`${address}/lock`, { act: 'leave' }, maya)
  t.match((await site.get(address, maya)).body, /Inès Roy/, 'nobody lets go of what a colleague holds')
})
