/** Which rules look, and which an administrator has told to rest: one that only finds honest people wears the desk out. */

import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { Deps } from '../deps.js'
import { type Moderator, recordAct } from '../moderation/record.js'
import { RULE_NAMES } from './rules.js'

/** How far back the page of rules counts. */
export const RULE_DAYS = 90

export interface RuleAtWork {
  name: string
  pausedAt: Date | null
  /** Alerts of the last `RULE_DAYS` days. */
  raised: number
  /** Of those, how many wait, and how many led to signatures being set aside. */
  open: number
  followed: number
}

export async function listRulesAtWork(db: Database, now: Date): Promise<RuleAtWork[]> {
  const since = new Date(now.getTime() - RULE_DAYS * 86_400_000)
  const { rows } = await sql<RuleAtWork>`
    select name, paused_at, count(alerts.id) as raised, count(alerts.id) filter (where state = 'open') as open,
      count(alerts.id) filter (where exists (select from quarantines where alert_id = alerts.id)) as followed
    from unnest(${[...RULE_NAMES]}::text[]) with ordinality as known (name, place)
    left join paused_rules on paused_rules.rule = name
    left join alerts on alerts.rule = name and raised_at >= ${since}
    group by name, place, paused_at order by place`.execute(db)
  return rows
}

export async function listPaused(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('pausedRules').select('rule').execute()
  return rows.map(({ rule }) => rule)
}

/**
 * Pauses a rule for every petition, with a word for colleagues; alerts that it has raised stay. Of two who do it at
 * once one does, and the log has one line.
 */
export async function pauseRule(
  deps: Pick<Deps, 'db' | 'clock'>,
  rule: string,
  moderator: Moderator,
  note: string,
): Promise<'paused' | 'paused-before'> {
  const at = deps.clock.now()
  return deps.db.transaction().execute(async (trx) => {
    const added = await trx
      .insertInto('pausedRules')
      .values({ rule, pausedAt: at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('rule')
      .executeTakeFirst()
    if (!added) return 'paused-before'
    await recordAct(trx, { act: 'rule-paused', moderator, reason: rule, note, at })
    return 'paused'
  })
}

/** Lets a rule look again, from the next look on. */
export async function resumeRule(
  deps: Pick<Deps, 'db' | 'clock'>,
  rule: string,
  moderator: Moderator,
): Promise<'resumed' | 'resumed-before'> {
  const at = deps.clock.now()
  return deps.db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom('pausedRules')
      .where('rule', '=', rule)
      .returning('rule')
      .executeTakeFirst()
    if (!gone) return 'resumed-before'
    await recordAct(trx, { act: 'rule-resumed', moderator, reason: rule, at })
    return 'resumed'
  })
}
