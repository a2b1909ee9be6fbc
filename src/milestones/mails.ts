/** The letter that tells a campaigner of a milestone. */

import { addressOf } from '../accounts/accounts.js'
import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import { tokenOf } from '../keys/links.js'
import type { Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { withLanguage } from '../web/reader.js'
import { nextStep } from './steps.js'

export const milestoneComposers: Record<string, Composer> = { milestone: writeMilestones }

/** Dropped: a letter whose reader stopped these mails, or whose petition is no longer shown. */
async function writeMilestones(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const rows = await deps.db
    .selectFrom('mails')
    .innerJoin('petitions', 'petitions.id', 'mails.petitionId')
    .innerJoin('petitionCounts', 'petitionCounts.petitionId', 'petitions.id')
    .innerJoin('accounts', 'accounts.id', 'mails.accountId')
    .select([
      'mails.id as mailId',
      'mails.params',
      'mails.locale',
      'petitions.id as petitionId',
      'petitions.slug',
      'petitions.title',
      'petitions.goal',
      'petitionCounts.confirmed',
      'accounts.emailSealed',
    ])
    .where(
      'mails.id',
      'in',
      mails.map((mail) => mail.id),
    )
    .where('petitions.campaignerMails', '=', true)
    .where('petitions.state', 'in', PUBLIC_STATES)
    .execute()

  const letters = new Map<number, Letter>()
  for (const row of rows) {
    const { t, number } = translatorFor(row.locale)
    const { title, petitionId } = row
    const keys = await deps.keyring.getPetitionKeys(deps.db, petitionId)
    const link = (path: string) => `${deps.config.publicUrl}${withLanguage(path, row.locale)}`
    const threshold = Number(row.params.threshold)
    // The count may have moved since: the letter tells what is true when it leaves.
    const next = nextStep(Math.max(row.confirmed, threshold), row.goal)
    const goalReached = row.params.goalReached === true

    letters.set(row.mailId, {
      to: await addressOf(deps, row),
      locale: row.locale,
      subject: t(goalReached ? 'milestones.mail.goal.subject' : 'milestones.mail.subject', {
        threshold,
        goal: row.goal,
        title,
      }),
      preview: t('milestones.mail.preview', { next }),
      blocks: [
        {
          paragraph: t(goalReached ? 'milestones.mail.goal.intro' : 'milestones.mail.intro', {
            threshold,
            goal: row.goal,
            title,
          }),
        },
        {
          facts: [
            { label: t('milestones.mail.confirmed'), value: number(row.confirmed) },
            { label: t('milestones.mail.next'), value: number(next) },
            { label: t('milestones.mail.goal'), value: number(row.goal) },
          ],
        },
        { paragraph: t('milestones.mail.advice') },
        { button: { label: t('milestones.mail.button'), url: link(`/account/petitions/${row.slug}`) } },
        { links: [{ label: t('milestones.mail.public'), url: link(`/petitions/${row.slug}`) }] },
      ],
      why: t('milestones.mail.why', { title }),
      unsubscribe: {
        url: `${deps.config.publicUrl}/unsubscribe/${tokenOf(keys, 'campaigner-unsubscribe', { petitionId, subjectId: petitionId })}`,
        label: t('milestones.mail.unsubscribe'),
      },
    })
  }
  return letters
}
