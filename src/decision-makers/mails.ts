/** The letters of this feature: one notice, then digests. Each says why it comes and how to make it stop. */

import type { Petition } from '../database/tables.js'
import type { Translator } from '../i18n/translate.js'
import type { Block, Letter } from '../mail/letter.js'
import type { Composer } from '../mail/outbox.js'
import { findFigures } from './figures.js'
import { LINK_ASKERS, type LinkAsker } from './links.js'
import { ageKeyLetter, codeLetter } from './security-letters.js'
import { article14, standing, type Writing, writeLetters } from './writing.js'

export const decisionMakerComposers: Record<string, Composer> = {
  'decision-maker-notice': (deps, mails) => writeLetters(deps, mails, noticeLetter),
  'decision-maker-digest': (deps, mails) => writeLetters(deps, mails, digestLetter),
  'decision-maker-code': (deps, mails) => writeLetters(deps, mails, codeLetter),
  'decision-maker-age-key': (deps, mails) => writeLetters(deps, mails, ageKeyLetter),
  'decision-maker-link': (deps, mails) => writeLetters(deps, mails, linkLetter),
  'decision-maker-delivered': (deps, mails) => writeLetters(deps, mails, deliveredLetter),
  'decision-maker-withdrawals': (deps, mails) => writeLetters(deps, mails, withdrawalsLetter),
}

async function noticeLetter({ deps, maker, petition, to, ui, links, until }: Writing): Promise<Letter> {
  const { t } = ui
  const campaigner = petition.campaignerName ?? t('decision-makers.someone')
  return {
    to,
    locale: ui.locale,
    subject: t('decision-makers.notice.subject', { title: petition.title }),
    preview: t('decision-makers.notice.preview'),
    blocks: [
      { paragraph: t('decision-makers.notice.hello', { name: maker.name }) },
      { paragraph: t('decision-makers.notice.opened', { campaigner, as: standing(maker) }) },
      { quote: petition.ask || petition.title },
      { facts: factsOf(petition, ui) },
      { paragraph: t('decision-makers.notice.page') },
      { button: { label: t('decision-makers.mail.open'), url: links.page } },
      { paragraph: t('decision-makers.notice.rhythm') },
      choices(links, ui),
      ...article14(deps, campaigner, ui),
    ],
    why: t('decision-makers.mail.why', { until }),
    unsubscribe: { url: links.unsubscribe, label: t('decision-makers.mail.unsubscribe') },
  }
}

async function digestLetter({ deps, mail, maker, petition, to, ui, links, until }: Writing): Promise<Letter> {
  const { t } = ui
  const campaigner = petition.campaignerName ?? t('decision-makers.someone')
  const confirmed = Number(mail.params.confirmed ?? 0)
  const { isClosing, isFirst } = mail.params
  const figures = await findFigures(deps.db, petition.id)
  const blocks: Block[] = [
    { paragraph: t('decision-makers.notice.hello', { name: maker.name }) },
    {
      paragraph: isClosing
        ? t('decision-makers.digest.closed', { title: petition.title })
        : t('decision-makers.digest.grew', { title: petition.title, as: standing(maker) }),
    },
    { quote: petition.ask || petition.title },
    {
      facts: [
        { label: t('decision-makers.figures.total'), value: ui.number(confirmed) },
        { label: t('decision-makers.digest.since'), value: ui.number(Number(mail.params.since ?? 0)) },
        { label: t('decision-makers.figures.inside'), value: ui.number(figures.inside) },
        ...factsOf(petition, ui),
      ],
    },
  ]
  if (isClosing && petition.closingStatement)
    blocks.push(
      { paragraph: t('decision-makers.digest.statement', { campaigner }) },
      { quote: petition.closingStatement },
    )
  blocks.push(
    { paragraph: t('decision-makers.digest.page') },
    { button: { label: t('decision-makers.mail.open'), url: links.page } },
    choices(links, ui),
  )
  // Whoever was never told before (the service slept while the petition was open) is told it all now.
  if (isFirst) blocks.push(...article14(deps, campaigner, ui))
  return {
    to,
    locale: ui.locale,
    subject: isClosing
      ? t('decision-makers.digest.closedSubject', { title: petition.title, confirmed })
      : t('decision-makers.digest.subject', { title: petition.title, confirmed }),
    preview: t('decision-makers.digest.preview'),
    blocks,
    why: t('decision-makers.mail.why', { until }),
    unsubscribe: { url: links.unsubscribe, label: t('decision-makers.mail.unsubscribe') },
  }
}

async function deliveredLetter({
  deps,
  mail,
  maker,
  petition,
  to,
  ui,
  links,
  until,
}: Writing): Promise<Letter> {
  const { t } = ui
  return {
    to,
    locale: ui.locale,
    subject: t('deliveries.mail.subject', { title: petition.title }),
    preview: t('deliveries.mail.preview'),
    blocks: [
      { paragraph: t('decision-makers.notice.hello', { name: maker.name }) },
      {
        paragraph: t('deliveries.mail.delivered', {
          title: petition.title,
          as: standing(maker),
          on: ui.dateTime(mail.dueAt),
          confirmed: Number(mail.params.confirmed ?? 0),
        }),
      },
      { quote: petition.ask || petition.title },
      { paragraph: t('deliveries.mail.page') },
      { button: { label: t('decision-makers.mail.open'), url: links.page } },
      { paragraph: t('deliveries.mail.public') },
      choices(links, ui),
      // The notice may have been lost, or may still wait: what the law wants told comes with this one too.
      ...article14(deps, petition.campaignerName ?? t('decision-makers.someone'), ui),
    ],
    why: t('decision-makers.mail.why', { until }),
    unsubscribe: { url: links.unsubscribe, label: t('decision-makers.mail.unsubscribe') },
  }
}

/** The link again, for who asked, or had somebody ask; whoever wants no mails is not reminded of a petition by it. */
async function linkLetter(writing: Writing): Promise<Letter | undefined> {
  const { mail, maker, petition, to, ui, links, until } = writing
  const { by } = mail.params
  if (by === 'campaigner' && maker.rhythm === 'none') return undefined
  const { t } = ui
  const campaigner = petition.campaignerName ?? t('decision-makers.someone')
  return {
    to,
    locale: ui.locale,
    subject: t('dossier-links.mail.subject', { title: petition.title }),
    preview: t('dossier-links.mail.preview'),
    blocks: [
      { paragraph: t('decision-makers.notice.hello', { name: maker.name }) },
      { paragraph: t(`dossier-links.mail.by.${asker(by)}`, { title: petition.title, campaigner }) },
      { button: { label: t('decision-makers.mail.open'), url: links.page } },
      { paragraph: t('dossier-links.mail.until', { until }) },
      choices(links, ui),
    ],
    why: t('decision-makers.mail.why', { until }),
    unsubscribe: { url: links.unsubscribe, label: t('decision-makers.mail.unsubscribe') },
    ...(by === 'holder' && { evenAfterComplaint: true }),
  }
}

function asker(by: unknown): LinkAsker {
  return LINK_ASKERS.find((asker) => asker === by) ?? 'holder'
}

/** Article 19 GDPR: what is told to whoever received the data of people who took them back since. */
async function withdrawalsLetter({ mail, maker, petition, to, ui, links, until }: Writing): Promise<Letter> {
  const { t } = ui
  return {
    to,
    locale: ui.locale,
    subject: t('decision-makers.withdrawals.subject', { title: petition.title }),
    preview: t('decision-makers.withdrawals.preview'),
    blocks: [
      { paragraph: t('decision-makers.notice.hello', { name: maker.name }) },
      {
        paragraph: t('decision-makers.withdrawals.since', {
          title: petition.title,
          waiting: Number(mail.params.waiting ?? 0),
        }),
      },
      { paragraph: t('decision-makers.withdrawals.do') },
      { button: { label: t('decision-makers.withdrawals.open'), url: links.withdrawals } },
      { paragraph: t('decision-makers.withdrawals.law') },
    ],
    why: t('decision-makers.withdrawals.why', { until }),
    unsubscribe: { url: links.unsubscribe, label: t('decision-makers.mail.unsubscribe') },
  }
}

function choices(links: Writing['links'], { t }: Translator): Block {
  return {
    links: [
      { label: t('decision-makers.mail.rhythm'), url: links.rhythm },
      { label: t('decision-makers.mail.notMe'), url: links.disclaimer },
      { label: t('decision-makers.mail.object'), url: links.objection },
    ],
  }
}

function factsOf(petition: Petition, { t, date }: Translator): { label: string; value: string }[] {
  const facts = [{ label: t('decision-makers.fact.petition'), value: petition.title }]
  if (petition.openedAt)
    facts.push({ label: t('decision-makers.fact.opened'), value: date(petition.openedAt) })
  if (petition.closedAt)
    facts.push({ label: t('decision-makers.fact.closed'), value: date(petition.closedAt) })
  else if (petition.closesOn)
    facts.push({ label: t('decision-makers.fact.closes'), value: date(petition.closesOn) })
  return facts
}
