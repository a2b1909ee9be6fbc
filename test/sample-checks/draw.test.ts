import { createHash } from 'node:crypto'
import t from 'tap'
import { drawLeaves } from '../../src/sample-checks/draw.js'
import { wilson } from '../../src/sample-checks/interval.js'
import { resultOf } from '../../src/sample-checks/open-data.js'

const root = createHash('sha256').update('root').digest()
const secret = createHash('sha256').update('secret').digest()

t.test('every leaf is drawn with the same chance, and none that is out', async (t) => {
  const size = 50
  const isOut = new Set([0, 17, 49])
  const draws = 2_000
  const times = new Array<number>(size).fill(0)
  for (let n = 0; n < draws; n += 1)
    for (const leaf of drawLeaves({ root, secret, value: `${n}` }, { size, wanted: 20, isOut }))
      times[leaf]! += 1

  for (const leaf of isOut) t.equal(times[leaf], 0)
  const expected = (draws * 20) / 47
  const counted = times.filter((_, leaf) => !isOut.has(leaf))
  const chiSquare = counted.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0)
  // 46 degrees of freedom: beyond 85 in one of three thousand; drawn without replacement it spreads less still.
  t.ok(chiSquare < 85, `chi-square is ${chiSquare}`)
  t.ok(chiSquare > 5, 'and it is no pattern either')
})

t.test('a draw gives as many as are wanted, none twice, always the same', async (t) => {
  const seed = { root, secret, value: '7 12 23 31 44 / 5' }
  const asked = { size: 1_000_003, wanted: 400, isOut: new Set<number>() }

  const leaves = drawLeaves(seed, asked)

  t.equal(new Set(leaves).size, 400)
  t.ok(leaves.every((leaf) => Number.isInteger(leaf) && leaf >= 0 && leaf < asked.size))
  t.strictSame(drawLeaves(seed, asked), leaves)
  for (const other of [
    { ...seed, value: '7 12 23 31 44 / 6' },
    { ...seed, secret: root },
    { ...seed, root: secret },
  ])
    t.notSame(drawLeaves(other, asked), leaves)
})

t.test('a draw of all that count draws all, and one of more is refused', async (t) => {
  const seed = { root, secret, value: 'x' }

  t.strictSame(drawLeaves(seed, { size: 5, wanted: 3, isOut: new Set([1, 2]) }).sort(), [0, 3, 4])
  t.throws(() => drawLeaves(seed, { size: 5, wanted: 4, isOut: new Set([1, 2]) }))
})

t.test('the interval holds at none, at all and for nobody, and is Wilson’s between', async (t) => {
  const rounded = (found: number, asked: number) => {
    const { low, high } = wilson(found, asked)!
    return [low.toFixed(4), high.toFixed(4)]
  }

  t.equal(wilson(0, 0), undefined)
  t.strictSame(rounded(0, 20), ['0.0000', '0.1611'])
  t.strictSame(rounded(20, 20), ['0.8389', '1.0000'])
  // Newcombe (1998), table I: 81 of 263, 15 of 148, 1 of 29.
  t.strictSame(rounded(81, 263), ['0.2553', '0.3662'])
  t.strictSame(rounded(15, 148), ['0.0624', '0.1605'])
  t.strictSame(rounded(1, 29), ['0.0061', '0.1718'])
})

t.test(
  'who could not be asked, or left, is in no share; silence is a “no” in the worst case only',
  async (t) => {
    const result = resultOf({ wanted: 100, gone: 4, unreachable: 6, yes: 40, no: 10 })

    t.equal(result.silent, 40)
    t.equal(result.no_share?.found, 10 / 50)
    t.equal(result.worst_share?.found, 50 / 90)
    const empty = resultOf({ wanted: 20, gone: 5, unreachable: 15, yes: 0, no: 0 })
    t.match(empty, { silent: 0, no_share: null, worst_share: null })
  },
)
