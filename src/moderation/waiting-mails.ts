/** Telling moderators that something waits: how many of each, and nothing of anyone. */

import { sql } from 'kysely'
import { addressOf, getAccount } from '../accounts/accounts.js'
import { DESK_ROLES, mayDecide } from '../accounts/roles.js'
import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import { readSiteToken, siteTokenOf } from '../keys/links.js'
import type { Letter } from '../mail/letter.js'
import { addMails, type Composer, type DueMail } from '../mail/outbox.js'
import { withLanguage } from '../web/reader.js'
import { countDesk } from './queries.js'

/** At most one an hour, however much comes in. */
const QUIET_MS = 3_600_000

/**
 * Makes a mail due to each moderator who wants one when something came in since they were last told: at once after a
 * quiet hour. The same statement writes down that they are told, so that two workers tell once.
 */
export async function tellDeskLater(deps: Deps): Promise<void> {
  const now = deps.clock.now()
  const quiet = new Date(now.getTime() - QUIET_MS)
  const told = await deps.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: number; locale: 'fr' | 'en' }>`
      update accounts set desk_told_at = ${now}
      where desk_mails and role = any(${DESK_ROLES.filter((role) => mayDecide({ role }))})
        and (desk_told_at is null or desk_told_at <= ${quiet})
        and exists (
          select from (
            select submitted_at as at from petitions where state = 'submitted'
            union all select submitted_at from replies where state = 'submitted'
            union all select coalesce(held_until, received_at) from reports where state = 'received'
            union all select received_at from appeals where state = 'received'
            union all select raised_at from alerts where state = 'open'
          ) waiting where waiting.at <= ${now} and waiting.at > coalesce(desk_told_at, '-infinity')
        )
      returning id, locale`.execute(trx)
    await addMails(
      trx,
      rows.map(({ id: accountId, locale }) => ({
        queue: 'milestone-mails' as const,
        kind: 'desk-waiting',
        accountId,
        locale,
      })),
    )
    return rows.length
  })
  if (told > 0) deps.jobs.wakeLater('milestone-mails')
}

export const waitingComposers: Record<string, Composer> = { 'desk-waiting': tellWaiting }

/** Dropped: when a colleague has decided everything meanwhile, or the account wants or may read no more of it. */
async function tellWaiting(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  const counts = await countDesk(deps.db, deps.clock.now())
  const queues = ['petitions', 'reports', 'replies', 'appeals', 'alerts'] as const
  if (queues.every((queue) => counts[queue] === 0)) return letters
  const keys = await deps.keyring.getSiteKeys(deps.db, 'accounts')
  for (const { id, accountId, locale } of mails) {
    const account = accountId === null ? undefined : await getAccount(deps.db, accountId)
    if (!account?.deskMails || !mayDecide(account)) continue
    const { t } = translatorFor(locale)
    const list = queues
      .filter((queue) => counts[queue] > 0)
      .map((queue) => t(`moderation.waiting.${queue}`, { count: counts[queue] }))
    const stop = `/unsubscribe/desk/${siteTokenOf(keys, 'desk-unsubscribe', account.id)}`
    letters.set(id, {
      to: await addressOf(deps, account),
      locale,
      subject: t('moderation.mail.waiting.subject'),
      preview: list.join(', '),
      blocks: [
        { paragraph: t('moderation.mail.waiting.intro') },
        { list },
        ...(counts.overdue > 0
          ? [{ paragraph: t('moderation.counts.late', { count: counts.overdue }) }]
          : []),
        {
          button: {
            label: t('moderation.mail.waiting.button'),
            url: `${deps.config.publicUrl}${withLanguage('/desk', locale)}`,
          },
        },
      ],
      why: t('moderation.mail.waiting.why'),
      unsubscribe: {
        url: `${deps.config.publicUrl}${stop}`,
        label: t('moderation.mail.waiting.stop'),
      },
    })
  }
  return letters
}

/** @returns undefined for a token that is malformed or forged. */
export async function readDeskMailsToken(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  token: string,
): Promise<number | undefined> {
  return readSiteToken(await keyring.getSiteKeys(db, 'accounts'), 'desk-unsubscribe', token)
}

export async function setDeskMails(
  { db }: Pick<Deps, 'db'>,
  accountId: number,
  deskMails: boolean,
): Promise<void> {
  await db.updateTable('accounts').set({ deskMails }).where('id', '=', accountId).execute()
}
