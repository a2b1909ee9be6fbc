/** The letter to who signed and was removed. See `work.ts` for who gets it. */

import { sql } from 'kysely'
import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import { tokenOf } from '../keys/links.js'
import type { Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { unsealSigner } from '../signatures/signer.js'
import { withLanguage } from '../web/reader.js'

export const quarantineComposers: Record<string, Composer> = {
  // Restored since, or erased: the letter would say what is no longer true.
  'signature-removed': composeRemoved,
}

async function composeRemoved(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const rows = await deps.db
    .selectFrom('mails')
    .innerJoin('signatures', (join) =>
      join
        .onRef('signatures.petitionId', '=', 'mails.petitionId')
        .onRef('signatures.id', '=', 'mails.signatureId'),
    )
    .innerJoin('petitions', 'petitions.id', 'signatures.petitionId')
    .select(['mails.id', 'mails.locale', 'petitions.title', 'petitions.slug'])
    .select(['signatures.petitionId', 'signatures.id as signatureId', 'signatures.sealed'])
    .where('mails.id', '=', sql<number>`any(${mails.map((mail) => mail.id)}::bigint[])`)
    .where('signatures.state', '=', 'removed')
    .execute()

  const { publicUrl } = deps.config
  const letters = new Map<number, Letter>()
  for (const { id, locale, title, slug, signatureId, petitionId, sealed } of rows) {
    const keys = await deps.keyring.findPetitionKeys(deps.db, petitionId)
    const signer = keys && unsealSigner(keys, { petitionId, sealed })
    if (!keys || !signer) continue
    const subject = { petitionId, subjectId: signatureId }
    const { t } = translatorFor(locale)
    const link = (path: string) => `${publicUrl}${withLanguage(path, locale)}`
    letters.set(id, {
      to: signer.email,
      locale,
      subject: t('quarantine.mail.subject'),
      preview: t('quarantine.mail.preview'),
      blocks: [
        { paragraph: t('quarantine.mail.lead') },
        { quote: title },
        { paragraph: t('quarantine.mail.why-you') },
        {
          button: {
            label: t('quarantine.mail.button'),
            url: link(`/signatures/${tokenOf(keys, 'signature', subject)}`),
          },
        },
        {
          links: [{ label: t('quarantine.mail.log'), url: link(`/petitions/${slug}/transparency`) }],
        },
      ],
      why: t('quarantine.mail.why', { site: new URL(publicUrl).host }),
      unsubscribe: {
        url: `${publicUrl}/unsubscribe/${tokenOf(keys, 'unsubscribe', subject)}`,
        label: t('quarantine.mail.unsubscribe'),
      },
    })
  }
  return letters
}
