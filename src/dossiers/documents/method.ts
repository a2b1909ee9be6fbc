/** How signatures are collected, checked and taken out; what the list may be used for, and until when. */

import { translatorFor } from '../../i18n/translate.js'
import { contactOf } from '../../mail/contact.js'
import { openSheet } from '../sheet.js'
import type { Document, Source } from './document.js'

export const METHOD = 'method.pdf'

const SECTIONS = [
  'collected',
  'unnamed',
  'checked',
  'removed',
  'log',
  'notProven',
  'use',
  'kept',
  'contact',
] as const

export const method: Document = {
  file: METHOD,
  write: (source) => drawMethod(source) as unknown as AsyncIterable<Buffer>,
}

function drawMethod({ deps, dossier, petition, figures, at }: Source): NodeJS.ReadableStream {
  const { t, locale } = translatorFor(dossier.locale)
  const { config } = deps
  const sheet = openSheet({
    title: t('dossiers.method.title'),
    subject: petition.title,
    author: t('common.site'),
    locale,
    at,
  })
  sheet.masthead(t('common.site'))
  sheet.title(t('dossiers.method.title'))
  for (const section of SECTIONS) {
    sheet.heading(t(`dossiers.method.${section}.title`))
    sheet.paragraph(
      t(`dossiers.method.${section}`, {
        months: config.retentionMonths,
        unnamed: figures.unnamed,
        contact: contactOf(config),
        page: `${config.publicUrl}/petitions/${petition.slug}`,
        transparency: `${config.publicUrl}/transparency`,
      }),
    )
  }
  sheet.end((page, pages) => t('dossiers.brief.page', { page, pages }))
  return sheet.stream
}
