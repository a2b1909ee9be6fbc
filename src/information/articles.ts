/** The pages that explain the site: which sections each has, in their order. The words stand in the catalogues. */

import type { MessageKey } from '../i18n/translate.js'

const SECTIONS = {
  'how-it-works': ['sign', 'count', 'launch', 'decide', 'end', 'money'],
} as const satisfies Record<string, readonly string[]>

export type Article = keyof typeof SECTIONS

export const ARTICLES = Object.keys(SECTIONS) as Article[]

export interface Section {
  id: string
  title: MessageKey
  text: MessageKey
}

/** `id` is also the section's anchor: other pages link to `/how-it-works#count`. */
export function sectionsOf(article: Article): Section[] {
  return SECTIONS[article].map((id) => ({
    id,
    title: `information.${article}.${id}.title` as MessageKey,
    text: `information.${article}.${id}.text` as MessageKey,
  }))
}
