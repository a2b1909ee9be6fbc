/** To whoever goes on sending manifestly unfounded reports: that their next ones wait, how long, why, and how to contest it. */

import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import type { Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { appealPath } from '../moderation/contest.js'
import { contestBlocks } from '../moderation/statement.js'
import { withLanguage } from '../web/reader.js'
import { findEntry } from './queries.js'
import { listReported } from './reported.js'
import { unsealContact } from './reporter.js'
import { UNFOUNDED_DAYS, UNFOUNDED_TO_SUSPEND } from './unfounded.js'

export const suspensionComposers: Record<string, Composer> = { 'reporter-suspended': tellSuspended }

/** Dropped: a suspension that was lifted before its letter left. */
async function tellSuspended(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  const keys = await deps.keyring.getSiteKeys(deps.db, 'reports')
  for (const { mail, report } of await listReported(deps, mails)) {
    const to = unsealContact(keys, report)?.email
    const entry = await findEntry(deps.db, Number(mail.params.entry))
    const suspension =
      entry &&
      (await deps.db
        .selectFrom('reporterSuspensions')
        .select('untilAt')
        .where('entryId', '=', entry.id)
        .where('liftedAt', 'is', null)
        .executeTakeFirst())
    if (!to || !suspension) continue
    const ui = translatorFor(report.locale)
    const { t, date } = ui
    const until = date(suspension.untilAt)
    const path = withLanguage(await appealPath(deps, entry.id), report.locale)
    letters.set(mail.id, {
      to,
      locale: report.locale,
      subject: t('reports.mail.suspended.subject', { until }),
      preview: t('reports.mail.suspended.preview'),
      blocks: [
        {
          paragraph: t('reports.mail.suspended.intro', {
            until,
            reports: UNFOUNDED_TO_SUSPEND,
            days: UNFOUNDED_DAYS,
          }),
        },
        { paragraph: t('reports.mail.sentence') },
        { quote: entry.note ?? '' },
        { paragraph: t('reports.mail.suspended.effect') },
        { paragraph: t('reports.decidedBy') },
        ...contestBlocks(ui, deps.config, `${deps.config.publicUrl}${path}`),
      ],
      why: t('reports.mail.why.notYours'),
    })
  }
  return letters
}
