import { fileURLToPath } from 'node:url'
import { inline } from '@css-inline/css-inline'
import { Eta } from 'eta'
import { translatorFor } from '../i18n/translate.js'
import type { Letter } from './letter.js'
import type { OutgoingMail } from './mailer.js'

const views = new Eta({
  views: fileURLToPath(new URL('../../../views', import.meta.url)),
  cache: true,
  autoTrim: false,
})

/** Gives a letter its two shapes, and the headers that let a mail program unsubscribe with one click. */
export function compose(letter: Letter): OutgoingMail {
  const data = { letter, ui: translatorFor(letter.locale) }
  const html = inline(views.render('/mail/letter.html.eta', data))
  const text = `${views
    .render('/mail/letter.text.eta', data)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
  const headers: Record<string, string> = { 'Auto-Submitted': 'auto-generated' }
  if (letter.unsubscribe) {
    headers['List-Unsubscribe'] = `<${letter.unsubscribe.url}>`
    headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click'
  }
  return { to: letter.to, subject: letter.subject, text, html, headers }
}
