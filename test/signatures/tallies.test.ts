/** Whatever people do, in whatever order: the count, the tallies and the numbers are those of a simple book. */

import fc from 'fast-check'
import t from 'tap'
import { recount } from '../../src/signatures/recount.js'
import { addPetition } from '../support/factories.js'
import { startSite } from '../support/site.js'
import { countOf, linkIn, sign } from './support.js'

const HOME = { email: 'home@example.com', country: 'FR', postcode: '69007' }
const PEOPLE = [
  { ...HOME, name: 'Ada' },
  { ...HOME, name: 'Bob' },
  { ...HOME, name: 'Cleo' },
  { name: 'Bea', email: 'bea@example.com', country: 'FR', postcode: '75011' },
  { name: 'Cyr', email: 'cyr@example.com', country: 'BE', postcode: '' },
]

/** What the book says of someone. */
interface Person {
  state: 'none' | 'pending' | 'confirmed'
  postcode: string
  /** Of the page of the signature. */
  link: string | undefined
}

const act = fc.record({
  who: fc.nat({ max: PEOPLE.length - 1 }),
  what: fc.constantFrom(
    'sign' as const,
    'sign' as const,
    'confirm' as const,
    'confirm' as const,
    'withdraw' as const,
  ),
  /** Another address than the last time: the territory that is taken from must be the one that was added to. */
  moved: fc.boolean(),
  /** Sent twice at once, as by an impatient finger. */
  twice: fc.boolean(),
  hours: fc.nat({ max: 30 }),
})

t.test('signing, confirming and withdrawing in any order keeps every figure exact', async (t) => {
  const site = await startSite(t)

  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 18 }), async (acts) => {
      const petition = await addPetition(site)
      const people: Person[] = PEOPLE.map(() => ({ state: 'none', postcode: '', link: undefined }))
      /** Of each address, who was there first of those who are there. */
      const first = new Map<string, Person>()
      const asked = new Map<string, number>()
      const numbers = new Map<string, number>()
      const twiceIf = (twice: boolean, send: () => Promise<unknown>) =>
        Promise.all(Array.from({ length: twice ? 2 : 1 }, send))

      for (const { who, what, moved, twice, hours } of acts) {
        site.wait(hours * 3_600_000)
        const typed = { ...PEOPLE[who]!, ...(moved ? { country: 'FR', postcode: '13001' } : {}) }
        const { email, postcode } = typed
        const person = people[who]!
        const { link, state } = person
        const others = people.filter(
          (one, index) => one !== person && one.state !== 'none' && PEOPLE[index]!.email === email,
        )
        if (what === 'sign') {
          // The link of a mail of every sixth asking is never written.
          const mailsBefore = site.mails.length
          await twiceIf(twice, () => sign(site, petition.slug, typed))
          await site.work()
          const mine = site.mails.slice(mailsBefore).filter(({ to }) => to === email)
          if (mine.length === 0) continue
          asked.set(email, (asked.get(email) ?? 0) + mine.length)
          const leader = first.get(email) ?? person
          const isLet =
            leader === person || (postcode === leader.postcode && (state !== 'none' || others.length === 1))
          const given = linkIn(mine.at(-1)!)
          t.equal(mine.filter((mail) => linkIn(mail) !== given).length, 0)
          if (!isLet) t.equal(given, leader.link, 'whoever is there is told')
          else {
            t.notOk(
              others.some((one) => one.link === given),
              'everyone has their own',
            )
            if (state === 'none') Object.assign(person, { state: 'pending', postcode })
            person.link = given
            first.set(email, leader)
            // A withdrawn signature may be taken over by whoever of its address signs next.
            for (const one of people) if (one !== person && one.link === given) one.link = undefined
          }
        } else if (link !== undefined && what === 'confirm') {
          await twiceIf(twice, () => site.submit(`${link}/confirmation`))
          if (state !== 'pending') continue
          person.state = 'confirmed'
          if (!numbers.has(link)) numbers.set(link, numbers.size + 1)
        } else if (link !== undefined) {
          await twiceIf(twice, () => site.submit(`${link}/withdrawal`))
          person.state = 'none'
          if (first.get(email) !== person) continue
          first.delete(email)
          if (others[0]) first.set(email, others[0])
        }
      }

      const counted = people.filter(({ state }) => state === 'confirmed').length
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
