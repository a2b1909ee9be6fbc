/** How rules find their signatures in the table. Everything in it is a fingerprint, a time or a choice. */

import { type RawBuilder, sql } from 'kysely'
import { FASTEST_CONFIRMATION_SECONDS } from './rules/fast-confirmation.js'
import { FASTEST_FORM_SECONDS } from './rules/fast-form.js'
import type { Trait } from './rules/rule.js'
import { traitOf } from './rules.js'

/** Where a trait's fingerprint is kept. */
export const TRAIT_COLUMNS: Record<Trait, RawBuilder<Buffer | null>> = {
  network: sql`signatures.network_fingerprint`,
  'wide-network': sql`signatures.wide_network_fingerprint`,
  domain: sql`signatures.domain_fingerprint`,
  agent: sql`signatures.agent_fingerprint`,
  name: sql`signatures.name_fingerprint`,
  stem: sql`signatures.stem_fingerprint`,
}

/** Of the rules that look at each signature alone: which they find wanting. */
export const WANTING: Record<string, RawBuilder<boolean>> = {
  'disposable-domains': sql`coalesce('disposable-domains' = any(signatures.marks), false)`,
  'improbable-names': sql`coalesce('improbable-names' = any(signatures.marks), false)`,
  bounced: sql`(signatures.bounced_at is not null)`,
  'fast-form': sql.raw(`coalesce(signatures.fill_seconds <= ${FASTEST_FORM_SECONDS}, false)`),
  // Against the first mail that left: the link of any of them confirms.
  'fast-confirmation': sql`(signatures.confirmed_at is not null and signatures.confirmed_at < (
    select min(mails.done_at) from mails
    where mails.petition_id = signatures.petition_id and mails.signature_id = signatures.id
      and mails.kind = 'confirm-signature' and mails.state = 'sent'
  ) + make_interval(secs => ${sql.raw(String(FASTEST_CONFIRMATION_SECONDS))}))`,
}

/** Under which key a rule's alerts have a signature; null where the rule finds nothing in it. */
export function keyFor(rule: string): RawBuilder<Buffer | null> {
  const trait = traitOf(rule)
  return trait ? TRAIT_COLUMNS[trait] : sql`case when ${WANTING[rule]!} then ''::bytea end`
}
