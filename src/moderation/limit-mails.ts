/** To a campaigner who may not launch petitions for a time: the statement of reasons, and that it is over early. */

import { sql } from 'kysely'
import { addressOf, getAccount } from '../accounts/accounts.js'
import { findLimit, limitLabel } from '../accounts/limits.js'
import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import type { Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { withLanguage } from '../web/reader.js'
import { appealPath } from './contest.js'
import { statementBlocks } from './statement.js'

export const limitComposers: Record<string, Composer> = {
  'account-limited': tellLimited,
  'limit-lifted': tellLifted,
}

/** Dropped: a limit that was lifted before its letter left. */
async function tellLimited(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  for (const { id, accountId, locale, params } of mails) {
    const limit = await deps.db
      .selectFrom('accountLimits')
      .selectAll()
      .where('id', '=', Number(params.limit))
      .where('liftedAt', 'is', null)
      .executeTakeFirst()
    if (!limit || accountId === null) continue
    const account = await getAccount(deps.db, accountId)
    const path = withLanguage(await appealPath(deps, Number(params.entry)), locale)
    const ui = translatorFor(locale)
    const { t } = ui
    const until = ui.dateTime(limit.untilAt)
    const ground = limitLabel(t, limit.reason)
    letters.set(id, {
      to: await addressOf(deps, account),
      locale,
      subject: t('moderation.mail.limited.subject'),
      preview: ground,
      blocks: [
        { paragraph: t('moderation.mail.limited.intro', { until }) },
        { paragraph: t('moderation.mail.sentence') },
        { quote: limit.note },
        ...statementBlocks(ui, deps.config, {
          what: t('moderation.statement.limited.what'),
          extent: t('moderation.statement.limited.extent'),
          duration: t('moderation.statement.limited.duration', { until }),
          reason: limit.reason,
          ground,
          law: null,
          wasReported: false,
          appealUrl: `${deps.config.publicUrl}${path}`,
        }),
      ],
      why: t('moderation.mail.limited.why'),
    })
  }
  return letters
}

/** Dropped: who never heard that they were limited, and who was limited again since. */
async function tellLifted(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  for (const { id, accountId, locale, params } of mails) {
    if (accountId === null || (await findLimit(deps.db, accountId, deps.clock.now()))) continue
    const told = await deps.db
      .selectFrom('mails')
      .select('id')
      .where('kind', '=', 'account-limited')
      .where('accountId', '=', accountId)
      .where('state', '=', 'sent')
      .where(sql<boolean>`(params->>'limit')::bigint = ${Number(params.limit)}`)
      .executeTakeFirst()
    if (!told) continue
    const { t } = translatorFor(locale)
    letters.set(id, {
      to: await addressOf(deps, await getAccount(deps.db, accountId)),
      locale,
      subject: t('moderation.mail.lifted.subject'),
      preview: t('moderation.mail.lifted.intro'),
      blocks: [
        { paragraph: t('moderation.mail.lifted.intro') },
        {
          button: {
            label: t('moderation.mail.rejected.start'),
            url: `${deps.config.publicUrl}${withLanguage('/petitions/new', locale)}`,
          },
        },
      ],
      why: t('moderation.mail.limited.why'),
    })
  }
  return letters
}
