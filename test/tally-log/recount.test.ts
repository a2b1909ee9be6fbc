/**
 * Recounts a petition from its public addresses alone. Between the lines of dashes stands a stranger's program: it has
 * `fetch` and node:crypto, has read docs/log.md, and shares nothing with the service.
 */

import { createPublicKey, verify } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { FRESH_MS } from '../../src/web/page-cache.js'
import { signAndConfirm } from '../signatures/support.js'
import { addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'
import { leafHashOf, rootOfList, verifyConsistency, verifyInclusion } from './verifier.js'

// -----------------------------------------------------------------------------------------------------------------

type Fetch = (address: string) => Promise<Response>

interface Head {
  number: number
  size: number
  root: string
  removals_size: number
  removals_root: string
  counted: number
  time: string
  key_id: string
  signature: string
}

interface Removal {
  line: number
  leaf: number
  kind: string
  day: string
}

// biome-ignore lint/suspicious/noExplicitAny: a stranger reads JSON as it comes.
const json = async (answer: Response): Promise<any> => {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`)
  return answer.json()
}

async function checkSignature(fetch: Fetch, site: string, petition: string, head: Head): Promise<boolean> {
  const { keys } = await json(await fetch(`${site}/.well-known/clameur-keys.json`))
  const jwk = keys.find(({ kid }: { kid: string }) => kid === head.key_id)
  const text = [
    'Clameur tally log head, version 1',
    `petition ${petition}`,
    `size ${head.size}`,
    `root ${head.root}`,
    `removals-size ${head.removals_size}`,
    `removals-root ${head.removals_root}`,
    `counted ${head.counted}`,
    `time ${head.time}`,
    '',
  ].join('\n')
  const key = createPublicKey({ key: { kty: jwk.kty, crv: jwk.crv, x: jwk.x }, format: 'jwk' })
  return verify(null, Buffer.from(text), key, Buffer.from(head.signature, 'base64'))
}

async function fetchLeaves(fetch: Fetch, log: string, size: number): Promise<Buffer[]> {
  const leaves: Buffer[] = []
  while (leaves.length < size) {
    const { data } = await json(await fetch(`${log}/leaves?from=${leaves.length}&to=${size}`))
    leaves.push(...data.hashes.map((hash: string) => Buffer.from(hash, 'hex')))
  }
  return leaves
}

async function fetchRemovals(fetch: Fetch, log: string, size: number): Promise<Removal[]> {
  const removals: Removal[] = []
  while (removals.length < size) {
    const { data } = await json(await fetch(`${log}/removals?from=${removals.length}`))
    removals.push(...data.lines)
  }
  return removals.slice(0, size)
}

/** @returns the number that the log itself gives. @throws when anything does not fit. */
async function recount(
  fetch: Fetch,
  site: string,
  petition: string,
): Promise<{ counted: number; head: Head }> {
  const log = `${site}/petitions/${petition}/log`
  const { data } = await json(await fetch(log))
  const head: Head = data.head
  if (!(await checkSignature(fetch, site, petition, head))) throw new Error('The head is not signed')

  const leaves = await fetchLeaves(fetch, log, head.size)
  if (rootOfList(leaves).toString('hex') !== head.root)
    throw new Error('The leaves are not those of the head')

  const removals = await fetchRemovals(fetch, log, head.removals_size)
  const lines = removals.map(({ leaf, kind, day }, index) => {
    if (removals[index]!.line !== index) throw new Error('A line is missing')
    return leafHashOf(Buffer.from(`${leaf} ${kind} ${day}`))
  })
  if (rootOfList(lines).toString('hex') !== head.removals_root)
    throw new Error('The lines are not those of the head')

  const out = new Set<number>()
  for (const { leaf, kind } of removals) {
    if (leaf >= head.size) throw new Error('A line is about a leaf that does not exist')
    if (kind === 'restored') out.delete(leaf)
    else out.add(leaf)
  }
  const counted = leaves.length - out.size
  if (counted !== head.counted) throw new Error('The head says another number')
  return { counted, head }
}

// biome-ignore lint/suspicious/noExplicitAny: a file from outside.
function checkReceipt(receipt: any): boolean {
  const { signature } = receipt
  const numbers = Buffer.alloc(12)
  numbers.writeBigUInt64BE(BigInt(signature.id))
  numbers.writeUInt32BE(signature.text_version, 8)
  const entry = Buffer.concat([
    Buffer.from(receipt.salt, 'hex'),
    numbers,
    Buffer.from(signature.day),
    Buffer.of(Number(signature.strength[1])),
  ])
  const signed =
    createPublicKey(receipt.key.pem).asymmetricKeyType === 'ed25519' &&
    verify(
      null,
      Buffer.from(receipt.head.signed),
      receipt.key.pem,
      Buffer.from(receipt.head.signature, 'base64'),
    )
  return (
    signed &&
    receipt.head.signed.includes(`\nroot ${receipt.head.root}\n`) &&
    receipt.head.signed.includes(`\nsize ${receipt.head.size}\n`) &&
    verifyInclusion({
      leaf: receipt.leaf,
      size: receipt.head.size,
      hash: leafHashOf(entry),
      proof: receipt.proof.map((hash: string) => Buffer.from(hash, 'hex')),
      root: Buffer.from(receipt.head.root, 'hex'),
    })
  )
}

// -----------------------------------------------------------------------------------------------------------------

const SITE = 'https://clameur.test'

/** The network between the stranger and the site. */
function fetchingFrom(site: TestSite): Fetch {
  return async (address) => {
    const answer = await site.get(address.replace(SITE, ''))
    return new Response(answer.rawPayload, { status: answer.statusCode })
  }
}

const MINUTE = 60_000
/** Answers are kept for half a second. */
const pageIsOld = () => sleep(FRESH_MS + 50)

t.test('the number is recounted from the public addresses alone, whatever happened', async (t) => {
  const site = await startSite(t)
  const fetch = fetchingFrom(site)
  const petition = await addPetition(site)
  const count = async () =>
    (await json(await fetch(`${SITE}/petitions/${petition.slug}/count.json`))).confirmed as number
  const people = ['ada', 'ben', 'cyr', 'dia', 'eve', 'fay', 'gil']
  const links = new Map<string, string>()
  for (const who of people)
    links.set(who, await signAndConfirm(site, petition.slug, { name: who, email: `${who}@example.com` }))
  site.wait(MINUTE)
  await Promise.all([site.work('log'), site.work('log')])

  const first = await recount(fetch, SITE, petition.slug)
  t.equal(first.counted, 7)
  t.equal(first.counted, await count())

  await site.submit(`${links.get('ada')}/withdrawal`)
  await site.submit(`${links.get('ben')}/withdrawal`)
  site.wait(MINUTE)
  await Promise.all([site.work('log'), site.work('log')])
  await pageIsOld()
  const second = await recount(fetch, SITE, petition.slug)
  t.equal(second.counted, 5)
  t.equal(second.counted, await count())
  t.equal(second.head.size, 7, 'no leaf is ever taken away')

  await signAndConfirm(site, petition.slug, { name: 'ada', email: 'ada@example.com' })
  site.wait(MINUTE)
  await site.work('log')
  await pageIsOld()
  const third = await recount(fetch, SITE, petition.slug)
  t.equal(third.counted, 6)
  t.equal(third.counted, await count())
  t.equal(third.head.size, 8, 'who signs again is a new leaf')

  const log = `${SITE}/petitions/${petition.slug}/log`
  for (const kept of [first.head, second.head]) {
    for (const [tree, size, root] of [
      ['leaves', kept.size, kept.root],
      ['removals', kept.removals_size, kept.removals_root],
    ] as const) {
      if (size === 0) continue
      const now =
        tree === 'leaves' ? third.head : { size: third.head.removals_size, root: third.head.removals_root }
      const { data } = await json(await fetch(`${log}/consistency?tree=${tree}&from=${size}&to=${now.size}`))
      t.ok(
        verifyConsistency({
          before: size,
          size: now.size,
          beforeRoot: Buffer.from(root, 'hex'),
          root: Buffer.from(now.root, 'hex'),
          proof: data.proof.map((hash: string) => Buffer.from(hash, 'hex')),
        }),
        `${tree}: the head with ${size} is the beginning of the newest`,
      )
    }
  }
  const { data: heads } = await json(await fetch(`${log}/heads`))
  for (const head of heads as Head[]) t.ok(await checkSignature(fetch, SITE, petition.slug, head))
  t.ok(
    (heads as Head[]).some(({ root }) => root === first.head.root),
    'old heads stay published',
  )
  const bytes = Buffer.from(await (await fetch(`${log}/leaves.bin?from=2&to=8`)).arrayBuffer())
  t.ok(bytes.equals(Buffer.concat((await fetchLeaves(fetch, log, 8)).slice(2))), 'the same leaves as bytes')
})

t.test('a receipt verifies without the site, and of a withdrawn signature there is none', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const link = await signAndConfirm(site, petition.slug)
  for (const who of ['ben', 'cyr', 'dia'])
    await signAndConfirm(site, petition.slug, { name: who, email: `${who}@example.com` })
  site.wait(MINUTE)
  await site.work('log')

  const answer = await site.get(`${link}/receipt.json`)
  const receipt = answer.json()

  t.equal(answer.statusCode, 200)
  t.match(answer.headers['content-disposition'], /attachment/)
  t.match(answer.headers['cache-control'], /no-store/)
  t.ok(checkReceipt(receipt))
  t.notOk(checkReceipt({ ...receipt, leaf: receipt.leaf + 1 }))
  t.notOk(checkReceipt({ ...receipt, signature: { ...receipt.signature, strength: 'L4' } }))
  t.notMatch(answer.body, /Ada|Lovelace|example\.com/, 'it names nobody')
  t.match(
    receipt.how_to_check.join(),
    /fn = 0, sn = 3,.*openssl pkeyutl.*clameur-keys\.json.*removals\?leaf=0/,
  )
  const french = (await site.get(`${link}/receipt.json`, { 'accept-language': 'fr' })).json()
  t.match(french.what, /Un reçu\s: la feuille 0/)
  t.match(french.how_to_check.join(), /fn = 0, sn = 3,.*sa signature Ed25519.*openssl pkeyutl/)
  t.ok(checkReceipt(french), 'the words alone differ')
  const page = await site.get(`${link}/receipt`)
  t.match(page.body, receipt.salt)
  t.match(page.body, receipt.leaf_hash)

  await site.submit(`${link}/withdrawal`)

  t.equal((await site.get(`${link}/receipt.json`)).statusCode, 404)
  const erased = await site.get(`${link}/receipt`)
  t.match(erased.body, 'not even we')
  t.notMatch(erased.body, receipt.salt)
  t.equal(
    await site.db.selectFrom('logLeaves').select('leaf').where('leaf', '=', receipt.leaf).executeTakeFirst(),
    undefined,
  )
})

t.test('a leaf that nobody signed for yet is announced', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const link = await signAndConfirm(site, petition.slug)

  t.match((await site.get(`${link}/receipt`)).body, 'within a minute')
  t.equal((await site.get(`/petitions/${petition.slug}/log`)).json().data.head, null)
  t.match((await site.get(`/petitions/${petition.slug}/log/about`)).body, 'within a minute')
})

t.test('a petition’s end erases what links anyone to a leaf, and its log stays valid', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const link = await signAndConfirm(site, petition.slug)
  await signAndConfirm(site, petition.slug, { name: 'ben', email: 'ben@example.com' })
  site.wait(MINUTE)
  await site.work('log')
  await site.db
    .updateTable('petitions')
    .set({ state: 'closed', closedAt: site.deps.clock.now() })
    .where('id', '=', petition.id)
    .execute()

  site.wait(400 * 24 * 60 * MINUTE)
  await site.work('upkeep')
  await site.work('log')

  t.strictSame(await site.db.selectFrom('logLeaves').selectAll().execute(), [])
  t.strictSame(await site.db.selectFrom('logEvents').selectAll().execute(), [])
  t.equal((await site.get(`${link}/receipt`)).statusCode, 410)
  const { counted, head } = await recount(fetchingFrom(site), SITE, petition.slug)
  t.equal(counted, 2)
  site.wait(48 * 60 * MINUTE)
  await site.work('log')
  await pageIsOld()
  t.equal((await recount(fetchingFrom(site), SITE, petition.slug)).head.number, head.number, 'it rests')
})

t.test('a head is signed within a minute of change, and one a day without', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const headsOf = async () =>
    (await site.get(`/petitions/${petition.slug}/log/heads`)).json().data.map(({ size }: Head) => size)
  const confirm = (who: string) =>
    signAndConfirm(site, petition.slug, { name: who, email: `${who}@example.com` })

  await confirm('ada')
  await site.work('log')
  t.strictSame(await headsOf(), [1], 'the first at once')
  await confirm('ben')
  await site.work('log')
  t.strictSame(await headsOf(), [1], 'one a minute at most')
  site.wait(MINUTE)
  await site.work('log')
  t.strictSame(await headsOf(), [2, 1])
  site.wait(MINUTE)
  await site.work('log')
  t.strictSame(await headsOf(), [2, 1], 'nothing changed')
  site.wait(24 * 60 * MINUTE)
  await site.work('log')
  t.strictSame(await headsOf(), [2, 2, 1], 'a day has passed')
})

t.test('what a program asks wrongly is told to it', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await signAndConfirm(site, petition.slug)
  await site.work('log')
  const log = `/petitions/${petition.slug}/log`

  for (const [address, status] of [
    [`${log}/proof`, 422],
    [`${log}/proof?leaf=x`, 422],
    [`${log}/proof?leaf=-1`, 422],
    [`${log}/proof?leaf=5&size=5`, 422],
    [`${log}/proof?leaf=0&leaf=0`, 422],
    [`${log}/proof?leaf=0&tree=roots`, 422],
    [`${log}/proof?leaf=1`, 404],
    [`${log}/proof?leaf=0&size=2`, 404],
    [`${log}/consistency?from=0`, 422],
    [`${log}/consistency?from=2&to=1`, 422],
    [`${log}/consistency?from=1&to=2`, 404],
    [`${log}/leaves?from=2`, 404],
    [`${log}/leaves?from=1&to=0`, 422],
    [`${log}/leaves?to=99999999999`, 422],
    [`${log}/leaves.bin?from=0&to=2`, 404],
    [`${log}/removals?from=1`, 404],
    [`${log}/heads?before=x`, 422],
    ['/petitions/no-such/log', 404],
    ['/petitions/no-such/log/leaves', 404],
  ] as const) {
    const answer = await site.get(address)
    t.equal(answer.statusCode, status, address)
    t.match(answer.json(), { error: { status, title: String } })
  }
  for (const address of [
    log,
    `${log}/leaves`,
    `${log}/leaves.bin`,
    `${log}/removals`,
    `${log}/heads`,
    `${log}/proof?leaf=0`,
  ]) {
    const answer = await site.get(address)
    t.equal(answer.statusCode, 200, address)
    t.equal(answer.headers['access-control-allow-origin'], '*')
    t.match(answer.headers['cache-control'], /^public/)
  }
})

t.test('the page about the log says its number, in both languages', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const link = await signAndConfirm(site, petition.slug)
  await signAndConfirm(site, petition.slug, { name: 'ben', email: 'ben@example.com' })
  await site.submit(`${link}/withdrawal`)
  await site.work('log')
  const { head } = (await site.get(`/petitions/${petition.slug}/log`)).json().data

  const about = await site.get(`/petitions/${petition.slug}/log/about`)
  const french = await site.get(`/petitions/${petition.slug}/log/about?lang=fr`)

  t.equal(about.statusCode, 200)
  for (const page of [about, french]) {
    t.match(page.body, head.root)
    t.match(page.body, head.signature.replaceAll('+', '+'))
  }
  t.match(french.body, 'Le journal des signatures')
  t.match((await site.get(`/petitions/${petition.slug}`)).body, `/petitions/${petition.slug}/log/about`)
})
