import type { Deps } from '../deps.js'

/** When the mail about a decision of this moment leaves: late enough for a slip to be taken back unheard. */
export function toldAt({ config, clock }: Pick<Deps, 'config' | 'clock'>): Date {
  return new Date(clock.now().getTime() + config.decisionDelaySeconds * 1000)
}
