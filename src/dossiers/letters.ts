/** The typefaces of the brief, and what they can draw. */

import { fileURLToPath } from 'node:url'
import { openSync } from 'fontkit'

const folder = new URL('../../../views/dossiers/fonts/', import.meta.url)
const pathOf = (file: string) => fileURLToPath(new URL(file, folder))

export const FONTS = {
  text: pathOf('AtkinsonHyperlegibleNext-Regular.ttf'),
  bold: pathOf('AtkinsonHyperlegibleNext-Bold.ttf'),
  display: pathOf('BricolageGrotesque-ExtraBold.ttf'),
}

let known: Set<number> | undefined

/** Letters that both typefaces have: Latin with its accents, figures and punctuation. */
function drawn(): Set<number> {
  if (!known) {
    const display = new Set(openSync(FONTS.display).characterSet)
    known = new Set(openSync(FONTS.text).characterSet.filter((letter) => display.has(letter)))
  }
  return known
}

/** Whether a text loses nothing but emoji when it is drawn. */
export function isDrawable(text: string): boolean {
  return [...plain(text)].every((letter) => drawn().has(letter.codePointAt(0)!) || /\s/.test(letter))
}

/**
 * The text with what the typefaces lack replaced: narrow spaces by wider ones, emoji by nothing, and letters of
 * other scripts by a question mark, so that a reader sees that something stood there.
 */
export function drawable(text: string): string {
  return [...plain(text)]
    .map((letter) => (drawn().has(letter.codePointAt(0)!) || letter === '\n' ? letter : '?'))
    .join('')
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u202f\u2007\u2009]/g, '\u00a0')
    .replace(/\u2011/g, '-')
    .replace(/\p{Extended_Pictographic}|[\ufe0f\u200d]|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu, '')
}
