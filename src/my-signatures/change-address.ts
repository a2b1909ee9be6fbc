/** Moving what one address signed to another, once both have said yes. */

import { randomBytes } from 'node:crypto'
import type { Transaction } from '../database/connect.js'
import type { Signature } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { fingerprint } from '../keys/sealing.js'
import { readAddress } from '../mail/canonical-address.js'
import { addMails } from '../mail/outbox.js'
import { fingerprintOfDomain } from '../signatures/fingerprints.js'
import { sealSigner, unsealSigner } from '../signatures/signer.js'
import { lockCount, withdrawWithin } from '../signatures/withdraw.js'
import { type Asked, useRequest } from './requests.js'
import { walkSignatures } from './walk.js'

export interface Moved {
  moved: number
  /** Both addresses had signed: the later of the two signatures was withdrawn. */
  merged: number
  /** A moderator set one of the two aside or removed it: nothing was changed there. */
  left: number
  /** The new address carries two others' signatures, or one from another postcode: nothing was changed there. */
  crowded: number
}

/**
 * Gives every pending and confirmed signature (of one person, when `whose` was named) to the new address. Each is moved for itself and the link is used up
 * last, so that a request that was cut short is finished by pressing the button again; of two at once, the second
 * finds nothing left to move. Then the old address is told.
 */
export async function changeAddress(
  deps: Deps,
  request: { id: string; asked: Asked },
  locale: 'fr' | 'en',
): Promise<Moved> {
  const { address, from, whose } = request.asked
  const old = readAddress(from!)!.canonical
  const result: Moved = { moved: 0, merged: 0, left: 0, crowded: 0 }
  for await (const { found } of walkSignatures(deps, old, { whose }))
    for (const { keys, signature } of found) {
      const outcome = await moveOnce(deps, keys, signature, { old, address })
      if (outcome) result[outcome] += 1
    }
  if (await useRequest(deps, request.id)) {
    await addMails(deps.db, [
      {
        queue: 'confirmation-mails',
        kind: 'my-signatures-moved',
        params: { request: request.id },
        locale,
      },
    ])
    deps.jobs.wakeLater('confirmation-mails')
  }
  return result
}

type Addresses = { old: string; address: string }

async function moveOnce(
  deps: Deps,
  keys: Keys,
  signature: Signature,
  addresses: Addresses,
): Promise<keyof Moved | undefined> {
  const move = () => deps.db.transaction().execute((trx) => moveWithin(trx, deps, keys, signature, addresses))
  try {
    return await move()
  } catch (error) {
    // The new address signed this petition between our look and our write; now its signature is seen.
    if ((error as { code?: string }).code === '23505') return move()
    throw error
  }
}

async function moveWithin(
  trx: Transaction,
  deps: Deps,
  keys: Keys,
  { petitionId, id }: Pick<Signature, 'petitionId' | 'id'>,
  { old, address }: Addresses,
): Promise<keyof Moved | undefined> {
  const { canonical, domain } = readAddress(address)!
  const oldFingerprint = fingerprint(keys.fingerprints, old)
  const newFingerprint = fingerprint(keys.fingerprints, canonical)
  // Confirming and withdrawing take this lock first too, so what is read here stays true.
  await lockCount(trx, petitionId)
  const rows = await trx
    .selectFrom('signatures')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .where('emailFingerprint', 'in', [oldFingerprint, newFingerprint])
    // As signing takes them.
    .orderBy('emailFingerprint')
    .orderBy('slot')
    .forUpdate()
    .execute()
  const ours = rows.find((row) => row.id === id && row.emailFingerprint.equals(oldFingerprint))
  if (!ours || ours.state === 'withdrawn') return undefined
  // Another spelling of the same mailbox: only what we write to changes.
  const isSameMailbox = newFingerprint.equals(oldFingerprint)
  const there = isSameMailbox ? [] : rows.filter((row) => row.emailFingerprint.equals(newFingerprint))
  const living = there.filter(({ state }) => state !== 'withdrawn')
  if ([ours, ...living].some(isDecidedElsewhere)) return 'left'

  const release = (signatureId: number) =>
    trx
      .updateTable('signatures')
      .set({ emailFingerprint: randomBytes(16) })
      .where('petitionId', '=', petitionId)
      .where('id', '=', signatureId)
      .execute()
  const same = living.find((row) => isSamePerson(row, ours))
  const others = living.filter((row) => row !== same)
  if (!same && others.length > 0 && !(others.length === 1 && isNear(others[0]!, ours))) return 'crowded'
  if (same && isOlder(same, ours)) {
    await withdrawWithin(trx, deps, { petitionId, signatureId: ours.id })
    await release(ours.id)
    return 'merged'
  }
  if (same) await withdrawWithin(trx, deps, { petitionId, signatureId: same.id })
  for (const row of there) if (!others.includes(row)) await release(row.id)
  const { name } = unsealSigner(keys, ours)!
  await trx
    .updateTable('signatures')
    .set({
      emailFingerprint: newFingerprint,
      // Who is there has the first place, also when another has just left it.
      slot: isSameMailbox ? ours.slot : others.length + 1,
      sealed: sealSigner(keys, petitionId, { name, email: address }),
      domainFingerprint: fingerprintOfDomain(keys, domain),
      bouncedAt: null,
      // What rules made of the former address.
      marks: null,
      stemFingerprint: null,
    })
    .where('petitionId', '=', petitionId)
    .where('id', '=', ours.id)
    .execute()
  return same ? 'merged' : 'moved'
}

/** A row that is older than the fingerprint of the name is taken for the same person's, as signing does. */
function isSamePerson(one: Signature, other: Signature): boolean {
  return (
    one.nameFingerprint === null ||
    other.nameFingerprint === null ||
    one.nameFingerprint.equals(other.nameFingerprint)
  )
}

/** Two names are of one household when they give the same postcode. */
function isNear(one: Signature, other: Signature): boolean {
  return one.postcode !== '' && one.postcode === other.postcode && one.country === other.country
}

function isDecidedElsewhere({ state }: Signature): boolean {
  return state === 'quarantined' || state === 'removed'
}

/** What is confirmed comes before what is not; then whichever was first. */
function isOlder(one: Signature, than: Signature): boolean {
  if ((one.confirmedAt === null) !== (than.confirmedAt === null)) return one.confirmedAt !== null
  const [first, second] = [one.confirmedAt ?? one.signedAt, than.confirmedAt ?? than.signedAt]
  return first.getTime() === second.getTime() ? one.id < than.id : first < second
}
