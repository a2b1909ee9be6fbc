import t from 'tap'
import { addDecisionMaker, addModerator, addPetition, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const SENTENCE = 'Name the person or the office who could decide this.'

async function startDesk(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t)
  const moderator = await addModerator(site)
  return { site, moderator, maya: await signInAs(site, moderator) }
}

async function stateOf({ db }: TestSite, { id }: { id: number }) {
  const row = await db.selectFrom('petitions').select('state').where('id', '=', id).executeTakeFirstOrThrow()
  return row.state
}

function toCampaigner({ mails }: TestSite) {
  return mails.filter(({ to }) => to.startsWith('campaigner'))
}

async function auditOf({ db }: TestSite, { id }: { id: number }) {
  return db
    .selectFrom('auditEntries')
    .select(['act', 'accountId', 'reason', 'note'])
    .where('petitionId', '=', id)
    .orderBy('id')
    .execute()
}

t.test(
  'publishing opens the petition, freezes its text, tells its campaigner and is written down',
  async (t) => {
    const { site, moderator, maya } = await startDesk(t)
    const petition = await addPetition(site, {
      state: 'submitted',
      openedAt: null,
      title: 'Save the <old> library',
    })

    const page = await site.get(`/desk/petitions/${petition.id}`, maya)
    const answer = await site.submit(`/desk/petitions/${petition.id}/publication`, {}, maya)

    t.match(page.body, /Publish this petition/)
    t.equal(answer.statusCode, 303)
    t.equal(answer.headers.location, `/desk/petitions/${petition.id}?done=published`)
    t.match((await site.get(answer.headers.location as string, maya)).body, /The petition is open/)
    t.equal(await stateOf(site, petition), 'open')
    const text = await site.db.selectFrom('petitionTexts').selectAll().executeTakeFirstOrThrow()
    t.match(text, { petitionId: petition.id, version: 1, title: petition.title, body: petition.body })
    t.match(await site.db.selectFrom('petitionCounts').selectAll().executeTakeFirstOrThrow(), {
      confirmed: 0,
    })
    t.strictSame(await auditOf(site, petition), [
      { act: 'petition-published', accountId: moderator.id, reason: null, note: null },
    ])
    t.ok(site.woken.has('decision-maker-notices'))
    t.ok(site.woken.has('milestone-mails'))

    await site.work()
    const mail = site.mails.find(({ subject }) => subject.startsWith('Your petition is open'))
    t.match(mail, {
      to: /campaigner\d+@example.org/,
      subject: 'Your petition is open: “Save the <old> library”',
    })
    t.match(mail?.text, `https://clameur.test/petitions/${petition.slug}?lang=en`)
    t.match(mail?.text, `https://clameur.test/account/petitions/${petition.slug}?lang=en`)
    t.match(mail?.text, /first 50 signatures/i)
    t.match(mail?.html, /Save the &lt;old&gt; library/)
    t.notOk(mail?.headers?.['List-Unsubscribe'], 'an answer to what was asked')
    t.ok(
      site.mails.find(({ to }) => to === 'mayor@city.example'),
      'the decision-maker hears of it',
    )
  },
)

t.test('the letter is in the campaigner’s language', async (t) => {
  const { site, maya } = await startDesk(t)
  const petition = await addPetition(site, { state: 'submitted', openedAt: null })
  await site.db.updateTable('accounts').set({ locale: 'fr' }).where('id', '=', petition.accountId).execute()

  await site.submit(`/desk/petitions/${petition.id}/publication`, {}, maya)
  await site.work()

  const mail = site.mails.find(({ subject }) => subject.startsWith('Votre pétition est ouverte'))
  t.match(mail?.subject, '«\u00a0Save the library\u00a0»')
  t.match(mail?.text, `/petitions/${petition.slug}?lang=fr`)
})

t.test('two moderators who publish at once open it once, and the second hears who was first', async (t) => {
  const { site, maya } = await startDesk(t)
  const ines = await signInAs(
    site,
    await addModerator(site, { email: 'ines@clameur.test', name: 'Inès Roy' }),
  )
  const petition = await addPetition(site, { state: 'submitted', openedAt: null })

  const answers = await Promise.all(
    [maya, ines].map((who) => site.submit(`/desk/petitions/${petition.id}/publication`, {}, who)),
  )

  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
  const second = answers.find(({ statusCode }) => statusCode === 409)!
  t.match(second.body, /Already decided/)
  t.match(second.body, /Petition published: (Maya Okafor|Inès Roy), /)
  t.equal((await auditOf(site, petition)).length, 1)
  await site.work()
  t.equal(site.mails.filter(({ subject }) => subject.startsWith('Your petition is open')).length, 1)
})

t.test('one who publishes and one who refuses at once do not both prevail', async (t) => {
  const { site, maya } = await startDesk(t)
  const petition = await addPetition(site, { state: 'submitted', openedAt: null })

  const answers = await Promise.all([
    site.submit(`/desk/petitions/${petition.id}/publication`, {}, maya),
    site.submit(
      `/desk/petitions/${petition.id}/refusal`,
      { reason: 'hate', note: SENTENCE, sure: 'on' },
      maya,
    ),
  ])

  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
  t.equal((await auditOf(site, petition)).length, 1)
})

t.test('refusing tells why, what can be done next, and cannot be undone', async (t) => {
  const { site, moderator, maya } = await startDesk(t)
  const petition = await addPetition(site, { state: 'submitted', openedAt: null })
  const form = { reason: 'not-addressed', note: SENTENCE, sure: 'on' }

  const answer = await site.submit(`/desk/petitions/${petition.id}/refusal`, form, maya)
  await site.work()

  t.equal(answer.headers.location, `/desk/petitions/${petition.id}?done=refused`)
  t.equal(await stateOf(site, petition), 'rejected')
  t.strictSame(await auditOf(site, petition), [
    { act: 'petition-refused', accountId: moderator.id, reason: 'not-addressed', note: SENTENCE },
  ])
  const [mail] = toCampaigner(site)
  t.equal(mail?.subject, 'Your petition was not published: “Save the library”')
  t.match(mail?.text, 'It asks nobody who could grant it')
  t.match(mail?.text, `> ${SENTENCE}`)
  t.match(mail?.text, 'https://clameur.test/petitions/new?lang=en')
  t.match(mail?.text, 'https://clameur.test/legal?lang=en')
  const page = await site.get(`/desk/petitions/${petition.id}?done=refused`, maya)
  t.match(page.body, /The petition is refused/)
  t.notMatch(page.body, /<button class="button act"/, 'no button to publish it after all')
  t.equal((await site.submit(`/desk/petitions/${petition.id}/publication`, {}, maya)).statusCode, 409)
  t.equal(await stateOf(site, petition), 'rejected')
})

t.test('an incomplete refusal comes back with what was typed and what to correct', async (t) => {
  const { site, maya } = await startDesk(t)
  const petition = await addPetition(site, { state: 'submitted', openedAt: null })
  const refuse = (form: Record<string, string>) =>
    site.submit(`/desk/petitions/${petition.id}/refusal`, form, maya)

  const short = await refuse({ reason: 'hate', note: 'No <b>way</b>.', sure: 'on' })
  const unknown = await refuse({ reason: 'because', note: SENTENCE, sure: 'on' })
  const unsure = await refuse({ reason: 'hate', note: SENTENCE })
  const long = await refuse({ reason: 'hate', note: 'x'.repeat(1_001), sure: 'on' })

  t.equal(short.statusCode, 422)
  t.match(short.body, /<a href="#note">Write at least 20 characters/)
  t.match(short.body, /No &lt;b&gt;way&lt;\/b&gt;\.<\/textarea>/)
  t.match(short.body, /<option value="hate" selected>/)
  t.match(short.body, /name="sure" value="on" checked/)
  t.match(unknown.body, /<a href="#reason">Choose a reason/)
  t.match(unknown.body, new RegExp(`${SENTENCE}</textarea>`))
  t.match(unsure.body, /<a href="#sure">Tick this box/)
  t.match(long.body, /<a href="#note">Shorten it to 1,000 characters/)
  t.equal(await stateOf(site, petition), 'submitted')
  t.strictSame(await auditOf(site, petition), [])
})

t.test(
  'hiding takes a petition of any public state away, and showing brings it back to that state',
  async (t) => {
    const { site, moderator, maya } = await startDesk(t)

    for (const state of ['open', 'closed', 'victory', 'retired'] as const) {
      const petition = await addPetition(site, { state })
      const hiding = { reason: 'personal-data', note: 'It names a pupil and her school: take both out.' }
      const hidden = await site.submit(`/desk/petitions/${petition.id}/hiding`, hiding, maya)

      t.equal(hidden.headers.location, `/desk/petitions/${petition.id}?done=hidden`, state)
      t.equal(await stateOf(site, petition), 'hidden')
      await site.work()
      const [first] = toCampaigner(site)
      t.match(first, { subject: 'Your petition is hidden: “Save the library”' })
      t.match(first?.text, 'It exposes private facts about a person')
      t.match(first?.text, '> It names a pupil and her school: take both out.')

      const shown = await site.submit(`/desk/petitions/${petition.id}/showing`, {}, maya)
      t.equal(shown.headers.location, `/desk/petitions/${petition.id}?done=shown`)
      t.equal(await stateOf(site, petition), state)
      await site.work()
      const [, second] = toCampaigner(site)
      t.match(second, { subject: 'Your petition is visible again: “Save the library”' })
      t.match(second?.text, state === 'open' ? /read and sign it again/ : /Everyone can read it again/)
      site.mails.length = 0
      t.strictSame(
        await auditOf(site, petition),
        [
          { act: 'petition-hidden', accountId: moderator.id, ...hiding },
          { act: 'petition-shown', accountId: moderator.id, reason: null, note: null },
        ].map(({ act, accountId, reason, note }) => ({ act, accountId, reason, note })),
      )
    }
  },
)

t.test('a campaigner is not told of a hiding that was undone before the mail left', async (t) => {
  const { site, maya } = await startDesk(t)
  const petition = await addPetition(site)

  await site.submit(
    `/desk/petitions/${petition.id}/hiding`,
    { reason: 'illegal', law: 'Code pénal, art. 421-2-5', note: SENTENCE },
    maya,
  )
  await site.submit(`/desk/petitions/${petition.id}/showing`, {}, maya)
  await site.work()

  t.strictSame(
    toCampaigner(site).map(({ subject }) => subject),
    ['Your petition is visible again: “Save the library”'],
  )
})

t.test('what does not apply to a petition’s state is refused and changes nothing', async (t) => {
  const { site, maya } = await startDesk(t)
  const hiding = { reason: 'illegal', law: 'Code pénal, art. 421-2-5', note: SENTENCE }
  const refusal = { reason: 'hate', note: SENTENCE, sure: 'on' }
  const acts = { publication: {}, refusal, hiding, showing: {} }
  const wrong = {
    submitted: ['hiding', 'showing'],
    open: ['publication', 'refusal', 'showing'],
    closed: ['publication', 'refusal', 'showing'],
    rejected: ['publication', 'refusal', 'hiding', 'showing'],
    hidden: ['publication', 'refusal', 'hiding'],
  } as const

  for (const [state, refused] of Object.entries(wrong)) {
    const petition = await addPetition(site, {
      state: state as 'open',
      hiddenFrom: state === 'hidden' ? 'open' : null,
    })
    for (const act of refused) {
      const answer = await site.submit(`/desk/petitions/${petition.id}/${act}`, acts[act], maya)
      t.equal(answer.statusCode, 409, `${act} of ${state}`)
    }
    t.equal(await stateOf(site, petition), state)
    t.strictSame(await auditOf(site, petition), [])
  }
})

t.test('a petition whose last day went by while it waited is not opened', async (t) => {
  const { site, maya } = await startDesk(t)
  const petition = await addPetition(site, { state: 'submitted', openedAt: null, closesOn: '2020-01-31' })

  const page = await site.get(`/desk/petitions/${petition.id}`, maya)
  const answer = await site.submit(`/desk/petitions/${petition.id}/publication`, {}, maya)

  t.match(page.body, /Its last day, 31 January 2020, has passed/)
  t.notMatch(page.body, /Publish this petition/)
  t.equal(answer.statusCode, 409)
  t.equal(await stateOf(site, petition), 'submitted')
})

t.test('a draft does not exist for the desk', async (t) => {
  const { site, maya } = await startDesk(t)
  const petition = await addPetition(site, { state: 'draft', openedAt: null, submittedAt: null })

  t.equal((await site.get(`/desk/petitions/${petition.id}`, maya)).statusCode, 404)
  t.equal((await site.submit(`/desk/petitions/${petition.id}/publication`, {}, maya)).statusCode, 404)
  t.equal((await site.get('/desk/petitions/999999', maya)).statusCode, 404)
  t.equal((await site.get('/desk/petitions/1e3', maya)).statusCode, 404)
})

t.test('the petition is shown as it will be read, with all that helps to decide', async (t) => {
  const { site, maya } = await startDesk(t)
  const twin = await addPetition(site, { title: 'SAVE the Library!', ask: 'Keep it open.' })
  const petition = await addPetition(site, {
    state: 'submitted',
    openedAt: null,
    title: 'Save the library!',
    body: '# Why\n\n**Because** <script>alert(1)</script>',
  })
  await addDecisionMaker(site, petition, { email: 'mayor.of.lyon@gmail.com' })

  const { body } = await site.get(`/desk/petitions/${petition.id}`, maya)

  t.match(body, /<h3>Why<\/h3>/)
  t.match(body, /<strong>Because<\/strong> &lt;script&gt;/)
  t.match(body, /<svg[^>]*class="poster"|class="poster"/)
  t.match(body, /mayor@city\.example/)
  t.match(body, /gmail\.com gives addresses to anyone/)
  t.notMatch(body, /city\.example gives addresses/)
  t.match(body, /campaigner\d+@example\.org/)
  t.match(body, new RegExp(`/desk/petitions/${twin.id}"`))
  t.match(body, /same title/)
  t.match(body, /France, postcodes beginning with 69/)
})

t.test('a picture is shown at the desk before it is public', async (t) => {
  const { site, maya } = await startDesk(t)
  const petition = await addPetition(site, { state: 'submitted', openedAt: null })
  const webp = Buffer.from('RIFF....WEBP')
  const picture = await site.db
    .insertInto('pictures')
    .values({ petitionId: petition.id, width: 1200, height: 630, webp, alt: 'The closed door' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await site.db
    .updateTable('petitions')
    .set({ pictureId: picture.id })
    .where('id', '=', petition.id)
    .execute()

  const page = await site.get(`/desk/petitions/${petition.id}`, maya)
  const shown = await site.get(`/desk/petitions/${petition.id}/picture`, maya)

  t.match(page.body, /alt="The closed door"/)
  t.strictSame(shown.rawPayload, webp)
  t.equal(shown.headers['content-type'], 'image/webp')
  t.equal((await site.get(`/desk/petitions/${petition.id}/picture`)).statusCode, 303)
})

t.test('a note for colleagues is kept, and an empty one is not', async (t) => {
  const { site, moderator, maya } = await startDesk(t)
  const petition = await addPetition(site, { state: 'submitted', openedAt: null })

  const empty = await site.submit(`/desk/petitions/${petition.id}/notes`, { remark: ' ' }, maya)
  const added = await site.submit(
    `/desk/petitions/${petition.id}/notes`,
    { remark: 'I asked the town hall.\r\nNo answer <yet>.' },
    maya,
  )

  t.equal(empty.statusCode, 422)
  t.match(empty.body, /<a href="#remark">Write the note first/)
  t.equal(added.statusCode, 303)
  t.strictSame(await auditOf(site, petition), [
    { act: 'note', accountId: moderator.id, reason: null, note: 'I asked the town hall.\nNo answer <yet>.' },
  ])
  const { body } = await site.get(`/desk/petitions/${petition.id}`, maya)
  t.match(body, /I asked the town hall\.<br>No answer &lt;yet&gt;\./)
  t.match(body, /Maya Okafor/)
})
