/**
 * Looking for names. They are sealed, so each has to be opened; a worker does it and keeps the ids of those that match,
 * for a page to count and a condition to choose by. The pattern may be a name itself: it is sealed, and erased when
 * the walk is done.
 */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { NameSearch } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { seal, unseal } from '../keys/sealing.js'
import { type Moderator, recordAct } from '../moderation/record.js'
import { unsealSigner } from '../signatures/signer.js'

const BATCH = 1_000
const DAY_MS = 86_400_000
/** Long enough to decide what is done with what was found. */
export const DAYS_KEPT = 7

/** @returns the search's id; a worker does the rest. */
export async function beginNameSearch(
  deps: Deps,
  { petitionId, pattern }: { petitionId: number; pattern: string },
  moderator: Moderator,
): Promise<number> {
  const keys = await deps.keyring.getPetitionKeys(deps.db, petitionId)
  const at = deps.clock.now()
  const id = await deps.db.transaction().execute(async (trx) => {
    const search = await trx
      .insertInto('nameSearches')
      .values({
        petitionId,
        accountId: moderator.id,
        patternSealed: seal(keys.sealing, placeOf(petitionId), pattern),
        upToId: sql<number>`(select coalesce(max(id), 0) from signatures where petition_id = ${petitionId})`,
        createdAt: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordAct(trx, { act: 'names-searched', moderator, petitionId, at })
    return search.id
  })
  deps.jobs.wakeLater('quarantines')
  return id
}

/** Walks what is due, in batches that commit what they found with where they are. */
export async function searchNames(deps: Deps): Promise<void> {
  while (await deps.db.transaction().execute((trx) => searchBatch(deps, trx))) {
    // Each turn commits; a killed worker's successor goes on from there.
  }
}

/** @returns false when nothing is due. */
async function searchBatch(deps: Deps, trx: Transaction): Promise<boolean> {
  const search = await trx
    .selectFrom('nameSearches')
    .selectAll()
    .where('state', '=', 'due')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!search) return false
  const { petitionId } = search
  const keys = await deps.keyring.findPetitionKeys(deps.db, petitionId)
  const signatures = keys
    ? await trx
        .selectFrom('signatures')
        .select(['petitionId', 'id', 'sealed'])
        .where('petitionId', '=', petitionId)
        .where('id', '>', search.lastSignatureId)
        .where('id', '<=', search.upToId)
        .orderBy('id')
        .limit(BATCH)
        .execute()
    : []
  const found = keys ? findNamed(keys, search, signatures) : []
  if (found.length > 0)
    await trx
      .insertInto('nameMatches')
      .values(found.map((signatureId) => ({ searchId: search.id, petitionId, signatureId })))
      .execute()
  const isDone = signatures.length < BATCH
  await trx
    .updateTable('nameSearches')
    .set({
      lastSignatureId: signatures.at(-1)?.id ?? search.lastSignatureId,
      found: sql`found + ${found.length}`,
      ...(isDone && { state: 'done' as const, finishedAt: deps.clock.now(), patternSealed: null }),
    })
    .where('id', '=', search.id)
    .execute()
  return true
}

function findNamed(
  keys: Keys,
  { petitionId, patternSealed }: NameSearch,
  signatures: { petitionId: number; id: number; sealed: Buffer | null }[],
): number[] {
  const isMeant = matcherFor(unseal(keys.sealing, placeOf(petitionId), patternSealed!))
  return signatures.flatMap((signature) => {
    const signer = unsealSigner(keys, signature)
    return signer && isMeant(signer.name) ? [signature.id] : []
  })
}

/** `*` stands for anything; case and accents count for nothing. Linear in the name, whatever the pattern. */
export function matcherFor(pattern: string): (name: string) => boolean {
  const [first = '', ...rest] = plain(pattern).split('*')
  const last = rest.pop()
  return (name) => {
    const text = plain(name)
    if (last === undefined) return text === first
    if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
      return false
    let at = first.length
    for (const part of rest) {
      const found = text.indexOf(part, at)
      if (found < 0) return false
      at = found + part.length
    }
    return at <= text.length - last.length
  }
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

export async function forgetNameSearches({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  await db
    .deleteFrom('nameSearches')
    .where('createdAt', '<', new Date(clock.now().getTime() - DAYS_KEPT * DAY_MS))
    .execute()
}

function placeOf(petitionId: number): string {
  return `name_searches.pattern ${petitionId}`
}

export async function findNameSearch(db: Database, id: number): Promise<NameSearch | undefined> {
  return db.selectFrom('nameSearches').selectAll().where('id', '=', id).executeTakeFirst()
}
