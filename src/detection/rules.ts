/** Every rule, in the order in which their alerts are told. */

import { ADDRESS_SEQUENCE } from './rules/address-sequence.js'
import { AGENT_SHARE } from './rules/agent-share.js'
import { BOUNCED } from './rules/bounced.js'
import { DISPOSABLE_DOMAINS } from './rules/disposable-domains.js'
import { DOMAIN_BURST } from './rules/domain-burst.js'
import { FAST_CONFIRMATION } from './rules/fast-confirmation.js'
import { FAST_FORM } from './rules/fast-form.js'
import { IMPROBABLE_NAMES } from './rules/improbable-names.js'
import { NETWORK_BURST } from './rules/network-burst.js'
import type { EachRule, GroupRule, Trait } from './rules/rule.js'
import { SAME_NAME } from './rules/same-name.js'
import { WIDE_NETWORK_BURST } from './rules/wide-network-burst.js'

export const GROUP_RULES: readonly GroupRule[] = [
  NETWORK_BURST,
  WIDE_NETWORK_BURST,
  DOMAIN_BURST,
  AGENT_SHARE,
  SAME_NAME,
  ADDRESS_SEQUENCE,
]

export const EACH_RULES: readonly EachRule[] = [
  DISPOSABLE_DOMAINS,
  IMPROBABLE_NAMES,
  BOUNCED,
  FAST_CONFIRMATION,
  FAST_FORM,
]

export const RULE_NAMES: readonly string[] = [...GROUP_RULES, ...EACH_RULES].map(({ name }) => name)

/** What the signatures share that a rule's alert is about; undefined when each was found wanting alone. */
export function traitOf(rule: string): Trait | undefined {
  return GROUP_RULES.find(({ name }) => name === rule)?.trait
}
