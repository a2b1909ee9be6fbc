import { sql } from 'kysely'
import t from 'tap'
import { pauseMailing, resumeMailing, walkDueMailings } from '../../src/updates/mailings.js'
import { publishUpdate } from '../../src/updates/publish.js'
import { addConfirmedSignatures, addPetition, addReply } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const NEWS = { title: 'We met the mayor', body: 'She **listened**.\n\n- Wednesdays are back on the table' }

function mailingOf(site: TestSite, petitionId: number) {
  return site.db
    .selectFrom('mailings')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .executeTakeFirstOrThrow()
}

/** Makes the database fail once a mailing has queued this many, as a process killed there would. */
async function breakAfter(site: TestSite, queued: number) {
  await sql`
    create function break_mailing() returns trigger language plpgsql as $$
    begin raise exception 'killed'; end $$`.execute(site.db)
  await sql`
    create trigger break_mailing before update on mailings for each row
    when (old.queued >= ${sql.lit(queued)}) execute function break_mailing()`.execute(site.db)
  return () => sql`drop trigger break_mailing on mailings`.execute(site.db)
}

/** Decision-makers are written to as well; these are the letters to the factory's signers. */
const letters = (site: TestSite) => site.mails.filter(({ to }) => to.endsWith('@example.net'))

t.test('news reaches every signer who asked for it, and nobody else', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { title: 'Save the library' })
  await addConfirmedSignatures(site, petition, 3, { updates: true })
  await addConfirmedSignatures(site, petition, 4, { updates: false, from: 4 })

  t.equal(await publishUpdate(site.deps, petition, NEWS), 'published')
  t.ok(site.woken.has('updates'))
  await site.work()

  const sent = site.mails.filter(({ subject }) => subject === 'We met the mayor')
  t.strictSame(sent.map(({ to }) => to).sort(), [
    'signer1@example.net',
    'signer2@example.net',
    'signer3@example.net',
  ])
  const [mail] = sent
  t.match(mail, {
    headers: {
      'List-Unsubscribe': /^<https:\/\/clameur\.test\/unsubscribe\/u[\w.-]+>$/,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  })
  t.match(mail!.text, 'Nour Haddad writes:')
  t.match(mail!.text, /She listened\.\n\n- Wednesdays are back on the table/)
  t.match(mail!.text, `https://clameur.test/petitions/${petition.slug}?lang=en`)
  t.match(mail!.text, /https:\/\/clameur\.test\/signatures\/s[\w.-]+\?lang=en/)
  t.match(await mailingOf(site, petition.id), { state: 'done', queued: 3 })
})

t.test('a mailing killed after its first batch goes on there: no one twice, no one missed', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await addConfirmedSignatures(site, petition, 1_200, { updates: true })
  await publishUpdate(site.deps, petition, NEWS)

  const mend = await breakAfter(site, 500)
  await t.rejects(walkDueMailings(site.deps))
  t.match(await mailingOf(site, petition.id), { state: 'due', queued: 500 })
  await mend()
  await site.work()

  const readers = site.mails.filter(({ subject }) => subject === NEWS.title).map(({ to }) => to)
  t.equal(readers.length, 1_200)
  t.equal(new Set(readers).size, 1_200)
  t.match(await mailingOf(site, petition.id), { state: 'done', queued: 1_200 })
})

t.test('workers that walk at the same time write each mail once', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await addConfirmedSignatures(site, petition, 1_200, { updates: true })
  await publishUpdate(site.deps, petition, NEWS)

  await Promise.all([walkDueMailings(site.deps), walkDueMailings(site.deps), walkDueMailings(site.deps)])
  await walkDueMailings(site.deps)

  const { mails, signers } = await site.db
    .selectFrom('mails')
    .select(({ fn }) => [
      fn.countAll<number>().as('mails'),
      fn.count<number>('signatureId').distinct().as('signers'),
    ])
    .where('kind', '=', 'update')
    .executeTakeFirstOrThrow()
  t.strictSame({ mails, signers }, { mails: 1_200, signers: 1_200 })
})

t.test('a held mailing sends nothing, and goes on when it is let go', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await addConfirmedSignatures(site, petition, 3, { updates: true })
  await publishUpdate(site.deps, petition, NEWS)
  await walkDueMailings(site.deps)
  const mailing = await mailingOf(site, petition.id)

  t.equal(await pauseMailing(site.deps, mailing), true)
  t.equal(await pauseMailing(site.deps, mailing), false)
  await site.work()
  t.equal(letters(site).length, 0)

  t.equal(await resumeMailing(site.deps, mailing), true)
  t.equal(await resumeMailing(site.deps, mailing), false)
  await site.work()
  t.equal(letters(site).length, 3)
  t.equal(await pauseMailing(site.deps, mailing), false)
})

t.test('who withdrew or stopped the news after the walk gets no letter', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const [withdrawn, stopped] = await addConfirmedSignatures(site, petition, 3, { updates: true })
  await publishUpdate(site.deps, petition, NEWS)
  await walkDueMailings(site.deps)

  await site.db.updateTable('signatures').set({ state: 'withdrawn' }).where('id', '=', withdrawn!).execute()
  await site.db.updateTable('signatures').set({ updates: false }).where('id', '=', stopped!).execute()
  await site.work()

  t.strictSame(
    letters(site).map(({ to }) => to),
    ['signer3@example.net'],
  )
})

t.test('a hidden petition sends no news, and can publish none', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await addConfirmedSignatures(site, petition, 2, { updates: true })
  await publishUpdate(site.deps, petition, NEWS)

  await site.db.updateTable('petitions').set({ state: 'hidden' }).where('id', '=', petition.id).execute()
  await site.work()

  t.equal(letters(site).length, 0)
  t.equal(await publishUpdate(site.deps, petition, { ...NEWS, title: 'More' }), 'not-public')
})

t.test('the same news sent twice at once is published once', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)

  const outcomes = await Promise.all([
    publishUpdate(site.deps, petition, NEWS),
    publishUpdate(site.deps, petition, NEWS),
  ])

  t.strictSame(outcomes.sort(), ['published', 'published-before'])
  site.wait(2 * 3_600_000)
  t.equal(await publishUpdate(site.deps, petition, NEWS), 'published')
})

t.test('a published reply is mailed to the signers in their language, in full', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { title: 'Un bus de nuit' })
  await addConfirmedSignatures(site, petition, 1, { updates: true, locale: 'fr' })
  const reply = await addReply(site, petition, {
    state: 'published',
    body: 'Nous l’essaierons en **janvier**.\n\n1. Ligne A\n2. Ligne B',
    signedBy: 'Le cabinet',
  })

  await site.db
    .insertInto('mailings')
    .values({ petitionId: petition.id, kind: 'reply', replyId: reply.id })
    .execute()
  await site.work()

  const [mail] = letters(site)
  t.match(mail!.subject, /^Claire Fontanel a répondu à «\sUn bus de nuit\s»$/)
  t.match(mail!.text, 'de Claire Fontanel, Mayor, City of Lyon')
  t.match(mail!.text, '> Nous l’essaierons en janvier.')
  t.match(mail!.text, '> - Ligne B')
  t.match(mail!.text, '> Le cabinet')
  t.match(mail!.html, 'Un modérateur a vérifié que cette réponse vient bien de l’institution.')
})
