/** The letters to colleagues of a decision-maker, and to the decision-maker about them. */

import type { Delegate } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import { tokenOf } from '../keys/links.js'
import type { Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { unsealDelegateAddress, unsealDelegateName } from '../petitions/decision-maker.js'
import { getPetition } from '../petitions/queries.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { withLanguage } from '../web/reader.js'
import { findLiveCode, showsCode } from './codes.js'
import { findDelegate } from './delegates.js'
import { renewLink } from './links.js'
import { findDecisionMaker } from './queries.js'
import { article14Of, standing, type Writing, writeLetters } from './writing.js'

export const delegateComposers: Record<string, Composer> = {
  'delegate-invitation': (deps, mails) => writeToDelegates(deps, mails, invitationLetter),
  'delegate-code': (deps, mails) => writeToDelegates(deps, mails, codeLetter),
  'delegate-link': (deps, mails) => writeToDelegates(deps, mails, linkLetter),
  'decision-maker-delegate': (deps, mails) => writeLetters(deps, mails, changeLetter),
}

interface DelegateWriting extends Omit<Writing, 'links'> {
  name: string
  links: { page: string; code: string; leave: string }
}

/** Nobody is written to who was taken off meanwhile, or whose decision-maker has stepped aside. */
async function writeToDelegates(
  deps: Deps,
  mails: DueMail[],
  write: (writing: DelegateWriting) => Promise<Letter | undefined>,
): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  for (const mail of mails) {
    const found = await findDelegate(deps.db, Number(mail.params.delegate))
    if (!found || found.endedAt) continue
    const { petitionId } = found
    const maker = await findDecisionMaker(deps.db, { petitionId, id: found.decisionMakerId })
    const petition = await getPetition(deps.db, petitionId)
    const keys = await deps.keyring.findPetitionKeys(deps.db, petitionId)
    const to = keys && unsealDelegateAddress(keys, found)
    if (!keys || !to || maker?.state !== 'active' || !PUBLIC_STATES.includes(petition.state)) continue
    const delegate: Delegate = await renewLink(deps.db, 'delegates', found, deps.clock.now())
    const ui = translatorFor(mail.locale)
    const token = tokenOf(keys, 'delegate', {
      petitionId,
      subjectId: delegate.id,
      number: delegate.linkNumber,
    })
    const page = `${deps.config.publicUrl}/dossiers/${token}`
    const letter = await write({
      deps,
      keys,
      mail,
      maker,
      petition,
      to,
      ui,
      name: unsealDelegateName(keys, delegate),
      until: delegate.linkUntil ? ui.date(delegate.linkUntil) : '',
      links: {
        page: withLanguage(page, delegate.locale),
        code: withLanguage(`${page}/code`, delegate.locale),
        leave: withLanguage(`${page}/leaving`, delegate.locale),
      },
    })
    if (letter) letters.set(mail.id, letter)
  }
  return letters
}

/** Whom the delegate reads for: "Claire Fontanel (Mayor, City of Lyon)". */
function whoOf({ maker }: Pick<DelegateWriting, 'maker'>): string {
  const as = standing(maker)
  return as === maker.name ? as : `${maker.name} (${as})`
}

async function invitationLetter(writing: DelegateWriting): Promise<Letter> {
  const { deps, petition, to, ui, name, links, until } = writing
  const { t } = ui
  const who = whoOf(writing)
  return {
    to,
    locale: ui.locale,
    subject: t('delegates.mail.invited.subject', { name: writing.maker.name, title: petition.title }),
    preview: t('delegates.mail.invited.preview'),
    blocks: [
      { paragraph: t('decision-makers.notice.hello', { name }) },
      { paragraph: t('delegates.mail.invited.intro', { who, title: petition.title }) },
      { quote: petition.ask || petition.title },
      { paragraph: t('delegates.mail.invited.may') },
      { paragraph: t('delegates.mail.invited.logged', { name: writing.maker.name }) },
      { button: { label: t('delegates.mail.open'), url: links.page } },
      { links: [{ label: t('delegates.mail.leave'), url: links.leave }] },
      ...article14Of(deps, ui, {
        what: t('delegates.article14.what'),
        why: t('delegates.article14.why'),
        source: t('delegates.article14.source', { who }),
        whoSees: t('delegates.article14.whoSees', { name: writing.maker.name }),
        howLong: t('delegates.article14.howLong', { months: deps.config.retentionMonths }),
      }),
    ],
    why: t('delegates.mail.why', { name: writing.maker.name, until }),
    unsubscribe: { url: links.leave, label: t('delegates.mail.leave') },
  }
}

async function codeLetter({ deps, keys, mail, petition, to, ui, links }: DelegateWriting) {
  const code = await findLiveCode(deps, keys, Number(mail.params.code))
  return code === undefined
    ? undefined
    : { to, ...showsCode(ui, { code, title: petition.title, url: links.code }) }
}

async function linkLetter({ petition, maker, to, ui, name, links, until }: DelegateWriting): Promise<Letter> {
  const { t } = ui
  return {
    to,
    locale: ui.locale,
    subject: t('dossier-links.mail.subject', { title: petition.title }),
    preview: t('dossier-links.mail.preview'),
    blocks: [
      { paragraph: t('decision-makers.notice.hello', { name }) },
      { paragraph: t('dossier-links.mail.by.holder', { title: petition.title }) },
      { button: { label: t('delegates.mail.open'), url: links.page } },
      { paragraph: t('dossier-links.mail.until', { until }) },
    ],
    why: t('delegates.mail.why', { name: maker.name, until }),
    unsubscribe: { url: links.leave, label: t('delegates.mail.leave') },
    evenAfterComplaint: true,
  }
}

/** To the decision-maker's own address: whoever did it with their link, they learn it. */
async function changeLetter({ deps, keys, mail, maker, petition, to, ui, links, until }: Writing) {
  const { t } = ui
  const delegate = await findDelegate(deps.db, Number(mail.params.delegate))
  if (!delegate) return undefined
  const name = unsealDelegateName(keys, delegate)
  const what = whatOf(mail.params.what)
  return {
    to,
    locale: ui.locale,
    subject: t(`delegates.mail.${what}.subject`, { name, title: petition.title }),
    preview: t('delegates.mail.changed.preview'),
    blocks: [
      { paragraph: t('decision-makers.notice.hello', { name: maker.name }) },
      {
        paragraph: t(`delegates.mail.${what}.text`, {
          name,
          title: petition.title,
          on: ui.dateTime(mail.dueAt),
        }),
      },
      { paragraph: t(`delegates.mail.${what}.next`) },
      { button: { label: t('delegates.mail.see'), url: links.delegates } },
    ],
    why: t('decision-makers.mail.why', { until }),
    unsubscribe: { url: links.unsubscribe, label: t('decision-makers.mail.unsubscribe') },
  }
}

function whatOf(what: unknown): 'added' | 'removed' | 'left' {
  return what === 'removed' || what === 'left' ? what : 'added'
}
