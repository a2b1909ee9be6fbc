/** Moderators, workers and signers at the same time: the number, the rows and the public log always add up. */

import fc from 'fast-check'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import type { Petition, QuarantineActName } from '../../src/database/tables.js'
import { decideFurther, setAside } from '../../src/quarantine/decide.js'
import { carryOutDecisions } from '../../src/quarantine/work.js'
import { confirmSignatures } from '../../src/signatures/confirm.js'
import { recount } from '../../src/signatures/recount.js'
import { withdrawSignature } from '../../src/signatures/withdraw.js'
import { countOf } from '../signatures/support.js'
import { addModerator, addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'
import { robot, send } from './support.js'

const SIGNERS = 12

const act = fc.record({
  what: fc.constantFrom('confirm', 'confirm', 'withdraw', 'set-aside', 'restored', 'removed', 'work', 'work'),
  who: fc.nat({ max: SIGNERS - 1 }),
})
/** Each inner list happens at once. */
const story = fc.array(fc.array(act, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 7 })

async function further(
  site: TestSite,
  petition: Petition,
  moderator: { id: number },
  what: Exclude<QuarantineActName, 'set-aside'>,
) {
  const { rows } = await sql<{ id: number; seen: number }>`
    select quarantine_id as id, max(id) as seen from quarantine_acts where petition_id = ${petition.id}
    group by 1 order by 1 desc limit 1`.execute(site.db)
  const [last] = rows
  if (!last) return
  await decideFurther(site.deps, { id: last.id, petitionId: petition.id }, what, moderator, {
    condition: {},
    reason: 'checked',
    note: '',
    seen: last.seen,
  })
}

async function checkSums(t: Test, site: TestSite, petition: Petition): Promise<void> {
  const { rows } = await sql<{ number: number; confirmed: number; out: number; told: number }>`
    select confirmed as number,
      (select count(*) from signatures where petition_id = ${petition.id} and state = 'confirmed') as confirmed,
      (select count(*) from signatures where petition_id = ${petition.id}
        and state in ('quarantined', 'removed') and confirmed_at is not null) as out,
      (select coalesce(sum(case act when 'set-aside' then counted when 'restored' then -counted else 0 end), 0)::int
        from quarantine_acts where petition_id = ${petition.id}) as told
    from petition_counts where petition_id = ${petition.id}`.execute(site.db)
  const { number, confirmed, out, told } = rows[0]!
  t.equal(number, confirmed, 'the number is that of the rows')
  t.equal(told, out, 'and the log says what is out')
}

t.test('whatever happens at once, every figure is exact', async (t) => {
  const site = await startSite(t)
  const moderator = await addModerator(site)

  await fc.assert(
    fc.asyncProperty(story, async (moments) => {
      const petition = await addPetition(site)
      const ids = await send(
        site,
        petition,
        Array.from({ length: SIGNERS }, (_, index) => robot(index)),
        { confirm: false },
      )
      const about = { petitionId: petition.id, alert: undefined }
      const doIt = async ({ what, who }: { what: string; who: number }): Promise<unknown> => {
        const whose = { petitionId: petition.id, signatureId: ids[who]! }
        switch (what) {
          case 'confirm':
            return confirmSignatures(site.deps, [whose])
          case 'withdraw':
            return withdrawSignature(site.deps, whose)
          case 'set-aside':
            return setAside(site.deps, about, moderator, {
              condition: { country: 'FR' },
              reason: 'one-source',
              note: '',
            })
          case 'work':
            return carryOutDecisions(site.deps, { batch: 3 })
          default:
            return further(site, petition, moderator, what as 'restored' | 'removed')
        }
      }
      for (const moment of moments) {
        await Promise.all(moment.map(doIt))
        await checkSums(t, site, petition)
      }
      await carryOutDecisions(site.deps, { batch: 3 })
      await checkSums(t, site, petition)
      return (await recount(site.deps, petition.id)).length === 0
    }),
    { numRuns: Number(process.env.QUARANTINE_RUNS ?? 15), endOnFailure: true },
  )
})

t.test('confirming, withdrawing and setting aside hundreds at once', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const moderator = await addModerator(site)
  const ids = await send(
    site,
    petition,
    Array.from({ length: 300 }, (_, index) => robot(index)),
    { confirm: false },
  )
  const whose = ids.map((signatureId) => ({ petitionId: petition.id, signatureId }))
  await confirmSignatures(site.deps, whose.slice(0, 150))
  await setAside(site.deps, { petitionId: petition.id, alert: undefined }, moderator, {
    condition: { country: 'FR' },
    reason: 'one-source',
    note: '',
  })

  await Promise.all([
    carryOutDecisions(site.deps, { batch: 10 }),
    ...Array.from({ length: 15 }, (_, part) =>
      confirmSignatures(site.deps, whose.slice(150 + part * 10, 160 + part * 10)),
    ),
    ...whose.slice(0, 30).map((one) => withdrawSignature(site.deps, one)),
  ])
  await carryOutDecisions(site.deps)

  t.equal(await countOf(site, petition.id), 0, 'whoever was first, none of them counts')
  await checkSums(t, site, petition)
  t.strictSame(await recount(site.deps, petition.id), [])
})
