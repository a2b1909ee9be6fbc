import { drawPoster } from './draw-poster.js'

/** About 2 KB each. */
const MOST_KEPT = 500

const kept = new Map<string, string>()

/**
 * A petition's poster. Finding the best place for a title takes tens of milliseconds, and a page is made anew twice a
 * second: the same title and seed are drawn once.
 */
export function posterOf(title: string, seed: number): string {
  const key = `${seed} ${title}`
  const poster = kept.get(key) ?? drawPoster({ title, seed })
  kept.delete(key)
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, poster)
  return poster
}
