/** The letters of this feature. */

import type { Composer } from '../mail/outbox.js'

export const accountComposers: Record<string, Composer> = {}
