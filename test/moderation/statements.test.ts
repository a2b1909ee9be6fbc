/** What the law wants whoever is restricted to be told (EU Digital Services Act, Article 17), whatever is restricted. */

import t from 'tap'
import { LIMIT_REASONS } from '../../src/accounts/limits.js'
import type { Locale } from '../../src/database/tables.js'
import { needsWarning } from '../../src/moderation/warning.js'
import { report } from '../reports/support.js'
import { addConfirmed } from '../support/confirmed.js'
import { addModerator, addPetition, addReply, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const FACTS = 'The third paragraph gives the home address of a teacher.'
const LAW = 'RGPD, article 6'

const OWED: Record<Locale, Record<string, RegExp>> = {
  en: {
    'what is restricted': /What is restricted/i,
    'how far, and where':
      /How far[\s\S]{0,80}?(any|every|every page of this site, in every) country|in any country|of any country|in every country|from any country/i,
    'for how long': /For how long[:\s]+\S/i,
    'the ground': /On what ground[:\s]+\S/i,
    'how it was found': /How we learned of it[:\s]+(Somebody reported it|A moderator read it)/i,
    'that a person decided': /A person\. No automated means found it or decided about it/,
    'how it is contested here, and by whom':
      /within six months, free of charge[\s\S]*somebody else than who took it/,
    'the bodies outside the courts': /Out of court: a certified[\s\S]*dsa-out-court-dispute-settlement/,
    'the courts': /In court: /,
    'where it is contested': /https:\/\/clameur\.test\/appeals\//,
  },
  fr: {
    'what is restricted': /Ce qui est restreint/i,
    'how far, and where': /aucun pays|tous les pays/,
    'for how long': /Pour combien de temps[ :\s]+\S/i,
    'the ground': /Pour quel motif[ :\s]+\S/i,
    'how it was found':
      /Comment nous l’avons appris[ :\s]+(Quelqu’un l’a signalé|Une personne qui modère l’a lu)/i,
    'that a person decided': /Une personne\. Aucun moyen automatique/,
    'how it is contested here, and by whom':
      /pendant six mois, gratuitement[\s\S]*une autre personne que celle/,
    'the bodies outside the courts': /règlement extrajudiciaire[\s\S]*dsa-out-court-dispute-settlement/,
    'the courts': /Au tribunal\s: /,
    'where it is contested': /https:\/\/clameur\.test\/appeals\//,
  },
}

interface Desk {
  site: TestSite
  maya: { cookie: string }
  locale: Locale
}

async function startDesk(t: Parameters<typeof startSite>[0], locale: Locale): Promise<Desk> {
  const site = await startSite(t)
  return { site, maya: await signInAs(site, await addModerator(site)), locale }
}

/** A petition whose campaigner, signer and decision-maker read this language. */
async function petitionIn({ site, locale }: Desk, more = {}) {
  const petition = await addPetition(site, { locale, ...more })
  await site.db.updateTable('accounts').set({ locale }).where('id', '=', petition.accountId).execute()
  return petition
}

async function reasonOf(desk: Desk, petition: Awaited<ReturnType<typeof petitionIn>>) {
  const { site, locale } = desk
  await addConfirmed(site, petition, [{ name: 'Karl Brandt', shownName: 'Karl', comment: 'Burn it.' }])
  await site.db.updateTable('signatures').set({ locale }).execute()
  const { id } = await site.db
    .selectFrom('signatures')
    .select('id')
    .where('petitionId', '=', petition.id)
    .executeTakeFirstOrThrow()
  return String(id)
}

/** Each does one restriction, with the ground and the law that it is given. */
const RESTRICTIONS: Record<
  string,
  (desk: Desk, why: { reason: string; law: string }) => ReturnType<TestSite['submit']>
> = {
  'a petition is refused': async (desk, why) => {
    const { id } = await petitionIn(desk, { state: 'submitted', openedAt: null })
    return desk.site.submit(`/desk/petitions/${id}/refusal`, { ...why, note: FACTS, sure: 'on' }, desk.maya)
  },
  'a petition is hidden': async (desk, why) => {
    const { id } = await petitionIn(desk)
    return desk.site.submit(`/desk/petitions/${id}/hiding`, { ...why, note: FACTS }, desk.maya)
  },
  'a reported petition is hidden': async (desk, why) => {
    const { id } = await report(desk.site, await petitionIn(desk))
    return desk.site.submit(`/desk/reports/${id}/hiding`, { ...why, note: FACTS }, desk.maya)
  },
  'a signer’s reason is removed': async (desk, why) => {
    const petition = await petitionIn(desk)
    const { id } = await report(desk.site, petition, { reason: await reasonOf(desk, petition) })
    return desk.site.submit(`/desk/reports/${id}/removal`, { ...why, note: FACTS }, desk.maya)
  },
  'an update is removed': async (desk, why) => {
    const petition = await petitionIn(desk)
    const { id: update } = await desk.site.db
      .insertInto('updates')
      .values({ petitionId: petition.id, title: 'A bad week', body: 'They are all thieves.' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id } = await report(desk.site, petition, { update: String(update) })
    return desk.site.submit(`/desk/reports/${id}/removal`, { ...why, note: FACTS }, desk.maya)
  },
  'a decision-maker’s answer is refused': async (desk, why) => {
    const reply = await addReply(desk.site, await petitionIn(desk))
    await desk.site.db.updateTable('decisionMakers').set({ locale: desk.locale }).execute()
    return desk.site.submit(`/desk/replies/${reply.id}/refusal`, { ...why, note: FACTS }, desk.maya)
  },
}

for (const locale of ['en', 'fr'] as const)
  t.test(`whatever is restricted, the letter states everything that is owed, in ${locale}`, async (t) => {
    const desk = await startDesk(t, locale)
    const { site } = desk

    for (const [what, restrict] of Object.entries(RESTRICTIONS)) {
      const before = site.mails.length
      const lawless = await restrict(desk, { reason: 'illegal', law: '' })
      const answer = await restrict(desk, { reason: 'personal-data', law: '' })
      await site.work()

      t.equal(lawless.statusCode, 422, `${what}: that it is illegal is not said without the law`)
      t.equal(answer.statusCode, 303, what)
      const owed = OWED[locale]
      const letters = site.mails.slice(before).filter(({ text }) => owed['what is restricted']!.test(text))
      t.equal(letters.length, 1, `${what}: one letter, to whoever is restricted`)
      const { text, html } = letters[0]!
      t.match(text, FACTS, `${what}: the facts`)
      t.match(
        text,
        /(Rule|règle) R7 .*https:\/\/clameur\.test\/terms\S*#personal-data/s,
        `${what}: the clause`,
      )
      for (const [one, pattern] of Object.entries(owed)) t.match(text, pattern, `${what}: ${one}`)
      t.match(html, FACTS)
      t.notMatch(text, 'Ines Zerbib', `${what}: never who reported it`)
    }
  })

t.test('the law that a decision stands on is told, logged, and shown to whoever contests it', async (t) => {
  const desk = await startDesk(t, 'en')
  const { site, maya } = desk

  await RESTRICTIONS['a signer’s reason is removed']!(desk, { reason: 'personal-data', law: LAW })
  await site.work()

  const letter = site.mails.find(({ subject }) => subject.startsWith('Your reason was removed'))
  t.match(letter?.text, /In law: RGPD, article 6\. Rule R7 of this site excludes it too/)
  t.match((await site.get('/desk/log', maya)).body, LAW)
  const path = /https:\/\/clameur\.test(\/appeals\/[^\s?]+)/.exec(letter?.text ?? '')?.[1]
  t.match((await site.get(path!)).body, LAW)
})

t.test('whatever an account is limited for, the letter names the clause of the terms', async (t) => {
  const desk = await startDesk(t, 'en')
  const { site, maya } = desk
  const terms = (await site.get('/terms')).body

  for (const reason of LIMIT_REASONS) {
    const id = needsWarning(reason) ? await goOnAfterWarning(desk, reason) : (await petitionIn(desk)).id
    const before = site.mails.length
    await site.submit(`/desk/petitions/${id}/limit`, { reason, days: '30', note: FACTS }, maya)
    await site.work()

    const letter = site.mails
      .slice(before)
      .find(({ subject }) => /^You cannot launch petitions/.test(subject))
    for (const [owed, pattern] of Object.entries(OWED.en))
      t.match(letter?.text, pattern, `${reason}: ${owed}`)
    const clause = /Rule R\d+ of this site: https:\/\/clameur\.test\/terms[^\s#]*#([a-z-]+)/.exec(
      letter!.text,
    )
    t.equal(clause?.[1], reason)
    t.match(terms, `id="${reason}"`, 'which the terms have')
  }
})

/** @returns the second petition of one campaigner that is hidden on this ground. */
async function goOnAfterWarning(desk: Desk, reason: string): Promise<number> {
  const { site, maya } = desk
  const first = await petitionIn(desk)
  await site.submit(`/desk/petitions/${first.id}/hiding`, { reason, note: FACTS, law: LAW }, maya)
  await site.work()
  site.wait(60_000)
  const at = site.deps.clock.now()
  const second = await petitionIn(desk, { submittedAt: at, editedAt: at })
  await site.db
    .updateTable('petitions')
    .set({ accountId: first.accountId })
    .where('id', '=', second.id)
    .execute()
  await site.submit(`/desk/petitions/${second.id}/hiding`, { reason, note: FACTS, law: LAW }, maya)
  await site.work()
  return second.id
}
