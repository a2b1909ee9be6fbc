/** One function for each template of `views/launch`; its parameters are what the template needs. */

import type { FastifyReply } from 'fastify'
import { limitLabel } from '../accounts/limits.js'
import type { AccountLimit } from '../database/tables.js'
import { countryName, listCountries } from '../i18n/countries.js'
import { type MessageKey, translatorFor } from '../i18n/translate.js'
import { addDays } from '../petitions/days.js'
import { PICTURE_LIMIT } from '../petitions/pictures.js'
import { TOPICS } from '../petitions/topics.js'
import { findRule, INSTITUTIONS } from '../places/rules.js'
import { type Faults, tellFaults } from '../web/form.js'
import { renderMarkdown } from '../web/markdown.js'
import type { Draft } from './drafts.js'
import type { SimilarPetition } from './queries.js'
import { GOAL, LONGEST_DAYS, PLACE_MAX, suggestDetails, WORLD } from './steps/details.js'
import { ASK_LENGTH, isUnlikelyInstitution, NAME_MAX } from './steps/recipient.js'
import type { Reading, Typed } from './steps/step.js'
import { TEXT_LENGTH } from './steps/text.js'
import { TITLE_LENGTH } from './steps/title.js'
import { type FormStep, listMissing, type Missing, STEP_NAMES, type StepName } from './steps.js'
import { CONFIRMATION_HOURS } from './submit.js'
import { KEEP_DRAFTS_DAYS } from './upkeep.js'

/** What stands around every step; `publicUrl` begins the link to come back with. */
export interface Frame {
  draft: Draft
  publicUrl: string
  /** The step was opened from the last look, and leads back there. */
  isFromReview: boolean
}

export interface StepPage {
  typed: Typed
  faults?: Faults
}

export function showNew(reply: FastifyReply, { typed, faults = {} }: StepPage): Promise<string> {
  return reply.page('launch/new', { typed, errors: tell(reply, faults), titleMax: TITLE_LENGTH.max })
}

export function showTitle(reply: FastifyReply, frame: Frame, page: StepPage): Promise<string> {
  return reply.page('launch/title', { ...step(reply, frame, 'title', page), titleMax: TITLE_LENGTH.max })
}

export function showSimilar(
  reply: FastifyReply,
  { draft, similar }: { draft: Draft; similar: SimilarPetition[] },
): Promise<string> {
  return reply.page('launch/similar', { token: draft.token, draftTitle: draft.petition.title, similar })
}

export function showRecipient(reply: FastifyReply, frame: Frame, page: StepPage): Promise<string> {
  const { locale } = reply.request.reader
  return reply.page('launch/recipient', {
    ...step(reply, frame, 'recipient', page),
    institutions: INSTITUTIONS.map((name) => ({ value: name, label: findRule(name)!.name[locale] })),
    askMax: ASK_LENGTH.max,
    nameMax: NAME_MAX,
    isUnlikelyAddress: isUnlikelyInstitution(page.typed.maker_email),
  })
}

export function showText(
  reply: FastifyReply,
  frame: Frame,
  page: StepPage & { isPreview?: boolean },
): Promise<string> {
  return reply.page('launch/text', {
    ...step(reply, frame, 'text', page),
    size: TEXT_LENGTH,
    previewHtml: page.isPreview ? renderMarkdown(page.typed.body ?? '') : undefined,
    textLocale: frame.draft.petition.locale,
  })
}

export function showPicture(reply: FastifyReply, frame: Frame, { typed, faults }: StepPage): Promise<string> {
  return reply.page('launch/picture', {
    ...step(reply, frame, 'picture', { typed, faults }),
    picture: frame.draft.picture,
    draftTitle: frame.draft.petition.title,
    megabytes: PICTURE_LIMIT / 1024 ** 2,
  })
}

export function showDetails(
  reply: FastifyReply,
  frame: Frame,
  page: StepPage,
  { today }: Reading,
): Promise<string> {
  const { locale } = reply.request.reader
  const { t } = translatorFor(locale)
  const suggested = page.faults ? {} : suggestDetails(frame.draft, today)
  return reply.page('launch/details', {
    ...step(reply, frame, 'details', { ...page, typed: { ...page.typed, ...suggested } }),
    topics: TOPICS.map((topic) => ({ value: topic, label: t(`topic.${topic}`) })),
    countries: [
      { value: WORLD, label: t('launch.country.world') },
      ...listCountries(locale).map(({ code, name }) => ({ value: code, label: name })),
    ],
    days: { from: addDays(today, 1), to: addDays(today, LONGEST_DAYS) },
    goal: GOAL,
    placeMax: PLACE_MAX,
  })
}

export function showYou(reply: FastifyReply, frame: Frame, page: StepPage): Promise<string> {
  return reply.page('launch/you', { ...step(reply, frame, 'you', page), nameMax: NAME_MAX })
}

/** The page of a step whose form is plain fields. */
export function showFormStep(
  reply: FastifyReply,
  { name }: FormStep,
  frame: Frame,
  page: StepPage,
  reading: Reading,
): Promise<string> {
  switch (name) {
    case 'title':
      return showTitle(reply, frame, page)
    case 'recipient':
      return showRecipient(reply, frame, page)
    case 'text':
      return showText(reply, frame, page)
    case 'details':
      return showDetails(reply, frame, page, reading)
    case 'you':
      return showYou(reply, frame, page)
  }
}

export function showReview(reply: FastifyReply, frame: Frame, reading: Reading): Promise<string> {
  const { draft } = frame
  const { petition, maker } = draft
  const { locale } = reply.request.reader
  const { t } = translatorFor(locale)
  return reply.page('launch/review', {
    ...step(reply, frame, 'review', { typed: {} }),
    petition,
    maker,
    makerEmail: draft.makerEmail,
    isUnlikelyAddress: isUnlikelyInstitution(draft.makerEmail),
    email: draft.email,
    picture: draft.picture,
    institutionLabel: findRule(petition.institution)?.name[locale],
    bodyHtml: petition.body && renderMarkdown(petition.body),
    topicName: petition.topic && t(`topic.${petition.topic}` as MessageKey),
    whereName:
      petition.topic === null
        ? undefined
        : [
            petition.placeName,
            petition.country ? countryName(petition.country, locale) : t('launch.country.world'),
          ]
            .filter(Boolean)
            .join(', '),
    missing: tellMissing(reply, listMissing(draft, reading)),
  })
}

export function showSent(
  reply: FastifyReply,
  { token, email }: { token: string; email: string },
): Promise<string> {
  return reply.page('launch/sent', { token, email, hours: CONFIRMATION_HOURS })
}

/** The button that submits: following the link alone, as mail scanners do, does nothing. */
export function showConfirmation(
  reply: FastifyReply,
  { draft: { token, petition, email, maker }, link }: { draft: Draft; link: string },
): Promise<string> {
  return reply.page('launch/confirmation', { token, petition, email, maker, link })
}

export function showLinkOver(reply: FastifyReply, { token }: { token: string }): Promise<string> {
  return reply.page('launch/link-over', { token, hours: CONFIRMATION_HOURS })
}

export function showLimited(
  reply: FastifyReply,
  { limit, contact }: { limit: AccountLimit; contact: string },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const { note, untilAt } = limit
  return reply.page('launch/limited', { reason: limitLabel(t, limit.reason), note, untilAt, contact })
}

export function showStatus(
  reply: FastifyReply,
  page: { state: string; draftTitle: string; slug: string; usualHours: number | undefined },
): Promise<string> {
  return reply.page('launch/status', page)
}

function step(
  reply: FastifyReply,
  { draft, publicUrl, isFromReview }: Frame,
  name: StepName,
  { typed, faults = {} }: StepPage,
) {
  const { t } = translatorFor(reply.request.reader.locale)
  return {
    stepName: name,
    token: draft.token,
    steps: STEP_NAMES.map((known) => ({
      label: t(`launch.steps.${known}`),
      href: `/drafts/${draft.token}/${known}`,
    })),
    at: STEP_NAMES.indexOf(name),
    resumeUrl: `${publicUrl}/drafts/${draft.token}`,
    keepDays: KEEP_DRAFTS_DAYS,
    isFromReview,
    typed,
    errors: tell(reply, faults),
  }
}

function tell(reply: FastifyReply, faults: Faults): Record<string, string> {
  return tellFaults(translatorFor(reply.request.reader.locale).t, faults)
}

function tellMissing(reply: FastifyReply, missing: Missing[]) {
  const { t } = translatorFor(reply.request.reader.locale)
  return missing.map(({ step, field, fault }) => ({
    step,
    field,
    message: t(fault.key, fault.params),
  }))
}
