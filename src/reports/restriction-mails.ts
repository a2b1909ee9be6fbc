/**
 * The statement of reasons to whoever wrote what was removed (EU Digital Services Act, Article 17). Who reported it is
 * not told. A petition that is hidden has its letter from the desk's own feature.
 */

import { addressOf, getAccount } from '../accounts/accounts.js'
import type { Report } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { type Translator, translatorFor } from '../i18n/translate.js'
import { tokenOf } from '../keys/links.js'
import type { Block, Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { appealPath } from '../moderation/contest.js'
import { statementBlocks } from '../moderation/statement.js'
import { unsealSigner } from '../signatures/signer.js'
import { plainBlocks } from '../web/markdown.js'
import { withLanguage } from '../web/reader.js'
import { groundLabel } from './ground-label.js'
import { listReported } from './reported.js'
import { unsealRemoved } from './reporter.js'

export const restrictionComposers: Record<string, Composer> = {
  'reason-removed': tellSigners,
  'update-removed': tellCampaigners,
  'picture-removed': tellOfPictures,
}

/** Dropped: who has withdrawn since, for nothing of theirs is left that could be restricted. */
async function tellSigners(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const { db, config } = deps
  const letters = new Map<number, Letter>()
  for (const { mail, report, petition } of await listReported(deps, mails)) {
    const { petitionId, signatureId } = report
    const keys = await deps.keyring.findPetitionKeys(db, petitionId)
    if (!keys || signatureId === null) continue
    const signature = await db
      .selectFrom('signatures')
      .select(['petitionId', 'sealed'])
      .where('petitionId', '=', petitionId)
      .where('id', '=', signatureId)
      .executeTakeFirst()
    const signer = signature && unsealSigner(keys, signature)
    if (!signer) continue

    const ui = translatorFor(mail.locale)
    const { t, date } = ui
    const { title } = petition
    const on = date(report.decidedAt ?? mail.askedAt)
    const subject = { petitionId, subjectId: signatureId }
    const own = withLanguage(`/signatures/${tokenOf(keys, 'signature', subject)}`, mail.locale)
    letters.set(mail.id, {
      to: signer.email,
      locale: mail.locale,
      subject: t('reports.mail.reason.subject', { title }),
      preview: t('reports.mail.reason.preview'),
      blocks: [
        { paragraph: t('reports.mail.reason.intro', { title, on }) },
        { quote: unsealRemoved(keys, report) ?? '' },
        ...sentence(ui, report),
        ...statementBlocks(ui, config, {
          what: t('reports.statement.reason.what', { title }),
          extent: t('reports.statement.reason.extent'),
          duration: t('reports.statement.duration'),
          reason: report.decisionReason ?? '',
          ground: groundLabel(t, report.decisionReason ?? ''),
          wasReported: true,
          appealUrl: await appealUrlOf(deps, mail),
        }),
        { links: [{ label: t('updates.mail.signature'), url: `${config.publicUrl}${own}` }] },
      ],
      why: t('updates.mail.why', { title }),
      unsubscribe: {
        url: `${config.publicUrl}/unsubscribe/${tokenOf(keys, 'unsubscribe', subject)}`,
        label: t('updates.mail.unsubscribe'),
      },
    })
  }
  return letters
}

async function tellCampaigners(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const { db, config } = deps
  const letters = new Map<number, Letter>()
  for (const { mail, report, petition } of await listReported(deps, mails)) {
    const row = await db
      .selectFrom('updates')
      .innerJoin('petitions', 'petitions.id', 'updates.petitionId')
      .innerJoin('accounts', 'accounts.id', 'petitions.accountId')
      .select(['updates.title', 'updates.body', 'accounts.emailSealed'])
      .where('updates.id', '=', report.updateId)
      .executeTakeFirst()
    if (!row) continue

    const ui = translatorFor(mail.locale)
    const { t, date } = ui
    const { title } = petition
    const on = date(report.decidedAt ?? mail.askedAt)
    letters.set(mail.id, {
      to: await addressOf(deps, row),
      locale: mail.locale,
      subject: t('reports.mail.update.subject', { title }),
      preview: t('reports.mail.update.preview'),
      blocks: [
        { paragraph: t('reports.mail.update.intro', { title, on }) },
        { heading: row.title },
        ...plainBlocks(row.body),
        ...sentence(ui, report),
        ...statementBlocks(ui, config, {
          what: t('reports.statement.update.what', { update: row.title, title }),
          extent: t('reports.statement.update.extent'),
          duration: t('reports.statement.duration'),
          reason: report.decisionReason ?? '',
          ground: groundLabel(t, report.decisionReason ?? ''),
          wasReported: true,
          appealUrl: await appealUrlOf(deps, mail),
        }),
      ],
      why: t('moderation.mail.why', { title }),
    })
  }
  return letters
}

async function tellOfPictures(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  for (const { mail, report, petition } of await listReported(deps, mails)) {
    const account = mail.accountId === null ? undefined : await getAccount(deps.db, mail.accountId)
    if (!account) continue
    const ui = translatorFor(mail.locale)
    const { t, date } = ui
    const { title } = petition
    const on = date(report.decidedAt ?? mail.askedAt)
    letters.set(mail.id, {
      to: await addressOf(deps, account),
      locale: mail.locale,
      subject: t('reports.mail.picture.subject', { title }),
      preview: t('reports.mail.picture.preview'),
      blocks: [
        { paragraph: t('reports.mail.picture.intro', { title, on }) },
        ...sentence(ui, report),
        ...statementBlocks(ui, deps.config, {
          what: t('reports.statement.picture.what', { title }),
          extent: t('reports.statement.picture.extent'),
          duration: t('reports.statement.duration'),
          reason: report.decisionReason ?? '',
          ground: groundLabel(t, report.decisionReason ?? ''),
          wasReported: true,
          appealUrl: await appealUrlOf(deps, mail),
        }),
      ],
      why: t('moderation.mail.why', { title }),
    })
  }
  return letters
}

async function appealUrlOf(deps: Deps, { params, locale }: DueMail): Promise<string> {
  return `${deps.config.publicUrl}${withLanguage(await appealPath(deps, Number(params.entry)), locale)}`
}

/** The facts, in the words of who decided. */
function sentence({ t }: Translator, { decisionNote }: Report): Block[] {
  return [{ paragraph: t('moderation.mail.sentence') }, { quote: decisionNote ?? '' }]
}
