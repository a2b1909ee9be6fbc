/** Reads CSV as RFC 4180 has it, record by record, from pieces of text that end anywhere. */

/** A quoted cell ends with a quote that no other follows, so the last character of a piece waits for the next. */
export async function* readCsv(texts: AsyncIterable<string>): AsyncGenerator<string[]> {
  let record: string[] = []
  let cell = ''
  let isQuoted = false
  let waiting = ''

  for await (const piece of texts) {
    const text = waiting + piece
    waiting = ''
    for (let at = 0; at < text.length; at++) {
      const letter = text[at]!
      const isLast = at === text.length - 1
      if ((letter === '"' || letter === '\r') && isLast) {
        waiting = letter
        break
      }
      if (isQuoted) {
        if (letter !== '"') cell += letter
        else if (text[at + 1] === '"') {
          cell += '"'
          at += 1
        } else isQuoted = false
      } else if (letter === '"') isQuoted = true
      else if (letter === ',') {
        record.push(cell)
        cell = ''
      } else if (letter === '\n') {
        record.push(cell)
        yield record
        record = []
        cell = ''
      } else if (letter !== '\r') cell += letter
    }
  }
  if (cell !== '' || record.length > 0) yield [...record, cell]
}
