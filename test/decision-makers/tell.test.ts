import t from 'tap'
import { tellDecisionMakersLater } from '../../src/decision-makers/tell.js'
import { handlersFor } from '../../src/worker.js'
import { addConfirmed, reachMilestone } from '../support/confirmed.js'
import { addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const DAY = 86_400_000

const toMayor = (site: TestSite) => site.mails.filter((mail) => mail.to === 'mayor@city.example')

/** The workers of this feature alone. */
async function tell(site: TestSite) {
  await handlersFor(site.deps)['decision-maker-notices']()
}

const people = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `Signer ${index}` }))

async function setRhythm(site: TestSite, rhythm: 'threshold' | 'weekly' | 'monthly' | 'closing' | 'none') {
  await site.db.updateTable('decisionMakers').set({ rhythm }).execute()
}

t.test('a decision-maker is told once when the petition opens', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)

  await tell(site)
  await tell(site)

  t.equal(toMayor(site).length, 1)
  const mail = toMayor(site)[0]!
  t.match(mail.subject, /A petition is addressed to you: Save the library/)
  t.match(mail.text, petition.ask)
  t.match(mail.text, /https:\/\/clameur\.test\/dossiers\/d[\w.-]+\?lang=en/)
  t.match(mail.headers, { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
  t.match(mail.headers!['List-Unsubscribe'], /^<https:\/\/clameur\.test\/unsubscribe\/n/)
})

t.test('workers who look at the same time tell once', async (t) => {
  const site = await startSite(t)
  await addPetition(site)

  await Promise.all([1, 2, 3, 4].map(() => tellDecisionMakersLater(site.deps)))
  await tell(site)

  t.equal(toMayor(site).length, 1)
})

t.test('nobody is told of a petition that is not open', async (t) => {
  const site = await startSite(t)
  for (const state of ['draft', 'submitted', 'rejected', 'hidden'] as const)
    await addPetition(site, { state })

  await tell(site)

  t.equal(toMayor(site).length, 0)
})

t.test('the notice says in both languages what Article 14 of the GDPR asks for', async (t) => {
  const site = await startSite(t)
  await addPetition(site)
  await tell(site)
  await addPetition(site)
  await site.db.updateTable('decisionMakers').set({ locale: 'fr' }).where('toldAt', 'is', null).execute()
  await tell(site)

  const [english, french] = toMayor(site)
  for (const said of [
    /GDPR/,
    /Article 6\(1\)\(f\)/,
    /Nour Haddad, who started the petition/,
    /public source of your institution/,
    /How long/,
    /objection at any time/,
    /CNIL/,
    /It is not me: tell us: https:\/\/clameur\.test\/dossiers\/[\w.-]+\/disclaimer/,
    /Object to the use of your data: https:\/\/clameur\.test\/dossiers\/[\w.-]+\/objection/,
    /Choose how often we write: https:/,
  ])
    t.match(english!.text, said)
  for (const said of [
    /RGPD/,
    /article 6, paragraphe 1, point f/,
    /de Nour Haddad, à l’origine de la pétition/,
    /source publique de votre institution/,
    /Combien de temps/,
    /opposition à tout moment/,
    /CNIL/,
    /Ce n’est pas moi/,
  ])
    t.match(french!.text, said)
})

t.test('a threshold of fifty or more brings one digest, and never one per signature', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await tell(site)

  await addConfirmed(site, petition, people(12))
  await reachMilestone(site, petition, 10)
  await tell(site)
  t.equal(toMayor(site).length, 1, 'ten signatures are no news')

  await addConfirmed(site, petition, people(45))
  await reachMilestone(site, petition, 25)
  await reachMilestone(site, petition, 50)
  await tell(site)
  await tell(site)
  t.equal(toMayor(site).length, 2)
  t.match(toMayor(site)[1]!.subject, /^57 signatures: Save the library$/)
  t.match(toMayor(site)[1]!.text, /Since our last message: 57/)

  await addConfirmed(site, petition, people(50))
  await reachMilestone(site, petition, 100)
  await tell(site)
  t.equal(toMayor(site).length, 2, 'one a day at the most')

  site.wait(DAY + 1000)
  await Promise.all([1, 2, 3].map(() => tellDecisionMakersLater(site.deps)))
  await tell(site)
  t.equal(toMayor(site).length, 3)
  t.match(toMayor(site)[2]!.subject, /^107 signatures/)
  t.match(toMayor(site)[2]!.text, /Since our last message: 50/)

  site.wait(40 * DAY)
  await tell(site)
  t.equal(toMayor(site).length, 3, 'nothing new, nothing said')
})

t.test('a threshold stays told when withdrawals bring the number below it', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await tell(site)
  await addConfirmed(site, petition, people(48))
  await reachMilestone(site, petition, 50)

  for (let day = 0; day < 3; day++) {
    await tell(site)
    site.wait(2 * DAY)
  }

  t.equal(toMayor(site).length, 2)
})

t.test('weekly and monthly digests come when their time has passed and the petition grew', async (t) => {
  for (const [rhythm, days] of [
    ['weekly', 7],
    ['monthly', 30],
  ] as const) {
    const site = await startSite(t)
    const petition = await addPetition(site)
    await tell(site)
    await setRhythm(site, rhythm)
    await addConfirmed(site, petition, people(60))
    await reachMilestone(site, petition, 50)

    site.wait((days - 1) * DAY)
    await tell(site)
    t.equal(toMayor(site).length, 1, `${rhythm}: not yet`)

    site.wait(DAY + 1000)
    await tell(site)
    await tell(site)
    t.equal(toMayor(site).length, 2, `${rhythm}: now`)

    site.wait(days * DAY + 1000)
    await tell(site)
    t.equal(toMayor(site).length, 2, `${rhythm}: it did not grow`)
  }
})

t.test('the closing brings one digest, to everyone but who wants none', async (t) => {
  for (const [rhythm, expected] of [
    ['threshold', 1],
    ['weekly', 1],
    ['closing', 1],
    ['none', 0],
  ] as const) {
    const site = await startSite(t)
    const petition = await addPetition(site)
    await tell(site)
    await setRhythm(site, rhythm)
    await addConfirmed(site, petition, people(60))
    site.wait(3 * DAY)
    await site.db
      .updateTable('petitions')
      .set({ state: 'victory', closedAt: site.deps.clock.now(), closingStatement: 'It stays open!' })
      .execute()
    site.wait(1000)

    await tell(site)
    site.wait(30 * DAY)
    await tell(site)

    const digests = toMayor(site).slice(1)
    t.equal(digests.length, expected, rhythm)
    for (const mail of digests) {
      t.match(mail.subject, /has closed with 60 signatures/)
      t.match(mail.text, /It stays open!/)
    }
  }
})

t.test('a rhythm of "only at the end" or "never" brings nothing before', async (t) => {
  for (const rhythm of ['closing', 'none'] as const) {
    const site = await startSite(t)
    const petition = await addPetition(site)
    await tell(site)
    await setRhythm(site, rhythm)
    await addConfirmed(site, petition, people(60))
    await reachMilestone(site, petition, 50)
    site.wait(60 * DAY)

    await tell(site)

    t.equal(toMayor(site).length, 1, rhythm)
  }
})

t.test('a hidden petition tells nothing, not even what was already written down', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await tellDecisionMakersLater(site.deps)
  await site.db.updateTable('petitions').set({ state: 'hidden' }).where('id', '=', petition.id).execute()

  await tell(site)

  t.equal(toMayor(site).length, 0)
})

t.test('whoever was not told while the petition was open is told all of it at the closing', async (t) => {
  const site = await startSite(t)
  await addPetition(site, { state: 'closed', closedAt: site.deps.clock.now() })

  await tell(site)
  await tell(site)

  t.equal(toMayor(site).length, 1)
  t.match(toMayor(site)[0]!.text, /has closed/)
  t.match(toMayor(site)[0]!.text, /Article 6\(1\)\(f\)/)
})
