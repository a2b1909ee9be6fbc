/** The letters to signers who asked for news, and the one that tells a campaigner that the last day has ended. */

import { addressOf } from '../accounts/accounts.js'
import type { Locale } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { type MessageKey, type Translator, translatorFor } from '../i18n/translate.js'
import { tokenOf } from '../keys/links.js'
import type { Block, Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { sayReplyHead } from '../petitions/reply-kinds.js'
import { unsealSigner } from '../signatures/signer.js'
import { plainBlocks } from '../web/markdown.js'
import { withLanguage } from '../web/reader.js'
import { writeToFollowers } from './follower-mails.js'
import { findClosedPetitions, findNewsLetters, type NewsLetter } from './queries.js'

export const updateComposers: Record<string, Composer> = {
  update: writeNews,
  closing: writeNews,
  reply: writeNews,
  'petition-closed': writeClosedNotices,
  'others-opened': writeToFollowers,
  'others-news': writeToFollowers,
}

/** Dropped: who withdrew or stopped the news since, and what is no longer shown. */
async function writeNews(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  for (const row of await findNewsLetters(
    deps.db,
    mails.map(({ id }) => id),
  )) {
    const keys = await deps.keyring.findPetitionKeys(deps.db, row.petitionId)
    const signer = keys && unsealSigner(keys, row)
    const news = newsOf(row)
    if (!signer || !news) continue

    const { t } = translatorFor(row.locale)
    const subject = { petitionId: row.petitionId, subjectId: row.signatureId }
    const link = linkIn(deps, row.locale)
    const own = `/signatures/${tokenOf(keys, 'signature', subject)}`
    const says = row.kind === 'reply' ? [{ label: t('verdicts.link'), url: link(`${own}/verdicts`) }] : []
    letters.set(row.mailId, {
      to: signer.email,
      locale: row.locale,
      subject: news.subject,
      preview: news.preview,
      blocks: [
        ...news.blocks,
        { button: { label: t('updates.mail.button'), url: link(`/petitions/${row.slug}`) } },
        {
          links: [...says, { label: t('updates.mail.signature'), url: link(own) }],
        },
      ],
      why: t('updates.mail.why', { title: row.title }),
      unsubscribe: {
        url: `${deps.config.publicUrl}/unsubscribe/${tokenOf(keys, 'unsubscribe', subject)}`,
        label: t('updates.mail.unsubscribe'),
      },
    })
  }
  return letters
}

type News = Pick<Letter, 'subject' | 'preview' | 'blocks'>

function newsOf(row: NewsLetter): News | undefined {
  switch (row.kind) {
    case 'reply':
      return row.replyState === 'published' ? replyNews(row) : undefined
    case 'closing':
      return closingNews(row)
    default:
      return updateNews(row)
  }
}

function updateNews(row: NewsLetter): News {
  const { t } = translatorFor(row.locale)
  const intro = t('updates.mail.news.intro', { name: row.campaignerName ?? 'none', title: row.title })
  return {
    subject: row.updateTitle!,
    preview: intro,
    blocks: [{ paragraph: intro }, { heading: row.updateTitle! }, ...plainBlocks(row.updateBody!)],
  }
}

/** Says how the petition stands when the letter leaves: a petition closed yesterday may be won today. */
function closingNews(row: NewsLetter): News {
  const { t } = translatorFor(row.locale)
  const { title, confirmed } = row
  const outcome = row.state === 'victory' || row.state === 'retired' ? row.state : 'closed'
  const intro = t(`updates.mail.${outcome}.intro`, { title, confirmed })
  return {
    subject: t(`updates.mail.${outcome}.subject`, { title }),
    preview: intro,
    blocks: [{ paragraph: intro }, { heading: row.updateTitle! }, ...plainBlocks(row.updateBody!)],
  }
}

function replyNews(row: NewsLetter): News {
  const ui = translatorFor(row.locale)
  const { t } = ui
  const { title } = row
  const from = [row.makerName, row.makerRole, row.makerOrganisation].filter(Boolean).join(', ')
  const intro = t('updates.mail.reply.intro', { from, title })
  const words = plainBlocks(row.replyBody!).map(wordsOf).join('\n\n')
  const signed = row.signedBy ? `\n\n${row.signedBy}` : ''
  return {
    subject: t('updates.mail.reply.subject', { name: row.makerName ?? '', title }),
    preview: intro,
    blocks: [
      { paragraph: intro },
      ...headBlocks(ui, row),
      { quote: words + signed },
      { paragraph: t('updates.mail.reply.checked') },
      { paragraph: t('verdicts.mail') },
    ],
  }
}

function headBlocks(ui: Translator, row: NewsLetter): Block[] {
  const { replyKind: kind, kindWords, meetsOn } = row
  const head = sayReplyHead(ui, { kind, kindWords: kindWords ?? '', meetsOn })
  if (!head) return []
  return [{ heading: head.headline }, ...(head.detail ? [{ paragraph: head.detail }] : [])]
}

function wordsOf(block: Block): string {
  if ('paragraph' in block) return block.paragraph
  if ('heading' in block) return block.heading
  if ('quote' in block) return block.quote
  return 'list' in block ? block.list.map((item) => `- ${item}`).join('\n') : ''
}

/** Dropped: a letter whose reader stopped these mails, or has already said how it ended. */
async function writeClosedNotices(deps: Deps, mails: DueMail[]): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  for (const row of await findClosedPetitions(
    deps.db,
    mails.map(({ id }) => id),
  )) {
    const { petitionId, title, confirmed } = row
    const { t } = translatorFor(row.locale)
    const keys = await deps.keyring.getPetitionKeys(deps.db, petitionId)
    const studio = linkIn(deps, row.locale)(`/account/petitions/${row.slug}#closing`)
    const say = (key: MessageKey): Block => ({ paragraph: t(key, { title, confirmed }) })
    letters.set(row.mailId, {
      to: await addressOf(deps, row),
      locale: row.locale,
      subject: t('updates.mail.ended.subject', { title }),
      preview: t('updates.mail.ended.preview'),
      blocks: [
        say('updates.mail.ended.intro'),
        say('updates.mail.ended.grace'),
        say('updates.mail.ended.invite'),
        { button: { label: t('updates.mail.ended.button'), url: studio } },
      ],
      why: t('updates.mail.ended.why', { title }),
      unsubscribe: {
        url: `${deps.config.publicUrl}/unsubscribe/${tokenOf(keys, 'campaigner-unsubscribe', { petitionId, subjectId: petitionId })}`,
        label: t('updates.mail.ended.unsubscribe'),
      },
    })
  }
  return letters
}

function linkIn({ config }: Deps, locale: Locale): (path: string) => string {
  return (path) => `${config.publicUrl}${withLanguage(path, locale)}`
}
