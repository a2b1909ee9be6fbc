import { fileURLToPath } from 'node:url'
import * as fontkit from 'fontkit'
import sharp from 'sharp'

/** In the order in which a character is looked for. */
const fonts = ['latin', 'latin-ext', 'vietnamese'].map((subset) =>
  fontkit.openSync(
    fileURLToPath(
      import.meta.resolve(
        `@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-${subset}-wght-normal.woff2`,
      ),
    ),
  ),
)

/** Turns a poster or a card into a PNG. */
export async function posterToPng(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(outlineText(svg)))
    .png({ compressionLevel: 9, palette: true, colours: 64 })
    .toBuffer()
}

/**
 * Replaces the text of a poster by its outlines, wherever the house font has them.
 *
 * A poster shown by `<img>`, printed or turned into pixels cannot reach the page's web font. A line with a character
 * that the house font lacks stays text, and is drawn with what the machine has.
 */
export function outlineText(svg: string): string {
  return svg.replace(
    /<text x="([\d.-]+)" y="([\d.-]+)" font-size="([\d.]+)" letter-spacing="([\d.-]+)">([^<]*)<\/text>/g,
    (whole, x: string, y: string, size: string, spacing: string, written: string) => {
      const path = outline(unescapeXml(written), Number(size), Number(spacing))
      return path === undefined ? whole : `<g transform="translate(${x} ${y})">${path}</g>`
    },
  )
}

function outline(text: string, size: number, spacing: number): string | undefined {
  let drawn = ''
  let x = 0
  for (const { font, run } of runsOf(text)) {
    if (!font) return undefined
    const scale = size / font.unitsPerEm
    const { glyphs, positions } = font.layout(run)
    glyphs.forEach((glyph, index) => {
      const position = positions[index]
      if (!position) return
      const left = x + position.xOffset * scale
      // Fonts count upwards, SVG downwards.
      drawn += `<path transform="translate(${left.toFixed(2)} 0) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`
      x += position.xAdvance * scale + spacing
    })
  }
  return drawn
}

interface Run {
  readonly font: (typeof fonts)[number] | undefined
  run: string
}

/** Cuts a text into stretches drawn by one font; kerning then works inside each. */
function runsOf(text: string): Run[] {
  const runs: Run[] = []
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const font = fonts.find((candidate) => candidate.hasGlyphForCodePoint(codePoint))
    const last = runs.at(-1)
    if (last && last.font === font) last.run += character
    else runs.push({ font, run: character })
  }
  return runs
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}
