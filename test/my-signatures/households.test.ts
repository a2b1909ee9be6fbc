/** Two people who share an address: each acts for themselves. */

import t from 'tap'
import { recount } from '../../src/signatures/recount.js'
import { ADA, countOf, mailsTo, sign, signAndConfirm } from '../signatures/support.js'
import { addPetition } from '../support/factories.js'
import { linkIn } from '../support/sign-in.js'
import { startSite, type TestSite } from '../support/site.js'
import { openMine } from './support.js'

const BOB = { name: 'Bob King' }
const NEW = 'new@example.org'

/** The names in the list of an address, with the state of each signature. */
async function listed(site: TestSite, email: string = ADA.email): Promise<string[]> {
  const { body } = await site.get('/my-signatures/copy/my-signatures.json', await openMine(site, email))
  return (JSON.parse(body) as { signatures: { name: string | null; state: string }[] }).signatures
    .map(({ name, state }) => `${name} ${state}`)
    .sort()
}

async function move(site: TestSite, whose?: string): Promise<string> {
  await site.submit('/my-signatures/address', { email: NEW, ...(whose && { whose }) }, await openMine(site))
  await site.work()
  return (await site.submit(linkIn(mailsTo(site, NEW).at(-1), '/my-signatures/address/'))).body
}

t.test('both are listed with their names, and each withdraws their own signature', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  await signAndConfirm(site, slug)
  await signAndConfirm(site, slug, BOB)
  const visit = await openMine(site)

  const { body } = await site.get('/my-signatures/list', visit)
  t.match(body, /<dd dir="auto">Ada Lovelace<[\s\S]*<dd dir="auto">Bob King</)
  t.equal(body.match(/<select id="whose-/g)?.length, 4)
  const forms = [...body.matchAll(/action="(\/my-signatures\/list\/\d+\/\d+\/withdrawal)"/g)]
  t.equal(forms.length, 2)
  await site.submit(forms[1]![1]!, {}, visit)

  t.strictSame(await listed(site), ['Ada Lovelace confirmed', 'null withdrawn'])
  t.equal(await countOf(site, id), 1)
})

t.test('a corrected name is that of one person', async (t) => {
  const site = await startSite(t)
  const [both, alone] = [await addPetition(site), await addPetition(site)]
  for (const { slug } of [both, alone]) await signAndConfirm(site, slug, { name: 'Ada Lovelce' })
  await signAndConfirm(site, both.slug, BOB)
  const visit = await openMine(site)
  const correct = (fields: Record<string, string>) => site.submit('/my-signatures/name', fields, visit)

  t.match((await correct({ name: 'Ada Lovelace', whose: 'ada lovelce' })).headers.location, /count=2$/)
  t.strictSame(await listed(site), ['Ada Lovelace confirmed', 'Ada Lovelace confirmed', 'Bob King confirmed'])

  t.match((await correct({ name: 'Bob King', whose: 'Ada Lovelace' })).headers.location, /count=1$/)
  t.strictSame(
    await listed(site),
    ['Ada Lovelace confirmed', 'Bob King confirmed', 'Bob King confirmed'],
    'nobody becomes two people of one petition',
  )
  t.match((await correct({ name: 'Somebody' })).headers.location, /count=1$/, 'nobody said whose')
  t.strictSame(await listed(site), ['Ada Lovelace confirmed', 'Bob King confirmed', 'Somebody confirmed'])

  await sign(site, both.slug)
  await sign(site, both.slug, BOB)
  t.equal((await listed(site)).length, 3, 'the corrected name is recognised')
})

t.test('one of two withdraws everything, or erases everything, and the other stays', async (t) => {
  const site = await startSite(t)
  const [one, two] = [await addPetition(site), await addPetition(site)]
  for (const { slug } of [one, two]) for (const fields of [{}, BOB]) await signAndConfirm(site, slug, fields)
  const visit = await openMine(site)

  t.match(
    (await site.submit('/my-signatures/withdrawal', { whose: ADA.name }, visit)).headers.location,
    /count=2/,
  )
  t.strictSame([await countOf(site, one.id), await countOf(site, two.id)], [1, 1])
  for (const { slug } of [one, two]) await signAndConfirm(site, slug)
  t.strictSame([await countOf(site, one.id), await countOf(site, two.id)], [2, 2])

  const erased = await site.submit('/my-signatures/erasure', { whose: 'Bob King' }, visit)
  t.match(
    (await site.get(erased.headers.location as string, visit)).body,
    /Everything under that name is erased/,
  )
  t.strictSame(await listed(site), ['Ada Lovelace confirmed', 'Ada Lovelace confirmed'])
  const slots = await site.db
    .selectFrom('signatures')
    .select('slot')
    .where('state', '=', 'confirmed')
    .execute()
  t.strictSame(slots, [{ slot: 1 }, { slot: 1 }], 'who is left has the first place')
  t.strictSame(await recount(site.deps), [])
})

t.test('both move to a new address, or one of them', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  await signAndConfirm(site, slug)
  await signAndConfirm(site, slug, BOB)

  t.match(await move(site, 'Ada Lovelace'), /1 signature now belongs/)
  t.strictSame(await listed(site, NEW), ['Ada Lovelace confirmed'])
  t.strictSame(await listed(site), ['Bob King confirmed'])
  t.match(await move(site), /1 signature now belongs/)
  t.strictSame(await listed(site, NEW), ['Ada Lovelace confirmed', 'Bob King confirmed'])

  await sign(site, slug, { email: NEW })
  await sign(site, slug, { email: NEW, ...BOB })
  t.equal((await listed(site, NEW)).length, 2)
  t.equal(await countOf(site, id), 2)
  t.strictSame(await recount(site.deps), [])
})

t.test('a new address that carries others takes in one of their household and no more', async (t) => {
  const site = await startSite(t)
  const [near, far, full, same] = [
    await addPetition(site),
    await addPetition(site),
    await addPetition(site),
    await addPetition(site),
  ]
  const petitions = [near, far, full, same]
  for (const { slug } of petitions) await signAndConfirm(site, slug)
  await signAndConfirm(site, near.slug, { email: NEW, ...BOB })
  await signAndConfirm(site, far.slug, { email: NEW, ...BOB, postcode: '75011' })
  await signAndConfirm(site, full.slug, { email: NEW, ...BOB })
  await signAndConfirm(site, full.slug, { email: NEW, name: 'Cleo King' })
  await signAndConfirm(site, same.slug, { email: NEW, ...BOB })
  await signAndConfirm(site, same.slug, { email: NEW })

  const body = await move(site)

  t.match(body, /1 signature now belongs/)
  t.match(body, /1 petition had been signed with both addresses/)
  t.match(body, /2 signatures stay where they were, because the new address carries/)
  t.strictSame(await Promise.all(petitions.map(({ id }) => countOf(site, id))), [2, 2, 3, 2])
  t.strictSame(await recount(site.deps), [])
  const places = await site.db
    .selectFrom('signatures')
    .select(['petitionId', 'slot', 'emailFingerprint'])
    .where('state', '=', 'confirmed')
    .where('petitionId', 'in', [near.id, same.id])
    .orderBy('petitionId')
    .orderBy('slot')
    .execute()
  t.strictSame(
    places.map(({ petitionId, slot }) => [petitionId, slot]),
    [near.id, same.id].flatMap((id) => [
      [id, 1],
      [id, 2],
    ]),
  )
})

t.test('the two of one petition stay on one page', async (t) => {
  const site = await startSite(t)
  for (let number = 0; number < 24; number++) {
    const { slug } = await addPetition(site)
    // The twentieth and twenty-first of the list belong together.
    if (number === 4) await sign(site, slug, BOB)
    await sign(site, slug)
  }
  const visit = await openMine(site)

  const { body } = await site.get('/my-signatures/list', visit)
  t.equal(body.match(/<dt>Text/g)?.length, 21)
  const next = /href="(\/my-signatures\/list\?before=\d+)"/.exec(body)![1]!
  const further = await site.get(next, visit)
  t.equal(further.body.match(/<dt>Text/g)?.length, 4)
})

t.test('a remembered device signs for its owner beside the other, and says what is missing', async (t) => {
  const site = await startSite(t)
  const [first, near, far] = [await addPetition(site), await addPetition(site), await addPetition(site)]
  const link = await signAndConfirm(site, first.slug)
  const [cookie] = (await site.submit(`${link}/device`, { remember: 'on' })).cookies as {
    name: string
    value: string
  }[]
  const device = { cookie: `${cookie!.name}=${cookie!.value}` }
  await signAndConfirm(site, near.slug, BOB)
  await signAndConfirm(site, far.slug, { ...BOB, postcode: '75011' })
  const press = (slug: string) => site.submit(`/petitions/${slug}/signatures/remembered`, {}, device)

  const signed = await press(near.slug)
  t.match(signed.headers.location, /\/thanks$/)
  t.equal((await press(near.slug)).headers.location, signed.headers.location)
  t.equal(await countOf(site, near.id), 2)

  const refused = await press(far.slug)
  t.equal(refused.statusCode, 422)
  t.match(refused.body, /value="ada@example.com"[\s\S]*Somebody else has signed with this address/)
  t.equal(await countOf(site, far.id), 1)
})
