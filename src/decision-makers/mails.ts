/** The letters of this feature: one notice, then digests. Each says why it comes and how to make it stop. */

import type { Database } from '../database/connect.js'
import type { DecisionMaker, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { type Translator, translatorFor } from '../i18n/translate.js'
import type { Keys } from '../keys/keyring.js'
import { tokenOf } from '../keys/links.js'
import type { Block, Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { unsealDecisionMakerAddress } from '../petitions/decision-maker.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { withLanguage } from '../web/reader.js'
import { findFigures } from './figures.js'
import { ageKeyLetter, codeLetter } from './security-letters.js'

export const decisionMakerComposers: Record<string, Composer> = {
  'decision-maker-notice': (deps, mails) => writeLetters(deps, mails, noticeLetter),
  'decision-maker-digest': (deps, mails) => writeLetters(deps, mails, digestLetter),
  'decision-maker-code': (deps, mails) => writeLetters(deps, mails, codeLetter),
  'decision-maker-age-key': (deps, mails) => writeLetters(deps, mails, ageKeyLetter),
  'decision-maker-delivered': (deps, mails) => writeLetters(deps, mails, deliveredLetter),
  'decision-maker-withdrawals': (deps, mails) => writeLetters(deps, mails, withdrawalsLetter),
}

/** The first word, what they ask for themselves, and what guards their page. */
const SENT_AT_ANY_RHYTHM = ['decision-maker-notice', 'decision-maker-code', 'decision-maker-age-key']

export interface Writing {
  keys: Keys
  deps: Deps
  mail: DueMail
  maker: DecisionMaker
  petition: Petition
  to: string
  links: ReturnType<typeof linksFor>
  ui: Translator
}

/** Nobody is written to who stepped aside meanwhile, or about a petition that is not public any more. */
async function writeLetters(
  deps: Deps,
  mails: DueMail[],
  write: (writing: Writing) => Promise<Letter | undefined>,
): Promise<Map<number, Letter>> {
  const makers = await findMakers(deps.db, mails)
  const petitions = await findPetitions(deps.db, mails)
  const letters = new Map<number, Letter>()
  for (const mail of mails) {
    const maker = makers.get(mail.decisionMakerId ?? 0)
    const petition = petitions.get(mail.petitionId ?? 0)
    if (!maker || !petition || maker.state !== 'active') continue
    if (!PUBLIC_STATES.includes(petition.state)) continue
    if (!SENT_AT_ANY_RHYTHM.includes(mail.kind) && maker.rhythm === 'none') continue
    const keys = await deps.keyring.findPetitionKeys(deps.db, petition.id)
    const to = keys && unsealDecisionMakerAddress(keys, maker)
    if (!keys || !to) continue
    const ui = translatorFor(mail.locale)
    const letter = await write({
      deps,
      keys,
      mail,
      maker,
      petition,
      to,
      ui,
      links: linksFor(deps, keys, maker),
    })
    if (letter) letters.set(mail.id, letter)
  }
  return letters
}

/** Where a decision-maker's links lead; also printed in the brief. */
export function linksFor(
  { config }: Pick<Deps, 'config'>,
  keys: Keys,
  maker: Pick<DecisionMaker, 'id' | 'petitionId' | 'locale'>,
): Record<
  'page' | 'code' | 'encryption' | 'rhythm' | 'withdrawals' | 'disclaimer' | 'objection' | 'unsubscribe',
  string
> {
  const subject = { petitionId: maker.petitionId, subjectId: maker.id }
  const page = `${config.publicUrl}/dossiers/${tokenOf(keys, 'decision-maker', subject)}`
  const stop = `${config.publicUrl}/unsubscribe/${tokenOf(keys, 'decision-maker-unsubscribe', subject)}`
  const inTheirLanguage = (url: string) => withLanguage(url, maker.locale)
  return {
    page: inTheirLanguage(page),
    code: inTheirLanguage(`${page}/code`),
    encryption: inTheirLanguage(`${page}#encryption`),
    rhythm: inTheirLanguage(`${page}#rhythm`),
    withdrawals: inTheirLanguage(`${page}#withdrawals`),
    disclaimer: inTheirLanguage(`${page}/disclaimer`),
    objection: inTheirLanguage(`${page}/objection`),
    unsubscribe: inTheirLanguage(stop),
  }
}

async function noticeLetter({ deps, maker, petition, to, ui, links }: Writing): Promise<Letter> {
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
    why: t('decision-makers.mail.why'),
    unsubscribe: { url: links.unsubscribe, label: t('decision-makers.mail.unsubscribe') },
  }
}

async function digestLetter({ deps, mail, maker, petition, to, ui, links }: Writing): Promise<Letter> {
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
    why: t('decision-makers.mail.why'),
    unsubscribe: { url: links.unsubscribe, label: t('decision-makers.mail.unsubscribe') },
  }
}

async function deliveredLetter({ deps, mail, maker, petition, to, ui, links }: Writing): Promise<Letter> {
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
    why: t('decision-makers.mail.why'),
    unsubscribe: { url: links.unsubscribe, label: t('decision-makers.mail.unsubscribe') },
  }
}

/** Article 19 GDPR: what is told to whoever received the data of people who took them back since. */
async function withdrawalsLetter({ mail, maker, petition, to, ui, links }: Writing): Promise<Letter> {
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
    why: t('decision-makers.withdrawals.why'),
    unsubscribe: { url: links.unsubscribe, label: t('decision-makers.mail.unsubscribe') },
  }
}

/** Article 14 GDPR: what is told to a person whose address came from somebody else. */
function article14({ config }: Deps, campaigner: string, { t }: Translator): Block[] {
  return [
    { heading: t('decision-makers.article14.title') },
    {
      list: [
        config.legal.operator
          ? t('decision-makers.article14.operator', {
              operator: config.legal.operator,
              url: config.publicUrl,
            })
          : t('decision-makers.article14.who', { site: t('common.site'), url: config.publicUrl }),
        t('decision-makers.article14.what'),
        t('decision-makers.article14.why'),
        t('decision-makers.article14.source', { campaigner }),
        t('decision-makers.article14.whoSees'),
        t('decision-makers.article14.howLong', { months: config.retentionMonths }),
        t('decision-makers.article14.rights'),
        t('decision-makers.article14.authority', { authority: config.legal.supervisoryAuthority }),
      ],
    },
  ]
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

/** "Mayor, City of Lyon", or the name where nothing more is known. */
export function standing(maker: Pick<DecisionMaker, 'name' | 'role' | 'organisation'>): string {
  return [maker.role, maker.organisation].filter(Boolean).join(', ') || maker.name
}

async function findMakers(db: Database, mails: DueMail[]): Promise<Map<number, DecisionMaker>> {
  const ids = mails.map((mail) => mail.decisionMakerId ?? 0)
  const makers = await db.selectFrom('decisionMakers').selectAll().where('id', 'in', ids).execute()
  return new Map(makers.map((maker) => [maker.id, maker]))
}

async function findPetitions(db: Database, mails: DueMail[]): Promise<Map<number, Petition>> {
  const ids = mails.map((mail) => mail.petitionId ?? 0)
  const petitions = await db.selectFrom('petitions').selectAll().where('id', 'in', ids).execute()
  return new Map(petitions.map((petition) => [petition.id, petition]))
}
