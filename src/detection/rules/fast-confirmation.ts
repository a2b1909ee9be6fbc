import { type EachRule, shareOf } from './rule.js'

/**
 * From the mail server's yes to the button: a mail has to arrive, be seen and opened, the link followed and the page
 * read. Nobody does it in less, and a program takes one second.
 */
export const FASTEST_CONFIRMATION_SECONDS = 4

/** A mail may be answered late by its server, and its link followed meanwhile: a few are no sign. */
export const FAST_CONFIRMATION: EachRule = {
  name: 'fast-confirmation',
  isSuspect: (found, all) => found.recent >= 10 && shareOf(found.recent, all.recent) >= 0.05,
}
