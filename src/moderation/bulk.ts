/** One decision about several things: each is decided by itself, and what a colleague decided meanwhile is left to them. */

import type { Moderator } from './record.js'

/** A page of the queue at the most. */
const MOST = 100

export interface BulkResult {
  done: number[]
  /** Decided by somebody else, or not there any more. */
  late: number[]
  /** What cannot be decided so, such as a petition whose last day has passed. */
  stuck: number[]
}

/** @param name of the boxes, or of the hidden fields. */
export function readTicked(body: unknown, name = 'ticked'): number[] {
  const value = (body as Record<string, unknown> | null | undefined)?.[name]
  const ids = [value].flat().filter((one): one is string => typeof one === 'string' && /^\d{1,15}$/.test(one))
  return [...new Set(ids.map(Number))].slice(0, MOST)
}

/** One after the other, so that a mail server, a lock or a fault of one holds up none of the others. */
export async function decideEach<Thing>(
  ids: number[],
  find: (id: number) => Promise<Thing | undefined>,
  decide: (thing: Thing, moderator: Moderator) => Promise<keyof BulkResult>,
  moderator: Moderator,
): Promise<BulkResult> {
  const result: BulkResult = { done: [], late: [], stuck: [] }
  for (const id of ids) {
    const thing = await find(id)
    result[thing ? await decide(thing, moderator) : 'late'].push(id)
  }
  return result
}

/** The page that tells what was done; it can be read again. */
export function resultPath(
  act: BulkAct,
  { done, late, stuck }: BulkResult,
  { isUndo = false }: { isUndo?: boolean } = {},
): string {
  const ids = new URLSearchParams({ act, done: done.join('.'), late: late.join('.'), stuck: stuck.join('.') })
  return `/desk/bulk?${ids}${isUndo ? '&undo=yes' : ''}`
}

/** What is decided about several at once, and the line of the log that each of them gets. */
export const BULK_ACTS = {
  publication: 'petition-published',
  refusal: 'petition-refused',
  keeping: 'report-kept',
} as const
export type BulkAct = keyof typeof BULK_ACTS

export function isBulkAct(name: string): name is BulkAct {
  return Object.hasOwn(BULK_ACTS, name)
}

/** Petitions are published and refused, reports kept: what the ids of a result are of. */
export function thingOf(act: BulkAct): 'petition' | 'report' {
  return act === 'keeping' ? 'report' : 'petition'
}

export function readResult(text: string): number[] {
  return text
    .split('.')
    .filter((one) => /^\d{1,15}$/.test(one))
    .map(Number)
    .slice(0, MOST)
}
