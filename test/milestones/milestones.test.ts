import t from 'tap'
import { reachMilestones } from '../../src/milestones/reach.js'
import { nextStep, thresholdsUpTo } from '../../src/milestones/steps.js'
import { addConfirmedSignatures, addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

async function milestonesOf(site: TestSite, petitionId: number): Promise<string[]> {
  const rows = await site.db
    .selectFrom('milestones')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .orderBy('threshold')
    .execute()
  return rows.map(({ threshold, isGoal }) => `${threshold}${isGoal ? ' goal' : ''}`)
}

function countMails(site: TestSite, petitionId: number) {
  return site.db
    .selectFrom('mails')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .where('kind', '=', 'milestone')
    .execute()
    .then((mails) => mails.length)
}

/** Decision-makers are written to as well; these are the letters to the factory's campaigners. */
const letters = (site: TestSite) => site.mails.filter(({ to }) => to.endsWith('@example.org'))

t.test('the next step rises without end and stops at the goal on its way', async (t) => {
  t.equal(nextStep(0, 300), 10)
  t.equal(nextStep(10, 300), 25)
  t.equal(nextStep(250, 300), 300)
  t.equal(nextStep(300, 300), 500)
  t.equal(nextStep(999, 100), 1_000)
  t.equal(nextStep(1_000, 100), 2_500)
  t.equal(nextStep(5_000_000, 100), 10_000_000)
  t.strictSame(
    thresholdsUpTo(300, 300).map(({ threshold }) => threshold),
    [10, 25, 50, 100, 250, 300],
  )
  t.strictSame(thresholdsUpTo(30, 25), [
    { threshold: 10, isGoal: false },
    { threshold: 25, isGoal: true },
  ])
})

t.test('each milestone happens once, however many workers look at the same moment', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { goal: 100 })
  await addConfirmedSignatures(site, petition, 12)

  await Promise.all(Array.from({ length: 5 }, () => reachMilestones(site.deps)))
  await reachMilestones(site.deps)

  t.strictSame(await milestonesOf(site, petition.id), ['10'])
  t.equal(await countMails(site, petition.id), 1)
})

t.test('a burst records every milestone and writes to the campaigner once, of the highest', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { goal: 300, title: 'Save the library' })
  await addConfirmedSignatures(site, petition, 620)

  await reachMilestones(site.deps)

  t.strictSame(await milestonesOf(site, petition.id), ['10', '25', '50', '100', '250', '300 goal', '500'])
  t.equal(await countMails(site, petition.id), 1)
  t.ok(site.woken.has('milestone-mails'))
  t.ok(site.woken.has('decision-maker-notices'))
})

t.test('a goal that is not a step is a milestone, and the next one lies above it', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { goal: 42 })
  const next = () =>
    site.db
      .selectFrom('petitionCounts')
      .select('nextMilestone')
      .where('petitionId', '=', petition.id)
      .executeTakeFirstOrThrow()

  await addConfirmedSignatures(site, petition, 41)
  await reachMilestones(site.deps)
  t.strictSame(await milestonesOf(site, petition.id), ['10', '25'])
  t.strictSame(await next(), { nextMilestone: 42 })

  await addConfirmedSignatures(site, petition, 1, { from: 42 })
  await reachMilestones(site.deps)
  t.strictSame(await milestonesOf(site, petition.id), ['10', '25', '42 goal'])
  t.strictSame(await next(), { nextMilestone: 50 })
  t.equal(await countMails(site, petition.id), 2)
})

t.test('a count that falls below a milestone and rises again does not repeat it', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await addConfirmedSignatures(site, petition, 10)
  await reachMilestones(site.deps)
  const setCount = (confirmed: number) =>
    site.db
      .updateTable('petitionCounts')
      .set({ confirmed, nextMilestone: 10 })
      .where('petitionId', '=', petition.id)
      .execute()

  await setCount(9)
  await reachMilestones(site.deps)
  await setCount(10)
  await reachMilestones(site.deps)

  t.strictSame(await milestonesOf(site, petition.id), ['10'])
  t.equal(await countMails(site, petition.id), 1)
})

t.test('the campaigner reads of the goal in their own language, with the way to stop', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { goal: 20, title: 'Un bus de nuit' })
  await site.db.updateTable('accounts').set({ locale: 'fr' }).where('id', '=', petition.accountId!).execute()
  await addConfirmedSignatures(site, petition, 31)

  await site.work()

  const [mail] = letters(site).filter(({ subject }) => subject.includes('Un bus de nuit'))
  t.match(mail, {
    to: /^campaigner\d+@example\.org$/,
    subject: /^Objectif atteint\s: 20 signatures pour «\sUn bus de nuit\s»$/,
    headers: {
      'List-Unsubscribe': /^<https:\/\/clameur\.test\/unsubscribe\/c[\w.-]+>$/,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  })
  t.match(mail!.text, /Prochain palier\s: 50/)
  t.match(mail!.text, `https://clameur.test/account/petitions/${petition.slug}?lang=fr`)
  t.match(mail!.html, /Écrire à vos signataires/)
})

t.test('who stopped these mails gets none, not even one that already waited', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { title: 'Quiet one' })
  const stop = () =>
    site.db.updateTable('petitions').set({ campaignerMails: false }).where('id', '=', petition.id).execute()
  await addConfirmedSignatures(site, petition, 10)
  await reachMilestones(site.deps)

  await stop()
  await addConfirmedSignatures(site, petition, 20, { from: 11 })
  await site.work()

  t.strictSame(await milestonesOf(site, petition.id), ['10', '25'])
  t.equal(await countMails(site, petition.id), 1)
  t.strictSame(
    letters(site).filter(({ subject }) => subject.includes('Quiet one')),
    [],
  )
})
