import type { Translator } from '../i18n/translate.js'
import { reasonLabel } from '../petitions/moderation-reasons.js'
import { isGround } from './categories.js'

/** Grounds for removing one thing have their own words; those for hiding speak of a petition. */
export function groundLabel(t: Translator['t'], code: string): string {
  return isGround(code) ? t(`reports.ground.${code}`) : reasonLabel(t, code)
}
