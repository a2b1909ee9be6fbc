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
}

/**
 * Gives every pending and confirmed signature to the new address. Each is moved for itself and the link is used up
 * last, so that a request that was cut short is finished by pressing the button again; of two at once, the second
 * finds nothing left to move. Then the old address is told.
 */
export async function changeAddress(
  deps: Deps,
  request: { id: string; asked: Asked },
  locale: 'fr' | 'en',
): Promise<Moved> {
  const { address, from } = request.asked
  const old = readAddress(from!)!.canonical
  const result: Moved = { moved: 0, merged: 0, left: 0 }
  for await (const { found } of walkSignatures(deps, old))
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
    .orderBy('id')
    .forUpdate()
    .execute()
  const ours = rows.find((row) => row.id === id && row.emailFingerprint.equals(oldFingerprint))
  const other = rows.find((row) => row.id !== id && row.emailFingerprint.equals(newFingerprint))
  if (!ours || ours.state === 'withdrawn') return undefined
  if (isDecidedElsewhere(ours) || (other && isDecidedElsewhere(other))) return 'left'

  const release = (signatureId: number) =>
    trx
      .updateTable('signatures')
      .set({ emailFingerprint: randomBytes(16) })
      .where('petitionId', '=', petitionId)
      .where('id', '=', signatureId)
      .execute()
  const otherCounts = other !== undefined && other.state !== 'withdrawn'
  if (otherCounts && isOlder(other, ours)) {
    await withdrawWithin(trx, deps, { petitionId, signatureId: ours.id })
    await release(ours.id)
    return 'merged'
  }
  if (other) {
    await withdrawWithin(trx, deps, { petitionId, signatureId: other.id })
    await release(other.id)
  }
  const { name } = unsealSigner(keys, ours)!
  await trx
    .updateTable('signatures')
    .set({
      emailFingerprint: newFingerprint,
      sealed: sealSigner(keys, petitionId, { name, email: address }),
      domainFingerprint: fingerprintOfDomain(keys, domain),
    })
    .where('petitionId', '=', petitionId)
    .where('id', '=', ours.id)
    .execute()
  return otherCounts ? 'merged' : 'moved'
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
