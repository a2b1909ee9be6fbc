import type { Transaction } from '../database/connect.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { nextStep, thresholdsUpTo } from './steps.js'

/**
 * Records the milestones that counts have passed, and tells each campaigner.
 *
 * Each milestone of a petition happens once: the table's key decides, so neither a second worker nor a count that
 * fell below and rose again repeats it. When several are passed at once (an import, a burst) all are recorded and
 * the campaigner hears of the highest.
 */
export async function reachMilestones(deps: Deps): Promise<void> {
  const due = await deps.db
    .selectFrom('petitionCounts')
    .select('petitionId')
    .whereRef('confirmed', '>=', 'nextMilestone')
    .orderBy('petitionId')
    .execute()
  let reached = 0
  for (const { petitionId } of due)
    reached += await deps.db.transaction().execute((trx) => reachForPetition(deps, trx, petitionId))
  if (reached === 0) return
  deps.jobs.wakeLater('milestone-mails')
  // Decision-makers who chose to hear of thresholds hear of them now.
  deps.jobs.wakeLater('decision-maker-notices')
}

/** @returns how many milestones were new. */
async function reachForPetition(deps: Deps, trx: Transaction, petitionId: number): Promise<number> {
  const petition = await trx
    .selectFrom('petitionCounts')
    .innerJoin('petitions', 'petitions.id', 'petitionCounts.petitionId')
    .leftJoin('accounts', 'accounts.id', 'petitions.accountId')
    .select([
      'petitionCounts.confirmed',
      'petitions.goal',
      'petitions.campaignerMails',
      'petitions.accountId',
      'petitions.locale',
      'accounts.locale as campaignerLocale',
    ])
    .where('petitionCounts.petitionId', '=', petitionId)
    .whereRef('petitionCounts.confirmed', '>=', 'petitionCounts.nextMilestone')
    .forUpdate('petitionCounts')
    .executeTakeFirst()
  // Another worker was here between the look and the lock.
  if (!petition) return 0

  const { confirmed, goal, accountId } = petition
  const reachedAt = deps.clock.now()
  const reached = await trx
    .insertInto('milestones')
    .values(thresholdsUpTo(confirmed, goal).map((milestone) => ({ petitionId, ...milestone, reachedAt })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['threshold', 'isGoal'])
    .execute()
  await trx
    .updateTable('petitionCounts')
    .set({ nextMilestone: nextStep(confirmed, goal) })
    .where('petitionId', '=', petitionId)
    .execute()

  if (reached.length > 0 && accountId !== null && petition.campaignerMails) {
    await addMails(trx, [
      {
        queue: 'milestone-mails',
        kind: 'milestone',
        petitionId,
        accountId,
        params: {
          threshold: Math.max(...reached.map(({ threshold }) => threshold)),
          goalReached: reached.some(({ isGoal }) => isGoal),
        },
        locale: petition.campaignerLocale ?? petition.locale,
        dueAt: reachedAt,
      },
    ])
  }
  return reached.length
}
