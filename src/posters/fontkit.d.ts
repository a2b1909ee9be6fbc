/** The little of fontkit that posters use; the package brings no types. */
declare module 'fontkit' {
  interface Glyph {
    readonly id: number
    readonly advanceWidth: number
    readonly path: { toSVG(): string }
  }

  interface GlyphPosition {
    readonly xAdvance: number
    readonly xOffset: number
    readonly yOffset: number
  }

  interface Font {
    readonly unitsPerEm: number
    readonly characterSet: number[]
    readonly variationAxes: Record<string, { readonly default: number } | undefined>
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    layout(text: string): { readonly glyphs: Glyph[]; readonly positions: GlyphPosition[] }
  }

  export function openSync(path: string): Font
  export function create(bytes: Buffer): Font
}
