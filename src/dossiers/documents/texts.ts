/** The petition as it was signed: every version with its day, its sum and its signatures. */

import { translatorFor } from '../../i18n/translate.js'
import { hashedText } from '../../petitions/publish.js'
import type { Document, Source } from './document.js'

export const TEXTS = 'petition.txt'

export const texts: Document = {
  file: TEXTS,
  async *write({ dossier, petition, figures, texts, deps }) {
    const { t, date, number } = translatorFor(dossier.locale)
    yield `${deps.config.publicUrl}/petitions/${petition.slug}\n`
    for (const text of texts) {
      const signed = figures.byTextVersion.find(({ textVersion }) => textVersion === text.version)
      yield [
        '',
        '='.repeat(72),
        t('dossiers.texts.version', { version: text.version, on: date(text.publishedAt) }),
        t('dossiers.texts.signed', { signed: signed?.confirmed ?? 0, count: number(signed?.confirmed ?? 0) }),
        t('dossiers.texts.sum', { file: hashedFile(text.version), sum: text.sha256.toString('hex') }),
        '',
        text.title,
        '',
        text.ask,
        '',
        text.body,
        '',
      ].join('\n')
    }
  },
}

/** The very bytes whose SHA-256 each signature and the petition's page are bound to: three texts with their lengths. */
export function hashedTexts({ texts }: Pick<Source, 'texts'>): Document[] {
  return texts.map((text) => ({
    file: hashedFile(text.version),
    async *write() {
      yield hashedText(text)
    },
  }))
}

export function hashedFile(version: number): string {
  return `petition-version-${version}.hashed`
}
