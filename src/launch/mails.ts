/**
 * The letters of this feature. They go to addresses that nobody has confirmed yet, so they repeat no word of the
 * draft: a title would let anybody send sentences of their own to a stranger in our name.
 */

import { addressOf, getAccount } from '../accounts/accounts.js'
import { signInToken } from '../accounts/sign-in-links.js'
import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import type { Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { withLanguage } from '../web/reader.js'
import { type Draft, loadDraft } from './drafts.js'
import { CONFIRMATION_HOURS } from './submit.js'
import { KEEP_DRAFTS_DAYS } from './upkeep.js'

const confirmCampaigner: Composer = (deps, mails) =>
  writeEach(deps, mails, async (mail, draft) => {
    const account = await getAccount(deps.db, mail.accountId!)
    const { t } = translatorFor(mail.locale)
    const link = await signInToken(deps, String(mail.params.link))
    return {
      to: await addressOf(deps, account),
      locale: mail.locale,
      subject: t('launch.mail.confirm.subject'),
      preview: t('launch.mail.confirm.preview'),
      blocks: [
        { paragraph: t('launch.mail.confirm.intro') },
        {
          button: {
            label: t('launch.mail.confirm.button'),
            url: urlOf(deps, mail, `/drafts/${draft.token}/confirmation/${link}`),
          },
        },
        { paragraph: t('launch.mail.confirm.limits', { hours: CONFIRMATION_HOURS }) },
        { paragraph: t('launch.mail.notYou') },
      ],
      why: t('launch.mail.why'),
    }
  })

const draftLink: Composer = (deps, mails) =>
  writeEach(deps, mails, async (mail, draft) => {
    if (!draft.email) return undefined
    const { t } = translatorFor(mail.locale)
    return {
      to: draft.email,
      locale: mail.locale,
      subject: t('launch.mail.draft.subject'),
      preview: t('launch.mail.draft.preview'),
      blocks: [
        { paragraph: t('launch.mail.draft.intro') },
        {
          button: {
            label: t('launch.mail.draft.button'),
            url: urlOf(deps, mail, `/drafts/${draft.token}`),
          },
        },
        { paragraph: t('launch.mail.draft.limits', { days: KEEP_DRAFTS_DAYS }) },
        { paragraph: t('launch.mail.notYou') },
      ],
      why: t('launch.mail.why'),
    }
  })

/** For the drafts that still are: who submitted meanwhile needs no link any more. */
async function writeEach(
  deps: Deps,
  mails: DueMail[],
  write: (mail: DueMail, draft: Draft) => Promise<Letter | undefined>,
): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  for (const mail of mails) {
    const keys = await deps.keyring.findPetitionKeys(deps.db, mail.petitionId!)
    const draft = keys && (await loadDraft(deps.db, mail.petitionId!, keys))
    if (draft?.petition.state !== 'draft') continue
    const letter = await write(mail, draft)
    if (letter) letters.set(mail.id, letter)
  }
  return letters
}

function urlOf(deps: Deps, mail: DueMail, path: string): string {
  return deps.config.publicUrl + withLanguage(path, mail.locale)
}

export const launchComposers: Record<string, Composer> = {
  'confirm-campaigner': confirmCampaigner,
  'draft-link': draftLink,
}
