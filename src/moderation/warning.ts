/**
 * Who keeps publishing what is plainly unlawful (EU Digital Services Act, Article 23(1)): each decision about such a thing
 * warns its campaigner, and only whoever went on after that may be kept from launching for it.
 */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { Account } from '../database/tables.js'
import type { Translator } from '../i18n/translate.js'
import type { Block } from '../mail/letter.js'

/** Grounds that anyone can see to be against the law; what a court must weigh first, as defamation, is none of them. */
const UNLAWFUL: readonly string[] = ['hate', 'illegal']

export function needsWarning(reason: string): boolean {
  return UNLAWFUL.includes(reason)
}

/** The warning, for the letter that tells a campaigner what was refused, hidden or removed; nothing on other grounds. */
export function warningBlocks({ t }: Pick<Translator, 't'>, reason: string): Block[] {
  return needsWarning(reason)
    ? [{ heading: t('moderation.warning.title') }, { paragraph: t('moderation.warning.text') }]
    : []
}

const ACTS = ['petition-refused', 'petition-hidden', 'update-removed', 'picture-removed']
const LETTERS = ['petition-rejected', 'petition-hidden', 'update-removed', 'picture-removed']

/**
 * Whether something of theirs was found unlawful that they published after they had been warned. What was undone or
 * reversed on appeal neither warns nor counts. Mails are kept for 90 days: who was warned longer ago is warned once more.
 */
export async function wentOnAfterWarning(
  db: Database | Transaction,
  account: Pick<Account, 'id'>,
): Promise<boolean> {
  const stands = sql`undone_at is null and reason = any(${UNLAWFUL})
    and not exists (select from appeals where entry_id = found.id and state = 'reversed')`
  const { rows } = await sql`
    with found as (
      select found.* from audit_entries as found join petitions on petitions.id = found.petition_id
      where petitions.account_id = ${account.id} and ${stands}
    ), warned as (
      select min(mails.done_at) as at from found join mails on mails.petition_id = found.petition_id
        and mails.kind = any(${LETTERS}) and mails.state = 'sent' and (mails.params->>'entry')::bigint = found.id
    )
    select from warned, found join petitions on petitions.id = found.petition_id
      left join reports on reports.id = found.report_id
      left join updates on updates.id = reports.update_id
      left join pictures on pictures.id = found.picture_id
    where found.act = any(${ACTS}) and warned.at < case found.act
      when 'update-removed' then updates.published_at
      when 'picture-removed' then pictures.created_at
      else greatest(petitions.submitted_at, petitions.edited_at) end
    limit 1`.execute(db)
  return rows.length > 0
}
