import type { Deps } from '../deps.js'
import { Limits } from './limits.js'
import { PageCache } from './page-cache.js'

/** What the routes of every feature are given: the outside, and what all pages of one process share. */
export interface Site extends Deps {
  readonly pages: PageCache
  readonly limits: Limits
}

export function openSite(deps: Deps): Site {
  return { ...deps, pages: new PageCache(), limits: new Limits(deps.config.rateLimitScale) }
}
