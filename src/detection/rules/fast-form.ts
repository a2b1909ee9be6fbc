import { type EachRule, shareOf } from './rule.js'

/** A browser fills name and address in by itself; finding the button takes a person more than a second even so. */
export const FASTEST_FORM_SECONDS = 1

/** Clocks and hurried fingers make a few of them; one in twenty is a program. */
export const FAST_FORM: EachRule = {
  name: 'fast-form',
  isSuspect: (found, all) => found.recent >= 10 && shareOf(found.recent, all.recent) >= 0.05,
}
