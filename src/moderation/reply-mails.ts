/** What becomes of a reply, told to the campaigner it answers and to the decision-maker who wrote it. */

import { addressOf } from '../accounts/accounts.js'
import { renewedPath } from '../decision-makers/links.js'
import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import type { Keys } from '../keys/keyring.js'
import { type LinkPurpose, tokenOf } from '../keys/links.js'
import type { Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { unsealDecisionMakerAddress } from '../petitions/decision-maker.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { withLanguage } from '../web/reader.js'
import { appealPath } from './contest.js'
import { groundOf } from './grounds.js'
import { statementBlocks } from './statement.js'

export const replyComposers: Record<string, Composer> = {
  'reply-published': tellCampaigner,
  'reply-published-recipient': tellPublished,
  'reply-refused': tellRefused,
}

/** A mail gives a taste of a long reply; its page has all of it. */
const EXCERPT = 1_500

type ReplyMail = Awaited<ReturnType<typeof listReplyMails>>[number]

/** Dropped: a letter whose reader stopped these mails, or whose petition was hidden since. */
async function tellCampaigner(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  for (const row of await listReplyMails(deps, mails)) {
    const { mailId, locale, petitionId, slug, title, campaignerEmail } = row
    if (!row.campaignerMails || !campaignerEmail || !PUBLIC_STATES.includes(row.petitionState)) continue
    const { t } = translatorFor(locale)
    const keys = await deps.keyring.getPetitionKeys(deps.db, petitionId)
    const link = linkIn(deps, row)
    letters.set(mailId, {
      to: await addressOf(deps, { emailSealed: campaignerEmail }),
      locale,
      subject: t('moderation.mail.answered.subject', { name: row.name, title }),
      preview: t('moderation.mail.answered.preview'),
      blocks: [
        { paragraph: t('moderation.mail.answered.intro', { name: nameOf(row), title }) },
        { quote: excerpt(row.body) },
        { button: { label: t('moderation.mail.answered.button'), url: link(`/petitions/${slug}`) } },
        { paragraph: t('moderation.mail.answered.next') },
        { links: [{ label: t('moderation.mail.page'), url: link(`/account/petitions/${slug}`) }] },
      ],
      why: t('moderation.mail.why', { title }),
      unsubscribe: {
        url: unsubscribeAt(deps, keys, 'campaigner-unsubscribe', { petitionId, subjectId: petitionId }),
        label: t('moderation.mail.unsubscribe'),
      },
    })
  }
  return letters
}

async function tellPublished(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  return writeToDecisionMakers(deps, mails, (row, link, pageUrl) => {
    const { t } = translatorFor(row.locale)
    const { title } = row
    return {
      subject: t('moderation.mail.published.subject', { title }),
      preview: t('moderation.mail.published.preview'),
      blocks: [
        { paragraph: t('moderation.mail.published.intro', { title }) },
        { button: { label: t('moderation.mail.published.button'), url: link(`/petitions/${row.slug}`) } },
        { paragraph: t('moderation.mail.published.next') },
        { links: [{ label: t('moderation.mail.published.page'), url: pageUrl }] },
      ],
    }
  })
}

async function tellRefused(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const entries = await listEntries(deps, mails)
  return writeToDecisionMakers(deps, mails, (row, _link, pageUrl, appealUrl) => {
    const ui = translatorFor(row.locale)
    const { t } = ui
    const { title } = row
    const entry = entries.find(({ id }) => id === row.entryId)
    // Written before a ground was asked for: a sentence alone.
    const reason = entry?.reason ?? ''
    return {
      subject: t('moderation.mail.replyRefused.subject', { title }),
      preview: t('moderation.mail.replyRefused.preview'),
      blocks: [
        { paragraph: t('moderation.mail.replyRefused.intro', { title }) },
        { paragraph: t('moderation.mail.sentence') },
        { quote: row.decisionNote ?? '' },
        { paragraph: t('moderation.mail.replyRefused.next') },
        { links: [{ label: t('moderation.mail.replyRefused.button'), url: pageUrl }] },
        ...statementBlocks(ui, deps.config, {
          what: t('moderation.statement.reply.what', { title }),
          extent: t('moderation.statement.reply.extent'),
          duration: t('moderation.statement.refused.duration'),
          reason,
          ground: groundOf(t, 'reply-refused', reason),
          law: entry?.law ?? null,
          wasReported: false,
          appealUrl,
        }),
      ],
    }
  })
}

/** Dropped: a letter to someone who said "not me" or objected since. */
async function writeToDecisionMakers(
  deps: Deps,
  mails: DueMail[],
  tell: (
    row: ReplyMail,
    link: (path: string) => string,
    pageUrl: string,
    appealUrl: string,
  ) => Pick<Letter, 'subject' | 'preview' | 'blocks'>,
): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  for (const row of await listReplyMails(deps, mails)) {
    const { petitionId, locale, title } = row
    const keys = await deps.keyring.getPetitionKeys(deps.db, petitionId)
    const to = unsealDecisionMakerAddress(keys, { petitionId, emailSealed: row.makerEmail })
    if (!to || row.makerState !== 'active') continue
    const { t } = translatorFor(locale)
    const subject = { petitionId, subjectId: row.decisionMakerId }
    const link = linkIn(deps, row)
    const page = link(await renewedPath(deps, keys, { ...row, id: row.decisionMakerId }))
    letters.set(row.mailId, {
      to,
      locale,
      ...tell(row, link, page, link(await appealPath(deps, row.entryId))),
      why: t('moderation.mail.recipient.why', { title }),
      unsubscribe: {
        url: unsubscribeAt(deps, keys, 'decision-maker-unsubscribe', subject),
        label: t('moderation.mail.recipient.unsubscribe'),
      },
    })
  }
  return letters
}

async function listEntries({ db }: Deps, mails: DueMail[]) {
  return db
    .selectFrom('auditEntries')
    .select(['id', 'reason', 'law'])
    .where(
      'id',
      'in',
      mails.map(({ params }) => Number(params.entry ?? 0)),
    )
    .execute()
}

async function listReplyMails({ db }: Deps, mails: DueMail[]) {
  const replies = await db
    .selectFrom('replies')
    .innerJoin('petitions', 'petitions.id', 'replies.petitionId')
    .innerJoin('decisionMakers', 'decisionMakers.id', 'replies.decisionMakerId')
    .leftJoin('accounts', 'accounts.id', 'petitions.accountId')
    .select(['replies.id as replyId', 'replies.body', 'replies.decisionNote', 'replies.decisionMakerId'])
    .select(['petitions.id as petitionId', 'petitions.slug', 'petitions.title', 'petitions.campaignerMails'])
    .select(['petitions.state as petitionState', 'accounts.emailSealed as campaignerEmail'])
    .select(['decisionMakers.name', 'decisionMakers.role', 'decisionMakers.organisation'])
    .select(['decisionMakers.emailSealed as makerEmail', 'decisionMakers.state as makerState'])
    .select(['decisionMakers.linkNumber', 'decisionMakers.linkUntil', 'decisionMakers.oldLinkUntil'])
    .where(
      'replies.id',
      'in',
      mails.map(({ params }) => Number(params.reply)),
    )
    .execute()
  return mails.flatMap(({ id: mailId, locale, params }) =>
    replies
      .filter(({ replyId }) => replyId === Number(params.reply))
      .map((reply) => ({ ...reply, mailId, locale, entryId: Number(params.entry ?? 0) })),
  )
}

function linkIn({ config }: Deps, { locale }: Pick<ReplyMail, 'locale'>): (path: string) => string {
  return (path) => `${config.publicUrl}${withLanguage(path, locale)}`
}

function unsubscribeAt(
  { config }: Deps,
  keys: Keys,
  purpose: LinkPurpose,
  subject: { petitionId: number; subjectId: number },
): string {
  return `${config.publicUrl}/unsubscribe/${tokenOf(keys, purpose, subject)}`
}

function nameOf({ name, role, organisation }: ReplyMail): string {
  const detail = [role, organisation].filter((part) => part !== '').join(', ')
  return detail === '' ? name : `${name} (${detail})`
}

function excerpt(body: string): string {
  const letters = [...body]
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('').trimEnd()}…` : body
}
