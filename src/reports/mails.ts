/** The letters about reports: to whoever reported, and to whoever is restricted. */

import type { Petition, Report } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { type MessageKey, type Translator, translatorFor } from '../i18n/translate.js'
import { contactOf } from '../mail/contact.js'
import type { Block, Letter } from '../mail/letter.js'
import type { Composer } from '../mail/outbox.js'
import { appealPath } from '../moderation/contest.js'
import { groundOf } from '../moderation/grounds.js'
import { contestBlocks, disputeBodies } from '../moderation/statement.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { withLanguage } from '../web/reader.js'
import { findEntry } from './queries.js'
import { listReported } from './reported.js'
import { unsealContact, unsealWords } from './reporter.js'
import { restrictionComposers } from './restriction-mails.js'
import { suspensionComposers } from './suspension-mails.js'
import { SUSPENSION_DAYS, UNFOUNDED_TO_SUSPEND } from './unfounded.js'

export const reportComposers: Record<string, Composer> = {
  'report-received': writeToReporters(tellReceived),
  'report-decided': writeToReporters(tellDecided),
  'report-reversed': writeToReporters(tellReversed),
  'report-undone': writeToReporters(tellUndone),
  ...restrictionComposers,
  ...suspensionComposers,
}

interface About {
  report: Report
  petition: Pick<Petition, 'slug' | 'title' | 'state'>
  /** What the line of the log did that the mail is about, where there is one. */
  act: string | undefined
  /** Whether they said where exactly it stands. */
  saysWhere: boolean
  /** Until when it waits unread, and where that is contested. */
  held: { until: Date; appealUrl: string } | undefined
  /** Where they contest the decision, when there is something to contest. */
  appealUrl: string | undefined
}

type Told = Pick<Letter, 'subject' | 'preview' | 'blocks'>

/**
 * Answers to what somebody asked, so nothing to unsubscribe from. Nothing that was typed into the form stands in them:
 * the address was not checked, and may be a stranger's.
 */
function writeToReporters(tell: (deps: Deps, about: About) => Told): Composer {
  return async (deps, mails) => {
    const letters = new Map<number, Letter>()
    const keys = await deps.keyring.getSiteKeys(deps.db, 'reports')
    for (const { mail, report, petition } of await listReported(deps, mails)) {
      const email = unsealContact(keys, report)?.email
      if (!email) continue
      // What they reported was restricted: there is nothing for them to contest.
      const path = report.state === 'kept' && report.entryId && (await appealPath(deps, report.entryId))
      const appealUrl = path ? `${deps.config.publicUrl}${withLanguage(path, report.locale)}` : undefined
      const { t } = translatorFor(report.locale)
      letters.set(mail.id, {
        to: email,
        locale: report.locale,
        ...tell(deps, {
          report,
          petition,
          act: (await findEntry(deps.db, Number(mail.params.entry ?? 0)))?.act,
          saysWhere: Boolean(unsealWords(keys, report)?.where),
          held: await findHeld(deps, report),
          appealUrl,
        }),
        why: t(report.unfounded || report.heldBy ? 'reports.mail.why.notYours' : 'reports.mail.why'),
      })
    }
    return letters
  }
}

function tellReceived({ config }: Deps, about: About): Told {
  const { report, petition, held } = about
  const ui = translatorFor(report.locale)
  const { t, date } = ui
  const { number } = report
  return {
    subject: t('reports.mail.received.subject', { number }),
    preview: held
      ? t('reports.mail.received.held.preview', { until: date(held.until) })
      : t('reports.mail.received.preview'),
    blocks: [
      { paragraph: t('reports.mail.received.intro') },
      factsOf(ui, about),
      {
        paragraph: held
          ? t('reports.mail.received.held', { until: date(held.until) })
          : t('reports.mail.received.next'),
      },
      ...(held
        ? [
            { paragraph: t('reports.mail.received.held.contest') },
            { links: [{ label: t('moderation.statement.contest.button'), url: held.appealUrl }] },
          ]
        : []),
      { button: { label: t('reports.mail.page'), url: pageOf(config.publicUrl, report, petition) } },
    ],
  }
}

function tellDecided({ config }: Deps, about: About): Told {
  const { report, petition, appealUrl } = about
  const ui = translatorFor(report.locale)
  const { t, date } = ui
  const { number, state, decisionReason, decisionNote, decidedAt } = report
  const outcome = t(`reports.outcome.${state}`)
  const ground: Block[] = decisionReason
    ? [{ facts: [{ label: t('reports.ground'), value: groundOf(t, state, decisionReason) }] }]
    : []
  return {
    subject: t('reports.mail.decided.subject', { number }),
    preview: outcome,
    blocks: [
      { paragraph: t('reports.mail.decided.intro', { on: date(decidedAt ?? report.receivedAt) }) },
      factsOf(ui, about),
      { heading: outcome },
      ...ground,
      { paragraph: t('reports.mail.sentence') },
      { quote: decisionNote ?? '' },
      { paragraph: t('reports.decidedBy') },
      ...(report.unfounded ? warningBlocks(t) : []),
      ...(report.reversedAt ? [{ paragraph: t('reports.reversed', { on: date(report.reversedAt) }) }] : []),
      ...(appealUrl ? contestBlocks(ui, config, appealUrl) : []),
      { links: [{ label: t('reports.mail.page'), url: pageOf(config.publicUrl, report, petition) }] },
    ],
  }
}

/** Why is for who appealed alone: it may tell who they are. */
function tellReversed({ config }: Deps, about: About): Told {
  const { report, petition } = about
  const ui = translatorFor(report.locale)
  const { t, date } = ui
  const { number, state, decidedAt, reversedAt } = report
  return {
    subject: t('reports.mail.reversed.subject', { number }),
    preview: t('reports.mail.reversed.preview'),
    blocks: [
      {
        paragraph: t('reports.mail.reversed.intro', {
          on: date(decidedAt ?? report.receivedAt),
          outcome: t(`reports.outcome.${state}`),
        }),
      },
      factsOf(ui, about),
      { paragraph: t('reports.reversed', { on: date(reversedAt ?? report.receivedAt) }) },
      { paragraph: t('reports.mail.reversed.next', { contact: contactOf(config) }) },
      {
        links: [
          disputeBodies(ui),
          { label: t('reports.mail.page'), url: pageOf(config.publicUrl, report, petition) },
        ],
      },
    ],
  }
}

/** Whoever had read of a decision, or of a suspension, that was taken back within minutes. */
function tellUndone({ config }: Deps, about: About): Told {
  const { report, petition, act } = about
  const ui = translatorFor(report.locale)
  const { t } = ui
  const told = act === 'reporter-suspended' ? 'suspension' : 'decision'
  return {
    subject: t(`reports.mail.undone.${told}.subject`, { number: report.number }),
    preview: t('reports.mail.undone.preview'),
    blocks: [
      { paragraph: t(`reports.mail.undone.${told}`) },
      factsOf(ui, about),
      { button: { label: t('reports.mail.page'), url: pageOf(config.publicUrl, report, petition) } },
    ],
  }
}

/** Undefined once the suspension is over. */
async function findHeld(deps: Deps, { heldBy, locale }: Report): Promise<About['held']> {
  if (heldBy === null) return undefined
  const suspension = await deps.db
    .selectFrom('reporterSuspensions')
    .select(['entryId', 'untilAt'])
    .where('id', '=', heldBy)
    .where('liftedAt', 'is', null)
    .where('untilAt', '>', deps.clock.now())
    .executeTakeFirst()
  if (!suspension) return undefined
  const path = withLanguage(await appealPath(deps, suspension.entryId), locale)
  return { until: suspension.untilAt, appealUrl: `${deps.config.publicUrl}${path}` }
}

/** What happens if it goes on, before it does (EU Digital Services Act, Article 23(2)). */
function warningBlocks(t: Translator['t']): Block[] {
  return [
    { heading: t('reports.unfounded') },
    { paragraph: t('reports.unfounded.mail') },
    {
      paragraph: t('reports.unfounded.warning', { reports: UNFOUNDED_TO_SUSPEND, days: SUSPENSION_DAYS }),
    },
  ]
}

/** A hidden petition's title may be why it is hidden. */
function factsOf({ t, dateTime }: Translator, { report, petition, saysWhere }: About): Block {
  return {
    facts: [
      { label: t('reports.number'), value: report.number },
      { label: t('reports.what'), value: t(`reports.kind.${report.kind}`) },
      ...(PUBLIC_STATES.includes(petition.state)
        ? [{ label: t('reports.petition'), value: petition.title }]
        : []),
      { label: t('reports.why'), value: t(`reports.category.${report.category}` as MessageKey) },
      ...(saysWhere ? [{ label: t('reports.where'), value: t('reports.where.said') }] : []),
      { label: t('reports.received'), value: dateTime(report.receivedAt) },
    ],
  }
}

function pageOf(publicUrl: string, { number, locale }: Report, { slug }: About['petition']): string {
  return `${publicUrl}${withLanguage(`/petitions/${slug}/reports/${number}`, locale)}`
}
