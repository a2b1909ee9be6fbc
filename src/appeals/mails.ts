/** That an appeal was received, and what was decided: to whoever appealed, whose address is found anew. */

import type { Appeal, AuditEntry } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { type Translator, translatorFor } from '../i18n/translate.js'
import { contactOf } from '../mail/contact.js'
import type { Block, Letter } from '../mail/letter.js'
import type { Composer } from '../mail/outbox.js'
import { appealPath } from '../moderation/contest.js'
import { actLabel } from '../moderation/record.js'
import { disputeBodies } from '../moderation/statement.js'
import { withLanguage } from '../web/reader.js'
import { findAppellant } from './appellant.js'
import { findAppeal, findEntry, isAlone } from './queries.js'
import { whoAnswers } from './words.js'

export const appealComposers: Record<string, Composer> = {
  'appeal-received': writeWith(tellReceived),
  'appeal-decided': writeWith(tellDecided),
}

interface About {
  deps: Deps
  ui: Translator
  appeal: Appeal
  entry: AuditEntry
  /** Nobody but who decided first can answer now. */
  isAlone: boolean
  url: string
}

type Told = Pick<Letter, 'subject' | 'preview' | 'blocks'>

function writeWith(tell: (about: About) => Told): Composer {
  return async (deps, mails) => {
    const letters = new Map<number, Letter>()
    for (const { id, params } of mails) {
      const appeal = await findAppeal(deps.db, Number(params.appeal))
      const entry = appeal && (await findEntry(deps.db, appeal.entryId))
      const appellant = entry && (await findAppellant(deps, entry))
      if (!appeal || !entry || !appellant) continue
      // In the language in which they wrote.
      const ui = translatorFor(appeal.locale)
      const url = `${deps.config.publicUrl}${withLanguage(await appealPath(deps, entry.id), appeal.locale)}`
      letters.set(id, {
        to: appellant.to,
        locale: appeal.locale,
        ...tell({ deps, ui, appeal, entry, isAlone: await isAlone(deps.db, entry), url }),
        why: ui.t('appeals.mail.why'),
      })
    }
    return letters
  }
}

function tellReceived({ ui, entry, isAlone, url }: About): Told {
  const { t } = ui
  return {
    subject: t('appeals.mail.received.subject'),
    preview: t('appeals.mail.received.preview'),
    blocks: [
      factsOf(ui, entry),
      { paragraph: t('appeals.mail.received.next', { who: whoAnswers(t, isAlone) }) },
      { button: { label: t('appeals.mail.page'), url } },
    ],
  }
}

function tellDecided({ deps, ui, appeal, entry, url }: About): Told {
  const { t } = ui
  const isReversed = appeal.state === 'reversed'
  return {
    subject: t(isReversed ? 'appeals.mail.reversed.subject' : 'appeals.mail.upheld.subject'),
    preview: t(isReversed ? 'appeals.mail.reversed.preview' : 'appeals.mail.upheld.preview'),
    blocks: [
      factsOf(ui, entry),
      { heading: t(isReversed ? 'appeals.state.reversed' : 'appeals.state.upheld') },
      { paragraph: t(isReversed ? `appeals.reversed.${effectOf(entry)}` : 'appeals.upheld.text') },
      { paragraph: t('moderation.mail.sentence') },
      { quote: appeal.decisionNote ?? '' },
      { paragraph: t(appeal.decidedAlone ? 'appeals.by.alone' : 'appeals.by.other') },
      { heading: t('moderation.statement.contest') },
      { paragraph: t('appeals.further', { contact: contactOf(deps.config) }) },
      { links: [disputeBodies(ui), { label: t('appeals.mail.page'), url }] },
    ],
  }
}

/** What a reversal changes, as the key of a sentence. */
export function effectOf({
  act,
}: Pick<AuditEntry, 'act'>): 'petition' | 'report' | 'reply' | 'limit' | 'reporter' | 'shown' {
  switch (act) {
    case 'petition-refused':
      return 'petition'
    case 'report-kept':
      return 'report'
    case 'reply-refused':
      return 'reply'
    case 'account-limited':
      return 'limit'
    case 'reporter-suspended':
      return 'reporter'
    default:
      return 'shown'
  }
}

function factsOf({ t, date }: Translator, { act, at }: AuditEntry): Block {
  return {
    facts: [
      { label: t('appeals.decision'), value: actLabel(t, act) },
      { label: t('appeals.decidedOn'), value: date(at) },
    ],
  }
}
