/** In the order in which a campaigner chooses one. */
export const TOPICS = [
  'environment',
  'health',
  'education',
  'housing',
  'transport',
  'rights',
  'work',
  'animals',
  'digital',
  'democracy',
  'world',
  'other',
] as const

export type Topic = (typeof TOPICS)[number]

export function isTopic(value: string): value is Topic {
  return (TOPICS as readonly string[]).includes(value)
}
