/** Letters that guard the private page: the code that opens names, and word of a changed key. No rhythm stops them. */

import type { Letter } from '../mail/letter.js'
import { CODE_MINUTES, codeOf } from './codes.js'
import type { Writing } from './mails.js'

/** None for a code that works no more: it would only be typed in vain. */
export async function codeLetter({
  deps,
  keys,
  mail,
  petition,
  to,
  ui,
  links,
}: Writing): Promise<Letter | undefined> {
  const { t } = ui
  const sent = await deps.db
    .selectFrom('readerCodes')
    .select(['id', 'decisionMakerId', 'nonce'])
    .where('id', '=', Number(mail.params.code))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', deps.clock.now())
    .executeTakeFirst()
  if (!sent) return undefined
  const code = codeOf(keys, sent)
  return {
    to,
    locale: ui.locale,
    subject: t('decision-makers.code.mail.subject', { code }),
    preview: t('decision-makers.code.mail.preview'),
    blocks: [
      { facts: [{ label: t('decision-makers.code.label'), value: code }] },
      { paragraph: t('decision-makers.code.mail.code', { title: petition.title, minutes: CODE_MINUTES }) },
      { button: { label: t('decision-makers.code.act'), url: links.code } },
      { paragraph: t('decision-makers.code.mail.notYou') },
    ],
    why: t('decision-makers.code.mail.why'),
    evenAfterComplaint: true,
  }
}

/** Tells of the very change that it was written for, also when the key was changed again meanwhile. */
export async function ageKeyLetter({ mail, petition, to, ui, links }: Writing): Promise<Letter> {
  const { t } = ui
  const { key } = mail.params
  const told = { on: ui.dateTime(mail.askedAt), title: petition.title }
  return {
    to,
    locale: ui.locale,
    subject: t(key ? 'encryption.mail.set.subject' : 'encryption.mail.removed.subject'),
    preview: t(key ? 'encryption.mail.set.preview' : 'encryption.mail.removed.preview'),
    blocks: [
      { paragraph: t(key ? 'encryption.mail.set' : 'encryption.mail.removed', told) },
      ...(key ? [{ facts: [{ label: t('encryption.mail.key'), value: String(key) }] }] : []),
      { paragraph: t('encryption.mail.notYou') },
      { button: { label: t('decision-makers.mail.open'), url: links.encryption } },
    ],
    why: t('encryption.mail.why'),
    evenAfterComplaint: true,
  }
}
