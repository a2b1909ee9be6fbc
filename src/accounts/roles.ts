/** What somebody may do at the desk. */

import type { Account } from '../database/tables.js'
import type { Ui } from '../web/reader.js'

/**
 * A reviewer reads and notes, and decides nothing; a moderator decides; an administrator also says who is who, and
 * sets the rules. From the least to the most.
 */
export const DESK_ROLES = ['reviewer', 'moderator', 'administrator'] as const
export type DeskRole = (typeof DESK_ROLES)[number]

type Role = Pick<Account, 'role'>

export function isDeskRole(value: string): value is DeskRole {
  return (DESK_ROLES as readonly string[]).includes(value)
}

export function isOfDesk({ role }: Role): boolean {
  return isDeskRole(role)
}

export function mayDecide({ role }: Role): boolean {
  return role === 'moderator' || role === 'administrator'
}

export function isAdministrator({ role }: Role): boolean {
  return role === 'administrator'
}

/** What the signed-in pages know of their reader. */
export function accountOnPages(account: Pick<Account, 'role' | 'name'>): NonNullable<Ui['account']> {
  return {
    name: account.name,
    isOfDesk: isOfDesk(account),
    mayDecide: mayDecide(account),
    isAdministrator: isAdministrator(account),
  }
}
