/** The letters to the people of the desk. */

import { addressOf, getAccount } from '../accounts/accounts.js'
import { isDeskRole } from '../accounts/roles.js'
import { signInToken } from '../accounts/sign-in-links.js'
import { translatorFor } from '../i18n/translate.js'
import type { Letter } from '../mail/letter.js'
import type { Composer } from '../mail/outbox.js'
import { withLanguage } from '../web/reader.js'
import { INVITATION_DAYS } from './invite.js'

/** Dropped when they were taken from the desk before it left. */
const deskInvitation: Composer = async (deps, mails) => {
  const letters = new Map<number, Letter>()
  const { publicUrl } = deps.config
  for (const mail of mails) {
    const account = await getAccount(deps.db, mail.accountId!)
    if (!isDeskRole(account.role)) continue
    const { t } = translatorFor(mail.locale)
    const host = await getAccount(deps.db, Number(mail.params.by))
    const by = host.name ?? (await addressOf(deps, host))
    const site = new URL(publicUrl).host
    const token = await signInToken(deps, String(mail.params.link))
    letters.set(mail.id, {
      to: await addressOf(deps, account),
      locale: mail.locale,
      subject: t('people.mail.subject', { site }),
      preview: t('people.mail.preview', { by }),
      blocks: [
        { paragraph: t('people.mail.intro', { by, site }) },
        { facts: [{ label: t('people.mail.role'), value: t(`people.role.${account.role}.what`) }] },
        {
          button: {
            label: t('people.mail.button'),
            url: publicUrl + withLanguage(`/account/sign-in/${token}`, mail.locale),
          },
        },
        { paragraph: t('people.mail.limits', { days: INVITATION_DAYS }) },
        {
          links: [
            {
              label: t('people.mail.later'),
              url: `${publicUrl}${withLanguage('/account/sign-in', mail.locale)}`,
            },
          ],
        },
        { paragraph: t('people.mail.notYou') },
      ],
      why: t('people.mail.why', { by }),
    })
  }
  return letters
}

export const peopleComposers: Record<string, Composer> = { 'desk-invitation': deskInvitation }
