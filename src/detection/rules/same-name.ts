import type { GroupRule } from './rule.js'

/**
 * One name many times within a day. Names repeat: of some thousands of people a country's commonest full name is
 * borne by a handful, so the more sign the more may be alike. A weak sign alone: namesakes exist.
 */
export const SAME_NAME: GroupRule = {
  name: 'same-name',
  trait: 'name',
  least: 10,
  isSuspect: (group, all) => group.recent >= 10 + all.recent / 1_000,
}
