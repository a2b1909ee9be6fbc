import { type EachRule, shareOf } from './rule.js'

/**
 * Names that look typed at random. Weak: names of the world take every shape, and people sign petitions with joke
 * names. Twenty, and one in twenty of the day's, are a sign all the same.
 */
export const IMPROBABLE_NAMES: EachRule = {
  name: 'improbable-names',
  isSuspect: (found, all) => found.recent >= 20 && shareOf(found.recent, all.recent) >= 0.05,
}

const ROWS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertzuiop',
  'yxcvbnm',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
]
/** Four neighbours stand in names (Schwertner, Trew and Poirier come near); five do not. */
const KEYS_IN_A_ROW = 5
const RUNS = new Set(
  ROWS.flatMap((row) => [row, [...row].reverse().join('')]).flatMap((row) =>
    Array.from({ length: row.length - KEYS_IN_A_ROW + 1 }, (_, start) =>
      row.slice(start, start + KEYS_IN_A_ROW),
    ),
  ),
)

/** Each alone may be a name: Jean Test, Jennifer Null. All words of a name are not. */
const PLACEHOLDERS = new Set(
  'test tester testing teste essai fake spam nobody noname anonymous anonyme unknown inconnu null undefined none asdf qwer azer'.split(
    ' ',
  ),
)

/** `true` for keyboard runs, repeated patterns, words without a vowel, digits, and words that stand for a name. */
export function isImprobableName(name: string): boolean {
  const lower = name.normalize('NFC').toLowerCase()
  const words = lower.match(/[\p{L}\p{M}]+/gu) ?? []
  return (
    (lower.match(/\p{Nd}/gu)?.length ?? 0) >= 2 ||
    words.some((word) => hasKeyboardRun(word) || isRepeated(word) || lacksVowels(word)) ||
    (words.length > 0 && words.every((word) => PLACEHOLDERS.has(word)))
  )
}

function hasKeyboardRun(word: string): boolean {
  for (let start = 0; start + KEYS_IN_A_ROW <= word.length; start += 1)
    if (RUNS.has(word.slice(start, start + KEYS_IN_A_ROW))) return true
  return false
}

/** One letter four times (Jäääger is not a name, Jäär is), or two or three letters three times and nothing else. */
function isRepeated(word: string): boolean {
  return /(\p{L})\1{3}/u.test(word) || /^(\p{L}{2,3})\1{2,}$/u.test(word)
}

/**
 * Five letters or more of which none can carry a syllable. Ng, Krč, Vlk and Smrž are names: short ones are left
 * alone, and r, l, w and y count as vowels, which they are in Czech, Croatian and Welsh. Scripts that write no vowels
 * (Arabic, Hebrew), and those that write syllables or words, are left alone too.
 */
function lacksVowels(word: string): boolean {
  if (word.length < 5) return false
  if (/^\p{Script=Latin}+$/u.test(word))
    return !/[aeiouyrlwæœøıəɛɔʊɨ]/.test(word.normalize('NFD').replace(/\p{M}/gu, ''))
  if (/^\p{Script=Cyrillic}+$/u.test(word)) return !/[аеёиоуыэюяіїєәөүұьъ]/.test(word)
  if (/^\p{Script=Greek}+$/u.test(word))
    return !/[αεηιουω]/.test(word.normalize('NFD').replace(/\p{M}/gu, ''))
  return false
}
