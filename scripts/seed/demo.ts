import type { DemoPetition } from './demo-petition.js'
import { ENGLISH_PETITIONS } from './petitions-en.js'
import { FRENCH_PETITIONS } from './petitions-fr.js'

export const DEMO_PETITIONS: readonly DemoPetition[] = [...FRENCH_PETITIONS, ...ENGLISH_PETITIONS]
