/** Letters that guard the private page: the code that opens names, and word of a changed key. No rhythm stops them. */

import type { Letter } from '../mail/letter.js'
import { findLiveCode, showsCode } from './codes.js'
import type { Writing } from './writing.js'

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
  const code = await findLiveCode(deps, keys, Number(mail.params.code))
  return code === undefined
    ? undefined
    : { to, ...showsCode(ui, { code, title: petition.title, url: links.code }) }
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
