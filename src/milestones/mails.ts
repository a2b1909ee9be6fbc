/** The letters of this feature. */

import type { Composer } from '../mail/outbox.js'

export const milestoneComposers: Record<string, Composer> = {}
