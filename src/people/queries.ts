import { addressOf } from '../accounts/accounts.js'
import { DESK_ROLES } from '../accounts/roles.js'
import type { Account } from '../database/tables.js'
import type { Deps } from '../deps.js'

/** Somebody of the desk, with their address in clear: for administrators' pages alone. */
export interface Person {
  account: Account
  email: string
  passkeys: number
  /** The day they last used the desk; null when they are signed in nowhere. */
  lastUsedOn: string | null
}

type Reader = Pick<Deps, 'db' | 'keyring'>

/** The administrators first, then by name. */
export async function listPeople(deps: Reader): Promise<Person[]> {
  const accounts = await people(deps).execute()
  const named = await Promise.all(accounts.map((row) => namePerson(deps, row)))
  const rank = (person: Person) => DESK_ROLES.indexOf(person.account.role as never)
  const called = ({ account, email }: Person) => account.name ?? email
  return named.sort((a, b) => rank(b) - rank(a) || called(a).localeCompare(called(b)))
}

/** @returns undefined also for an account that is not of the desk: campaigners are nobody's to look up. */
export async function findPerson(deps: Reader, id: number): Promise<Person | undefined> {
  const row = await people(deps).where('accounts.id', '=', id).executeTakeFirst()
  return row && namePerson(deps, row)
}

function people({ db }: Reader) {
  return db
    .selectFrom('accounts')
    .selectAll()
    .select(({ selectFrom }) => [
      selectFrom('passkeys')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('passkeys.accountId', '=', 'accounts.id')
        .as('passkeys'),
      selectFrom('sessions')
        .select(({ fn }) => fn.max('sessions.lastUsedOn').as('day'))
        .whereRef('sessions.accountId', '=', 'accounts.id')
        .as('lastUsedOn'),
    ])
    .where('role', 'in', [...DESK_ROLES])
}

async function namePerson(
  deps: Reader,
  { passkeys, lastUsedOn, ...account }: Account & { passkeys: number | null; lastUsedOn: string | null },
): Promise<Person> {
  return { account, email: await addressOf(deps, account), passkeys: passkeys ?? 0, lastUsedOn }
}
