/** Nothing that an observer can see, or measure, tells whether an address has signed. */

import t from 'tap'
import { addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'
import { mailsTo, sign, signAndConfirm } from './support.js'

const CASES = [
  'fresh',
  'pending',
  'confirmed',
  'withdrawn',
  'another',
  'second',
  'third',
  'elsewhere',
] as const
type Case = (typeof CASES)[number]

/** Makes an address be in a state; `another` and those after it are posted under a name that is not the first one's. */
async function prepare(site: TestSite, slug: string, which: Case, email: string): Promise<void> {
  if (which === 'fresh') return
  if (which === 'pending') return void (await sign(site, slug, { email }))
  const link = await signAndConfirm(site, slug, { email })
  if (which === 'withdrawn') await site.submit(`${link}/withdrawal`)
  if (which === 'second' || which === 'third') await signAndConfirm(site, slug, { email, name: 'Bob King' })
}

function typed(which: Case): Record<string, string> {
  if (which === 'another' || which === 'second') return { name: 'Bob King' }
  if (which === 'third') return { name: 'Cleo King' }
  return which === 'elsewhere' ? { name: 'Bob King', postcode: '75011' } : {}
}

t.test('status, headers and every byte are the same, and one mail leaves in every case', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const seen = new Map<Case, unknown>()

  for (const which of CASES) {
    const email = `${which}@example.com`
    await prepare(site, slug, which, email)
    await site.work()
    const before = mailsTo(site, email).length
    const answer = await sign(site, slug, { email, ...typed(which) })
    const page = await site.get(answer.headers.location as string)
    await site.work()

    t.equal(mailsTo(site, email).length - before, 1, `one mail: ${which}`)
    seen.set(
      which,
      [answer, page].map(({ statusCode, headers, rawPayload }) => {
        const { date: _date, age: _age, ...others } = headers
        return { statusCode, headers: others, bytes: rawPayload.toString('base64') }
      }),
    )
  }

  for (const which of CASES) t.strictSame(seen.get(which), seen.get('fresh'), which)
})

/**
 * The chance that a random sample of one lot is above a random one of the other: 0.5 when nothing can be told (the
 * statistic of Mann and Whitney). Only the order counts, so a slow machine or a pause of the collector moves nothing.
 */
function separation(one: number[], other: number[]): number {
  let above = 0
  for (const a of one) for (const b of other) above += a > b ? 1 : a === b ? 0.5 : 0
  return above / (one.length * other.length)
}

t.test('the time an answer takes tells no more than chance', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const samples = 70
  const measured: Case[] = ['fresh', 'pending', 'confirmed', 'another', 'third']
  for (const which of measured)
    for (let number = 0; number < samples; number++)
      await prepareQuickly(site, slug, which, `${which}${number}@example.com`)
  const times = new Map<Case, number[]>(measured.map((which) => [which, []]))

  for (let number = -10; number < samples; number++)
    // In another order each time: whatever drifts, drifts for all.
    for (let place = 0; place < measured.length; place++) {
      const which = measured[(place + number + 10) % measured.length]!
      const email = number < 0 ? `warm${which}${number}@example.com` : `${which}${number}@example.com`
      const begun = process.hrtime.bigint()
      const { statusCode } = await sign(site, slug, { email, ...typed(which) })
      const taken = Number(process.hrtime.bigint() - begun)
      if (statusCode !== 303) throw new Error(`Answered ${statusCode}`)
      if (number >= 0) times.get(which)!.push(taken)
    }

  for (const which of measured.slice(1)) {
    const told = separation(times.get(which)!, times.get('fresh')!)
    t.ok(told > 0.25 && told < 0.75, `${which}: ${told.toFixed(2)} of the pairs`)
  }
})

t.test('the measure finds what takes longer, and nothing where there is nothing', async (t) => {
  // Made up, so that no machine is too busy for it: waits with a long tail, as those of a busy one.
  const waits = (from: number) =>
    Array.from({ length: 70 }, (_, index) => 10 + 400 / (1 + ((index * 37 + from) % 70)))
  const [one, other] = [waits(0), waits(11)]

  t.equal(separation(one, other), 0.5)
  t.ok(
    separation(
      one.map((wait) => wait + 20),
      other,
    ) > 0.75,
    'a second transaction',
  )
  t.equal(separation([1, 2, 3], [4, 5, 6]), 0)
  t.equal(separation([4, 5, 6], [1, 2, 3]), 1)
})

/** As `prepare`, without mails: the row is confirmed as the link would. */
async function prepareQuickly(site: TestSite, slug: string, which: Case, email: string): Promise<void> {
  if (which === 'fresh') return
  await sign(site, slug, { email })
  if (which === 'third') await sign(site, slug, { email, name: 'Bob King' })
  if (which === 'pending') return
  await site.db
    .updateTable('signatures')
    .set({ state: 'confirmed', confirmedAt: new Date(), strength: 2 })
    .where('state', '=', 'pending')
    .where('petitionId', '=', ({ selectFrom }) =>
      selectFrom('petitions').select('id').where('slug', '=', slug),
    )
    .execute()
}
