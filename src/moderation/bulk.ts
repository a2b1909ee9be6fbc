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

export function readTicked(body: unknown): number[] {
  const value = (body as Record<string, unknown> | null | undefined)?.ticked
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
export function resultPath(act: BulkAct, { done, late, stuck }: BulkResult): string {
  const ids = new URLSearchParams({ act, done: done.join('.'), late: late.join('.'), stuck: stuck.join('.') })
  return `/desk/bulk?${ids}`
}

export const BULK_ACTS = ['publication', 'refusal', 'keeping'] as const
export type BulkAct = (typeof BULK_ACTS)[number]

export function readResult(text: string): number[] {
  return text
    .split('.')
    .filter((one) => /^\d{1,15}$/.test(one))
    .map(Number)
    .slice(0, MOST)
}
