import type { FastifyReply } from 'fastify'
import type { Config } from '../config.js'
import type { Database } from '../database/connect.js'
import type { Petition, PetitionState } from '../database/tables.js'
import { type ReplySurroundings, showReplies } from '../decision-makers/shown-replies.js'
import { type MessageKey, type Translator, translatorFor } from '../i18n/translate.js'
import { nextStep } from '../milestones/steps.js'
import { type ShownOutcome, showOutcomes } from '../outcomes/standing.js'
import { pictureAddress } from '../petitions/cards.js'
import { dayOf, daysBetween } from '../petitions/days.js'
import { destructionDayOf, latestDestructionDayOf } from '../petitions/retention.js'
import { isOpenForSigning } from '../petitions/signing.js'
import { territoryInFigures, territoryName } from '../petitions/territories.js'
import { standingOf } from '../places/standing.js'
import { type ToldStanding, tellStanding } from '../places/tell.js'
import { posterOf } from '../posters/kept-posters.js'
import type { Guard } from '../robots/judge.js'
import type { RememberedSigner } from '../signatures/remembered.js'
import { type SignForm, signFormFor } from '../signatures/sign-form.js'
import { renderMarkdown } from '../web/markdown.js'
import { drawCurve, nameable, periodsOf } from './figures.js'
import type { Story } from './queries.js'
import { type Event, timelineOf } from './timeline.js'

/** A table of every place would be longer than the petition. */
const MOST_TERRITORIES = 12

/** What `views/petition-page/show.eta` shows. */
export interface PetitionPage {
  petition: {
    slug: string
    title: string
    lang: string
    state: PetitionState
    ask: string
    bodyHtml: string
    topicLabel: string | undefined
    placeName: string | undefined
    /** Its last day, or the day on which it ended. */
    closesOn: Date | string | undefined
    openedOn: Date | undefined
    openedBy: string | undefined
    recipients: { name: string; role: string; organisation: string }[]
    pictureHref: string | undefined
    pictureAlt: string | undefined
    pictureWidth: number | undefined
    pictureHeight: number | undefined
    posterSvg: string | undefined
    confirmed: number
    /** Lines signed by hand, beside the number and never in it. */
    paper: number
    goal: number
    nextStep: string | undefined
  }
  signForm: SignForm | undefined
  closing: { outcome: string; statementHtml: string | undefined; on: Date | string | undefined } | undefined
  /** Until when signers are kept, or that they are not any more. */
  retention:
    | { state: 'kept'; until: string; days: number }
    /** Still open: the latest day, when its last day is known. */
    | { state: 'open'; months: number; until: string | undefined }
    | { state: 'destroyed'; on: Date; href: string }
  replies: ({
    id: number
    from: string
    on: Date
    isVerified: true
    lang: string | undefined
    /** What the campaigner answered to it. */
    answer: { id: number; from: string; on: Date; bodyHtml: string; reportHref: string } | undefined
  } & ReplySurroundings)[]
  outcomes: ShownOutcome[]
  updates: { id: number; on: Date; title: string; bodyHtml: string; reportHref: string }[]
  chart: object | undefined
  territories: { name: string; confirmed: number }[]
  /** The last row counts the places that are not named. */
  hasElsewhere: boolean
  /** Of a petition that concerns a part of France. */
  communes: { name: string; confirmed: number }[]
  /** How it stands by the rule of the institution that is asked, where one is known. */
  rule: ToldStanding | undefined
  voices: {
    comment: string
    isReservation: boolean
    name: string | undefined
    placeName: string | undefined
    reportHref: string
  }[]
  reportHref: string
  timeline: Event[]
  share: { url: string; text: string }
  /** HTML to copy into another site. */
  embed: { frame: string; badge: string }
  canonical: string
  image: string
  description: string
  headHtml: string
}

interface Shown {
  config: Config
  replica: Database
  now: Date
  petition: Petition
  story: Story
  guard: Guard
  remembered?: RememberedSigner | undefined
}

export async function showPetition(reply: FastifyReply, shown: Shown): Promise<string> {
  const { config, petition, story, now } = shown
  const ui = translatorFor(reply.request.reader.locale)
  const url = `${config.publicUrl}/petitions/${petition.slug}`
  const isOpen = isOpenForSigning(petition, now, config.timeZone)
  const reportHref = `/petitions/${petition.slug}/reports/new`
  // The job that closes petitions may still be on its way; the last day has ended all the same.
  const state = petition.state === 'open' && !isOpen ? 'closed' : petition.state
  const replies = await showReplies({ db: shown.replica }, petition, story.replies, ui)
  const page: PetitionPage = {
    petition: { ...wordsOf(ui, petition, story, state), ...pictureOf(petition, story), state },
    signForm: isOpen ? signFormOf(ui, shown) : undefined,
    closing: state === 'open' ? undefined : closingOf(petition, state),
    retention: retentionOf(shown),
    replies: replies.map((answer) => ({
      id: answer.id,
      from: answer.signedBy || [answer.name, answer.role, answer.organisation].filter(Boolean).join(', '),
      on: answer.submittedAt,
      bodyHtml: answer.bodyHtml,
      head: answer.head,
      attachment: answer.attachment,
      verdicts: answer.verdicts,
      isVerified: true,
      lang: undefined,
      answer: answerOf(ui, shown, answer.id),
    })),
    outcomes: showOutcomes(story.outcomes, dayOf(now, config.timeZone)),
    updates: story.updates.map(({ id, publishedAt, title, body }) => ({
      id,
      on: publishedAt,
      title,
      bodyHtml: renderMarkdown(body),
      reportHref: `${reportHref}?update=${id}`,
    })),
    chart: chartOf(ui, shown),
    ...territoriesOf(ui, story),
    communes: nameable(story.communes, MOST_TERRITORIES).named,
    rule: ruleOf(ui, petition, story),
    voices: story.voices.map(({ id, comment, reservation, shownName, territory }) => ({
      comment: comment ?? '',
      isReservation: reservation,
      name: shownName ?? undefined,
      placeName: shownName ? territoryName(territory, ui.locale) : undefined,
      reportHref: `${reportHref}?reason=${id}`,
    })),
    reportHref,
    timeline: timelineOf(ui, petition, story, now),
    share: { url, text: petition.title },
    embed: embedOf(petition, url),
    canonical: url,
    image: `${url}/card.png`,
    description: petition.ask,
    headHtml: `<link rel="alternate" type="application/json" href="${url}.json">`,
  }
  return reply.page('petition-page/show', page)
}

function answerOf({ t }: Translator, { petition, story }: Shown, replyId: number) {
  const answer = story.answers.get(replyId)
  return (
    answer && {
      id: answer.id,
      from: petition.campaignerName || t('decision-makers.someone'),
      on: answer.publishedAt,
      bodyHtml: renderMarkdown(answer.body),
      reportHref: `/petitions/${petition.slug}/reports/new?update=${answer.id}`,
    }
  )
}

function retentionOf({ config, petition, story, now }: Shown): PetitionPage['retention'] {
  if (story.destruction)
    return {
      state: 'destroyed',
      on: story.destruction.destroyedAt,
      href: `/petitions/${petition.slug}/destruction`,
    }
  const until = destructionDayOf(petition, config)
  if (!until)
    return { state: 'open', months: config.retentionMonths, until: latestDestructionDayOf(petition, config) }
  return { state: 'kept', until, days: Math.max(0, daysBetween(dayOf(now, config.timeZone), until)) }
}

function ruleOf(
  ui: Translator,
  petition: Petition,
  { count, commune, territories, there }: Story,
): ToldStanding | undefined {
  const known = territories.map(({ territory, confirmed }) => ({ territory, confirmed: Number(confirmed) }))
  const standing = standingOf(petition, { confirmed: count.confirmed, commune, territories: known, there })
  return standing && tellStanding(ui, standing)
}

function wordsOf(
  { t, number }: Translator,
  petition: Petition,
  { count, makers, paper }: Story,
  state: PetitionState,
) {
  const next = nextStep(count.confirmed, petition.goal)
  return {
    slug: petition.slug,
    title: petition.title,
    lang: petition.locale,
    ask: petition.ask,
    bodyHtml: renderMarkdown(petition.body),
    topicLabel: petition.topic ? t(`topic.${petition.topic}` as MessageKey) : undefined,
    placeName: petition.placeName ?? undefined,
    closesOn: (state === 'open' ? petition.closesOn : endOf(petition)) ?? undefined,
    openedOn: petition.openedAt ?? undefined,
    openedBy: petition.campaignerName || undefined,
    recipients: makers.map(({ name, role, organisation }) => ({ name, role, organisation })),
    confirmed: count.confirmed,
    paper,
    goal: petition.goal,
    nextStep:
      state !== 'open' || next === petition.goal ? undefined : t('petition.nextStep', { next: number(next) }),
  }
}

function pictureOf(petition: Petition, { picture }: Story) {
  return {
    pictureHref: picture ? pictureAddress(petition) : undefined,
    pictureReportHref: picture
      ? `/petitions/${petition.slug}/reports/new?picture=${petition.pictureId}`
      : undefined,
    pictureAlt: picture?.alt || undefined,
    pictureWidth: picture?.width,
    pictureHeight: picture?.height,
    posterSvg: picture ? undefined : posterOf(petition.title, seedOf(petition)),
  }
}

/** Every drawing of a petition comes from the same seed: page, poster and card are one picture. */
export function seedOf(petition: Pick<Petition, 'id' | 'posterSeed'>): number {
  return petition.posterSeed || petition.id
}

function signFormOf({ locale }: Translator, { petition, story, remembered, guard }: Shown): SignForm {
  const recipients = story.makers.map(({ name }) => name)
  return signFormFor({ locale, petition, recipients, remembered, guard })
}

function closingOf(petition: Petition, state: PetitionState) {
  return {
    outcome: state,
    statementHtml: petition.closingStatement ? renderMarkdown(petition.closingStatement) : undefined,
    on: endOf(petition) ?? undefined,
  }
}

/** The service closes a petition in the night after its last day; what people were told is the day. */
function endOf({ state, closesOn, closedAt }: Petition): Date | string | null {
  if (!closedAt) return closesOn
  return state === 'closed' && closesOn && new Date(closesOn) < closedAt ? closesOn : closedAt
}

function embedOf(petition: Petition, url: string) {
  const title = petition.title.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
  return {
    frame: `<iframe src="${url}/embed" width="360" height="320" loading="lazy" title="${title}"></iframe>`,
    badge: `<a href="${url}"><img src="${url}/badge.svg" height="32" alt="${title}"></a>`,
  }
}

/** Nothing is drawn on the first day: a curve of one point says less than the number. */
function chartOf(ui: Translator, { config, petition, story: { days }, now }: Shown): object | undefined {
  if (!petition.openedAt || days.length === 0) return undefined
  const opened = dayOf(petition.openedAt, config.timeZone)
  const first = days[0]!.day < opened ? days[0]!.day : opened
  const ended = dayOf(petition.closedAt ?? now, config.timeZone)
  const last = days.at(-1)!.day > ended ? days.at(-1)!.day : ended
  if (first === last) return undefined
  const { span, periods } = periodsOf(days, first, last)
  const { width, height, line, area, top } = drawCurve(periods)
  const total = periods.at(-1)!.total
  const heading: MessageKey = `petition.chart.${span}`
  return {
    width,
    height,
    line,
    area,
    xLabels: [
      { x: 0, label: ui.date(first), anchor: 'start' },
      { x: width, label: ui.date(last), anchor: 'end' },
    ],
    yMax: { y: top, label: ui.number(total) },
    label: ui.t('petition.chart.label', { first: ui.date(first), last: ui.date(last), total }),
    caption: undefined,
    columns: [ui.t(heading), ui.t('petition.chart.new'), ui.t('petition.chart.total')],
    rows: periods.map(({ from, confirmed, total }) => [
      ui.date(from),
      ui.number(confirmed),
      ui.number(total),
    ]),
  }
}

function territoriesOf({ t, locale }: Translator, { territories }: Story) {
  const { named, elsewhere } = nameable(territories, MOST_TERRITORIES)
  if (named.length === 0) return { territories: [], hasElsewhere: false }
  const rows = named.map(({ territory, confirmed }) => ({
    name: territoryInFigures(territory, locale),
    confirmed,
  }))
  if (elsewhere === 0) return { territories: rows, hasElsewhere: false }
  return {
    territories: [...rows, { name: t('petition.territories.elsewhere'), confirmed: elsewhere }],
    hasElsewhere: true,
  }
}

/** What `views/petition-page/embed.eta` shows. */
export interface EmbedPage {
  title: string
  lang: string
  to: string
  confirmed: number
  goal: number
  isOpen: boolean
  url: string
}

export function showEmbed(reply: FastifyReply, page: EmbedPage): Promise<string> {
  return reply.page('petition-page/embed', page)
}
