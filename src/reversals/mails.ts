/** To whoever had read of a decision that was taken back since; who had not yet read of it hears nothing. */

import { addressOf, getAccount } from '../accounts/accounts.js'
import type { Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { type MessageKey, translatorFor } from '../i18n/translate.js'
import type { Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { actLabel } from '../moderation/record.js'
import { unsealDecisionMakerAddress } from '../petitions/decision-maker.js'
import { findPetition } from '../petitions/queries.js'
import { unsealSigner } from '../signatures/signer.js'

export const reversalComposers: Record<string, Composer> = { 'decision-undone': tellUndone }

async function tellUndone(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  for (const mail of mails) {
    const { id, locale, params } = mail
    const entry = await deps.db
      .selectFrom('auditEntries')
      .select(['act', 'at', 'petitionId'])
      .where('id', '=', Number(params.entry))
      .executeTakeFirst()
    // The entry knows its petition also where the mail is about an account.
    const petition = entry?.petitionId ? await findPetition(deps.db, entry.petitionId) : undefined
    const to = petition && (await findReader(deps, petition, mail))
    if (!entry || !petition || !to) continue
    const { t, date } = translatorFor(locale)
    const { title } = petition
    const told = { act: actLabel(t, entry.act), on: date(entry.at), title }
    const isOfAccount = entry.act === 'account-limited'
    letters.set(id, {
      to,
      locale,
      subject: t(isOfAccount ? 'reversals.mail.subject.account' : 'reversals.mail.subject', { title }),
      preview: t('reversals.mail.preview'),
      blocks: [
        { paragraph: t(isOfAccount ? 'reversals.mail.intro.account' : 'reversals.mail.intro', told) },
        { paragraph: t(nextOf(entry.act)) },
      ],
      why: t(whyOf(mail), { title }),
    })
  }
  return letters
}

/** What is true again. */
function nextOf(act: string): MessageKey {
  switch (act) {
    case 'petition-published':
    case 'petition-refused':
      return 'reversals.mail.next.waits'
    case 'reply-refused':
      return 'reversals.mail.next.reply'
    case 'account-limited':
      return 'reversals.mail.next.account'
    default:
      return 'reversals.mail.next.shown'
  }
}

function whyOf({ accountId, decisionMakerId }: DueMail): MessageKey {
  if (decisionMakerId !== null) return 'moderation.mail.recipient.why'
  return accountId === null ? 'reports.mail.reason.why' : 'moderation.mail.why'
}

/** Undefined when they have withdrawn or objected, or their petition's key is gone. */
async function findReader(
  deps: Deps,
  { id: petitionId }: Pick<Petition, 'id'>,
  { accountId, signatureId, decisionMakerId }: DueMail,
): Promise<string | undefined> {
  if (accountId !== null) return addressOf(deps, await getAccount(deps.db, accountId))
  const keys = await deps.keyring.findPetitionKeys(deps.db, petitionId)
  if (decisionMakerId !== null) {
    const maker = await deps.db
      .selectFrom('decisionMakers')
      .select(['petitionId', 'emailSealed'])
      .where('id', '=', decisionMakerId)
      .where('state', '=', 'active')
      .executeTakeFirst()
    return keys && maker && unsealDecisionMakerAddress(keys, maker)
  }
  const signature = await deps.db
    .selectFrom('signatures')
    .select(['petitionId', 'sealed'])
    .where('petitionId', '=', petitionId)
    .where('id', '=', signatureId)
    .executeTakeFirst()
  return keys && signature && unsealSigner(keys, signature)?.email
}
