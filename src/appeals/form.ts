/** What somebody who contests a decision posts, and what a moderator answers. */

import { type Faults, length, line, paragraphs } from '../web/form.js'

export const WORDS_LENGTH = { least: 20, most: 3_000 }
export const NOTE_LENGTH = { least: 20, most: 1_000 }

export function readAppeal(body: unknown): { words: string; faults: Faults } {
  const words = paragraphs(body, 'words')
  return { words, faults: faultOf('words', words, WORDS_LENGTH) }
}

/** As it was typed, to be shown again. */
export interface TypedAnswer {
  outcome: string
  note: string
}

export function readAnswer(body: unknown): {
  typed: TypedAnswer
  faults: Faults
  values?: { state: 'upheld' | 'reversed'; note: string }
} {
  const outcome = line(body, 'outcome')
  const note = paragraphs(body, 'note')
  const typed = { outcome, note }
  const state = outcome === 'upheld' || outcome === 'reversed' ? outcome : undefined
  const faults: Faults = {
    ...(state ? {} : { outcome: { key: 'appeals.fault.outcome' as const } }),
    ...faultOf('note', note, NOTE_LENGTH),
  }
  return state && Object.keys(faults).length === 0
    ? { typed, faults, values: { state, note } }
    : { typed, faults }
}

function faultOf(field: string, typed: string, { least, most }: { least: number; most: number }): Faults {
  if (length(typed) < least) return { [field]: { key: 'appeals.fault.short', params: { least } } }
  if (length(typed) > most) return { [field]: { key: 'appeals.fault.long', params: { most } } }
  return {}
}
