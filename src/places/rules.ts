/**
 * What it takes for a petition to oblige an institution to something, place by place: read from one file that whoever
 * reads laws can correct, `views/places/rules.json`. A new institution is an entry there; no code knows one by name.
 */

import { readFileSync } from 'node:fs'
import { z } from 'zod'

const words = z.strictObject({ en: z.string().min(1), fr: z.string().min(1) })
const site = z.url({ protocol: /^https$/ })

const threshold = z
  .strictObject({
    /** How many signatures … */
    signatures: z.int().positive().optional(),
    /** … or which share of the place's registered electors. */
    share: z.number().gt(0).lt(1).optional(),
    /** From how many départements or overseas collectivities at least. */
    departements: z.int().positive().optional(),
    /** What follows. */
    effect: words,
  })
  .refine(({ signatures, share }) => (signatures === undefined) !== (share === undefined), {
    message: 'needs either signatures or a share',
  })

const rule = z
  .strictObject({
    name: words,
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
    /** The kind of place whose name has to be known. */
    place: z.enum(['commune', 'departement', 'region']).optional(),
    law: words,
    thresholds: z.array(threshold).min(1),
    source: site,
    /** Only signatures made on this site count; here the petition says so, and mirrors. */
    ownSite: site.optional(),
    /** The month in which the source was read. */
    readOn: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  })
  .refine(
    ({ place, thresholds }) => place !== undefined || thresholds.every(({ share }) => share === undefined),
    {
      message: 'a share needs a place whose people are known',
    },
  )

export type Threshold = z.infer<typeof threshold>
export type Rule = z.infer<typeof rule>

const file = z.strictObject({
  about: z.string(),
  rules: z.record(z.string().regex(/^[a-z][a-z0-9-]+$/), rule),
})

/** @throws with the entry, the field and its fault, for who has just changed the file. */
export function readRules(json: string): Record<string, Rule> {
  const read = file.safeParse(JSON.parse(json))
  if (read.success) return read.data.rules
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`views/places/rules.json cannot be used. ${faults.join('; ')}`)
}

const RULES = new Map(
  Object.entries(
    readRules(readFileSync(new URL('../../../views/places/rules.json', import.meta.url), 'utf8')),
  ),
)

export const INSTITUTIONS: readonly string[] = [...RULES.keys()]

/** @returns undefined for nobody's. */
export function findRule(institution: string | null): Rule | undefined {
  return institution === null ? undefined : RULES.get(institution)
}
