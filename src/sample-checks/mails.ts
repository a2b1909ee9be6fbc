/** The one letter to each person who was drawn. */

import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import { tokenOf } from '../keys/links.js'
import type { Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { unsealSigner } from '../signatures/signer.js'
import { withLanguage } from '../web/reader.js'

export const sampleCheckComposers: Record<string, Composer> = { 'sample-check': writeQuestions }

/** Dropped: who withdrew since, who wants no such mail, and what is over or no longer shown. */
async function writeQuestions(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const rows = await deps.db
    .selectFrom('sampleCheckPeople')
    .innerJoin('sampleChecks', 'sampleChecks.id', 'sampleCheckPeople.sampleCheckId')
    .innerJoin('petitions', 'petitions.id', 'sampleCheckPeople.petitionId')
    .innerJoin('signatures', (join) =>
      join
        .onRef('signatures.petitionId', '=', 'sampleCheckPeople.petitionId')
        .onRef('signatures.id', '=', 'sampleCheckPeople.signatureId'),
    )
    .leftJoin('decisionMakers', 'decisionMakers.id', 'sampleChecks.decisionMakerId')
    .select([
      'sampleCheckPeople.id',
      'sampleCheckPeople.mailId',
      'sampleCheckPeople.petitionId',
      'sampleCheckPeople.signatureId',
      'sampleChecks.endsAt',
      'signatures.sealed',
      'signatures.locale',
      'petitions.slug',
      'petitions.title',
      'decisionMakers.name as makerName',
    ])
    .where(
      'sampleCheckPeople.mailId',
      'in',
      mails.map((mail) => mail.id),
    )
    .where('signatures.state', '=', 'confirmed')
    .where('signatures.refusesChecks', '=', false)
    .where('petitions.state', 'in', PUBLIC_STATES)
    .where('sampleChecks.endsAt', '>', deps.clock.now())
    .execute()

  const letters = new Map<number, Letter>()
  for (const row of rows) {
    const { petitionId, title, locale } = row
    const keys = await deps.keyring.findPetitionKeys(deps.db, petitionId)
    const signer = keys && unsealSigner(keys, row)
    if (!signer) continue
    const { t, date } = translatorFor(locale)
    const link = (path: string) => `${deps.config.publicUrl}${withLanguage(path, locale)}`
    const until = date(row.endsAt!)
    letters.set(row.mailId, {
      to: signer.email,
      locale,
      subject: t('sample-checks.mail.subject', { title }),
      preview: t('sample-checks.mail.preview'),
      blocks: [
        { paragraph: t('sample-checks.mail.intro', { title }) },
        { paragraph: t('sample-checks.mail.who', { name: row.makerName ?? 'none' }) },
        {
          button: {
            label: t('sample-checks.mail.button'),
            url: link(`/sample-checks/${tokenOf(keys, 'sample-check', { petitionId, subjectId: row.id })}`),
          },
        },
        { paragraph: t('sample-checks.mail.free', { until }) },
        {
          links: [
            { label: t('sample-checks.mail.petition'), url: link(`/petitions/${row.slug}`) },
            { label: t('sample-checks.mail.how'), url: link(`/petitions/${row.slug}/sample-checks`) },
          ],
        },
      ],
      why: t('sample-checks.mail.why', { title }),
      unsubscribe: {
        url: `${deps.config.publicUrl}/unsubscribe/${tokenOf(keys, 'checks-unsubscribe', { petitionId, subjectId: row.signatureId })}`,
        label: t('sample-checks.mail.unsubscribe'),
      },
    })
  }
  return letters
}
