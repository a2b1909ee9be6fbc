/**
 * Reads a ZIP with what browsers and Node both have, a piece at a time. It reads what this project writes (stored or
 * deflated, no encryption, no parts) and refuses everything else: a checker must not be cleverer than its reader.
 */

export interface ZipEntry {
  name: string
  bytes: number
  open(): Promise<ReadableStream<Uint8Array>>
}

export class UnreadableZipError extends Error {
  override name = 'UnreadableZipError'
}

const END = 0x06054b50
const END_BYTES = 22
const LONGEST_COMMENT = 65_535
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const STORED = 0
const DEFLATED = 8
/** A dossier has some hundred files; a directory of more is an attack on who reads it. */
const MOST_ENTRIES = 10_000

/** The entries, in the order of the directory. @throws UnreadableZipError */
export async function readZip(blob: Blob): Promise<ZipEntry[]> {
  const end = await findEnd(blob)
  const count = end.getUint16(10, true)
  const size = end.getUint32(12, true)
  const offset = end.getUint32(16, true)
  if (count > MOST_ENTRIES || offset + size > blob.size) throw new UnreadableZipError('directory')

  const directory = await bytesOf(blob, offset, size)
  const view = new DataView(directory.buffer)
  const entries: ZipEntry[] = []
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > size || view.getUint32(at, true) !== CENTRAL) throw new UnreadableZipError('directory')
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    const packed = view.getUint32(at + 20, true)
    const bytes = view.getUint32(at + 24, true)
    const nameBytes = view.getUint16(at + 28, true)
    const extra = view.getUint16(at + 30, true)
    const comment = view.getUint16(at + 32, true)
    const local = view.getUint32(at + 42, true)
    const name = new TextDecoder().decode(directory.subarray(at + 46, at + 46 + nameBytes))
    if ((flags & 1) !== 0 || (method !== STORED && method !== DEFLATED)) throw new UnreadableZipError(name)
    entries.push({ name, bytes, open: () => openEntry(blob, { name, method, packed, local }) })
    at += 46 + nameBytes + extra + comment
  }
  return entries
}

async function findEnd(blob: Blob): Promise<DataView> {
  const from = Math.max(0, blob.size - END_BYTES - LONGEST_COMMENT)
  const tail = await bytesOf(blob, from, blob.size - from)
  const view = new DataView(tail.buffer)
  for (let at = tail.length - END_BYTES; at >= 0; at--)
    if (view.getUint32(at, true) === END) return new DataView(tail.buffer, at, END_BYTES)
  throw new UnreadableZipError('end')
}

async function openEntry(
  blob: Blob,
  { name, method, packed, local }: { name: string; method: number; packed: number; local: number },
): Promise<ReadableStream<Uint8Array>> {
  const header = new DataView((await bytesOf(blob, local, 30)).buffer)
  if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL) throw new UnreadableZipError(name)
  const from = local + 30 + header.getUint16(26, true) + header.getUint16(28, true)
  const stream = blob.slice(from, from + packed).stream() as ReadableStream<Uint8Array>
  return method === STORED
    ? stream
    : stream.pipeThrough(
        new DecompressionStream('deflate-raw') as unknown as TransformStream<Uint8Array, Uint8Array>,
      )
}

async function bytesOf(blob: Blob, from: number, size: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.slice(from, from + size).arrayBuffer())
}
