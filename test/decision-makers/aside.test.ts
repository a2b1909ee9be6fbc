/** "It is not me": the campaigner hears of it, and the petition finds whoever it is. */

import t from 'tap'
import { deliverPetition } from '../../src/decision-makers/deliver.js'
import { addConfirmed } from '../support/confirmed.js'
import { addModerator, signInAs } from '../support/factories.js'
import { addReader, placeIn } from '../support/reader.js'
import { startSite } from '../support/site.js'

const NOTE = 'Ask the transport department of the region'
const REGION = {
  name: 'Ines Roux',
  role: 'Vice-president',
  organisation: 'Region',
  email: 'transport@region.example',
}

async function start(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t)
  const reader = await addReader(site)
  await addConfirmed(site, reader.petition, [{ name: 'Ada' }])
  await site.work()
  site.mails.length = 0
  const campaigner = await signInAs(site, { id: reader.petition.accountId! })
  const moderator = await signInAs(site, await addModerator(site))
  const desk = `/desk/petitions/${reader.petition.id}`
  const studio = `/account/petitions/${reader.petition.slug}`
  return { site, ...reader, campaigner, moderator, desk, studio }
}

t.test('the campaigner is told with the words, and reads what to do', async (t) => {
  const { site, place, campaigner, studio } = await start(t)

  await site.submit(`${place}/disclaimer`, { note: NOTE })
  await site.submit(`${place}/disclaimer`, { note: 'again' })
  await site.work('decision-maker-notices')

  t.equal(site.mails.length, 1)
  t.match(site.mails[0]!.subject, 'Claire Fontanel says that it is not theirs to decide')
  t.match(site.mails[0]!.text, NOTE)
  const page = (await site.get(studio, campaigner)).body
  t.match(page, NOTE)
  t.match(page, 'Who can decide instead?')
  t.match(
    (await site.get(studio, { ...campaigner, 'accept-language': 'fr' })).body,
    'Qui peut décider à sa place',
  )
})

t.test('of an objection the campaigner hears the fact, and not the reasons', async (t) => {
  const { site, place, campaigner, studio } = await start(t)

  await site.submit(`${place}/objection`, { note: NOTE })
  await site.work('decision-maker-notices')

  t.equal(site.mails.length, 1)
  t.match(site.mails[0]!.subject, 'Claire Fontanel has objected')
  t.notMatch(site.mails[0]!.text, NOTE)
  t.notMatch((await site.get(studio, campaigner)).body, NOTE)
})

t.test('a moderator addresses the petition to whoever it is, who is told and can be handed it', async (t) => {
  const { site, petition, place, campaigner, moderator, desk, studio } = await start(t)
  await deliverPetition(site.deps, petition, 'campaigner')
  t.notMatch((await site.get(desk, moderator)).body, 'Address it to somebody else')
  await site.submit(`${place}/disclaimer`, { note: NOTE })
  await site.work()
  site.mails.length = 0
  t.match((await site.get(desk, moderator)).body, NOTE)

  const wrong = await site.submit(`${desk}/recipients`, { ...REGION, email: 'nowhere' }, moderator)
  t.equal(wrong.statusCode, 422)
  t.match(wrong.body, 'Write an address that can be written to')
  t.match(wrong.body, /value="Ines Roux"/)
  t.equal((await site.submit(`${desk}/recipients`, REGION, campaigner)).statusCode, 403, 'no one else may')
  const answers = await Promise.all([1, 2].map(() => site.submit(`${desk}/recipients`, REGION, moderator)))
  await site.work()

  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [303, 422])
  t.match(
    site.mails.filter(({ to }) => to === REGION.email),
    [{ subject: /A petition is addressed to you/ }],
  )
  const theirs = placeIn(site.mails.find(({ to }) => to === REGION.email))
  t.match((await site.get(theirs)).body, 'Private page for Ines Roux')
  t.match((await site.get(`/petitions/${petition.slug}`)).body, 'Ines Roux')
  t.match((await site.get(desk, moderator)).body, 'Petition addressed to somebody else')

  await site.submit(`${studio}/delivery`, { act: 'now', confirmed: 'on' }, campaigner)
  t.match((await site.get(theirs)).body, 'This petition was delivered to you on')
  t.equal((await site.db.selectFrom('deliveries').select('id').execute()).length, 2)
})
