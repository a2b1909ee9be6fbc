import type { Locale } from '../../database/tables.js'
import { LOCALES } from '../../i18n/translate.js'
import { type Faults, length, line } from '../../web/form.js'
import { takeSlug } from '../slug.js'
import { defineStep, type StepForm } from './step.js'

/** Shorter says nothing, longer fits no poster and no subject line. */
export const TITLE_LENGTH = { min: 10, max: 150 }

interface Values {
  title: string
  locale: Locale
}

export function readTitle(body: unknown): StepForm<Values> {
  const typed = { title: line(body, 'title'), locale: line(body, 'locale') }
  const faults: Faults = {}
  const size = length(typed.title)
  if (size === 0) faults.title = { key: 'launch.title.missing' }
  else if (size < TITLE_LENGTH.min) faults.title = { key: 'launch.title.short', params: TITLE_LENGTH }
  else if (size > TITLE_LENGTH.max)
    faults.title = { key: 'launch.title.long', params: { ...TITLE_LENGTH, size } }
  else if (!/\p{L}.*\p{L}/u.test(typed.title)) faults.title = { key: 'launch.title.words' }
  const locale = LOCALES.find((known) => known === typed.locale)
  if (!locale) faults.locale = { key: 'launch.locale.missing' }
  return { typed, values: { title: faults.title ? undefined : typed.title, locale }, faults }
}

export const titleStep = defineStep<'title', Values>({
  name: 'title',
  typedOf: ({ petition }) => ({ title: petition.title, locale: petition.locale }),
  read: readTitle,
  async save(trx, { petition: { id } }, { title, locale }) {
    if (title)
      await trx
        .updateTable('petitions')
        .set({ title, slug: await takeSlug(trx, title, id) })
        .where('id', '=', id)
        .execute()
    if (locale) await trx.updateTable('petitions').set({ locale }).where('id', '=', id).execute()
  },
})
