import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import t from 'tap'
import { findPdfFault } from '../../src/decision-makers/pdf.js'
import { pdfWith } from '../support/pdf-attacks.js'

const packed = (words: string, head = '/Type /ObjStm /N 1 /First 4') =>
  Buffer.concat([
    Buffer.from(`4 0 obj\n<< ${head} /Filter /FlateDecode >>\nstream\n`),
    deflateSync(Buffer.from(words)),
    Buffer.from('\nendstream\nendobj\n'),
  ])

async function letter(): Promise<Buffer> {
  const document = new PDFDocument()
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  document.text('We will keep the library open. /JS is no word of ours, and neither is Launch.')
  document.end()
  await new Promise((resolve) => document.on('end', resolve))
  return Buffer.concat(chunks)
}

t.test('a letter is handed on, packed or not', async (t) => {
  t.equal(await findPdfFault(await letter()), undefined)
  t.equal(await findPdfFault(pdfWith('4 0 obj\n<< /Type /Catalog >>\nendobj\n')), undefined)
  t.equal(await findPdfFault(pdfWith(packed('5 0 << /Type /Page >>'))), undefined)
})

t.test('what is no PDF, or only a part of one, is refused', async (t) => {
  const whole = await letter()

  t.equal(await findPdfFault(Buffer.from('<html><script>alert(1)</script>')), 'not-pdf')
  t.equal(await findPdfFault(Buffer.concat([Buffer.from('MZ'), whole])), 'not-pdf')
  t.equal(await findPdfFault(whole.subarray(0, whole.length - 200)), 'damaged')
  t.equal(await findPdfFault(Buffer.concat([whole, Buffer.alloc(4_096, 'x')])), 'damaged')
})

for (const [what, words] of [
  ['a script', '<< /S /JavaScript /JS (app.alert(1)) >>'],
  ['a script whose name is disguised', '<< /S /J#61v#61Script /JS (app.alert(1)) >>'],
  ['a program that is started', '<< /S /Launch /F (cmd.exe) >>'],
  ['files inside', '<< /Names << /EmbeddedFiles 9 0 R >> >>'],
  ['a form that sends', '<< /S /SubmitForm /F (https://example.org) >>'],
] as const)
  t.test(`a PDF with ${what} is refused, in the open and packed`, async (t) => {
    t.equal(await findPdfFault(pdfWith(`4 0 obj\n${words}\nendobj\n`)), 'active')
    t.equal(await findPdfFault(pdfWith(packed(`5 0 ${words}`))), 'active')
  })

t.test('what cannot be looked into is refused', async (t) => {
  t.equal(await findPdfFault(pdfWith('4 0 obj\n<< /Encrypt 9 0 R >>\nendobj\n')), 'locked')
  const hex = '4 0 obj\n<< /Type /ObjStm /Filter /ASCIIHexDecode >>\nstream\n3c3c>\nendstream\nendobj\n'
  t.equal(await findPdfFault(pdfWith(hex)), 'unreadable')
  const rows = packed('5 0 <</Jav', '/Type /ObjStm /DecodeParms << /Predictor 15 >>')
  t.equal(await findPdfFault(pdfWith(rows)), 'unreadable')
  const hidden = '4 0 obj\n<< /Type /ObjStm\n% 5 0 obj <<\n/Length 4 >>\nstream\nabcd\nendstream\nendobj\n'
  t.equal(await findPdfFault(pdfWith(hidden)), 'unreadable')
})

t.test('a file that unfolds to more than memory should hold is refused', async (t) => {
  const bomb = Buffer.concat([
    Buffer.from('4 0 obj\n<< /Filter /FlateDecode >>\nstream\n'),
    deflateSync(Buffer.alloc(130 * 1024 * 1024)),
    Buffer.from('\nendstream\nendobj\n'),
  ])

  t.equal(await findPdfFault(pdfWith(bomb)), 'damaged')
})
