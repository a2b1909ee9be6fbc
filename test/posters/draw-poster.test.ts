import fc from 'fast-check'
import t from 'tap'
import { type Arc, type Box, drawCard, drawPoster, layOutPoster } from '../../src/posters/draw-poster.js'
import { outlineText, posterToPng } from '../../src/posters/poster-png.js'

const ALPHABETS = [
  'abcdefghijklmnopqrstuvwxyzéèàçœ’',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZÉÀŒW',
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  'αβγδεζηθικλμνξοπρστυφχψω',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
  'אבגדהוזחטיכלמנסעפצקרשת',
  '请在每个星期三重新开放社区图书馆让孩子们',
  'ひらがなカタカナー漢字',
  'ไทยภาษา',
  'हिन्दीभाषा',
  '🌳🚲👩‍🚒🏳️‍🌈🇫🇷',
  '&<>"\'?!;:«»—…0123456789',
].map((letters) =>
  [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(letters)].map(
    ({ segment }) => segment,
  ),
)

const word = fc
  .constantFrom(...ALPHABETS)
  .chain((letters) =>
    fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 18 }).map((chosen) => chosen.join('')),
  )

/** Of one script or many, with spaces or without: what people write and what they might. */
const title = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => [...words.join(' ')].slice(0, 80).join('')),
  fc
    .constantFrom(...ALPHABETS)
    .chain((letters) =>
      fc
        .array(fc.constantFrom(...letters), { minLength: 10, maxLength: 80 })
        .map((chosen) => [...chosen.join('')].slice(0, 80).join('')),
    ),
  fc
    .string({ unit: 'grapheme', minLength: 10, maxLength: 80 })
    .map((text) => [...text].slice(0, 80).join('')),
)

const seed = fc.integer().map(String)

t.test('no line of a title leaves the edges or touches an arc, whatever the title', async (t) => {
  fc.assert(
    fc.property(
      title,
      seed,
      fc.option(fc.constant('1,248 of 2,500 signatures'), { nil: undefined }),
      (title, seed, label) => {
        const { arcs, lines, stroke, width, height } = layOutPoster({ title, seed, ...(label && { label }) })

        for (const { box } of lines) {
          if (box.left < 40 || box.top < 40 || box.right > width - 40 || box.bottom > height - 40)
            return false
          if (arcs.some((arc) => distanceBetween(arc, box) < stroke / 2 + 10)) return false
        }
        return lines.every(({ size }) => size >= 22)
      },
    ),
    { numRuns: 250 },
  )
  t.pass('held for 250 titles')
})

t.test('no two lines of a title overlap', async (t) => {
  fc.assert(
    fc.property(title, seed, (title, seed) => {
      const { lines } = layOutPoster({ title, seed, label: 'Lyon' })
      return lines.every(
        (line, index) => index === 0 || line.baseline - (lines[index - 1]?.baseline ?? 0) >= line.size * 0.95,
      )
    }),
    { numRuns: 60 },
  )
  t.pass('held for 60 titles')
})

t.test('a poster keeps every letter of its title', async (t) => {
  fc.assert(
    fc.property(title, seed, (title, seed) => {
      const letters = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')
      const set = layOutPoster({ title, seed })
        .lines.map(({ text }) => text)
        .join('')
      return letters(set) === letters(title)
    }),
    { numRuns: 100 },
  )
  t.pass('held for 100 titles')
})

t.test('the same seed draws the same poster, another seed another', async (t) => {
  const poster = drawPoster({ title: 'Rouvrons la bibliothèque', seed: 17 })

  t.equal(drawPoster({ title: 'Rouvrons la bibliothèque', seed: 17 }), poster)
  t.not(drawPoster({ title: 'Rouvrons la bibliothèque', seed: 18 }), poster)
})

t.test('a poster is well-formed whatever the title holds', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(title, fc.string({ unit: 'binary', minLength: 1, maxLength: 80 })),
      seed,
      async (title, seed) => {
        // The renderer reads XML strictly: a stray sign or a broken surrogate would make it refuse.
        const png = await posterToPng(drawPoster({ title, seed, width: 240, height: 126 }))
        return png.subarray(1, 4).toString() === 'PNG'
      },
    ),
    { numRuns: 25 },
  )
  t.pass('held for 25 titles')
})

t.test('posters hold on tall paper and on a card', async (t) => {
  const title = 'Sauvons la haie des Rives, ses 140 arbres et leurs oiseaux'

  const { lines } = layOutPoster({ title, seed: 'tall', width: 595, height: 842 })
  t.ok(lines.every(({ box }) => box.left >= 40 && box.right <= 555 && box.top >= 40 && box.bottom <= 802))
  t.match(drawCard({ title, seed: 'card', label: '44 of 50' }), 'Clameur · 44 of 50')
  t.match(drawCard({ title, seed: 'card' }), '>Clameur<')
})

t.test('a label that is too long for its room is shortened', async (t) => {
  const { lines } = layOutPoster({ title: 'Un passage piéton', seed: 1, label: 'signatures '.repeat(20) })

  t.match(lines.at(-1)?.text, /…$/)
})

t.test('a title of nothing but controls is still a poster', async (t) => {
  t.equal(layOutPoster({ title: '\u0007', seed: 1 }).lines[0]?.text, '…')
})

t.test('the house font is drawn as outlines; what it lacks stays text', async (t) => {
  t.notMatch(outlineText(drawPoster({ title: 'Un vélo & un “œuf” à Łódź', seed: 1 })), '<text')
  t.match(outlineText(drawPoster({ title: 'Верните автобус', seed: 1 })), '<text')
})

/** Walks along the arc, another way than the one the drawing uses to keep clear of it. */
function distanceBetween({ x, y, radius, start, end }: Arc, box: Box): number {
  const steps = Math.max(1, Math.ceil((radius * (end - start)) / 2))
  let least = Number.POSITIVE_INFINITY
  for (let step = 0; step <= steps; step += 1) {
    const angle = start + ((end - start) * step) / steps
    const pointX = x + radius * Math.cos(angle)
    const pointY = y + radius * Math.sin(angle)
    const aside = Math.max(box.left - pointX, 0, pointX - box.right)
    const above = Math.max(box.top - pointY, 0, pointY - box.bottom)
    least = Math.min(least, Math.hypot(aside, above))
  }
  return least
}
