/** The letters of this feature. */

import { translatorFor } from '../i18n/translate.js'
import type { Letter } from '../mail/letter.js'
import type { Composer } from '../mail/outbox.js'
import { withLanguage } from '../web/reader.js'
import { addressOf, getAccount } from './accounts.js'
import { LINK_MINUTES, signInToken } from './sign-in-links.js'

const signInLink: Composer = async (deps, mails) => {
  const letters = new Map<number, Letter>()
  for (const mail of mails) {
    const account = await getAccount(deps.db, mail.accountId!)
    const { t } = translatorFor(mail.locale)
    const token = await signInToken(deps, String(mail.params.link))
    letters.set(mail.id, {
      to: await addressOf(deps, account),
      locale: mail.locale,
      subject: t('accounts.mail.subject'),
      preview: t('accounts.mail.preview', { minutes: LINK_MINUTES }),
      blocks: [
        { paragraph: t('accounts.mail.intro') },
        {
          button: {
            label: t('accounts.mail.button'),
            url: deps.config.publicUrl + withLanguage(`/account/sign-in/${token}`, mail.locale),
          },
        },
        { paragraph: t('accounts.mail.limits', { minutes: LINK_MINUTES }) },
        { paragraph: t('accounts.mail.notYou') },
      ],
      why: t('accounts.mail.why'),
      evenAfterComplaint: true,
    })
  }
  return letters
}

export const accountComposers: Record<string, Composer> = { 'sign-in-link': signInLink }
