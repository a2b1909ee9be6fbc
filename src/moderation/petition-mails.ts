/** What a campaigner reads when a moderator has decided: an answer to what they asked, so nothing to unsubscribe from. */

import { addressOf } from '../accounts/accounts.js'
import type { Config } from '../config.js'
import type { Locale, PetitionState } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { type MessageKey, translatorFor } from '../i18n/translate.js'
import type { Block, Letter } from '../mail/letter.js'
import type { Composer, DueMail } from '../mail/outbox.js'
import { reasonLabel } from '../petitions/moderation-reasons.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { withLanguage } from '../web/reader.js'
import { appealPath } from './contest.js'
import { statementBlocks } from './statement.js'
import { warningBlocks } from './warning.js'

export const petitionComposers: Record<string, Composer> = {
  'petition-opened': writeWith(tellOpened, PUBLIC_STATES),
  'petition-rejected': writeWith(tellRejected, ['rejected']),
  'petition-hidden': writeWith(tellHidden, ['hidden']),
  'petition-shown': writeWith(tellShown, PUBLIC_STATES),
}

interface Decided {
  locale: Locale
  title: string
  slug: string
  state: PetitionState
  /** Why, as it was written when it was decided. */
  reason: string
  law: string | null
  note: string
  at: Date
  /** Somebody reported it. */
  wasReported: boolean
  config: Config
  /** Where it is contested. */
  appealUrl: string
  link(path: string): string
}

type Told = Pick<Letter, 'subject' | 'preview' | 'blocks'>

/** A letter is dropped when its petition has left the states in which what it says is true. */
function writeWith(tell: (decided: Decided) => Told, states: readonly PetitionState[]): Composer {
  return async (deps, mails) => {
    const letters = new Map<number, Letter>()
    for (const { mailId, entryId, emailSealed, ...decided } of await listDecided(deps, mails)) {
      if (!states.includes(decided.state)) continue
      const { locale, title } = decided
      const link = (path: string) => `${deps.config.publicUrl}${withLanguage(path, locale)}`
      const appealUrl = link(await appealPath(deps, entryId))
      letters.set(mailId, {
        to: await addressOf(deps, { emailSealed }),
        locale,
        ...tell({ ...decided, link, appealUrl, config: deps.config }),
        why: translatorFor(locale).t('moderation.mail.why', { title }),
      })
    }
    return letters
  }
}

async function listDecided({ db }: Deps, mails: DueMail[]) {
  const ids = mails.map((mail) => mail.id)
  const rows = await db
    .selectFrom('mails')
    .innerJoin('petitions', 'petitions.id', 'mails.petitionId')
    .innerJoin('accounts', 'accounts.id', 'mails.accountId')
    .select(['mails.id as mailId', 'mails.params', 'mails.locale', 'mails.askedAt', 'accounts.emailSealed'])
    .select(['petitions.title', 'petitions.slug', 'petitions.state'])
    .where('mails.id', 'in', ids)
    .execute()
  const entries = await db
    .selectFrom('auditEntries')
    .select(['id', 'reason', 'law', 'note', 'at', 'reportId'])
    .where(
      'id',
      'in',
      rows.map(({ params }) => Number(params.entry)),
    )
    .execute()
  return rows.map(({ params, askedAt, ...row }) => {
    const entry = entries.find(({ id }) => id === Number(params.entry))
    return {
      ...row,
      entryId: Number(params.entry),
      reason: entry?.reason ?? '',
      law: entry?.law ?? null,
      note: entry?.note ?? '',
      at: entry?.at ?? askedAt,
      wasReported: (entry?.reportId ?? null) !== null,
    }
  })
}

function tellOpened({ locale, title, slug, link }: Decided): Told {
  const { t } = translatorFor(locale)
  const address = link(`/petitions/${slug}`)
  return {
    subject: t('moderation.mail.opened.subject', { title }),
    preview: t('moderation.mail.opened.preview'),
    blocks: [
      { paragraph: t('moderation.mail.opened.intro', { title }) },
      { button: { label: t('moderation.mail.opened.button'), url: address } },
      { heading: t('moderation.mail.opened.first') },
      {
        list: (['one', 'two', 'three', 'four'] as const).map((tip) => t(`moderation.mail.opened.tip.${tip}`)),
      },
      { paragraph: t('moderation.mail.opened.next') },
      { links: [{ label: t('moderation.mail.page'), url: link(`/account/petitions/${slug}`) }] },
    ],
  }
}

function tellRejected({ locale, title, slug, link, config, ...why }: Decided): Told {
  const ui = translatorFor(locale)
  const { t } = ui
  return {
    subject: t('moderation.mail.rejected.subject', { title }),
    preview: reasonLabel(t, why.reason),
    blocks: [
      { paragraph: t('moderation.mail.rejected.intro', { title }) },
      ...whyBlocks(t, why),
      { paragraph: t('moderation.mail.rejected.again') },
      ...warningBlocks(ui, why.reason),
      ...statementBlocks(ui, config, {
        what: t('moderation.statement.refused.what', { title }),
        extent: t('moderation.statement.refused.extent', { list: link('/transparency/refusals') }),
        duration: t('moderation.statement.refused.duration'),
        ground: reasonLabel(t, why.reason),
        ...why,
      }),
      {
        links: [
          { label: t('moderation.mail.rejected.start'), url: link('/petitions/new') },
          { label: t('moderation.mail.rejected.text'), url: link(`/account/petitions/${slug}`) },
          { label: t('moderation.mail.contact'), url: link('/legal') },
        ],
      },
    ],
  }
}

function tellHidden({ locale, title, link, at, config, ...why }: Decided): Told {
  const ui = translatorFor(locale)
  const { t, date } = ui
  return {
    subject: t('moderation.mail.hidden.subject', { title }),
    preview: reasonLabel(t, why.reason),
    blocks: [
      { paragraph: t('moderation.mail.hidden.intro', { title, on: date(at) }) },
      ...whyBlocks(t, why),
      { paragraph: t('moderation.mail.hidden.kept') },
      ...warningBlocks(ui, why.reason),
      ...statementBlocks(ui, config, {
        what: t('moderation.statement.hidden.what', { title }),
        extent: t('moderation.statement.hidden.extent'),
        duration: t('moderation.statement.hidden.duration'),
        ground: reasonLabel(t, why.reason),
        ...why,
      }),
      { links: [{ label: t('moderation.mail.contact'), url: link('/legal') }] },
    ],
  }
}

function tellShown({ locale, title, slug, state, link }: Decided): Told {
  const { t } = translatorFor(locale)
  const open = state === 'open'
  return {
    subject: t('moderation.mail.shown.subject', { title }),
    preview: t(open ? 'moderation.mail.shown.open' : 'moderation.mail.shown.closed'),
    blocks: [
      { paragraph: t('moderation.mail.shown.intro', { title }) },
      { paragraph: t(open ? 'moderation.mail.shown.open' : 'moderation.mail.shown.closed') },
      { button: { label: t('moderation.mail.shown.button'), url: link(`/petitions/${slug}`) } },
    ],
  }
}

function whyBlocks(
  t: (key: MessageKey) => string,
  { reason, note }: Pick<Decided, 'reason' | 'note'>,
): Block[] {
  return [
    { facts: [{ label: t('moderation.mail.reason'), value: reasonLabel(t, reason) }] },
    { paragraph: t('moderation.mail.sentence') },
    { quote: note },
  ]
}
