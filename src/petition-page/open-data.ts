/** One petition for programs: what the page tells, and its figures. */

import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import { listAttachments } from '../decision-makers/attachments.js'
import type { Deps } from '../deps.js'
import { nextStep } from '../milestones/steps.js'
import { toOpenOutcome } from '../outcomes/open-data.js'
import { listOutcomes } from '../outcomes/queries.js'
import { dayOf } from '../petitions/days.js'
import { selectListed } from '../petitions/listing.js'
import { toOpenData } from '../petitions/open-data.js'
import { attachmentPath } from '../petitions/reply-kinds.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { listCommunes } from '../places/tallies.js'
import { countVerdicts } from '../verdicts/count.js'
import { nameable } from './figures.js'
import { listAnswers, listDays, listReplies, listStrengths, listTerritories, listUpdates } from './queries.js'

/** @returns undefined for what is not public. */
export async function readOpenPetition(
  { db, config, clock }: Pick<Deps, 'db' | 'config' | 'clock'>,
  slug: string,
) {
  const listed = await findListed(db, slug)
  if (!listed) return undefined
  const [replies, answers, outcomes, updates] = await Promise.all([
    listReplies(db, listed.id),
    listAnswers(db, listed.id),
    listOutcomes(db, listed.id),
    listUpdates(db, listed.id),
  ])
  const ids = replies.map(({ id }) => id)
  const [attachments, verdicts] = await Promise.all([listAttachments(db, ids), countVerdicts(db, ids)])
  const day = (moment: Date) => dayOf(moment, config.timeZone)
  return {
    ...toOpenData(config, listed),
    next_step: nextStep(listed.confirmed, listed.goal),
    text: listed.body,
    text_version: listed.textVersion,
    closing_statement: listed.closingStatement,
    replies: replies.map(({ id, name, role, organisation, signedBy, body, submittedAt, ...head }) => ({
      from: { name, role, organisation },
      kind: head.kind,
      detail: head.kindWords || null,
      meets_on: head.meetsOn,
      signed_by: signedBy,
      text: body,
      on: day(submittedAt),
      attachment: attachments.has(id) ? `${config.publicUrl}${attachmentPath(slug, id)}` : null,
      campaigner_answer: answers.get(id)?.body ?? null,
      verdicts: verdicts.get(id) ?? null,
    })),
    outcomes: outcomes.map((outcome) => toOpenOutcome(config, outcome, day(clock.now()))),
    updates: updates.map(({ title, body, publishedAt }) => ({ title, text: body, on: day(publishedAt) })),
  }
}

/** The same figures as on the page, whole: they add up to the public number. */
export async function readOpenFigures({ db }: Pick<Deps, 'db'>, slug: string) {
  const listed = await findListed(db, slug)
  if (!listed) return undefined
  const [days, territories, communes, strengths] = await Promise.all([
    listDays(db, listed.id),
    listTerritories(db, listed.id),
    listCommunes(db, listed.id),
    listStrengths(db, listed.id),
  ])
  const { named, elsewhere } = nameable(territories)
  return {
    slug: listed.slug,
    confirmed: listed.confirmed,
    goal: listed.goal,
    by_day: days,
    by_territory: elsewhere > 0 ? [...named, { territory: null, confirmed: elsewhere }] : named,
    by_commune: nameable(communes).named,
    by_strength: strengths.map(({ strength, confirmed }) => ({ strength: `L${strength}`, confirmed })),
  }
}

function findListed(db: Database, slug: string) {
  return selectListed(db)
    .select(['petition.body', 'petition.textVersion', 'petition.closingStatement'])
    .where('petition.slug', '=', slug)
    .where(sql<boolean>`petition.state = any(${sql.val([...PUBLIC_STATES])})`)
    .executeTakeFirst()
}
