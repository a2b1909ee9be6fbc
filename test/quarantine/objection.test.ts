import t from 'tap'
import { tokenOf } from '../../src/keys/links.js'
import { countOf } from '../signatures/support.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { linkIn } from '../support/sign-in.js'
import { startSite } from '../support/site.js'
import { robot, type Sent, send } from './support.js'

const person = (index: number, domain = 'ville.example'): Sent => ({
  ...robot(index),
  email: `someone${index}@${domain}`,
})

t.test('who was removed is written to, objects with one button, and is restored', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const ids = await send(site, petition, [person(1), person(2), person(3), person(4, 'yopmail.com')])
  await send(site, petition, [person(5)], { confirm: false })
  await site.db.updateTable('signatures').set({ bouncedAt: new Date() }).where('id', '=', ids[2]!).execute()
  site.wait(21_000)
  await site.work('detection')
  const maya = await signInAs(site, await addModerator(site))
  const decide = async (path: string, fields: Record<string, string>) => {
    const query = fields.objected ? '?objected=on' : ''
    const seen = /name="seen" value="(\d+)"/.exec((await site.get(path + query, maya)).body)?.[1] ?? ''
    const answer = await site.submit(path, { ...fields, seen }, maya)
    await site.work()
    return answer
  }
  const desk = `/desk/petitions/${petition.id}/quarantines`
  const made = await site.submit(desk, { country: 'FR', reason: 'one-source' }, maya)
  const quarantine = String(made.headers.location)
  await site.work()
  t.strictSame(
    site.mails.filter(({ to }) => to.startsWith('someone')),
    [],
    'being set aside is told by the page alone',
  )

  t.equal((await decide(`${quarantine}/removal`, { reason: 'automated' })).statusCode, 303)
  const letters = site.mails.filter(({ to }) => to.startsWith('someone'))
  t.strictSame(
    letters.map(({ to }) => to).sort(),
    ['someone1@ville.example', 'someone2@ville.example'],
    'not who never confirmed, whose mail comes back, or whose mailbox lasts ten minutes',
  )
  t.match(letters[0]!.headers?.['List-Unsubscribe'], /unsubscribe/)
  t.match(letters[0]!.text, 'We may be wrong')

  const own = linkIn(letters.find(({ to }) => to.startsWith('someone1'))!, '/signatures/').replace(/\?.*/, '')
  t.match((await site.get(own)).body, 'Your signature was removed')
  t.equal((await site.submit(`${own}/objection`)).statusCode, 303)
  await site.submit(`${own}/objection`)
  t.match((await site.get(own)).body, 'A moderator looks again')
  t.match((await site.get(quarantine, maya)).body, '1 objection')
  t.match((await site.get('/desk/quarantines', maya)).body, '1 objection')

  t.equal(
    (await decide(`${quarantine}/restoration`, { objected: 'on', reason: 'objection' })).statusCode,
    303,
  )
  t.equal(await countOf(site, petition.id), 1)
  t.match((await site.get(own)).body, 'Your signature counts')
  t.equal(
    (await decide(`${quarantine}/restoration`, { reason: 'checked' })).statusCode,
    409,
    'the others stay removed',
  )
  const { data } = (await site.get(`/petitions/${petition.slug}/transparency.json`)).json()
  t.match(data[0], { act: 'restored', signatures: 1, reason: 'objection' })
})

t.test('set aside before it was confirmed, a signature is kept no longer than others', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await send(site, petition, [person(1), person(2)])
  await send(site, petition, [person(3), person(4)], { confirm: false })
  const maya = await signInAs(site, await addModerator(site))
  const desk = `/desk/petitions/${petition.id}/quarantines`
  await site.submit(desk, { country: 'FR', reason: 'one-source' }, maya)
  await site.work()

  site.wait(30 * 86_400_000)
  await site.work('upkeep')

  const rows = await site.db
    .selectFrom('signatures')
    .select(['state', 'sealed', 'marks'])
    .orderBy('number')
    .execute()
  t.strictSame(
    rows.map(({ state, sealed }) => [state, sealed === null]),
    [
      ['quarantined', false],
      ['quarantined', false],
      ['expired', true],
      ['expired', true],
    ],
  )
})

t.test('a signature that counts has nothing to object to', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const [id] = await send(site, petition, [person(1)])
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const own = `/signatures/${tokenOf(keys, 'signature', { petitionId: petition.id, subjectId: id! })}`

  await site.submit(`${own}/objection`)

  const row = await site.db.selectFrom('signatures').select('objectedAt').executeTakeFirstOrThrow()
  t.equal(row.objectedAt, null)
  t.notMatch((await site.get(own)).body, 'look again')
})
