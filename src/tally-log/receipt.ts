/** A signer's own leaf: what opens it, and the proof that it is in what was signed and published. */

import type { Config } from '../config.js'
import type { Database } from '../database/connect.js'
import type { Locale, Petition, RemovalKind } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import type { Keys } from '../keys/keyring.js'
import { unsealBytes } from '../keys/sealing.js'
import { describeSigningKeys, listSigningKeys } from '../keys/signing.js'
import { hashOfLeaf, type LeafContent, saltPlace } from './entries.js'
import { findHead } from './heads.js'
import { listRemovals, type OpenHead, type OpenRemoval, proveInclusion, toOpenHead } from './read.js'

export interface OwnLeaf extends LeafContent {
  leaf: number
  salt: string
  hash: string
  /** What the public lines say of it, oldest first. */
  removals: OpenRemoval[]
}

/** @returns undefined before the writer came, and once the link was erased. */
export async function findOwnLeaf(
  db: Database,
  keys: Keys,
  { petitionId, signatureId }: { petitionId: number; signatureId: number },
): Promise<OwnLeaf | undefined> {
  const row = await db
    .selectFrom('logLeaves')
    .select(['leaf', 'salt', 'textVersion', 'day', 'strength'])
    .where('petitionId', '=', petitionId)
    .where('signatureId', '=', signatureId)
    .executeTakeFirst()
  if (!row) return undefined
  const { leaf, textVersion, day, strength } = row
  const salt = unsealBytes(keys.sealing, saltPlace(petitionId, leaf), row.salt)
  const content = { signatureId, textVersion, day, strength }
  const removals = await listRemovals(db, { petitionId, from: 0, to: Number.MAX_SAFE_INTEGER, leaf })
  return {
    ...content,
    leaf,
    salt: salt.toString('hex'),
    hash: hashOfLeaf(salt, content).toString('hex'),
    removals,
  }
}

/** @returns undefined while it counts. */
export function takenOutAs({ removals }: OwnLeaf): Exclude<RemovalKind, 'restored'> | undefined {
  const kind = removals.at(-1)?.kind
  return kind === undefined || kind === 'restored' ? undefined : kind
}

/** The newest head that has the leaf. */
export async function findHeadWith(db: Database, petitionId: number, leaf: number) {
  const head = await findHead(db, petitionId)
  return head && head.size > leaf ? head : undefined
}

export interface Receipt {
  what: string
  petition: { title: string; slug: string; url: string }
  signature: { id: number; text_version: number; day: string; strength: string }
  salt: string
  leaf: number
  leaf_hash: string
  removals: OpenRemoval[]
  proof: string[]
  head: OpenHead
  key: { id: string; pem: string } | null
  how_to_check: string[]
}

const STEPS = ['signs', 'leaf', 'proof', 'head', 'key', 'removals'] as const
const COMMAND = 'openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed.txt -sigfile signature.bin'

/** A file that verifies without us, and says how in words of `locale`. @returns undefined until a signed head has the leaf. */
export async function makeReceipt(
  { db, config }: Pick<Deps, 'db'> & { config: Pick<Config, 'publicUrl'> },
  petition: Pick<Petition, 'id' | 'slug' | 'title'>,
  own: OwnLeaf,
  locale: Locale,
): Promise<Receipt | undefined> {
  const { id: petitionId, slug, title } = petition
  const head = await findHeadWith(db, petitionId, own.leaf)
  if (!head) return undefined
  const { proof } = await proveInclusion(db, { petitionId, tree: 'leaves', leaf: own.leaf, size: head.size })
  const { keys } = describeSigningKeys(await listSigningKeys(db))
  const key = keys.find(({ id }) => id === head.keyId)
  const url = `${config.publicUrl}/petitions/${encodeURIComponent(slug)}`
  const { t } = translatorFor(locale)
  const told = {
    // As programs write numbers: they are compared with the other fields.
    leaf: String(own.leaf),
    last: String(head.size - 1),
    command: COMMAND,
    keys: `${config.publicUrl}/.well-known/clameur-keys.json`,
    log: `${url}/log`,
  }
  return {
    what: t('tally-log.receipt.what', told),
    petition: { title, slug, url },
    signature: {
      id: own.signatureId,
      text_version: own.textVersion,
      day: own.day,
      strength: `L${own.strength}`,
    },
    salt: own.salt,
    leaf: own.leaf,
    leaf_hash: own.hash,
    removals: own.removals,
    proof,
    head: toOpenHead(slug, head),
    key: key ? { id: key.id, pem: key.pem } : null,
    how_to_check: STEPS.map((step) => t(`tally-log.receipt.how.${step}`, told)),
  }
}
