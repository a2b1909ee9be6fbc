/**
 * The statement of reasons to whoever wrote what was removed (EU Digital Services Act, Article 17). Who reported it is
 * not told. A petition that is hidden has its letter from the desk's own feature.
 */

import { addressOf, getAccount } from '../accounts/accounts.js'
import type { ReportKind } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { type Translator, translatorFor } from '../i18n/translate.js'
import { tokenOf } from '../keys/links.js'
import type { Block, Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { appealPath } from '../moderation/contest.js'
import { groundOf } from '../moderation/grounds.js'
import { statementBlocks } from '../moderation/statement.js'
import { warningBlocks } from '../moderation/warning.js'
import { unsealSigner } from '../signatures/signer.js'
import { plainBlocks } from '../web/markdown.js'
import { withLanguage } from '../web/reader.js'
import { findEntry } from './queries.js'
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
        ...(await whyBlocks(deps, ui, mail, {
          kind: 'reason',
          what: t('reports.statement.reason.what', { title }),
        })),
        { links: [{ label: t('updates.mail.signature'), url: `${config.publicUrl}${own}` }] },
      ],
      why: t('reports.mail.reason.why', { title }),
      unsubscribe: {
        url: `${config.publicUrl}/unsubscribe/${tokenOf(keys, 'unsubscribe', subject)}`,
        label: t('updates.mail.unsubscribe'),
      },
    })
  }
  return letters
}

async function tellCampaigners(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const { db } = deps
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
        ...(await whyBlocks(deps, ui, mail, {
          kind: 'update',
          what: t('reports.statement.update.what', { update: row.title, title }),
        })),
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
        ...(await whyBlocks(deps, ui, mail, {
          kind: 'picture',
          what: t('reports.statement.picture.what', { title }),
        })),
      ],
      why: t('moderation.mail.why', { title }),
    })
  }
  return letters
}

/** The facts, in the words of who decided, and the statement; as they were written down when it was decided. */
async function whyBlocks(
  deps: Deps,
  ui: Translator,
  { params, locale }: DueMail,
  { kind, what }: { kind: Exclude<ReportKind, 'petition'>; what: string },
): Promise<Block[]> {
  const { t } = ui
  const entryId = Number(params.entry)
  const entry = await findEntry(deps.db, entryId)
  const reason = entry?.reason ?? ''
  return [
    { paragraph: t('moderation.mail.sentence') },
    { quote: entry?.note ?? '' },
    // Signers have no account that could be kept from anything.
    ...(kind === 'reason' ? [] : warningBlocks(ui, reason)),
    ...statementBlocks(ui, deps.config, {
      what,
      extent: t(`reports.statement.${kind}.extent`),
      duration: t('reports.statement.duration'),
      reason,
      ground: groundOf(t, `${kind}-removed`, reason),
      law: entry?.law ?? null,
      wasReported: true,
      appealUrl: `${deps.config.publicUrl}${withLanguage(await appealPath(deps, entryId), locale)}`,
    }),
  ]
}
