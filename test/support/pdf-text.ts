/** Reads the words of a PDF that pdfkit made: inflates its streams and follows each font's ToUnicode table. */

import { inflateSync } from 'node:zlib'

export function wordsOf(pdf: Buffer): string {
  const objects = readObjects(pdf)
  const tables = new Map<string, Map<string, string>>()
  for (const { head } of objects.values()) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1]
    if (!table) continue
    for (const [id, font] of objects)
      if (font.head === head) tables.set(id, readTable(objects.get(table)!.body))
  }
  const fontIds = new Map<string, string>()
  for (const { head } of objects.values())
    for (const [, name, id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) fontIds.set(name!, id!)

  let words = ''
  for (const { body } of objects.values()) {
    if (!/\bBT\b/.test(body)) continue
    let table = new Map<string, string>()
    for (const [, font, shown] of body.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font) table = tables.get(fontIds.get(font)!) ?? table
      else if (shown)
        words += `${[...shown.matchAll(/<([0-9a-f]+)>/gi)]
          .flatMap(([, hex]) => hex!.match(/.{4}/g) ?? [])
          .map((glyph) => table.get(glyph.toLowerCase()) ?? '')
          .join('')} `
    }
  }
  return words.replace(/\s+/g, ' ')
}

function readObjects(pdf: Buffer): Map<string, { head: string; body: string }> {
  const objects = new Map<string, { head: string; body: string }>()
  const latin = pdf.toString('latin1')
  for (const match of latin.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length
    const end = latin.indexOf('\nendobj', start)
    const stream = latin.indexOf('stream\n', start)
    if (stream === -1 || stream > end) {
      objects.set(match[1]!, { head: latin.slice(start, end), body: '' })
      continue
    }
    const head = latin.slice(start, stream)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1])
    const bytes = pdf.subarray(stream + 7, stream + 7 + length)
    const body = /FlateDecode/.test(head) ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1')
    objects.set(match[1]!, { head, body })
  }
  return objects
}

function readTable(cmap: string): Map<string, string> {
  const table = new Map<string, string>()
  for (const [, first, , list] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    let glyph = Number.parseInt(first!, 16)
    for (const [, hex] of list!.matchAll(/<([0-9a-f ]*)>/gi)) {
      const units = hex!.replaceAll(' ', '').match(/.{4}/g) ?? []
      const text = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)))
      table.set(glyph.toString(16).padStart(4, '0'), text)
      glyph += 1
    }
  }
  return table
}
