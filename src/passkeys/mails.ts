/** What somebody is told when their passkeys change: by them, we hope. */

import { addressOf, getAccount } from '../accounts/accounts.js'
import type { Transaction } from '../database/connect.js'
import type { Account } from '../database/tables.js'
import { translatorFor } from '../i18n/translate.js'
import type { Letter } from '../mail/letter.js'
import { addMails, type Composer } from '../mail/outbox.js'
import { withLanguage } from '../web/reader.js'

const CHANGES = ['added', 'removed', 'reset'] as const
type PasskeyChange = (typeof CHANGES)[number]

export async function tellPasskeyChange(
  trx: Transaction,
  { id, locale }: Pick<Account, 'id' | 'locale'>,
  change: PasskeyChange,
): Promise<void> {
  await addMails(trx, [
    { queue: 'confirmation-mails', kind: 'passkeys-changed', accountId: id, params: { change }, locale },
  ])
}

const passkeysChanged: Composer = async (deps, mails) => {
  const letters = new Map<number, Letter>()
  for (const mail of mails) {
    const account = await getAccount(deps.db, mail.accountId!)
    const { t, dateTime } = translatorFor(mail.locale)
    const change = CHANGES.find((one) => one === mail.params.change) ?? 'reset'
    const page = change === 'reset' ? '/account/sign-in' : '/account/passkeys'
    const site = new URL(deps.config.publicUrl).host
    letters.set(mail.id, {
      to: await addressOf(deps, account),
      locale: mail.locale,
      subject: t(`passkeys.mail.${change}.subject`, { site }),
      preview: t('passkeys.mail.preview', { at: dateTime(mail.askedAt) }),
      blocks: [
        { paragraph: t(`passkeys.mail.${change}`, { site, at: dateTime(mail.askedAt) }) },
        {
          links: [
            {
              label: t(change === 'reset' ? 'passkeys.mail.signIn' : 'passkeys.mail.page'),
              url: deps.config.publicUrl + withLanguage(page, mail.locale),
            },
          ],
        },
        { paragraph: t('passkeys.mail.notYou') },
      ],
      why: t('passkeys.mail.why'),
    })
  }
  return letters
}

export const passkeyComposers: Record<string, Composer> = { 'passkeys-changed': passkeysChanged }
