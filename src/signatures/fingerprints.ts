/** What a signature keeps of where it came from: keyed, so that rules count and select by it, and nobody reads it. */

import type { Keys } from '../keys/keyring.js'
import { fingerprint } from '../keys/sealing.js'
import { isFreeProvider } from '../mail/free-providers.js'

/** By petition, and gone with its keys: the same domains, networks and programs come again and again. */
const made = new WeakMap<Keys, Map<string, Buffer>>()
const MOST_KEPT = 3_000

function keptFingerprint(keys: Keys, text: string): Buffer {
  const known = made.get(keys) ?? new Map<string, Buffer>()
  made.set(keys, known)
  const print = known.get(text) ?? fingerprint(keys.fingerprints, text)
  if (known.size >= MOST_KEPT) known.clear()
  known.set(text, print)
  return print
}

/** @returns null for the largest providers, whose domain tells nothing. */
export function fingerprintOfDomain(keys: Keys, domain: string): Buffer | null {
  return isFreeProvider(domain) ? null : keptFingerprint(keys, `domain ${domain}`)
}

/** @param network one IPv4 address or one IPv6 /64, as `networkOf` writes it. */
export function fingerprintOfNetwork(keys: Keys, network: string): Buffer {
  return fingerprint(keys.fingerprints, `network ${network}`)
}

/** Of the IPv4 /24 or the IPv6 /48 around it: what a company, a school or a machine hall has. */
export function fingerprintOfWideNetwork(keys: Keys, network: string): Buffer {
  const wide = network.includes(':')
    ? `${network.split(':').slice(0, 3).join(':')}::/48`
    : `${network.slice(0, network.lastIndexOf('.'))}.0/24`
  return keptFingerprint(keys, `wide ${wide}`)
}

/** Enough to tell browsers apart; what sends more is told apart by its beginning. */
const LONGEST_AGENT = 300

/** @returns null when nobody looked; a program that does not name itself has a fingerprint too. */
export function fingerprintOfAgent(keys: Keys, agent: string | undefined): Buffer | null {
  return agent === undefined ? null : keptFingerprint(keys, `agent ${agent.slice(0, LONGEST_AGENT)}`)
}

export function fingerprintOfName(keys: Keys, name: string): Buffer {
  return fingerprint(keys.fingerprints, `name ${canonicalName(name)}`)
}

/** Letters that Unicode does not take apart, and how those write them who lack the key. */
const WRITTEN: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}

/** The same for every way in which one person writes one name: case, accents, punctuation and the order of words aside. */
export function canonicalName(name: string): string {
  // Most names here need nothing of what follows, and every signature waits for it.
  if (/^[a-z' ]*$/i.test(name)) return wordsOf(name.toLowerCase().replace(/'/g, '').split(' '))
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    // Only where marks are accents: in Indian scripts they are vowels.
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{Mn}*)\p{Mn}/gu, '')
    .replace(/[æœßøłđðþıς]/g, (letter) => WRITTEN[letter]!)
    .replace(/['’ʼʻ`´]/g, '')
  return wordsOf(plain.split(/[^\p{L}\p{M}\p{N}]+/u))
}

function wordsOf(words: string[]): string {
  return words.filter(Boolean).sort().join(' ')
}
