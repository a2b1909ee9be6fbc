/** The petition as it was signed, to be read on paper; `petition.txt` is the same for who checks sums. */

import { translatorFor } from '../../i18n/translate.js'
import { openTypefaces } from '../letters.js'
import { openSheet } from '../sheet.js'
import type { Document, Source } from './document.js'

export const PETITION = 'petition.pdf'

export const petitionOnPaper: Document = {
  file: PETITION,
  async *write(source) {
    const { texts } = source
    await openTypefaces(texts.flatMap(({ title, ask, body }) => [title, ask, body]))
    yield* drawPetition(source) as unknown as AsyncIterable<Buffer>
  },
}

function drawPetition({ deps, dossier, petition, figures, texts, at }: Source): NodeJS.ReadableStream {
  const { t, date } = translatorFor(dossier.locale)
  const sheet = openSheet({
    title: petition.title,
    subject: t('dossiers.texts.title'),
    author: petition.campaignerName ?? t('decision-makers.someone'),
    locale: petition.locale,
    at,
  })
  sheet.masthead(t('common.site'))
  for (const text of texts) {
    if (text !== texts[0]) sheet.nextPage()
    const signed = figures.byTextVersion.find(({ textVersion }) => textVersion === text.version)
    sheet.title(text.title)
    sheet.facts([
      {
        label: t('dossiers.texts.title'),
        value: t('dossiers.texts.version', { version: text.version, on: date(text.publishedAt) }),
      },
      {
        label: t('decision-makers.figures.signatures'),
        value: t('dossiers.texts.signed', { signed: signed?.confirmed ?? 0 }),
      },
      { label: 'SHA-256', value: text.sha256.toString('hex') },
      {
        label: t('decision-makers.fact.publicLink'),
        value: `${deps.config.publicUrl}/petitions/${petition.slug}`,
      },
    ])
    sheet.quote(text.ask)
    for (const paragraph of text.body.split(/\n{2,}/)) sheet.paragraph(paragraph)
  }
  sheet.end((page, pages) => t('dossiers.brief.page', { page, pages }))
  return sheet.stream
}
