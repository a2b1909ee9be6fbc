import t from 'tap'
import { tokenOf } from '../../src/keys/links.js'
import {
  addConfirmedSignatures,
  addModerator,
  addPetition,
  addReply,
  signInAs,
} from '../support/factories.js'
import { linkIn } from '../support/sign-in.js'
import { startSite, type TestSite } from '../support/site.js'

async function addAnswered(site: TestSite, signers: number) {
  const petition = await addPetition(site)
  const ids = await addConfirmedSignatures(site, petition, signers)
  const { id } = await addReply(site, petition, { state: 'published', kind: 'accept' })
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const own = ids.map(
    (subjectId) => `/signatures/${tokenOf(keys, 'signature', { petitionId: petition.id, subjectId })}`,
  )
  const say = (signer: number, verdict: string, reply = id) =>
    site.submit(`${own[signer]}/verdicts`, { reply: String(reply), verdict })
  return { petition, ids, id, own, say }
}

const listVerdicts = (site: TestSite) =>
  site.db.selectFrom('replyVerdicts').select(['signatureId', 'verdict']).orderBy('signatureId').execute()

t.test('the mail that brings the reply asks whether it answers; one button says so', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await addConfirmedSignatures(site, petition, 1, { updates: true })
  const { id } = await addReply(site, petition, { kind: 'partly' })
  await site.submit(`/desk/replies/${id}/publication`, {}, await signInAs(site, await addModerator(site)))
  await site.work()

  const mail = site.mails.find(({ to }) => to === 'signer1@example.net')
  t.match(mail?.text, /Accepted in part/i)
  const link = mail!.text.match(/\/signatures\/[\w.-]+\/verdicts/)![0]
  const page = await site.get(link)
  t.match(page.body, 'Does it answer you?')
  t.match(page.headers, { 'cache-control': /no-store/, 'x-robots-tag': /noindex/ })
  t.strictSame(await listVerdicts(site), [], 'reading changes nothing')
  t.match(linkIn(mail, '/signatures/'), '/verdicts')

  const said = await site.submit(link, { reply: String(id), verdict: 'partly' })
  t.match(said.headers.location, '/verdicts?saved')
  t.match((await site.get(said.headers.location as string)).body, 'Your answer: In part.')
  await site.submit(link, { reply: String(id), verdict: 'no' })
  t.match(await listVerdicts(site), [{ verdict: 'no' }])
})

t.test('two clicks at once leave one answer', async (t) => {
  const site = await startSite(t)
  const { say } = await addAnswered(site, 1)

  await Promise.all([say(0, 'yes'), say(0, 'yes'), say(0, 'yes')])

  t.match(await listVerdicts(site), [{ verdict: 'yes' }])
})

t.test('the numbers are public from ten answers on, beside the reply', async (t) => {
  const site = await startSite(t)
  const { petition, say } = await addAnswered(site, 11)
  const page = async () => {
    // Pages are kept for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    return (await site.get(`/petitions/${petition.slug}`)).body
  }

  for (let signer = 0; signer < 9; signer += 1) await say(signer, signer < 6 ? 'no' : 'yes')
  t.notMatch(await page(), 'say whether it answers them')
  await say(9, 'partly')

  t.match(
    await page(),
    /10 signers say whether it answers them:.*Yes 30% \(3\).*In part 10% \(1\).*No 60% \(6\)/,
  )
  t.match(JSON.parse((await site.get(`/petitions/${petition.slug}.json`)).body).data.replies, [
    { kind: 'accept', verdicts: { yes: 3, partly: 1, no: 6, total: 10 } },
  ])
})

t.test('who withdraws takes their answer along', async (t) => {
  const site = await startSite(t)
  const { say, own, ids } = await addAnswered(site, 2)
  await say(0, 'yes')
  await say(1, 'no')

  await site.submit(`${own[0]}/withdrawal`)

  t.strictSame(await listVerdicts(site), [{ signatureId: ids[1], verdict: 'no' }])
  t.match((await say(0, 'yes')).headers.location, /^\/signatures\/[\w.-]+$/)
  t.equal((await listVerdicts(site)).length, 1)
})

t.test('only confirmed signers of this petition answer, and only what is published', async (t) => {
  const site = await startSite(t)
  const { say, own, ids, id, petition } = await addAnswered(site, 2)
  const other = await addAnswered(site, 0)
  const waiting = await addReply(site, petition)
  await site.db.updateTable('signatures').set({ state: 'quarantined' }).where('id', '=', ids[1]!).execute()

  await say(0, 'yes', other.id)
  await say(0, 'yes', waiting.id)
  await say(0, 'maybe')
  await say(1, 'yes')
  t.equal((await site.submit(`${own[0]}x/verdicts`, { reply: String(id), verdict: 'yes' })).statusCode, 404)

  t.strictSame(await listVerdicts(site), [])
  t.equal((await site.get(`${own[1]}/verdicts`)).statusCode, 303)
})
