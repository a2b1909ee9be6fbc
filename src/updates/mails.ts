/** The letters of this feature. */

import type { Composer } from '../mail/outbox.js'

export const updateComposers: Record<string, Composer> = {}
