/** Word to the campaigner that the person they asked has stepped aside. */

import { addressOf } from '../accounts/accounts.js'
import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import { tokenOf } from '../keys/links.js'
import type { Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { withLanguage } from '../web/reader.js'

export const asideComposers: Record<string, Composer> = { 'recipient-stepped-aside': tellCampaigner }

/** Dropped: a letter whose reader stopped these mails, or whose petition is not shown any more. */
async function tellCampaigner(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  for (const mail of mails) {
    const row = await deps.db
      .selectFrom('decisionMakers')
      .innerJoin('petitions', 'petitions.id', 'decisionMakers.petitionId')
      .innerJoin('accounts', 'accounts.id', 'petitions.accountId')
      .select(['decisionMakers.name', 'decisionMakers.state', 'decisionMakers.stateNote'])
      .select(['petitions.id', 'petitions.slug', 'petitions.title', 'petitions.state as petitionState'])
      .select(['petitions.campaignerMails', 'accounts.emailSealed'])
      .where('decisionMakers.id', '=', Number(mail.params.maker))
      .executeTakeFirst()
    if (!row?.campaignerMails || !PUBLIC_STATES.includes(row.petitionState) || row.state === 'active')
      continue
    const keys = await deps.keyring.findPetitionKeys(deps.db, row.id)
    if (!keys) continue
    const { t } = translatorFor(mail.locale)
    const { name, title, slug } = row
    const isNotMe = row.state === 'not-me'
    const site = deps.config.publicUrl
    const stop = tokenOf(keys, 'campaigner-unsubscribe', { petitionId: row.id, subjectId: row.id })
    letters.set(mail.id, {
      to: await addressOf(deps, row),
      locale: mail.locale,
      subject: t(`aside.mail.${row.state}.subject`, { name, title }),
      preview: t('aside.mail.preview'),
      blocks: [
        { paragraph: t(`aside.mail.${row.state}.text`, { name, title }) },
        // Their reasons for an objection are theirs, and the moderators'.
        ...(isNotMe && row.stateNote ? [{ paragraph: t('aside.mail.words') }, { quote: row.stateNote }] : []),
        { paragraph: t(`aside.mail.${row.state}.next`) },
        {
          button: {
            label: t('aside.mail.open'),
            url: withLanguage(`${site}/account/petitions/${slug}`, mail.locale),
          },
        },
      ],
      why: t('moderation.mail.why', { title }),
      unsubscribe: { url: `${site}/unsubscribe/${stop}`, label: t('moderation.mail.unsubscribe') },
    })
  }
  return letters
}
