/** What people, browsers, spreadsheets and attackers are known to send, and what nobody has thought of. */

import fc from 'fast-check'
import type { Field, Way } from './crawl.js'

const NASTY = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  'Infinity',
  '0x7fffffff',
  '١٢٣',
  '99999999999999999999',
  '9223372036854775808',
  '9223372036854775807',
  '999999999999999',
  '2147483648',
  '-2147483649',
  '\u0000',
  'a\u0000b',
  '\u202egnp.exe',
  '"><script>alert(1)</script>',
  "'; drop table petitions; --",
  '=HYPERLINK("https://evil.example")',
  '{{7*7}} <%= 7*7 %> {n, plural, one {#} other {#}}',
  '%00',
  '%',
  '\\',
  '\\u0000 \\x00',
  '../../../../etc/passwd',
  'javascript:alert(1)',
  '//evil.example',
  '/\\evil.example',
  'https://clameur.test@evil.example/',
  'toString',
  '__proto__',
  'constructor',
  '2027-02-30',
  '2027-02-28',
  '0000-00-00',
  '0001-01-01',
  '9999-12-31',
  '99999-01-01',
  '+275760-09-13',
  '24:61',
  '(((((((((('.repeat(300),
  '['.repeat(5_000),
  '> '.repeat(3_000),
  '* - '.repeat(2_000),
  '`'.repeat(4_000),
  'x'.repeat(10_000),
  'x '.repeat(30_000),
  'é'.repeat(10_000),
  '🙂'.repeat(3_000),
  '👨‍👩‍👧‍👦'.repeat(500),
  'a\u0301'.repeat(3_000),
  'ŉ ﬁ ß ı İ',
  'on',
  'open',
  'FR',
  'fr',
  'XX',
  '69,-1,*,69007 69',
  'ada@example.com',
  'admin@clameur.test',
  'a@b',
  'a@localhost',
  `${'a'.repeat(300)}@example.com`,
  'user@[127.0.0.1]',
  'user@xn--a',
  'user@例え.テスト',
  '"a b"@example.com',
  'x\r\nBcc: everyone@example.com',
  '203.0.113.66/33',
  '::ffff:1.2.3.4%eth0',
  '{"id":null}',
  '[]',
]

/** What no `encodeURIComponent` writes: bytes that are no UTF-8, half an escape, half of a pair. */
const BROKEN = ['%ED%A0%80', '%FF%FE', '%C3%28', '%', '%zz', '%u0041', '%00', '%0', '+%2B+']

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 400 }) },
  { weight: 1, arbitrary: fc.maxSafeInteger().map(String) },
  { weight: 1, arbitrary: fc.double().map(String) },
  {
    weight: 1,
    arbitrary: fc.date({ noInvalidDate: true }).map((date) => date.toISOString().replace(/T.*/, '')),
  },
  { weight: 1, arbitrary: fc.emailAddress() },
  { weight: 1, arbitrary: fc.json({ maxDepth: 2 }) },
)

const piece = (value: string) => encodeURIComponent(value.toWellFormed())
const hostile = fc.oneof(
  { weight: 9, arbitrary: text.map(piece) },
  { weight: 1, arbitrary: fc.constantFrom(...BROKEN) },
)

/** Pairs as they stand in a query or a body: names and values are encoded already, as well as an attacker wants. */
export type Pairs = [name: string, value: string][]

export function written(pairs: Pairs): string {
  return pairs.map(([name, value]) => `${name}=${value}`).join('&')
}

/** Fields that no form has, and that what reads forms may stumble upon. */
const ODD_NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'List-Unsubscribe',
  '%00',
  'a[b][c]',
]

/** A form as its page would send it, but for some fields: wrong, missing, twice, or nested. */
export function pairsFor(fields: Field[], names: readonly string[]): fc.Arbitrary<Pairs> {
  const each = fields.map(({ name, choices }) => {
    const own = piece(name)
    const usual = fc.constantFrom(...choices).map((choice): Pairs => [[own, piece(choice)]])
    return fc.oneof(
      { weight: 12, arbitrary: usual },
      { weight: 6, arbitrary: hostile.map((value): Pairs => [[own, value]]) },
      { weight: 1, arbitrary: fc.constant<Pairs>([]) },
      { weight: 1, arbitrary: fc.tuple(usual, hostile).map(([one, other]): Pairs => [...one, [own, other]]) },
      {
        weight: 1,
        arbitrary: hostile.map(
          (value): Pairs => [
            [`${own}[]`, value],
            [`${own}[x]`, value],
          ],
        ),
      },
    )
  })
  const name = fc.oneof(fc.constantFrom(...names.map(piece)), fc.constantFrom(...ODD_NAMES))
  const more = fc.array(fc.tuple(name, hostile), { maxLength: fields.length > 0 ? 2 : 6 })
  return fc.tuple(fc.tuple(...each), more).map(([form, others]) => [...form.flat(), ...others])
}

const ODD_PARTS = [
  'szzzzzzzzzzz.zzzzzzzzzzz.AAAAAAAAAAAAAAAAAAAAAA',
  's1.1.AAAAAAAAAAAAAAAAAAAAAA',
  '00000000-0000-0000-0000-000000000000.AAAA',
  '%2e%2e%2f',
  '%25%30%30',
  '%C3%28',
  '%',
  '%00',
  '%ff',
  '%ED%A0%80',
  '999999999999999',
  '9223372036854775808',
  '99999999999999999999999',
  '2147483648',
  '-1',
  '0',
  '1.5',
  '1e3',
  'new',
  '__proto__',
  '.',
  'x'.repeat(299),
  piece('é🙂'.repeat(30)),
  piece('a b;c,d&e=f'),
]

/** Mostly an address that is there; else one of its parts is another's, cut, or nothing anybody would write. */
export function pathFor(route: string, ways: Way[]): fc.Arbitrary<string> {
  const right = fc.constantFrom(...ways.map(({ path }) => path))
  const changed = fc
    .tuple(
      right,
      fc.nat(),
      fc.oneof(
        fc.constantFrom(...ODD_PARTS),
        text.map((value) => piece(value).slice(0, 200)),
      ),
    )
    .map(([path, which, odd]) => {
      const filled = route.split('/').flatMap((name, at) => (/[:*]/.test(name) ? [at] : []))
      const at = filled[which % filled.length]
      return path
        .split('/')
        .map((own, index) => (index === at ? odd : own))
        .join('/')
    })
  if (!/[:*]/.test(route)) return right
  return fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: changed })
}

/** What a browser sends with every request, as browsers do not. */
export const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        'accept-language': fc.constantFrom(
          'en',
          'fr',
          '',
          '*',
          'fr;q=nope,en;q=-1',
          ',,,;;;',
          'x'.repeat(2_000),
          'zh-Hant',
        ),
        'accept-encoding': fc.constantFrom('', 'br;q=NaN', 'gzip, , ,', '*;q=0'),
        'if-none-match': fc.constantFrom('*', '"', 'W/"x"', 'x'.repeat(3_000)),
        'if-modified-since': fc.constantFrom('never', '0'),
        range: fc.constantFrom('bytes=0-0', 'bytes=-1', 'bytes=5-1', 'bytes=0-0,1-1', 'x'),
        referer: fc.constantFrom('javascript:alert(1)', 'https://clameur.test/%', ''),
        'user-agent': fc.constantFrom('', '\u00ff', 'x'.repeat(4_000)),
        'x-forwarded-for': fc.constantFrom('::1', 'x', '203.0.113.1, , '),
      },
      { requiredKeys: [] },
    ),
  },
)

/** Beside the right cookies: broken ones, which proxies and extensions leave behind. */
export const oddCookies = fc.constantFrom(
  '',
  '',
  '',
  'clameur_session=%',
  'clameur_my_signatures=AAAA',
  'clameur_dossier=%ff',
  '=;;;__proto__=1',
)
