/** The wizard's pages in their order, and what is still missing before a petition can be submitted. */

import type { Deps } from '../deps.js'
import { dayOf } from '../petitions/days.js'
import type { Fault } from '../web/form.js'
import type { Draft } from './drafts.js'
import { detailsStep } from './steps/details.js'
import { recipientStep } from './steps/recipient.js'
import type { Reading } from './steps/step.js'
import { textStep } from './steps/text.js'
import { titleStep } from './steps/title.js'
import { youStep } from './steps/you.js'

/** The steps that are a form of fields; the picture and the last look have pages of their own. */
export const FORM_STEPS = [titleStep, recipientStep, textStep, detailsStep, youStep] as const

export type FormStep = (typeof FORM_STEPS)[number]

export const STEP_NAMES = ['title', 'recipient', 'text', 'picture', 'details', 'you', 'review'] as const

export type StepName = (typeof STEP_NAMES)[number]

export function stepAfter(name: StepName): StepName {
  return STEP_NAMES[STEP_NAMES.indexOf(name) + 1] ?? 'review'
}

/** How a form that is really sent is read. */
export function readingNow({ clock, config }: Pick<Deps, 'clock' | 'config'>): Reading {
  return { today: dayOf(clock.now(), config.timeZone), isHalfTyped: false }
}

export interface Missing {
  step: StepName
  field: string
  fault: Fault
}

/** Reads what was kept as if it were sent now: a draft that slept may have a closing date in the past. */
export function listMissing(draft: Draft, reading: Reading): Missing[] {
  const missing = FORM_STEPS.flatMap((step) =>
    Object.entries(step.read(step.typedOf(draft), reading).faults).map(([field, fault]) => ({
      step: step.name,
      field,
      fault,
    })),
  )
  const picture: Missing[] =
    draft.picture && draft.picture.alt === ''
      ? [{ step: 'picture', field: 'alt', fault: { key: 'launch.picture.alt.missing' } }]
      : []
  return [...missing, ...picture]
}
