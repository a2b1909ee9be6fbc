import type { Deps } from '../deps.js'
import { Levels } from './limits/levels.js'
import { Limits } from './limits/limits.js'
import { PageCache } from './page-cache.js'

/** What the routes of every feature are given: the outside, and what all pages of one process share. */
export interface Site extends Deps {
  readonly pages: PageCache
  readonly limits: Limits
  /** What all processes count together. */
  readonly levels: Levels
}

/** Ended by `levels.close()`. */
export function openSite(deps: Deps): Site {
  const levels = new Levels(deps)
  return { ...deps, pages: new PageCache(), levels, limits: new Limits(levels, deps.config.rateLimitScale) }
}
