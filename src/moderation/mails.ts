/** The letters of this feature. */

import type { Composer } from '../mail/outbox.js'

export const moderationComposers: Record<string, Composer> = {}
