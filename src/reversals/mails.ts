/** To whoever had read of a decision that was taken back since; who had not yet read of it hears nothing. */

import { addressOf, getAccount } from '../accounts/accounts.js'
import type { Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import type { Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { actLabel } from '../moderation/record.js'
import { findPetition } from '../petitions/queries.js'
import { unsealSigner } from '../signatures/signer.js'

export const reversalComposers: Record<string, Composer> = { 'decision-undone': tellUndone }

async function tellUndone(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  for (const mail of mails) {
    const { id, locale, petitionId, params } = mail
    const entry = await deps.db
      .selectFrom('auditEntries')
      .select(['act', 'at'])
      .where('id', '=', Number(params.entry))
      .executeTakeFirst()
    const petition = petitionId === null ? undefined : await findPetition(deps.db, petitionId)
    const to = petition && (await findReader(deps, petition, mail))
    if (!entry || !petition || !to) continue
    const { t, date } = translatorFor(locale)
    const { title } = petition
    const told = { act: actLabel(t, entry.act), on: date(entry.at), title }
    letters.set(id, {
      to,
      locale,
      subject: t('reversals.mail.subject', { title }),
      preview: t('reversals.mail.preview'),
      blocks: [
        { paragraph: t('reversals.mail.intro', told) },
        {
          paragraph: t(entry.act.startsWith('petition-') ? nextOf(entry.act) : 'reversals.mail.next.shown'),
        },
      ],
      why: t(mail.accountId === null ? 'updates.mail.why' : 'moderation.mail.why', { title }),
    })
  }
  return letters
}

function nextOf(act: string) {
  return act === 'petition-hidden' ? 'reversals.mail.next.shown' : 'reversals.mail.next.waits'
}

/** Undefined when they have withdrawn, or their petition's key is gone. */
async function findReader(
  deps: Deps,
  { id: petitionId }: Pick<Petition, 'id'>,
  { accountId, signatureId }: DueMail,
): Promise<string | undefined> {
  if (accountId !== null) return addressOf(deps, await getAccount(deps.db, accountId))
  const keys = await deps.keyring.findPetitionKeys(deps.db, petitionId)
  const signature = await deps.db
    .selectFrom('signatures')
    .select(['petitionId', 'sealed'])
    .where('petitionId', '=', petitionId)
    .where('id', '=', signatureId)
    .executeTakeFirst()
  return keys && signature && unsealSigner(keys, signature)?.email
}
