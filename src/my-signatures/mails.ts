/** The letters of this feature: a link to an address that asked for it, or that is about to get signatures. */

import type { MessageKey } from '../i18n/translate.js'
import { translatorFor } from '../i18n/translate.js'
import { contactOf } from '../mail/contact.js'
import type { Letter } from '../mail/letter.js'
import type { Composer } from '../mail/outbox.js'
import { withLanguage } from '../web/reader.js'
import { findRequest, LINK_MINUTES } from './requests.js'

/**
 * Says the same whatever the address has signed: who reads it sees the rest behind the link, and a mail program that
 * shows its beginning on a locked screen shows nothing.
 */
const link: Composer = writeLinks('link', (token) => `/my-signatures/${token}`)

const address: Composer = writeLinks('address', (token) => `/my-signatures/address/${token}`)

function writeLinks(which: 'link' | 'address', pathOf: (token: string) => string): Composer {
  const key = (part: string) => `my-signatures.mail.${which}.${part}` as MessageKey
  return async (deps, mails) => {
    const letters = new Map<number, Letter>()
    for (const mail of mails) {
      const request = await findRequest(deps, String(mail.params.request))
      if (!request) continue
      const { t } = translatorFor(mail.locale)
      const minutes = LINK_MINUTES
      letters.set(mail.id, {
        to: request.asked.address,
        locale: mail.locale,
        subject: t(key('subject')),
        preview: t(key('preview'), { minutes }),
        blocks: [
          { paragraph: t(key('intro')) },
          {
            button: {
              label: t(key('button')),
              url: deps.config.publicUrl + withLanguage(pathOf(request.token), mail.locale),
            },
          },
          { paragraph: t(key('limits'), { minutes }) },
          { paragraph: t(key('not-you')) },
        ],
        why: t(key('why')),
        // Who wants no mail has a right to see, take along and erase what is kept; this is the way to it.
        ...(which === 'link' && { evenAfterComplaint: true }),
      })
    }
    return letters
  }
}

/** To the old address, without the new one: it may be a stranger's by now. */
const moved: Composer = async (deps, mails) => {
  const letters = new Map<number, Letter>()
  for (const mail of mails) {
    const request = await findRequest(deps, String(mail.params.request))
    if (!request?.asked.from) continue
    const { t } = translatorFor(mail.locale)
    letters.set(mail.id, {
      to: request.asked.from,
      locale: mail.locale,
      subject: t('my-signatures.mail.moved.subject'),
      preview: t('my-signatures.mail.moved.preview'),
      blocks: [
        { paragraph: t('my-signatures.mail.moved.intro') },
        { paragraph: t('my-signatures.mail.moved.not-you', { contact: contactOf(deps.config) }) },
      ],
      why: t('my-signatures.mail.moved.why'),
    })
  }
  return letters
}

export const mySignaturesComposers: Record<string, Composer> = {
  'my-signatures-link': link,
  'my-signatures-address': address,
  'my-signatures-moved': moved,
}
