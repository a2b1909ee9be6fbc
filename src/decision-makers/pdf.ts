/**
 * Whether a PDF is only to be read. What can run, fetch, send or carry other files is refused, and so is what cannot be
 * looked into: nobody who opens the file should have to trust this site's word.
 */

import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

/** A scanned letter of twenty pages. */
export const PDF_LIMIT = 5 * 1024 * 1024

export type PdfFault = 'not-pdf' | 'damaged' | 'locked' | 'unreadable' | 'active'

/** What a file of 5 MB may unfold to, all together. */
const MOST_UNFOLDED = 128 * 1024 * 1024

/** Names that only files with actions, forms that send, or other files inside have. */
const ACTIVE =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|ImportData|SubmitForm|GoToE|Rendition)(?![\w.-])/

/** Ways of packing that are not undone here. Nothing but pictures needs another than Flate. */
const UNDONE_BY_OTHERS = /\/(ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|Crypt)(?![\w.-])/

/** A stream's dictionary must say of itself where it begins, in the open. */
const OBJECT = /^[^%(\r\n]*?\b\d+\s+\d+\s+obj\s*(?=<<)/

const unfold = promisify(inflate) as (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>

/** @returns undefined for a file that may be handed on. */
export async function findPdfFault(bytes: Buffer): Promise<PdfFault | undefined> {
  if (!/^%PDF-[12]\.\d[\s%]/.test(bytes.toString('latin1', 0, 10))) return 'not-pdf'
  const end = bytes.toString('latin1', Math.max(0, bytes.length - 1_024))
  if (!/startxref\s+\d+\s+%%EOF/.test(end)) return 'damaged'
  const whole = bytes.toString('latin1')
  const names = namesOf(whole)
  if (/\/Encrypt(?![\w.-])/.test(names)) return 'locked'
  return faultOfNames(names) ?? findStreamFault(bytes, whole)
}

/** Names may be written with `#4a` for a letter: read as a reader would. */
function namesOf(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function faultOfNames(names: string): PdfFault | undefined {
  if (ACTIVE.test(names)) return 'active'
  return UNDONE_BY_OTHERS.test(names) ? 'unreadable' : undefined
}

/** Objects may lie packed in streams: each stream is unfolded, and its names are read as well. */
async function findStreamFault(bytes: Buffer, whole: string): Promise<PdfFault | undefined> {
  let left = MOST_UNFOLDED
  for (const found of whole.matchAll(/>>\s*stream\r?\n/g)) {
    const head = headBefore(whole, found.index + 2)
    if (head === undefined) return 'unreadable'
    const isOfObjects = /\/ObjStm(?![\w.-])/.test(head) || /\/Type\s+\d+\s+\d+\s+R/.test(head)
    // Rows of a picture or of the file's table may be written as differences; names written so could not be read.
    if (isOfObjects && /\/Predictor(?![\w.-])/.test(head)) return 'unreadable'
    const from = found.index + found[0].length
    const isFlate = /\/(FlateDecode|Fl)(?![\w.-])/.test(head)
    if (!isFlate && !looksPacked(bytes, from)) continue
    try {
      // Up to where the packed bytes themselves end: what the file says of their length may be wrong.
      const unfolded = await unfold(bytes.subarray(from), { maxOutputLength: left })
      left -= unfolded.length
      const fault = left <= 0 ? 'unreadable' : faultOfNames(namesOf(unfolded.toString('latin1')))
      if (fault) return fault
    } catch {
      // What only looked packed stands in the open, and was read above.
      if (isFlate) return 'damaged'
    }
  }
  return undefined
}

/** The dictionary that ends here, its names readable; undefined when it cannot be told where it begins. */
function headBefore(whole: string, end: number): string | undefined {
  const at = whole.lastIndexOf('obj', end)
  const line = Math.max(whole.lastIndexOf('\n', at), whole.lastIndexOf('\r', at)) + 1
  const begun = at < 0 ? undefined : OBJECT.exec(whole.slice(line, end))
  if (!begun) return undefined
  const head = namesOf(whole.slice(line + begun[0].length, end))
  const bare = head.replace(/\\[\s\S]/g, '')
  return count(bare, '(') === count(bare, ')') && count(bare, '<<') === count(bare, '>>') ? head : undefined
}

function count(text: string, part: string): number {
  return text.split(part).length - 1
}

/** How zlib's data begins (RFC 1950). */
function looksPacked(bytes: Buffer, at: number): boolean {
  const first = bytes[at] ?? 0
  return (first & 0x0f) === 8 && (first * 256 + (bytes[at + 1] ?? 0)) % 31 === 0
}
