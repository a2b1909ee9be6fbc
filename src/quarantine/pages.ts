/** Each template of `views/quarantine`, and what it is given. */

import type { FastifyReply } from 'fastify'
import type { Config } from '../config.js'
import type { Alert, NameSearch, Petition, Quarantine, QuarantineActName } from '../database/tables.js'
import type { ListedAlert } from '../detection/alerts.js'
import { DAYS_CLOSED } from '../detection/raise.js'
import { RULE_NAMES } from '../detection/rules.js'
import { countryName } from '../i18n/countries.js'
import { type MessageKey, type Translator, translatorFor } from '../i18n/translate.js'
import type { Waiting } from '../moderation/waiting.js'
import { dayOf } from '../petitions/days.js'
import { type Condition, TRAITS } from './condition.js'
import type { TypedDecision, TypedTraits } from './form.js'
import type { ListedQuarantine, listActs, PublicAct, TopGroup } from './queries.js'
import { REASONS, usualReason } from './reasons.js'
import type { Sampled, Shown } from './sample.js'

type Titled = Pick<Petition, 'id' | 'slug' | 'title' | 'locale'>

export async function showAlerts(
  reply: FastifyReply,
  data: { state: Alert['state']; alerts: (ListedAlert & { waiting: Waiting })[] },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const alerts = data.alerts.map((alert) => ({ ...alert, rule: ruleLabel(t, alert.rule) }))
  return reply.page('quarantine/alerts', { ...data, alerts })
}

export async function showAlert(
  reply: FastifyReply,
  data: {
    alert: Alert
    petition: Titled
    condition: Condition
    shown: Shown
    note: string
    errors: Record<string, string>
  },
): Promise<string> {
  const ui = translatorFor(reply.request.reader.locale)
  const { alert, condition, shown } = data
  return reply.page('quarantine/alert', {
    ...data,
    rule: ruleLabel(ui.t, alert.rule),
    about: ui.t(`detection.rule.${alert.rule}.about` as MessageKey),
    daysClosed: DAYS_CLOSED,
    hidden: { ...condition, alert: String(alert.id), upto: String(shown.numbers.upToId) },
    narrowHref: `/desk/petitions/${alert.petitionId}/quarantines/new?${new URLSearchParams({ ...condition, alert: String(alert.id) })}`,
    said: describe(ui, condition),
    ...sampleOf(ui, shown),
    decision: { reason: usualReason(alert.rule), note: '' },
    reasons: reasonsFor(ui.t, 'set-aside'),
  })
}

export interface ChoosePage {
  petition: Titled
  condition: Condition
  typed: TypedTraits
  groups: TopGroup[]
  countries: string[]
  search: NameSearch | undefined
  /** Undefined while nothing is chosen, or names are looked for still. */
  shown: Shown | undefined
  alertId: number | undefined
  decision: TypedDecision | undefined
  pattern: string
  isLate: boolean
  errors: Record<string, string>
}

export async function showChoose(reply: FastifyReply, data: ChoosePage): Promise<string> {
  const ui = translatorFor(reply.request.reader.locale)
  const { condition, alertId } = data
  return reply.page('quarantine/choose', {
    ...data,
    hidden: {
      ...condition,
      ...(alertId === undefined ? {} : { alert: String(alertId) }),
      ...(data.shown && { upto: String(data.shown.numbers.upToId) }),
    },
    traits: TRAITS.map((trait) => ({ trait, options: optionsFor(ui, data, trait) })).filter(
      ({ options }) => options.length > 0,
    ),
    countries: countryOptions(ui, data.countries),
    rules: RULE_NAMES.map((value) => ({ value, label: ruleLabel(ui.t, value) })),
    said: describe(ui, condition),
    ...(data.shown && sampleOf(ui, data.shown)),
    decision: data.decision ?? { reason: condition.rule ? usualReason(condition.rule) : '', note: '' },
    reasons: reasonsFor(ui.t, 'set-aside'),
  })
}

export async function showQuarantines(
  reply: FastifyReply,
  data: { petition: Titled | undefined; quarantines: ListedQuarantine[] },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const quarantines = data.quarantines.map((one) => ({ ...one, rule: ruleLabel(t, one.rule) }))
  return reply.page('quarantine/list', { ...data, quarantines })
}

type NamedAct = Omit<Awaited<ReturnType<typeof listActs>>[number], 'accountName' | 'emailSealed'> & {
  who: string | undefined
}

export async function showQuarantine(
  reply: FastifyReply,
  data: {
    quarantine: Quarantine
    petition: Titled
    acts: NamedAct[]
    /** What it holds still. */
    shown: Shown
    objections: number
    countries: string[]
    late: 'late' | 'nothing' | undefined
  },
): Promise<string> {
  const ui = translatorFor(reply.request.reader.locale)
  const { acts, quarantine } = data
  return reply.page('quarantine/quarantine', {
    ...data,
    rule: ruleLabel(ui.t, quarantine.rule),
    said: describe(ui, acts[0]!.condition as Condition),
    due: acts.find(({ state }) => state === 'due'),
    acts: acts.map((act) => ({
      ...act,
      reason: ui.t(`quarantine.reason.${act.reason}` as MessageKey),
      said: act.act === 'set-aside' ? [] : describe(ui, act.condition as Condition),
    })),
    countries: countryOptions(ui, data.countries),
    ...sampleOf(ui, data.shown),
  })
}

export async function showFurther(
  reply: FastifyReply,
  data: {
    quarantine: Quarantine
    petition: Titled
    path: 'removal' | 'restoration'
    act: Exclude<QuarantineActName, 'set-aside'>
    condition: Condition
    seen: number
    shown: Shown
    decision: TypedDecision | undefined
    errors: Record<string, string>
  },
): Promise<string> {
  const ui = translatorFor(reply.request.reader.locale)
  const { condition, seen, act } = data
  return reply.page('quarantine/further', {
    ...data,
    hidden: { ...condition, seen: String(seen) },
    said: describe(ui, condition),
    ...sampleOf(ui, data.shown),
    decision: data.decision ?? { reason: condition.objected ? 'objection' : '', note: '' },
    reasons: reasonsFor(ui.t, act),
  })
}

/** What `views/quarantine/public.eta` shows: to everybody, so nothing in it may lead to anybody. */
export async function showPublicLog(
  reply: FastifyReply,
  { config, petition, acts }: { config: Config; petition: Titled; acts: PublicAct[] },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const sumOf = (name: QuarantineActName) =>
    acts.filter(({ act }) => act === name).reduce((sum, { counted }) => sum + counted, 0)
  return reply.page('quarantine/public', {
    petition,
    sums: { setAside: sumOf('set-aside'), restored: sumOf('restored'), removed: sumOf('removed') },
    acts: acts.map((act) => ({
      ...act,
      day: dayOf(act.decidedAt, config.timeZone),
      reason: t(`quarantine.reason.${act.reason}` as MessageKey),
      rule: act.rule === null ? undefined : ruleLabel(t, act.rule),
    })),
    canonical: `${config.publicUrl}/petitions/${petition.slug}/transparency`,
  })
}

export function ruleLabel(t: (key: MessageKey) => string, rule: string | null): string {
  return t(rule === null ? 'quarantine.by-hand' : (`detection.rule.${rule}` as MessageKey))
}

function reasonsFor(t: (key: MessageKey) => string, act: QuarantineActName) {
  return REASONS[act].map((value) => ({ value, label: t(`quarantine.reason.${value}`) }))
}

function countryOptions({ locale }: Translator, countries: string[]) {
  return countries.map((value) => ({ value, label: countryName(value, locale) }))
}

/** Fingerprints are named by their beginning, which is enough to tell two apart. */
function shortOf(key: string): string {
  return key.slice(0, 6)
}

function optionsFor({ t, dateTime }: Translator, { groups, condition }: ChoosePage, trait: string) {
  const options = groups
    .filter((group) => group.trait === trait)
    .map(({ key, signatures, firstAt, lastAt }) => ({
      value: key,
      label: t('quarantine.group', {
        key: shortOf(key),
        count: signatures,
        from: dateTime(firstAt),
        to: dateTime(lastAt),
      }),
    }))
  const chosen = condition[trait as keyof Condition]
  if (chosen && !options.some(({ value }) => value === chosen))
    options.unshift({ value: chosen, label: t('quarantine.group.chosen', { key: shortOf(chosen) }) })
  return options
}

/** A condition in words, a line for each part. */
function describe({ t, locale }: Translator, condition: Condition): string[] {
  const { from, to, country, rule, names, state, unchecked, objected } = condition
  const moment = (local: string) => local.replace('T', ' ')
  return [
    ...TRAITS.flatMap((trait) => {
      const key = condition[trait]
      return key ? [t(`quarantine.said.${trait}`, { key: shortOf(key) })] : []
    }),
    ...(from ? [t('quarantine.said.from', { moment: moment(from) })] : []),
    ...(to ? [t('quarantine.said.to', { moment: moment(to) })] : []),
    ...(country ? [t('quarantine.said.country', { country: countryName(country, locale) })] : []),
    ...(rule ? [t('quarantine.said.rule', { rule: ruleLabel(t, rule) })] : []),
    ...(names ? [t('quarantine.said.names', { search: names })] : []),
    ...(state ? [t(`quarantine.said.${state}`)] : []),
    ...(unchecked ? [t('quarantine.said.unchecked')] : []),
    ...(objected ? [t('quarantine.said.objected')] : []),
  ]
}

function sampleOf({ t, locale }: Translator, { numbers, sample }: Shown) {
  return {
    numbers,
    total: numbers.counted + numbers.uncounted,
    sample: sample.map((one: Sampled) => ({
      ...one,
      place: [countryName(one.country, locale), one.postcode].filter(Boolean).join(', '),
      signs: one.signs.map((sign) => ruleLabel(t, sign)),
    })),
  }
}
