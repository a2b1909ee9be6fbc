/** The checker on the command line. */

import { createHash, hash } from 'node:crypto'
import type { Sums } from './bytes.js'

export const nodeSums: Sums = {
  async ofStream(stream) {
    const sum = createHash('sha256')
    for await (const piece of stream as unknown as AsyncIterable<Uint8Array>) sum.update(piece)
    return sum.digest()
  },
  ofBytes: (bytes) => hash('sha256', bytes, 'buffer'),
}
