/** Everything a moderator needs to know of a petition, with the addresses unsealed: for the desk's pages alone. */

import { addressOf } from '../accounts/accounts.js'
import { findLimit } from '../accounts/limits.js'
import type { AccountLimit, DecisionMaker, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { readAddress } from '../mail/canonical-address.js'
import { isFreeProvider } from '../mail/free-providers.js'
import { unsealDecisionMakerAddress } from '../petitions/decision-maker.js'
import { getCount, listDecisionMakers } from '../petitions/queries.js'
import {
  findLastDecision,
  findPicture,
  type LogEntry,
  listLog,
  listSimilarPetitions,
  type SimilarPetition,
} from './queries.js'
import { isUndoable, undoableUntil } from './undoable.js'

export interface Recipient extends Pick<DecisionMaker, 'id' | 'name' | 'role' | 'organisation' | 'state'> {
  /** Undefined when none was given. */
  email: string | undefined
  /** When a mail to it came back. */
  bouncedAt: Date | null
  /** The provider's domain when anyone can have an address there. */
  freeProvider: string | undefined
}

export interface PetitionFile {
  petition: Petition
  recipients: Recipient[]
  campaigner: { name: string | null; email: string | undefined }
  confirmed: number
  hasPicture: boolean
  pictureAlt: string
  similar: SimilarPetition[]
  history: NamedEntry[]
  /** The campaigner's, while it is in force. */
  limit: AccountLimit | undefined
}

/** An entry of the log with the name of who acted, undefined when the service itself did, and of whom it is about. */
export type NamedEntry = Omit<LogEntry, 'emailSealed' | 'name' | 'subjectName' | 'subjectSealed'> & {
  who: string | undefined
  whom: string | undefined
  /** While it can be taken back. */
  undoUntil: Date | undefined
}

export async function readPetitionFile(deps: Deps, petition: Petition): Promise<PetitionFile> {
  const { db } = deps
  const [makers, email, count, picture, similar, log, limit] = await Promise.all([
    listDecisionMakers(db, petition.id),
    findCampaignerAddress(deps, petition),
    getCount(db, petition.id),
    findPicture(db, petition.id),
    listSimilarPetitions(db, petition),
    listLog(db, { petitionId: petition.id }),
    petition.accountId === null ? undefined : findLimit(db, petition.accountId, deps.clock.now()),
  ])
  const recipients = await Promise.all(makers.map((maker) => readRecipient(deps, maker)))
  return {
    petition,
    recipients,
    campaigner: { name: petition.campaignerName, email },
    confirmed: count.confirmed,
    hasPicture: picture !== undefined,
    pictureAlt: picture?.alt ?? '',
    similar,
    history: await nameEntries(deps, log),
    limit,
  }
}

export async function readRecipient(deps: Deps, maker: DecisionMaker): Promise<Recipient> {
  // The key of a petition may have been destroyed; the rest can still be read.
  const keys = await deps.keyring.findPetitionKeys(deps.db, maker.petitionId)
  const email = keys && unsealDecisionMakerAddress(keys, maker)
  const { id, name, role, organisation, state } = maker
  const domain = email && readAddress(email)?.domain
  return {
    id,
    name,
    role,
    organisation,
    state,
    email,
    bouncedAt: maker.bouncedAt,
    freeProvider: domain && isFreeProvider(domain) ? domain : undefined,
  }
}

/** Moderators go by their name, else by their address. */
export async function nameEntries(deps: Deps, entries: LogEntry[]): Promise<NamedEntry[]> {
  return Promise.all(
    entries.map(async ({ name, emailSealed, subjectName, subjectSealed, ...entry }) => ({
      ...entry,
      who: await nameOf(deps, name, emailSealed),
      whom: await nameOf(deps, subjectName, subjectSealed),
      undoUntil: isUndoable(entry, deps.clock.now()) ? undoableUntil(entry.at) : undefined,
    })),
  )
}

async function nameOf(deps: Deps, name: string | null, emailSealed: Buffer | null) {
  return name ?? (emailSealed ? await addressOf(deps, { emailSealed }) : undefined)
}

/** Who decided, for the colleague who came second. */
export async function findLateDecision(
  deps: Deps,
  about: { petitionId: number; replyId?: number },
): Promise<NamedEntry | 'unknown'> {
  const entry = await findLastDecision(deps.db, about)
  const [named] = entry ? await nameEntries(deps, [entry]) : []
  return named ?? 'unknown'
}

async function findCampaignerAddress(deps: Deps, { accountId }: Petition): Promise<string | undefined> {
  if (accountId === null) return undefined
  const account = await deps.db
    .selectFrom('accounts')
    .select('emailSealed')
    .where('id', '=', accountId)
    .executeTakeFirst()
  return account && addressOf(deps, account)
}
