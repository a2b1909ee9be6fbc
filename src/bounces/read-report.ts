/** Reads what mail servers answer: delivery status notifications (RFC 3464, 6533) and complaints (RFC 5965). */

import PostalMime, { type Email } from 'postal-mime'
import { type Verdict, verdictOf } from '../mail/verdict.js'

export type Report =
  | { kind: 'failure'; verdict: Verdict }
  | { kind: 'complaint' }
  /** Understood, and nothing follows: a delay, a success, somebody's holidays. */
  | { kind: 'nothing' }
  | { kind: 'unreadable' }

/** A mail of ours has one reader, so a notice has one group of fields for them; a hostile one may have many. */
const MOST_GROUPS = 50
const MOST_LETTERS = 100_000
/** The mail that an answer brings along stands at its end, and need not be read; 140,000 empty parts took 2.5 s. */
const MOST_READ = 200 * 1024

const STATUS = ['message/delivery-status', 'message/global-delivery-status']
const COMPLAINTS = ['abuse', 'fraud', 'opt-out']
const GRAVEST: Verdict[] = ['hard', 'soft', 'refused']

/** Never throws, whatever comes. */
export async function readReport(raw: Buffer): Promise<Report> {
  let mail: Email
  try {
    mail = await PostalMime.parse(raw.subarray(0, MOST_READ), {
      attachmentEncoding: 'arraybuffer',
      forceRfc822Attachments: true,
      maxNestingDepth: 10,
      maxHeadersSize: 128 * 1024,
    })
  } catch {
    return { kind: 'unreadable' }
  }
  const feedback = partOf(mail, ['message/feedback-report'])
  if (feedback !== undefined) {
    const type = groupsOf(feedback)[0]?.['feedback-type']?.toLowerCase()
    return COMPLAINTS.includes(type ?? '') ? { kind: 'complaint' } : { kind: 'nothing' }
  }
  const status = partOf(mail, STATUS)
  if (status === undefined) return saysItIsAutomatic(mail) ? { kind: 'nothing' } : { kind: 'unreadable' }
  return readStatus(status)
}

function readStatus(text: string): Report {
  const recipients = groupsOf(text).filter(({ action }) => action !== undefined)
  if (recipients.length === 0) return { kind: 'unreadable' }
  const verdicts = recipients.map(({ action, status, 'diagnostic-code': diagnostic }) =>
    verdictOf({ action: action!, status, diagnostic }),
  )
  const verdict = GRAVEST.find((one) => verdicts.includes(one))
  return verdict ? { kind: 'failure', verdict } : { kind: 'nothing' }
}

/** RFC 3834: holiday notes and the like. */
function saysItIsAutomatic({ headers }: Email): boolean {
  const type = headers.find(({ key }) => key === 'content-type')?.value.toLowerCase()
  // A mail server's own notice, of which the telling part is missing.
  if (type?.startsWith('multipart/report')) return false
  const submitted = headers.find(({ key }) => key === 'auto-submitted')?.value.toLowerCase()
  return submitted?.startsWith('auto-replied') === true || headers.some(({ key }) => key === 'x-autoreply')
}

function partOf({ attachments }: Email, types: string[]): string | undefined {
  const part = attachments.find(({ mimeType }) => types.includes(mimeType))
  if (!part) return undefined
  const { content } = part
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
  return text.slice(0, MOST_LETTERS)
}

/** Groups of fields with an empty line between them; names in small letters, the first of a name counts. */
function groupsOf(text: string): Record<string, string>[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/, MOST_GROUPS)
    .map((group) => {
      const fields: Record<string, string> = Object.create(null)
      // A line that begins with a space goes on with the one before.
      for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
        const match = /^([A-Za-z0-9-]{1,60})[ \t]*:(.*)$/.exec(line)
        if (match) fields[match[1]!.toLowerCase()] ??= match[2]!.trim()
      }
      return fields
    })
}
