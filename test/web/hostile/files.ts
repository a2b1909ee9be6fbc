/** Forms with files that are not what they say, in bodies that may be cut short. */

import fc from 'fast-check'
import type { Pairs } from './values.js'

const FILES = [
  Buffer.alloc(0),
  Buffer.from('GIF89a'),
  Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
  Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF', 'latin1'),
  Buffer.from('RIFF\xff\xff\xff\xffWEBPVP8 ', 'latin1'),
  Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  Buffer.from('<html><script>alert(1)</script>'),
  Buffer.from('%PDF-1.7\n%%EOF\n'),
  Buffer.from(
    '%PDF-1.7\n4 0 obj\n<< /OpenAction << /S /JavaScript /JS (x) >> >>\nendobj\nstartxref\n9\n%%EOF\n',
  ),
  Buffer.from('%PDF-1.7\n1 0 obj\n<< /Length 99999999999999 >>\nstream\n'),
  Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1'),
  Buffer.alloc(70_000, 0x5b),
]
const NAMES = [
  'picture.png',
  'a.pdf',
  '../../etc/passwd',
  'x"; name="title',
  'é🙂.jpg',
  '',
  'con',
  'a'.repeat(400),
]
const KINDS = [
  'image/png',
  'application/pdf',
  'text/html',
  'image/svg+xml',
  '',
  'multipart/mixed; boundary=y',
]

const BOUNDARY = '----clameur-hostile'

/** The same fields with files beside them, whole or cut short. */
export function multipartFor(pairs: fc.Arbitrary<Pairs>): fc.Arbitrary<Buffer> {
  const file = fc.record({
    field: fc.constantFrom('picture', 'attachment', 'scan', 'file', '__proto__'),
    name: fc.constantFrom(...NAMES),
    kind: fc.constantFrom(...KINDS),
    content: fc.oneof(fc.constantFrom(...FILES), fc.uint8Array({ maxLength: 400 }).map(Buffer.from)),
  })
  return fc
    .record({ pairs, files: fc.array(file, { maxLength: 2 }), end: fc.constantFrom(1, 1, 1, 1, 0.98, 0.5) })
    .map(({ pairs, files, end }) => {
      const parts = [
        ...pairs.map(([name, value]) =>
          part(`name="${name.replaceAll('"', '')}"`, Buffer.from(unescaped(value))),
        ),
        ...files.map(({ field, name, kind, content }) =>
          part(`name="${field}"; filename="${name}"`, content, kind && `Content-Type: ${kind}\r\n`),
        ),
        Buffer.from(`--${BOUNDARY}--\r\n`),
      ]
      const whole = Buffer.concat(parts)
      return whole.subarray(0, Math.ceil(whole.length * end))
    })
}

export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`

function part(says: string, content: Buffer, kind = ''): Buffer {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; ${says}\r\n${kind}\r\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n')])
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
