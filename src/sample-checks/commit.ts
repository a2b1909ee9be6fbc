/** A check begins with a promise that binds both sides: nobody can choose who is drawn, neither recipient nor site. */

import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { DecisionMaker, LogHead, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { seal } from '../keys/sealing.js'
import { openSigner } from '../keys/signing.js'
import { findHead } from '../tally-log/heads.js'
import { SECRET_BYTES } from './draw.js'
import { FEWEST, MOST, MOST_A_YEAR, OUT_OF } from './rules.js'

export interface Commitment {
  wanted: number
  /** Which later public value decides, in words. */
  announced: string
  valueOn: string
}

export type CommitOutcome = 'committed' | 'one-is-going' | 'too-many-this-year' | 'too-few' | 'stepped-aside'

/** How many people may be asked, by the newest signed head; 0 when that is fewer than the least. */
export function mostAsked(head: Pick<LogHead, 'counted'> | undefined): number {
  const most = Math.min(MOST, Math.floor((head?.counted ?? 0) / OUT_OF))
  return most < FEWEST ? 0 : most
}

/** Of two commitments at once, an index lets one be. */
export async function commitSampleCheck(
  deps: Deps,
  { maker, petition }: { maker: DecisionMaker; petition: Petition },
  { wanted, announced, valueOn }: Commitment,
): Promise<CommitOutcome> {
  const { db, clock, keyring } = deps
  if (maker.state !== 'active') return 'stepped-aside'
  const head = await findHead(db, petition.id)
  if (!head || wanted > mostAsked(head)) return 'too-few'
  const [keys, signer] = await Promise.all([keyring.getPetitionKeys(db, petition.id), openSigner(deps)])
  const committedAt = clock.now()

  return db.transaction().execute(async (trx) => {
    // Those who come at once come one after the other: the number is the next, and the year is counted.
    await trx.selectFrom('petitions').select('id').where('id', '=', petition.id).forNoKeyUpdate().execute()
    const { rows } = await sql<{ made: number; going: boolean; lately: number }>`
      select count(*)::int as made,
        coalesce(bool_or(state in ('committed', 'valued', 'asking')), false) as going,
        count(*) filter (where committed_at > ${committedAt}::timestamptz - interval '1 year')::int as lately
      from sample_checks where petition_id = ${petition.id}`.execute(trx)
    const { made, going, lately } = rows[0]!
    if (going) return 'one-is-going'
    if (lately >= MOST_A_YEAR) return 'too-many-this-year'
    const number = made + 1
    const secret = randomBytes(SECRET_BYTES)
    const secretSha256 = createHash('sha256').update(secret).digest()
    const text = commitmentText(
      petition.slug,
      { number, wanted, announced, valueOn, secretSha256, committedAt },
      head,
    )
    await trx
      .insertInto('sampleChecks')
      .values({
        petitionId: petition.id,
        decisionMakerId: maker.id,
        number,
        wanted,
        headNumber: head.number,
        announced,
        valueOn,
        secretSealed: seal(keys.sealing, secretPlace(petition.id, number), secret),
        secretSha256,
        committedAt,
        keyId: signer.keyId,
        signature: signer.sign(Buffer.from(text)),
      })
      .execute()
    return 'committed'
  })
}

/** Where a secret belongs: sealed bytes that were moved to another check do not open. */
export function secretPlace(petitionId: number, number: number): string {
  return `petition ${petitionId} sample check ${number}`
}

interface Committed extends Commitment {
  number: number
  secretSha256: Buffer
  committedAt: Date
}

/** What is signed, as docs/sample-checks.md promises it. Each line ends with a line feed. */
export function commitmentText(
  slug: string,
  check: Committed,
  head: Pick<LogHead, 'number' | 'size' | 'root' | 'removalsSize' | 'removalsRoot'>,
): string {
  return [
    'Clameur sample check, version 1',
    `petition ${slug}`,
    `check ${check.number}`,
    `people ${check.wanted}`,
    `head ${head.number}`,
    `size ${head.size}`,
    `root ${head.root.toString('hex')}`,
    `removals-size ${head.removalsSize}`,
    `removals-root ${head.removalsRoot.toString('hex')}`,
    `secret-sha256 ${check.secretSha256.toString('hex')}`,
    `value-on ${check.valueOn}`,
    `value ${check.announced}`,
    `time ${check.committedAt.toISOString()}`,
    '',
  ].join('\n')
}
