/** What a mail server's failure says of the address: RFC 3463 for codes, and common phrases where there is none. */

export type Verdict =
  /** Nobody can be reached there. */
  | 'hard'
  /** Not now: a full mailbox, a server that was away until the mail was given up. */
  | 'soft'
  /** The mail, its sender or its way was refused, which says nothing about the address. */
  | 'refused'

export interface Failure {
  /** RFC 3464's `Action`. Only `failed` is the end; after `delayed` the mail may still arrive. */
  action: string
  /** An enhanced code such as `5.1.1`. */
  status?: string | undefined
  /** The server's own line. */
  diagnostic?: string | undefined
}

/** `X.0.0` says nothing more than its first digit; the server's own line often does. */
const SAYS_NOTHING = /^[45]\.0\.0$/
const ENHANCED = /(?:^|[\s;:#(-])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/

const NOBODY_THERE =
  /user unknown|unknown user|no such (?:user|mailbox|recipient|address|person|account)|(?:user|mailbox|recipient|account|address)(?: \S+)? (?:not found|does(?: not|n't) exist|unknown|is disabled|has been disabled|invalid)|(?:unknown|invalid|unrouteable|bad) (?:recipient|mailbox|address)|not a (?:valid|known) (?:user|mailbox|recipient)|no mailbox here|doesn't have a .* account|host or domain name not found|domain (?:not found|does not exist)|does not accept mail/i
const FULL =
  /mailbox (?:is )?full|over ?quota|quota (?:is )?exceeded|exceeded .*(?:quota|storage)|out of storage/i

/** @returns undefined when nothing has failed yet, or nothing can be told. */
export function verdictOf({ action, status, diagnostic = '' }: Failure): Verdict | undefined {
  if (action.trim().toLowerCase() !== 'failed') return undefined
  const line = diagnostic.slice(0, 2_000)
  const own = ENHANCED.exec(line)?.[1]
  const given = /^\s*([245]\.\d{1,3}\.\d{1,3})\b/.exec(status ?? '')?.[1]
  const code = given && !(SAYS_NOTHING.test(given) && own) ? given : (own ?? given)

  if (FULL.test(line)) return 'soft'
  if (!code || SAYS_NOTHING.test(code)) {
    if (NOBODY_THERE.test(line)) return 'hard'
    if (code) return code.startsWith('4') ? 'soft' : 'refused'
    return /^\s*(?:smtp;\s*)?[45]\d\d\b/i.test(line) ? 'refused' : undefined
  }
  return verdictOfCode(code, line)
}

function verdictOfCode(code: string, line: string): Verdict | undefined {
  const [kind, subject, detail] = code.split('.').map(Number) as [number, number, number]
  if (kind === 2) return undefined
  if (kind === 4) return 'soft'
  switch (subject) {
    case 1:
      // 5.1.7 and 5.1.8 are about the sender's address.
      return detail === 7 || detail === 8 ? 'refused' : 'hard'
    case 2:
      if (detail === 2) return 'soft'
      // 5.2.3: this mail is too long for it; 5.2.4: a list's own affair.
      return detail === 3 || detail === 4 ? 'refused' : 'hard'
    case 4:
      // 5.4.4: the domain leads nowhere; 5.4.1 and 5.4.310 are how Exchange Online says that nobody has this address.
      return detail === 4 || detail === 310 || (detail === 1 && !/no answer/i.test(line)) ? 'hard' : 'soft'
    case 3:
      return 'soft'
    default:
      // 5.5 the dialogue, 5.6 the content, 5.7 policy and reputation.
      return NOBODY_THERE.test(line) && subject === 5 ? 'hard' : 'refused'
  }
}
