import t from 'tap'
import { appealLink, WORDS } from '../appeals/support.js'
import { addModerator, signInAs } from '../support/factories.js'
import { report, SENTENCE, startReports } from './support.js'

t.test(
  'a picture is reported at the picture, removed, and comes back when its campaigner is right',
  async (t) => {
    const { site, petition, maya } = await startReports(t)
    const ines = await signInAs(site, await addModerator(site, { email: 'ines@clameur.test', name: 'Inès' }))
    const { id: picture } = await site.db
      .insertInto('pictures')
      .values({
        petitionId: petition.id,
        width: 8,
        height: 4,
        webp: Buffer.from('RIFF'),
        alt: 'A closed door',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await site.db.updateTable('petitions').set({ pictureId: picture }).where('id', '=', petition.id).execute()
    const page = () => site.get(`/petitions/${petition.slug}?${Math.random()}`)
    const link = `/petitions/${petition.slug}/reports/new?picture=${picture}`
    const bytes = () => site.get(`/petitions/${petition.slug}/picture`)

    t.match((await page()).body, `href="${link}"`)
    t.match((await site.get(link)).body, /Report this picture[\s\S]*A closed door/)
    const sent = await report(site, petition, { picture: String(picture) })
    t.match(
      (await site.get(`/desk/reports/${sent.id}`, maya)).body,
      /A picture is reported[\s\S]*A closed door/,
    )
    await site.submit(`/desk/reports/${sent.id}/removal`, { reason: 'hate', note: SENTENCE }, maya)
    await site.work()

    t.notMatch((await page()).body, 'A closed door')
    t.equal((await bytes()).statusCode, 404)
    t.equal((await site.get(link)).statusCode, 404, 'nothing is there to report any more')
    const mail = site.mails.find(({ subject }) => subject.startsWith('Your picture was removed from'))
    t.match(mail, { to: /campaigner/, text: SENTENCE })
    t.match(mail?.text, /Statement of reasons/i)

    await site.submit(appealLink(site), { words: WORDS })
    const { id } = await site.db.selectFrom('appeals').select('id').executeTakeFirstOrThrow()
    const answer = { outcome: 'reversed', note: 'A door is a door, and nobody is on it.' }
    await site.submit(`/desk/appeals/${id}/decision`, answer, ines)

    t.match((await page()).body, 'A closed door')
    t.equal((await bytes()).statusCode, 200)
  },
)

t.test('a removed picture is erased once nobody can contest its removal', async (t) => {
  const { site, petition, maya } = await startReports(t)
  const { id: picture } = await site.db
    .insertInto('pictures')
    .values({ petitionId: petition.id, width: 8, height: 4, webp: Buffer.from('RIFF') })
    .returning('id')
    .executeTakeFirstOrThrow()
  await site.db.updateTable('petitions').set({ pictureId: picture }).where('id', '=', petition.id).execute()
  const sent = await report(site, petition, { picture: String(picture) })
  await site.submit(`/desk/reports/${sent.id}/removal`, { reason: 'hate', note: SENTENCE }, maya)

  site.wait(183 * 86_400_000)
  await site.work('upkeep')
  t.equal((await site.db.selectFrom('pictures').select('id').execute()).length, 1)
  site.wait(2 * 86_400_000)
  await site.work('upkeep')
  t.equal((await site.db.selectFrom('pictures').select('id').execute()).length, 0)
})
