/** Confirming: the one act that makes a signature count, exactly once. */

import { type Database, runPrepared, type Statement } from '../database/connect.js'
import { GroupCommit } from '../database/group-commit.js'
import type { SignatureState } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addDays, dayOf } from '../petitions/days.js'
import { CONFIRMATION_GRACE_HOURS } from '../petitions/signing.js'

/** `not-pending`: withdrawn, expired or set aside since; its page says which. */
export type ConfirmOutcome = 'confirmed' | 'too-late' | 'not-pending'

export interface Confirmation {
  petitionId: number
  signatureId: number
}

export interface Confirming {
  /** Counts a pending signature. Asking again gives the same answer and counts nothing. */
  confirm(confirmation: Confirmation): Promise<ConfirmOutcome>
}

/** Requests that arrive together share a statement; one process has one of these. */
export function openConfirming(deps: Deps): Confirming {
  const group = new GroupCommit<Confirmation, ConfirmOutcome>((rows) => confirmSignatures(deps, rows))
  return {
    async confirm(confirmation) {
      const outcome = await group.add(confirmation)
      if (outcome === 'confirmed') deps.jobs.wakeLater('counting')
      return outcome
    },
  }
}

/**
 * One statement, so one round trip and one commit for a batch.
 *
 * It locks the counts of its petitions first, in order: batches of two processes then take turns, numbers are given
 * out without gaps, and tallies are never added to at the same time. `for update` reads the newest version of what it
 * waited for, so neither `numbered` nor `state` can be stale.
 *
 * Look-ups stand in `lateral … limit 1` with nothing but the key in them, so that no index but the key's can serve.
 */
export const CONFIRM: Statement = {
  name: 'confirm-signatures',
  text: `
    with locked as materialized (
      select petition_id, numbered from petition_counts
      where petition_id = any ($3::bigint[]) order by petition_id for update
    ), confirmable as materialized (
      select locked.petition_id, locked.numbered
      from locked, lateral (
        select state, closes_on, closed_at from petitions where petitions.id = locked.petition_id limit 1
      ) as petition
      where (state = 'open' and (closes_on is null or closes_on >= $6::date))
        or (state in ('closed', 'victory', 'retired')
            and closed_at > $4::timestamptz - make_interval(hours => ${CONFIRMATION_GRACE_HOURS}))
    ), asked as (
      select * from unnest($1::bigint[], $2::bigint[]) with ordinality as asked (petition_id, id, place)
    ), pending as materialized (
      select asked.place, confirmable.numbered, found.*
      from asked join confirmable using (petition_id), lateral (
        select petition_id, id, number, state from signatures
        where signatures.petition_id = asked.petition_id and signatures.id = asked.id
        limit 1 for update
      ) as found
      where found.state = 'pending'
    ), ranked as (
      select petition_id, id, number is null as is_new,
        coalesce(number, numbered + count(*) filter (where number is null)
          over (partition by petition_id order by place)) as number
      from pending
    ), confirmed as (
      update signatures
      set state = 'confirmed', confirmed_at = $4, strength = case when inside then 2 else 1 end, number = ranked.number
      from ranked
      where signatures.petition_id = ranked.petition_id and signatures.id = ranked.id
      returning signatures.petition_id, signatures.id, text_version, territory, strength, is_new
    ), tallied as (
      insert into tallies (petition_id, text_version, day, territory, strength, confirmed)
      select petition_id, text_version, $5::date, territory, strength, count(*) from confirmed
      group by petition_id, text_version, territory, strength
      on conflict (petition_id, day, territory, strength, text_version)
      do update set confirmed = tallies.confirmed + excluded.confirmed
    ), counted as (
      update petition_counts
      set confirmed = petition_counts.confirmed + more.confirmed, numbered = petition_counts.numbered + more.numbered,
        updated_at = $4
      from (
        select petition_id, count(*) as confirmed, count(*) filter (where is_new) as numbered
        from confirmed group by petition_id
      ) as more
      where petition_counts.petition_id = more.petition_id
    )
    select asked.petition_id, asked.id, before.state, confirmable.petition_id is not null as in_time
    from asked
    left join confirmable using (petition_id)
    left join lateral (
      select state from signatures
      where signatures.petition_id = asked.petition_id and signatures.id = asked.id limit 1
    ) as before on true
    where (asked.petition_id, asked.id) not in (select petition_id, id from confirmed)`,
}

interface NotConfirmed {
  petition_id: number
  id: number
  state: SignatureState | null
  in_time: boolean
}

/** Commits confirmations, all or none. One outcome each, in their order. */
export async function confirmSignatures(
  { db, clock, config }: Pick<Deps, 'clock' | 'config'> & { db: Database },
  rows: Confirmation[],
): Promise<ConfirmOutcome[]> {
  // Two clicks that meet in one statement are one confirmation.
  const once = new Map(rows.map((row) => [keyOf(row.petitionId, row.signatureId), row]))
  // In the same order in every process, so that batches which share people do not wait for each other in a circle.
  const all = [...once.values()].sort((a, b) => a.petitionId - b.petitionId || a.signatureId - b.signatureId)
  const now = clock.now()
  const today = dayOf(now, config.timeZone)

  const others = await runPrepared<NotConfirmed>(db, CONFIRM, [
    all.map((row) => row.petitionId),
    all.map((row) => row.signatureId),
    [...new Set(all.map((row) => row.petitionId))],
    now,
    today,
    // The day after the last is the day of grace.
    addDays(today, -1),
  ])
  const outcomes = new Map(others.map((other) => [keyOf(other.petition_id, other.id), outcomeOf(other)]))
  return rows.map((row) => outcomes.get(keyOf(row.petitionId, row.signatureId)) ?? 'confirmed')
}

function outcomeOf({ state, in_time }: NotConfirmed): ConfirmOutcome {
  if (state === 'confirmed') return 'confirmed'
  if (state !== 'pending') return 'not-pending'
  // Still pending when the statement began and not confirmed by it: another process was faster by a moment.
  return in_time ? 'confirmed' : 'too-late'
}

function keyOf(petitionId: number, signatureId: number): string {
  return `${petitionId} ${signatureId}`
}
