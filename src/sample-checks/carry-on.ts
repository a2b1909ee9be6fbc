/** What the worker does for sample checks: draws, closes, and lets lapse what nobody goes on with. */

import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { LogHead, SampleCheck } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { unsealBytes } from '../keys/sealing.js'
import { addDays, dayOf } from '../petitions/days.js'
import { secretPlace } from './commit.js'
import { drawLeaves } from './draw.js'
import { ANSWER_DAYS, LAPSES_AFTER_DAYS } from './rules.js'

const DAY_MS = 86_400_000

export async function carryOnSampleChecks(deps: Deps): Promise<void> {
  await letLapse(deps)
  while (await deps.db.transaction().execute((trx) => drawNext(deps, trx))) deps.jobs.wakeLater('updates')
  while (await deps.db.transaction().execute((trx) => closeNext(deps, trx))) {
    // Each is a transaction.
  }
}

/** Without its value, or without the people that a destroyed key took with it. */
async function letLapse({ db, clock, config }: Deps): Promise<void> {
  const now = clock.now()
  await db
    .updateTable('sampleChecks')
    .set({ state: 'lapsed', closedAt: now })
    .where((on) =>
      on.or([
        on.and([
          on('state', '=', 'committed'),
          on('valueOn', '<', addDays(dayOf(now, config.timeZone), -LAPSES_AFTER_DAYS)),
        ]),
        on.and([
          on('state', 'in', ['committed', 'valued']),
          on.not(
            on.exists(
              on
                .selectFrom('petitionKeys')
                .select('petitionKeys.petitionId')
                .whereRef('petitionKeys.petitionId', '=', 'sampleChecks.petitionId'),
            ),
          ),
        ]),
      ]),
    )
    .execute()
}

/** Draws, and asks, in one transaction: nobody knows the sample before they are asked. */
async function drawNext(deps: Deps, trx: Transaction): Promise<boolean> {
  const check = await trx
    .selectFrom('sampleChecks')
    .selectAll()
    .where('state', '=', 'valued')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!check) return false
  const { id, petitionId, wanted } = check
  const head = await findDrawnFrom(trx, check)
  const secret = await openSecret(deps, trx, check)
  // Its key was destroyed since: the next round lets it lapse.
  if (!secret) return false
  const leaves = drawLeaves(
    { root: head.root, secret, value: check.value! },
    { size: head.size, wanted, isOut: await listOut(trx, head) },
  )
  const people = await listBehind(trx, petitionId, leaves)
  const now = deps.clock.now()
  const mails =
    people.length === 0
      ? []
      : await trx
          .insertInto('mails')
          .values(
            people.map(({ signatureId, locale }) => ({
              queue: 'updates',
              kind: 'sample-check',
              petitionId,
              signatureId,
              params: JSON.stringify({ check: id }),
              locale,
              dueAt: now,
            })),
          )
          .returning(['id', 'signatureId'])
          .execute()
  if (mails.length > 0)
    await trx
      .insertInto('sampleCheckPeople')
      .values(
        mails.map((mail) => ({
          sampleCheckId: id,
          petitionId,
          signatureId: mail.signatureId!,
          mailId: mail.id,
        })),
      )
      .execute()
  await trx
    .updateTable('sampleChecks')
    .set({
      state: 'asking',
      drawnAt: now,
      endsAt: new Date(now.getTime() + ANSWER_DAYS * DAY_MS),
      // Who left since the head was signed.
      gone: wanted - people.length,
    })
    .where('id', '=', id)
    .execute()
  return true
}

function findDrawnFrom(trx: Transaction, check: SampleCheck): Promise<LogHead> {
  return trx
    .selectFrom('logHeads')
    .selectAll()
    .where('petitionId', '=', check.petitionId)
    .where('number', '=', check.headNumber)
    .executeTakeFirstOrThrow()
}

async function openSecret(deps: Deps, trx: Transaction, check: SampleCheck): Promise<Buffer | undefined> {
  const { petitionId, number, secretSealed } = check
  const keys = await deps.keyring.findPetitionKeys(trx, petitionId)
  return keys && unsealBytes(keys.sealing, secretPlace(petitionId, number), secretSealed)
}

/** The leaves that do not count at a head, as its public lines say. */
async function listOut(trx: Transaction, head: LogHead): Promise<Set<number>> {
  const { rows } = await sql<{ leaf: number }>`
    select leaf::float8 as leaf from (
      select distinct on (leaf) leaf, kind from log_removals
      where petition_id = ${head.petitionId} and line < ${head.removalsSize} order by leaf, line desc
    ) as last_lines where kind <> 'restored'`.execute(trx)
  return new Set(rows.map(({ leaf }) => leaf))
}

/** Locked, so that who leaves in this moment has left before or is asked and then forgotten. */
async function listBehind(trx: Transaction, petitionId: number, leaves: number[]) {
  const { rows } = await sql<{ signatureId: number; locale: 'fr' | 'en' }>`
    select signatures.id::float8 as "signatureId", signatures.locale
    from log_leaves join signatures
      on signatures.petition_id = log_leaves.petition_id and signatures.id = log_leaves.signature_id
    where log_leaves.petition_id = ${petitionId} and leaf = any(${leaves}::bigint[])
      and sealed is not null and signatures.state = 'confirmed'
    order by signatures.id
    for share of signatures`.execute(trx)
  return rows
}

/**
 * Adds up what was answered and deletes who answered, in one statement each; then shows the secret, with which
 * anybody can draw again.
 *
 * People first and their check after, as when somebody withdraws: the two never wait for each other.
 */
async function closeNext(deps: Deps, trx: Transaction): Promise<boolean> {
  const now = deps.clock.now()
  const check = await trx
    .selectFrom('sampleChecks')
    .selectAll()
    .where('state', '=', 'asking')
    .where('endsAt', '<=', now)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!check) return false
  const { rows } = await sql<{ yes: number; no: number; unreachable: number }>`
    with answered as (
      delete from sample_check_people where sample_check_id = ${check.id} returning mail_id, answer
    )
    select count(*) filter (where answer = 'yes')::int as yes, count(*) filter (where answer = 'no')::int as no,
      count(*) filter (where answer is null and (mails.state is distinct from 'sent' or exists (
        select from mail_events where mail_events.mail_id = answered.mail_id and kind = 'hard')))::int as unreachable
    from answered left join mails on mails.id = answered.mail_id`.execute(trx)
  const { yes, no, unreachable } = rows[0]!
  const secret = (await openSecret(deps, trx, check)) ?? null
  await trx
    .updateTable('sampleChecks')
    .set({
      state: 'closed',
      closedAt: now,
      secret,
      yes: sql`yes + ${yes}`,
      no: sql`no + ${no}`,
      unreachable,
    })
    .where('id', '=', check.id)
    // Of two workers that come at once, one has found nobody left, and changes nothing.
    .where('state', '=', 'asking')
    .execute()
  return true
}
