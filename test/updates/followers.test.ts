/** Signers who asked to hear of a campaigner's other petitions, and everyone who did not. */

import t from 'tap'
import { tellFollowers, walkFollowers } from '../../src/updates/followers.js'
import { linkIn, mailsTo, sign, signAndConfirm } from '../signatures/support.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const FOLLOW = { campaigner_news: 'on' }

/** Two petitions of one campaigner with their signers, and a third one that waits for its publication. */
async function furnish(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t, { DECISION_DELAY: '0' })
  const first = await addPetition(site, { title: 'Save the library' })
  const { accountId } = first
  const second = await addPetition(site, { title: 'Open the pool', accountId })
  const next = await addPetition(site, {
    title: 'Plant the trees',
    accountId,
    state: 'submitted',
    openedAt: null,
  })
  const account = { id: accountId! }
  const moderator = await signInAs(site, await addModerator(site))
  const publish = async () => {
    t.equal((await site.submit(`/desk/petitions/${next.id}/publication`, {}, moderator)).statusCode, 303)
    await site.work()
  }
  const write = async (slug: string, title: string) => {
    const campaigner = await signInAs(site, account)
    const news = { title, body: 'We planted ten.', act: 'publish' }
    t.equal((await site.submit(`/account/petitions/${slug}/updates`, news, campaigner)).statusCode, 303)
    await site.work()
  }
  return { site, first, second, next, publish, write }
}

const about = (site: TestSite, email: string, words: RegExp) =>
  mailsTo(site, email).filter(({ subject }) => words.test(subject))

t.test('who asked for it hears once when another petition opens', async (t) => {
  const { site, first, second, publish } = await furnish(t)
  for (const { slug } of [first, second])
    await signAndConfirm(site, slug, {
      email: slug === first.slug ? 'both@example.com' : 'BOTH@example.com',
      ...FOLLOW,
    })
  await signAndConfirm(site, second.slug, { email: 'one@example.com', ...FOLLOW })
  await signAndConfirm(site, second.slug, { email: 'one@example.com', name: 'Bob King', ...FOLLOW })
  await signAndConfirm(site, first.slug, { email: 'news@example.com', updates: 'on' })
  await sign(site, first.slug, { email: 'pending@example.com', ...FOLLOW })
  const gone = await signAndConfirm(site, first.slug, { email: 'gone@example.com', ...FOLLOW })
  await site.submit(`${gone}/withdrawal`)
  const elsewhere = await addPetition(site)
  await signAndConfirm(site, elsewhere.slug, { email: 'elsewhere@example.com', ...FOLLOW })
  t.equal(about(site, 'one@example.com', /Plant/).length, 0)

  await publish()

  const words = /Plant the trees/
  for (const email of ['both@example.com', 'one@example.com'])
    t.equal(about(site, email, words).length, 1, email)
  for (const email of ['news', 'pending', 'gone', 'elsewhere'])
    t.equal(about(site, `${email}@example.com`, words).length, 0, email)
  const mail = about(site, 'one@example.com', words)[0]!
  t.match(mail.text, /you signed “Open the pool” and asked to hear of other petitions/)
  t.equal((await site.get(linkIn(mail))).statusCode, 200)
  t.strictSame(
    await site.db.selectFrom('mailingRecipients').selectAll().execute(),
    [],
    'nobody is remembered',
  )
})

t.test('news reaches followers, but not those who signed the petition it is about', async (t) => {
  const { site, first, second, write } = await furnish(t)
  await signAndConfirm(site, first.slug, { email: 'follower@example.com', ...FOLLOW })
  await signAndConfirm(site, first.slug, { email: 'both@example.com', ...FOLLOW })
  await signAndConfirm(site, second.slug, { email: 'both@example.com', updates: 'on' })
  await signAndConfirm(site, first.slug, { email: 'quiet@example.com', ...FOLLOW })
  await signAndConfirm(site, second.slug, { email: 'quiet@example.com' })

  await write(second.slug, 'Ten trees')

  t.equal(about(site, 'follower@example.com', /Ten trees/).length, 1)
  t.match(about(site, 'follower@example.com', /Ten trees/)[0]!.text, /another petition, “Open the pool”/)
  t.equal(about(site, 'both@example.com', /Ten trees/).length, 1, 'as a signer, and once')
  t.equal(about(site, 'quiet@example.com', /Ten trees/).length, 0)
})

t.test('one click ends exactly these mails, and can be taken back', async (t) => {
  const { site, first, second, write } = await furnish(t)
  await signAndConfirm(site, first.slug, { updates: 'on', ...FOLLOW })
  await write(second.slug, 'Ten trees')
  const mail = about(site, 'ada@example.com', /Ten trees/)[0]!
  const stop = new URL(
    /https?:\/\/\S+\/unsubscribe\/[^\s>]+/.exec(JSON.stringify(mail))![0].replace(/[\\">].*/, ''),
  ).pathname

  t.match((await site.get(stop)).body, /Stop the mails about other petitions\?/)
  t.equal((await site.submit(stop, { 'List-Unsubscribe': 'One-Click' })).statusCode, 200)
  const choices = () =>
    site.db.selectFrom('signatures').select(['state', 'updates', 'campaignerNews']).executeTakeFirstOrThrow()
  t.strictSame(await choices(), { state: 'confirmed', updates: true, campaignerNews: false })
  await write(second.slug, 'Twenty trees')
  t.equal(about(site, 'ada@example.com', /Twenty trees/).length, 0)

  await site.submit(`${stop}/undo`)
  t.strictSame(await choices(), { state: 'confirmed', updates: true, campaignerNews: true })
  const acts = await site.db.selectFrom('consentActs').select(['given', 'withdrawn']).orderBy('id').execute()
  t.strictSame(acts[1]!.withdrawn, acts[2]!.given)
  t.equal(acts.length, 3)
})

t.test(
  'a mailing goes through every petition in batches, and a consent ended meanwhile is heeded',
  async (t) => {
    const { site, first, second, next, publish } = await furnish(t)
    for (const { id } of [first, second])
      for (let number = 0; number < 3; number++)
        await signAndConfirm(site, id === first.id ? first.slug : second.slug, {
          email: `person${number}.${id}@example.com`,
          ...FOLLOW,
        })
    site.refuseMail = ({ subject }) => (/Plant/.test(subject) ? new Error('away') : undefined)
    await publish().catch(() => {})
    site.refuseMail = undefined
    await site.db
      .updateTable('signatures')
      .set({ campaignerNews: false })
      .where('petitionId', '=', first.id)
      .execute()
    site.wait(86_400_000)
    await site.work()

    const told = site.mails.filter(({ subject }) => /Plant the trees/.test(subject)).map(({ to }) => to)
    const followers = told.filter((to) => to.startsWith('person'))
    t.strictSame(
      followers.sort(),
      [0, 1, 2].map((number) => `person${number}.${second.id}@example.com`),
    )
    const mailing = await site.db
      .selectFrom('mailings')
      .selectAll()
      .where('petitionId', '=', next.id)
      .executeTakeFirstOrThrow()
    t.match(mailing, { kind: 'others-opened', state: 'done', queued: 6 })
  },
)

t.test(
  'a walk that is stopped after every few people leaves nobody out and reaches nobody twice',
  async (t) => {
    const { site, first, second, next } = await furnish(t)
    const emails = Array.from({ length: 5 }, (_, number) => `person${number}@example.com`)
    for (const { slug } of [first, second])
      for (const email of emails) await signAndConfirm(site, slug, { email, ...FOLLOW })
    await signAndConfirm(site, second.slug, { email: 'last@example.com', ...FOLLOW })
    const at = site.deps.clock.now()
    const about = { kind: 'others-opened' as const, updateId: null, at }
    await site.db.transaction().execute((trx) => tellFollowers(trx, next, about))
    // Opened, taken back, and opened again.
    await site.db.transaction().execute((trx) => tellFollowers(trx, next, about))

    const mailing = () => site.db.selectFrom('mailings').selectAll().executeTakeFirstOrThrow()
    for (let steps = 0; (await mailing()).state === 'due'; steps++) {
      if (steps > 20) throw new Error('It does not come to an end')
      const now = await mailing()
      await site.db.transaction().execute((trx) => walkFollowers(site.deps, trx, now, 2))
    }

    const mails = await site.db.selectFrom('mails').selectAll().where('kind', '=', 'others-opened').execute()
    t.equal(mails.length, 6)
    t.equal((await mailing()).queued, 6)
  },
)
