/** What the letters to a decision-maker share: who is written to, where their links lead, and what the law wants told. */

import type { Database } from '../database/connect.js'
import type { DecisionMaker, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { type Translator, translatorFor } from '../i18n/translate.js'
import type { Keys } from '../keys/keyring.js'
import { tokenOf } from '../keys/links.js'
import type { Block, Letter } from '../mail/letter.js'
import type { DueMail } from '../mail/outbox.js'
import { unsealDecisionMakerAddress } from '../petitions/decision-maker.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { withLanguage } from '../web/reader.js'
import { privatePath, renewLink } from './links.js'

/** The first word, and what they ask for themselves, or have to know of what is done in their name. */
const SENT_AT_ANY_RHYTHM = [
  'decision-maker-notice',
  'decision-maker-code',
  'decision-maker-link',
  'decision-maker-age-key',
  'decision-maker-delegate',
]

export interface Writing {
  keys: Keys
  deps: Deps
  mail: DueMail
  maker: DecisionMaker
  petition: Petition
  to: string
  links: ReturnType<typeof linksFor>
  /** Until when these links work, in the reader's words. */
  until: string
  ui: Translator
}

/** Nobody is written to who stepped aside meanwhile, or about a petition that is not public any more. */
export async function writeLetters(
  deps: Deps,
  mails: DueMail[],
  write: (writing: Writing) => Promise<Letter | undefined>,
): Promise<Map<number, Letter>> {
  const makers = await findMakers(deps.db, mails)
  const petitions = await findPetitions(deps.db, mails)
  const letters = new Map<number, Letter>()
  for (const mail of mails) {
    const known = makers.get(mail.decisionMakerId ?? 0)
    const petition = petitions.get(mail.petitionId ?? 0)
    if (!known || !petition || known.state !== 'active') continue
    if (!PUBLIC_STATES.includes(petition.state)) continue
    if (!SENT_AT_ANY_RHYTHM.includes(mail.kind) && known.rhythm === 'none') continue
    const keys = await deps.keyring.findPetitionKeys(deps.db, petition.id)
    const to = keys && unsealDecisionMakerAddress(keys, known)
    if (!keys || !to) continue
    const maker = await renewLink(deps.db, 'decisionMakers', known, deps.clock.now())
    makers.set(maker.id, maker)
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
      until: maker.linkUntil ? ui.date(maker.linkUntil) : '',
    })
    if (letter) letters.set(mail.id, letter)
  }
  return letters
}

/** Where a decision-maker's links lead; for mails to their own address, and for nothing that is passed on. */
export function linksFor(
  { config }: Pick<Deps, 'config'>,
  keys: Keys,
  maker: Pick<DecisionMaker, 'id' | 'petitionId' | 'locale' | 'linkNumber'>,
): Record<
  | 'page'
  | 'code'
  | 'encryption'
  | 'rhythm'
  | 'withdrawals'
  | 'delegates'
  | 'disclaimer'
  | 'objection'
  | 'unsubscribe',
  string
> {
  const subject = { petitionId: maker.petitionId, subjectId: maker.id }
  const page = `${config.publicUrl}${privatePath(keys, maker)}`
  const stop = `${config.publicUrl}/unsubscribe/${tokenOf(keys, 'decision-maker-unsubscribe', subject)}`
  const inTheirLanguage = (url: string) => withLanguage(url, maker.locale)
  return {
    page: inTheirLanguage(page),
    code: inTheirLanguage(`${page}/code`),
    encryption: inTheirLanguage(`${page}#encryption`),
    rhythm: inTheirLanguage(`${page}#rhythm`),
    withdrawals: inTheirLanguage(`${page}#withdrawals`),
    delegates: inTheirLanguage(`${page}/delegates`),
    disclaimer: inTheirLanguage(`${page}/disclaimer`),
    objection: inTheirLanguage(`${page}/objection`),
    unsubscribe: inTheirLanguage(stop),
  }
}

/** "Mayor, City of Lyon", or the name where nothing more is known. */
export function standing(maker: Pick<DecisionMaker, 'name' | 'role' | 'organisation'>): string {
  return [maker.role, maker.organisation].filter(Boolean).join(', ') || maker.name
}

/** Article 14 GDPR: what is told to a person whose address came from somebody else. */
export function article14(deps: Deps, campaigner: string, ui: Translator): Block[] {
  const { t } = ui
  return article14Of(deps, ui, {
    what: t('decision-makers.article14.what'),
    why: t('decision-makers.article14.why'),
    source: t('decision-makers.article14.source', { campaigner }),
    whoSees: t('decision-makers.article14.whoSees'),
    howLong: t('decision-makers.article14.howLong', { months: deps.config.retentionMonths }),
  })
}

/** The same for whoever it is: what differs is told by the caller. */
export function article14Of(
  { config }: Deps,
  { t }: Translator,
  told: Record<'what' | 'why' | 'source' | 'whoSees' | 'howLong', string>,
): Block[] {
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
        told.what,
        told.why,
        told.source,
        told.whoSees,
        told.howLong,
        t('decision-makers.article14.rights'),
        t('decision-makers.article14.authority', { authority: config.legal.supervisoryAuthority }),
      ],
    },
  ]
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
