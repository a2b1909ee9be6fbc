/**
 * Measures the headline font and writes `src/posters/advance-widths.ts`. Run it again when the font changes:
 * `npm run build && node dist/scripts/write-advance-widths.js`.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fontkit from 'fontkit'

const FILES = ['latin', 'latin-ext', 'vietnamese'].map(
  (subset) =>
    `@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-${subset}-wght-normal.woff2`,
)

/** Weight 800 is where this font's axis rests, so its plain widths are those of the headlines. */
const RESTING_WEIGHT = 800

const widths = new Map<number, string>()
for (const file of FILES) {
  const font = fontkit.openSync(fileURLToPath(import.meta.resolve(file)))
  if (font.variationAxes.wght?.default !== RESTING_WEIGHT)
    throw new Error(`${file} does not rest at weight 800`)
  for (const codePoint of font.characterSet) {
    const { advanceWidth } = font.glyphForCodePoint(codePoint)
    const character = String.fromCodePoint(codePoint)
    if (widths.has(advanceWidth) && widths.get(advanceWidth)?.includes(character)) continue
    if (/[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u.test(character)) {
      widths.set(advanceWidth, (widths.get(advanceWidth) ?? '') + character)
    }
  }
}

const rows = [...widths]
  .sort(([a], [b]) => a - b)
  .map(([width, characters]) => {
    const written = characters.replace(/[\p{M}\p{Zs}\u2018\u2019'\\]/gu, (character) =>
      character === ' ' ? ' ' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    return `  [${width}, '${written}'],`
  })

writeFileSync(
  'src/posters/advance-widths.ts',
  `/**
 * Advance widths of Bricolage Grotesque at weight 800, in thousandths of an em, and the characters of that width.
 * Written by \`scripts/write-advance-widths.ts\` from the fonts of @fontsource-variable/bricolage-grotesque.
 */
export const ADVANCE_WIDTHS: ReadonlyArray<readonly [width: number, characters: string]> = [
${rows.join('\n')}
]
`,
)
