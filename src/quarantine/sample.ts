/**
 * A few of the signatures that are meant, as a moderator may see them.
 *
 * The name in full, since whether it is one is what has to be judged. Of the address, the domain and both ends of what
 * stands before it: enough to see user001, user002 and what a program makes up, too little to write to somebody or to
 * look them up. Place and times as figures have them. That somebody looked is written into the log of decisions.
 */

import type { Account, SignatureState } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { recordAct } from '../moderation/record.js'
import { unsealSigner } from '../signatures/signer.js'
import { countFor, type Meant, type Numbers, sampleFor } from './queries.js'

export interface Sampled {
  name: string | undefined
  address: string | undefined
  state: SignatureState
  country: string
  postcode: string
  signedAt: Date
  confirmedAt: Date | null
  /** Rules that found it wanting by itself. */
  signs: string[]
  hasObjected: boolean
}

export interface Shown {
  numbers: Numbers
  sample: Sampled[]
}

/** Reloading a page is not looking again. */
const SAME_LOOK_MS = 3_600_000

export async function showMeant(deps: Deps, asked: Meant, moderator: Pick<Account, 'id'>): Promise<Shown> {
  const { db, config, clock } = deps
  const keys = await deps.keyring.findPetitionKeys(db, asked.petitionId)
  const numbers = await countFor(db, config.timeZone, asked)
  const rows = await sampleFor(db, config.timeZone, asked)
  const sample = rows.map((row) => {
    const signer = keys && unsealSigner(keys, row)
    return {
      name: signer?.name,
      address: signer && maskAddress(signer.email),
      state: row.state,
      country: row.country,
      postcode: row.postcode,
      signedAt: row.signedAt,
      confirmedAt: row.confirmedAt,
      signs: [...(row.marks ?? []), ...(row.bouncedAt ? ['bounced'] : [])],
      hasObjected: row.objectedAt !== null,
    }
  })
  if (sample.length > 0) await recordLook(deps, asked.petitionId, moderator, clock.now())
  return { numbers, sample }
}

export function maskAddress(email: string): string {
  const at = email.lastIndexOf('@')
  const local = [...email.slice(0, at)]
  const ends = local.length > 5 ? [local.slice(0, 2), local.slice(-2)] : [local.slice(0, 1), []]
  return `${ends[0]!.join('')}…${ends[1]!.join('')}${email.slice(at)}`
}

async function recordLook({ db }: Deps, petitionId: number, moderator: Pick<Account, 'id'>, at: Date) {
  const looked = await db
    .selectFrom('auditEntries')
    .select('id')
    .where('act', '=', 'signatures-seen')
    .where('accountId', '=', moderator.id)
    .where('petitionId', '=', petitionId)
    .where('at', '>', new Date(at.getTime() - SAME_LOOK_MS))
    .limit(1)
    .executeTakeFirst()
  if (!looked) await recordAct(db, { act: 'signatures-seen', moderator, petitionId, at })
}
