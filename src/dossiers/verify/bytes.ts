/** What a browser and Node both have for reading bytes. */

import type { ZipEntry } from './zip.js'

/** What the two places do differently: Node sums streams, browsers whole buffers. */
export interface Sums {
  ofStream(stream: ReadableStream<Uint8Array>): Promise<Uint8Array>
  ofBytes(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>
}

export async function readWhole(entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await new Response((await entry.open()) as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
  )
}

export async function* textOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  for (;;) {
    const { value, done } = await reader.read()
    if (done) break
    yield decoder.decode(value, { stream: true })
  }
  yield decoder.decode()
}

export function joined(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
