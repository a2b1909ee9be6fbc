/** "What became of it?", to the decision-maker and to the campaigner. */

import { addressOf } from '../accounts/accounts.js'
import { renewedPath } from '../decision-makers/links.js'
import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import { type LinkPurpose, tokenOf } from '../keys/links.js'
import type { Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { unsealDecisionMakerAddress } from '../petitions/decision-maker.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { withLanguage } from '../web/reader.js'

export const outcomeComposers: Record<string, Composer> = {
  'outcome-question': writeQuestions,
  'outcome-question-recipient': writeQuestions,
}

/** Dropped: who stepped aside, stopped these mails, or is asked about a petition that is not shown any more. */
async function writeQuestions(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  for (const row of await listQuestions(deps, mails)) {
    const { mailId, locale, petitionId, title, isToCampaigner } = row
    const keys = await deps.keyring.findPetitionKeys(deps.db, petitionId)
    if (!keys || !PUBLIC_STATES.includes(row.state)) continue
    const to = isToCampaigner
      ? row.campaignerMails && row.campaignerEmail
        ? await addressOf(deps, { emailSealed: row.campaignerEmail })
        : undefined
      : row.makerState === 'active' && row.rhythm !== 'none'
        ? unsealDecisionMakerAddress(keys, { petitionId, emailSealed: row.makerEmail })
        : undefined
    if (!to) continue
    const { t, date } = translatorFor(locale)
    const link = (path: string) => `${deps.config.publicUrl}${withLanguage(path, locale)}`
    const token = (purpose: LinkPurpose) =>
      tokenOf(keys, purpose, { petitionId, subjectId: isToCampaigner ? petitionId : row.decisionMakerId })
    const answer = isToCampaigner
      ? `/account/petitions/${row.slug}/outcomes`
      : `${await renewedPath(deps, keys, { ...row, id: row.decisionMakerId })}/outcomes`
    const stop = token(isToCampaigner ? 'campaigner-unsubscribe' : 'decision-maker-unsubscribe')
    letters.set(mailId, {
      to,
      locale,
      subject: t('outcomes.mail.subject', { title }),
      preview: t('outcomes.mail.preview'),
      blocks: [
        { paragraph: t('outcomes.mail.intro', { name: row.name, title, on: date(row.promisedOn) }) },
        { quote: row.promise },
        { paragraph: t('outcomes.mail.due', { on: date(row.dueOn) }) },
        { paragraph: t('outcomes.mail.ask') },
        { button: { label: t('outcomes.mail.button'), url: link(answer) } },
        { links: [{ label: t('outcomes.mail.register'), url: link(`/petitions/${row.slug}#outcome`) }] },
      ],
      why: t('outcomes.mail.why', { title }),
      unsubscribe: {
        url: `${deps.config.publicUrl}/unsubscribe/${stop}`,
        label: t('outcomes.mail.unsubscribe'),
      },
    })
  }
  return letters
}

async function listQuestions({ db }: Deps, mails: DueMail[]) {
  const outcomes = await db
    .selectFrom('outcomes')
    .innerJoin('petitions', 'petitions.id', 'outcomes.petitionId')
    .innerJoin('decisionMakers', 'decisionMakers.id', 'outcomes.decisionMakerId')
    .leftJoin('accounts', 'accounts.id', 'petitions.accountId')
    .select(['outcomes.id', 'outcomes.promise', 'outcomes.promisedOn', 'outcomes.dueOn'])
    .select(['outcomes.decisionMakerId', 'petitions.id as petitionId', 'petitions.slug', 'petitions.title'])
    .select(['petitions.state', 'petitions.campaignerMails', 'accounts.emailSealed as campaignerEmail'])
    .select(['decisionMakers.name', 'decisionMakers.rhythm', 'decisionMakers.state as makerState'])
    .select('decisionMakers.emailSealed as makerEmail')
    .select(['decisionMakers.linkNumber', 'decisionMakers.linkUntil', 'decisionMakers.oldLinkUntil'])
    .where(
      'outcomes.id',
      'in',
      mails.map(({ params }) => Number(params.outcome)),
    )
    .execute()
  return mails.flatMap(({ id: mailId, kind, locale, params }) =>
    outcomes
      .filter(({ id }) => id === Number(params.outcome))
      .map((outcome) => ({ ...outcome, mailId, locale, isToCampaigner: kind === 'outcome-question' })),
  )
}
