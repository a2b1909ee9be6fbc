/** Each rule at its edge: one below it nothing is said, at it something is. */

import t from 'tap'
import { ADDRESS_SEQUENCE, stemOf } from '../../src/detection/rules/address-sequence.js'
import { AGENT_SHARE } from '../../src/detection/rules/agent-share.js'
import { BOUNCED } from '../../src/detection/rules/bounced.js'
import { DISPOSABLE_DOMAINS, isDisposableDomain } from '../../src/detection/rules/disposable-domains.js'
import { DOMAIN_BURST } from '../../src/detection/rules/domain-burst.js'
import { FAST_CONFIRMATION } from '../../src/detection/rules/fast-confirmation.js'
import { FAST_FORM } from '../../src/detection/rules/fast-form.js'
import { IMPROBABLE_NAMES, isImprobableName } from '../../src/detection/rules/improbable-names.js'
import { NETWORK_BURST } from '../../src/detection/rules/network-burst.js'
import type { EachRule, GroupRule, Measure } from '../../src/detection/rules/rule.js'
import { SAME_NAME } from '../../src/detection/rules/same-name.js'
import { WIDE_NETWORK_BURST } from '../../src/detection/rules/wide-network-burst.js'
import { person } from '../support/people.js'

/** A group among `others` of `size` each; `earlier` is what there was before. */
function judge(
  rule: GroupRule,
  recent: number,
  { others = 100, size = 1, earlier = 0, allEarlier = 0 } = {},
): boolean {
  const all: Measure = { recent: recent + others * size, earlier: allEarlier, groups: others + 1 }
  return recent >= rule.least && rule.isSuspect({ recent, earlier }, all)
}

for (const [rule, least] of [
  [NETWORK_BURST, 20],
  [WIDE_NETWORK_BURST, 50],
  [DOMAIN_BURST, 30],
] as const) {
  t.test(`${rule.name}: from ${least} signatures, and ten times the petition’s other groups`, async (t) => {
    t.equal(judge(rule, least - 1), false)
    t.equal(judge(rule, least), true)
    t.equal(judge(rule, least, { others: 0 }), true, 'also when there is no other group')

    t.equal(judge(rule, 999, { size: 100 }), false, 'a petition whose groups are all large')
    t.equal(judge(rule, 1_000, { size: 100 }), true)
  })

  t.test(`${rule.name}: what held its share all along is no burst`, async (t) => {
    const usual = { others: 100, allEarlier: 1_000 }
    t.equal(judge(rule, 100, { ...usual, earlier: 500 }), false, 'half before, half now')
    t.equal(judge(rule, 100, { ...usual, earlier: 250 }), true, 'a quarter before, half now')
    t.equal(judge(rule, 100, { ...usual, earlier: 251 }), false)
    t.equal(judge(rule, 100, { others: 100, earlier: 50, allEarlier: 99 }), true, 'too few to tell')
  })
}

t.test('agent-share: fifty, six in ten, and three times the share of before', async (t) => {
  const of = (recent: number, all: number, earlier = 0, allEarlier = 0) =>
    recent >= AGENT_SHARE.least &&
    AGENT_SHARE.isSuspect({ recent, earlier }, { recent: all, earlier: allEarlier, groups: 5 })
  t.equal(of(49, 49), false)
  t.equal(of(50, 50), true)
  t.equal(of(60, 100), true)
  t.equal(of(59, 100), false)
  t.equal(of(60, 100, 30, 100), false, 'a third before')
  t.equal(of(90, 100, 30, 100), true)
  t.equal(of(61, 100, 20, 100), true)
  t.equal(of(61, 100, 21, 100), false)
  t.equal(of(100, 100, 90, 100), true, 'all of them are, whatever was before')
})

t.test('same-name and address-sequence: ten, and more where more sign', async (t) => {
  for (const [rule, times] of [
    [SAME_NAME, 1_000],
    [ADDRESS_SEQUENCE, 500],
  ] as const) {
    const of = (recent: number, all: number) =>
      recent >= rule.least && rule.isSuspect({ recent, earlier: 0 }, { recent: all, earlier: 0, groups: 9 })
    t.equal(of(9, 10), false, rule.name)
    t.equal(of(11, 11), true, rule.name)
    t.equal(of(9 + 20, times * 20), false, rule.name)
    t.equal(of(10 + 20, times * 20), true, rule.name)
  }
})

t.test('rules that look at each signature: at least some, and an unusual share', async (t) => {
  const edges: [EachRule, least: number, share: number][] = [
    [DISPOSABLE_DOMAINS, 10, 0.02],
    [IMPROBABLE_NAMES, 20, 0.05],
    [BOUNCED, 10, 0.1],
    [FAST_CONFIRMATION, 10, 0.05],
    [FAST_FORM, 10, 0.05],
  ]
  for (const [rule, least, share] of edges) {
    const of = (recent: number, all: number) =>
      rule.isSuspect({ recent, earlier: 0 }, { recent: all, earlier: 0 })
    t.equal(of(least - 1, least - 1), false, rule.name)
    t.equal(of(least, least), true, rule.name)
    t.equal(of(1_000 * share, 1_000), true, rule.name)
    t.equal(of(1_000 * share - 1, 1_000), false, rule.name)
  }
})

t.test('names of the world are names', async (t) => {
  const names = [
    'Ng',
    'Li Ng',
    'O',
    'Y Nguyen',
    'Jõgi Jäääär'.replace('ääää', 'ää'),
    'Tõnu Õunapuu',
    'Vlk Smrž',
    'Krč Hrdlička',
    'Strč Prst',
    'Grgić Crnković',
    'Hywl Gwm',
    'Schwertner',
    'Brzęczyszczykiewicz',
    'Knightsbridge',
    'Poirier-Trew',
    'محمد',
    'שירה כהן',
    '王小明',
    'さくら',
    '김지훈',
    'Jean Test',
    'Jennifer Null',
    'Lala Mimi',
    'Bela III',
    'Ørjan Sæbø',
    'Þórdís',
    'Щерба',
    'Шмидт',
    'Qwerin',
  ]
  for (const name of [...names, ...Array.from({ length: 300 }, (_, index) => person(index).name)])
    t.equal(isImprobableName(name), false, name)
})

t.test('what is typed at random is not', async (t) => {
  for (const name of [
    'asdfgh',
    'Qwert Yuiop',
    'Azerty',
    'Lkjhg Smith',
    'aaaa',
    'Jaaaaan',
    'lololo',
    'abcabcabc',
    'test test',
    'Test',
    'anonyme',
    'bcdfg',
    'Xkcdz Smith',
    'Anna 12',
    'user007',
    'йцукен',
    'фывапр',
  ])
    t.equal(isImprobableName(name), true, name)
})

t.test(
  'the edges of a name: four keys and five, three letters and four, four consonants and five',
  async (t) => {
    t.strictSame(
      ['wert', 'werty', 'baaab', 'baaaab', 'lolo', 'lololo', 'bcdf', 'bcdfg', 'Ann 1', 'Ann 12'].map(
        isImprobableName,
      ),
      [false, true, false, true, false, true, false, true, false, true],
    )
  },
)

t.test('a disposable domain is one of the list, or below one', async (t) => {
  t.strictSame(
    [
      'mailinator.com',
      'MAILINATOR.com',
      'a.b.mailinator.com',
      'mailinator.com.example',
      'gmail.com',
      'com',
      '',
    ].map(isDisposableDomain),
    [true, true, true, false, false, false, false],
  )
})

t.test('a sequence is what is left without digits', async (t) => {
  t.equal(stemOf('user001@Example.org'), stemOf('USER17@example.org'))
  t.not(stemOf('user001@example.org'), stemOf('user001@example.net'))
  t.not(stemOf('user001@example.org'), stemOf('users001@example.org'))
  t.equal(stemOf('ada@4you.example'), undefined, 'digits of the domain are no sequence')
})
