/** What browser somebody signs in with, as plainly as they would say it: enough to know one's own devices apart. */

/** The first that fits: most browsers also name those whose pages they want to be shown. */
const FAMILIES: [family: string, pattern: RegExp][] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\/|\bOpera\b/],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome|Chromium)\//],
  ['Safari', /\bSafari\//],
]

const SYSTEMS: [system: string, pattern: RegExp][] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b|\bX11\b/],
]

/** `Firefox/Linux`, `Safari/`, `/Android`; null for what tells neither. Versions and models are not kept. */
export function browserOf(userAgent: string | undefined): string | null {
  if (!userAgent) return null
  const known = (names: [string, RegExp][]) => names.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? ''
  const browser = `${known(FAMILIES)}/${known(SYSTEMS)}`
  return browser === '/' ? null : browser
}

/** Which sentence of the catalogue names it, and what fills that sentence in. */
export function browserWords(browser: string | null) {
  const [family = '', system = ''] = (browser ?? '').split('/')
  const key = family && system ? 'both' : family ? 'family' : system ? 'system' : 'unknown'
  return { key: `accounts.browser.${key}`, params: { family, system } } as const
}
