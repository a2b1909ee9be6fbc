/** The letters about a campaigner's other petitions, to signers who asked for them. */

import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import { tokenOf } from '../keys/links.js'
import type { Letter } from '../mail/letter.js'
import type { DueMail } from '../mail/outbox.js'
import { unsealSigner } from '../signatures/signer.js'
import { plainBlocks } from '../web/markdown.js'
import { withLanguage } from '../web/reader.js'
import { type FollowerLetter, findFollowerLetters } from './queries.js'

/** Dropped: who took the consent back or withdrew, and what is no longer shown. */
export async function writeToFollowers(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  const rows = await findFollowerLetters(
    deps.db,
    mails.map(({ id }) => id),
  )
  for (const row of rows) {
    const keys = await deps.keyring.findPetitionKeys(deps.db, row.petitionId)
    const signer = keys && unsealSigner(keys, row)
    const news = signer && newsOf(row)
    if (!news) continue

    const { t } = translatorFor(row.locale)
    const subject = { petitionId: row.petitionId, subjectId: row.signatureId }
    const link = (path: string) => `${deps.config.publicUrl}${withLanguage(path, row.locale)}`
    letters.set(row.mailId, {
      to: signer.email,
      locale: row.locale,
      ...news,
      blocks: [
        ...news.blocks,
        { button: { label: t('updates.mail.others.button'), url: link(`/petitions/${row.slug}`) } },
        {
          links: [
            {
              label: t('updates.mail.signature'),
              url: link(`/signatures/${tokenOf(keys, 'signature', subject)}`),
            },
          ],
        },
      ],
      why: t('updates.mail.others.why', { signed: row.signedTitle }),
      unsubscribe: {
        url: `${deps.config.publicUrl}/unsubscribe/${tokenOf(keys, 'others-unsubscribe', subject)}`,
        label: t('updates.mail.others.unsubscribe'),
      },
    })
  }
  return letters
}

function newsOf(row: FollowerLetter): Pick<Letter, 'subject' | 'preview' | 'blocks'> | undefined {
  const { t } = translatorFor(row.locale)
  const about = { name: row.campaignerName ?? 'none', title: row.title }
  if (row.kind === 'others-opened') {
    // Opened and closed or hidden before this letter could leave: there is nothing to sign any more.
    if (row.state !== 'open') return undefined
    const intro = t('updates.mail.others.opened.intro', about)
    return {
      subject: t('updates.mail.others.opened.subject', about),
      preview: intro,
      blocks: [{ paragraph: intro }, { quote: row.title }, { paragraph: row.ask }],
    }
  }
  const intro = t('updates.mail.others.news.intro', about)
  return {
    subject: row.updateTitle!,
    preview: intro,
    blocks: [{ paragraph: intro }, { heading: row.updateTitle! }, ...plainBlocks(row.updateBody!)],
  }
}
