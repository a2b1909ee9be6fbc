/** The shortest file that begins and ends as a PDF, around what a test puts into it. */
export function pdfWith(object: string | Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.from(object),
    Buffer.from('trailer\n<< /Size 5 >>\nstartxref\n9\n%%EOF\n'),
  ])
}
