/** The letters of this feature. */

import type { Composer } from '../mail/outbox.js'
import { limitComposers } from './limit-mails.js'
import { petitionComposers } from './petition-mails.js'
import { replyComposers } from './reply-mails.js'
import { waitingComposers } from './waiting-mails.js'

export const moderationComposers: Record<string, Composer> = {
  ...petitionComposers,
  ...replyComposers,
  ...limitComposers,
  ...waitingComposers,
}
