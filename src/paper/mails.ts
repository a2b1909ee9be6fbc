/** The letter to somebody who is asked to read sheets. */

import type { Database } from '../database/connect.js'
import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import { tokenOf } from '../keys/links.js'
import type { Letter } from '../mail/letter.js'
import type { Composer } from '../mail/outbox.js'
import { getPetition } from '../petitions/queries.js'
import { withLanguage } from '../web/reader.js'
import { findKeyer, unsealKeyer } from './keyers.js'

/** Dropped when they were taken off the list, or the petition's key was destroyed, before it left. */
const paperInvitation: Composer = async (deps, mails) => {
  const letters = new Map<number, Letter>()
  for (const mail of mails) {
    const letter = await write(deps, mail.petitionId!, Number(mail.params.keyer))
    if (letter) letters.set(mail.id, letter)
  }
  return letters
}

async function write(
  deps: Deps & { db: Database },
  petitionId: number,
  keyerId: number,
): Promise<Letter | undefined> {
  const keys = await deps.keyring.findPetitionKeys(deps.db, petitionId)
  const keyer = keys && (await findKeyer(deps.db, petitionId, keyerId))
  const person = keyer && unsealKeyer(keys, keyer)
  if (!keys || !keyer || !person) return undefined
  const petition = await getPetition(deps.db, petitionId)
  const { t } = translatorFor(keyer.locale)
  const campaigner = petition.campaignerName ?? t('paper.someone')
  const page = `${deps.config.publicUrl}/paper/${tokenOf(keys, 'paper', { petitionId, subjectId: keyer.id })}`
  return {
    to: person.email,
    locale: keyer.locale,
    subject: t('paper.mail.subject', { campaigner }),
    preview: t('paper.mail.preview', { title: petition.title }),
    blocks: [
      { paragraph: t('paper.mail.hello', { name: person.name }) },
      { paragraph: t('paper.mail.intro', { campaigner, title: petition.title }) },
      { paragraph: t('paper.mail.twice') },
      { button: { label: t('paper.mail.button'), url: withLanguage(page, keyer.locale) } },
      { paragraph: t('paper.mail.secret') },
    ],
    why: t('paper.mail.why', { campaigner }),
    unsubscribe: { url: `${page}/ending`, label: t('paper.mail.stop') },
  }
}

export const paperComposers: Record<string, Composer> = { 'paper-invitation': paperInvitation }
