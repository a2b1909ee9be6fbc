/** Whatever people do, in whatever order: the count, the tallies and the numbers are those of a simple book. */

import fc from 'fast-check'
import t from 'tap'
import { recount } from '../../src/signatures/recount.js'
import { addPetition } from '../support/factories.js'
import { startSite } from '../support/site.js'
import { countOf, linkIn, sign } from './support.js'

const PEOPLE = [
  { name: 'Ada', email: 'ada@example.com', country: 'FR', postcode: '69007' },
  { name: 'Bea', email: 'bea@example.com', country: 'FR', postcode: '75011' },
  { name: 'Cyr', email: 'cyr@example.com', country: 'BE', postcode: '' },
]

const act = fc.record({
  who: fc.nat({ max: PEOPLE.length - 1 }),
  what: fc.constantFrom('sign' as const, 'confirm' as const, 'confirm' as const, 'withdraw' as const),
  /** Another address than the last time: the territory that is taken from must be the one that was added to. */
  moved: fc.boolean(),
  /** Sent twice at once, as by an impatient finger. */
  twice: fc.boolean(),
  hours: fc.nat({ max: 30 }),
})

t.test('signing, confirming and withdrawing in any order keeps every figure exact', async (t) => {
  const site = await startSite(t)

  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
      const petition = await addPetition(site)
      const links = new Map<number, string>()
      const asked = new Map<number, number>()
      const states = new Map<number, 'pending' | 'confirmed' | 'withdrawn'>()
      const numbers = new Map<number, number>()

      for (const { who, what, moved, twice, hours } of acts) {
        site.wait(hours * 3_600_000)
        const person = { ...PEOPLE[who]!, ...(moved ? { country: 'FR', postcode: '13001' } : {}) }
        const link = links.get(who)
        const state = states.get(who)
        if (what === 'sign') {
          // The link of a mail of every sixth asking is never written.
          const mailsBefore = site.mails.length
          await Promise.all(Array.from({ length: twice ? 2 : 1 }, () => sign(site, petition.slug, person)))
          await site.work()
          const mine = site.mails.slice(mailsBefore).filter(({ to }) => to === person.email)
          if (mine.length === 0) continue
          asked.set(who, (asked.get(who) ?? 0) + mine.length)
          links.set(who, linkIn(mine.at(-1)!))
          if (state !== 'confirmed') states.set(who, 'pending')
        } else if (link !== undefined && what === 'confirm') {
          await Promise.all(Array.from({ length: twice ? 2 : 1 }, () => site.submit(`${link}/confirmation`)))
          if (state !== 'pending') continue
          states.set(who, 'confirmed')
          if (!numbers.has(who)) numbers.set(who, numbers.size + 1)
        } else if (link !== undefined) {
          await Promise.all(Array.from({ length: twice ? 2 : 1 }, () => site.submit(`${link}/withdrawal`)))
          states.set(who, 'withdrawn')
        }
      }

      const counted = [...states.values()].filter((state) => state === 'confirmed').length
      const tallies = await site.db
        .selectFrom('tallies')
        .selectAll()
        .where('petitionId', '=', petition.id)
        .execute()
      const rows = await site.db
        .selectFrom('signatures')
        .selectAll()
        .where('petitionId', '=', petition.id)
        .execute()
      t.ok(
        [...asked.values()].every((mails) => mails <= 5),
        'nobody gets more than five mails',
      )
      t.ok(tallies.every(({ confirmed }) => confirmed >= 0))
      t.strictSame(
        rows.flatMap(({ number }) => number ?? []).sort((a, b) => a - b),
        [...numbers.values()],
      )
      return (
        (await countOf(site, petition.id)) === counted &&
        tallies.reduce((sum, { confirmed }) => sum + confirmed, 0) === counted &&
        (await recount(site.deps, petition.id)).length === 0
      )
    }),
    { numRuns: Number(process.env.TALLY_RUNS ?? 15), endOnFailure: true },
  )
})
