/**
 * The key with which the installation signs the files that it hands over (Ed25519), so that whoever receives one can
 * check it with `openssl` alone: docs/signed-files.md. The public halves, past ones too, are published.
 */

import { createHash, createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { Database, Transaction } from '../database/connect.js'
import type { Deps } from '../deps.js'

export interface PublicSigningKey {
  /** The thumbprint of the public key (RFC 7638). */
  id: string
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Buffer
  createdAt: Date
  retiredAt: Date | null
}

export interface Signer {
  keyId: string
  /** 64 bytes over the file as it is, nothing hashed or added before. */
  sign(file: Buffer): Buffer
}

type Keeper = Pick<Deps, 'db' | 'keyring' | 'clock'>

/** Before the 32 bytes of a private key, in PKCS #8 (RFC 8410, section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The installation's present key, made on first use; of two processes that make one, one wins. */
export async function openSigner({ db, keyring, clock }: Keeper): Promise<Signer> {
  const current =
    (await findCurrent(db)) ??
    (await db.transaction().execute((trx) => addSigningKey(trx, keyring, clock.now()))) ??
    (await findCurrent(db))
  if (!current) throw new Error('No signing key could be made')
  const { wrapped } = await db
    .selectFrom('siteKeys')
    .select('wrapped')
    .where('purpose', '=', purposeOf(current))
    .executeTakeFirstOrThrow()
  const key = privateKeyOf(keyring.unwrapSite(purposeOf(current), wrapped))
  return { keyId: current, sign: (file) => sign(null, file, key) }
}

/** Retires the present key and makes another. What the old one signed can still be checked: it stays published. */
export async function replaceSigningKey({ db, keyring, clock }: Keeper): Promise<string> {
  const at = clock.now()
  return db.transaction().execute(async (trx) => {
    await trx.updateTable('signingKeys').set({ retiredAt: at }).where('retiredAt', 'is', null).execute()
    const id = await addSigningKey(trx, keyring, at)
    if (!id) throw new Error('Another process made a signing key at the same moment')
    return id
  })
}

/** Past ones too, the newest first. */
export async function listSigningKeys(db: Database): Promise<PublicSigningKey[]> {
  return db.selectFrom('signingKeys').selectAll().orderBy('createdAt', 'desc').orderBy('id').execute()
}

/** A JSON Web Key Set (RFC 7517, RFC 8037), with the same keys as PEM, and when each signed. */
export function describeSigningKeys(keys: PublicSigningKey[]) {
  return {
    keys: keys.map(({ id, publicKey, createdAt, retiredAt }) => {
      const key = createPublicKey({ key: publicKey, format: 'der', type: 'spki' })
      return {
        kty: 'OKP',
        crv: 'Ed25519',
        x: pointOf(key),
        alg: 'EdDSA',
        use: 'sig',
        kid: id,
        id,
        from: createdAt,
        until: retiredAt,
        pem: key.export({ format: 'pem', type: 'spki' }) as string,
      }
    }),
  }
}

async function findCurrent(db: Database | Transaction): Promise<string | undefined> {
  const row = await db
    .selectFrom('signingKeys')
    .select('id')
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  return row?.id
}

/** @returns undefined when there is a present one already. */
async function addSigningKey(
  trx: Transaction,
  keyring: Deps['keyring'],
  createdAt: Date,
): Promise<string | undefined> {
  const seed = randomBytes(32)
  const publicKey = createPublicKey(privateKeyOf(seed))
  const id = thumbprintOf(publicKey)
  const added = await trx
    .insertInto('signingKeys')
    .values({ id, publicKey: publicKey.export({ format: 'der', type: 'spki' }), createdAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return undefined
  const purpose = purposeOf(id)
  await trx
    .insertInto('siteKeys')
    .values({ purpose, wrapped: keyring.wrapSite(purpose, seed) })
    .execute()
  return id
}

function purposeOf(id: string): `dossier-signing ${string}` {
  return `dossier-signing ${id}`
}

function privateKeyOf(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
}

function pointOf(publicKey: KeyObject): string {
  return publicKey.export({ format: 'jwk' }).x!
}

function thumbprintOf(publicKey: KeyObject): string {
  // The required members alone, in this order, without a space (RFC 7638, section 3; RFC 8037, section 2).
  const members = JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x: pointOf(publicKey) })
  return createHash('sha256').update(members).digest('base64url')
}
