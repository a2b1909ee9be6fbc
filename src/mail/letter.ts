/** What a mail says, before it has a shape: the same blocks become HTML and plain text. */

import type { Locale } from '../database/tables.js'

export type Block =
  | { paragraph: string }
  | { heading: string }
  | { quote: string }
  | { button: { label: string; url: string } }
  | { links: { label: string; url: string }[] }
  /** Named figures, one a line. */
  | { facts: { label: string; value: string }[] }
  | { list: string[] }

export interface Letter {
  to: string
  locale: Locale
  subject: string
  /** What the inbox shows after the subject. */
  preview: string
  blocks: Block[]
  /** Small print: why this person gets this mail. */
  why: string
  /** RFC 8058: set on everything but what a person just asked for. `url` takes the one-click POST. */
  unsubscribe?: { url: string; label: string }
  /** Goes even to who called a mail of ours unwanted: a link that opens what is theirs, asked for just now. */
  evenAfterComplaint?: true
}
