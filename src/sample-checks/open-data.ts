/** What of a check everyone may read, as docs/sample-checks.md promises it to programs. */

import type { LogHead, SampleCheck } from '../database/tables.js'
import { commitmentText } from './commit.js'
import { type Interval, wilson } from './interval.js'
import type { ListedCheck } from './queries.js'

export interface Result {
  drawn: number
  /** Withdrew or were taken out between the head and the end, without an answer. */
  gone: number
  /** Had asked for no mail, or their mail came back. */
  unreachable: number
  yes: number
  no: number
  silent: number
  /** The share of "no" among the answers; null without one. */
  no_share: (Interval & { found: number }) | null
  /** The same when every silence is a "no"; null when nobody could be asked. */
  worst_share: (Interval & { found: number }) | null
}

export interface OpenCheck {
  number: number
  state: SampleCheck['state']
  people: number
  head: Pick<LogHead, 'number' | 'size' | 'counted'> & {
    root: string
    removals_size: number
    removals_root: string
  }
  announced: string
  value_on: string
  committed_at: string
  secret_sha256: string
  key_id: string
  signature: string
  /** The text that the signature is over. */
  signed: string
  value: string | null
  value_source: string | null
  value_entered_at: string | null
  drawn_at: string | null
  ends_at: string | null
  closed_at: string | null
  /** In hexadecimal, from the end on. */
  secret: string | null
  result: Result | null
}

export function toOpenCheck(slug: string, check: ListedCheck): OpenCheck {
  const { head } = check
  const moment = (at: Date | null) => at?.toISOString() ?? null
  return {
    number: check.number,
    state: check.state,
    people: check.wanted,
    head: {
      number: head.number,
      size: head.size,
      root: head.root.toString('hex'),
      removals_size: head.removalsSize,
      removals_root: head.removalsRoot.toString('hex'),
      counted: head.counted,
    },
    announced: check.announced,
    value_on: check.valueOn,
    committed_at: check.committedAt.toISOString(),
    secret_sha256: check.secretSha256.toString('hex'),
    key_id: check.keyId,
    signature: check.signature.toString('base64'),
    signed: commitmentText(slug, check, head),
    value: check.value,
    value_source: check.valueSource,
    value_entered_at: moment(check.valuedAt),
    drawn_at: moment(check.drawnAt),
    ends_at: moment(check.endsAt),
    closed_at: moment(check.closedAt),
    secret: check.secret?.toString('hex') ?? null,
    // Not before the end: a number that moves as people answer would tell who answers what.
    result: check.state === 'closed' ? resultOf(check) : null,
  }
}

export function resultOf({
  wanted,
  gone,
  unreachable,
  yes,
  no,
}: Pick<SampleCheck, 'wanted' | 'gone' | 'unreachable' | 'yes' | 'no'>): Result {
  const silent = wanted - gone - unreachable - yes - no
  return {
    drawn: wanted,
    gone,
    unreachable,
    yes,
    no,
    silent,
    no_share: shareOf(no, yes + no),
    worst_share: shareOf(no + silent, yes + no + silent),
  }
}

function shareOf(found: number, asked: number): Result['no_share'] {
  const interval = wilson(found, asked)
  return interval ? { found: found / asked, ...interval } : null
}
