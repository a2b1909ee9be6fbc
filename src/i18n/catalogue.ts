/** Every sentence of the service, a file a feature; the compiler refuses a sentence that only one language has. */

import type { Locale } from '../database/tables.js'
import { common } from './messages/common.js'
import { errors } from './messages/errors.js'

const en = { ...common.en, ...errors.en }

export type MessageKey = keyof typeof en

const fr: Record<MessageKey, string> = { ...common.fr, ...errors.fr }

export const catalogues: Record<Locale, Record<MessageKey, string>> = { en, fr }
