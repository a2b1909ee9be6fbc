/** Asks a time-stamping authority when a file was there (RFC 3161). It learns a hash, and nothing else. */

import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { id_signedData, SignedData } from '@peculiar/asn1-cms'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import {
  id_ct_tstInfo,
  MessageImprint,
  PKIStatus,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from '@peculiar/asn1-tsp'
import { AlgorithmIdentifier } from '@peculiar/asn1-x509'
import type { Deps } from '../deps.js'
import { readTimestamp } from './verify/timestamp.js'

const SHA256 = '2.16.840.1.101.3.4.2.1'
/** A dossier waits for its authority no longer than a minute in all. */
const TRIES = 3
const TIMEOUT_MS = 15_000
const FIRST_PAUSE_MS = 500
/** With a chain of certificates in it, an answer has some 10 kB. */
const LONGEST_ANSWER = 200_000

export class TimestampError extends Error {
  override name = 'TimestampError'
}

/**
 * The authority's answer for these bytes: granted, for their very SHA-256, and to this very question.
 *
 * Whether its signature is by the authority is for the reader to check, who decides which authority to believe.
 *
 * @returns undefined when none came after a few tries, which the log tells; a dossier is made without one then.
 */
export async function findTimestamp(
  { log }: Pick<Deps, 'log'>,
  authority: string,
  bytes: Buffer,
): Promise<Buffer | undefined> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      return await askForTimestamp(authority, bytes)
    } catch (error) {
      const { name, message, cause } = error as Error
      const code = (cause as { code?: string } | undefined)?.code
      log.warn({ attempt, name, message, code }, 'no timestamp from the authority')
      if (attempt < TRIES) await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1))
    }
  }
  return undefined
}

/** Where it is asked, without what signs in there. */
export function nameAuthority(authority: string): string {
  const { origin, pathname } = new URL(authority)
  return `${origin}${pathname === '/' ? '' : pathname}`
}

async function askForTimestamp(authority: string, bytes: Buffer): Promise<Buffer> {
  const sha256 = createHash('sha256').update(bytes).digest()
  const nonce = randomBytes(16)
  // As a positive number without leading zeros, which is how it comes back.
  nonce[0] = (nonce[0]! & 0x7f) | 0x40
  const query = new TimeStampReq({
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA256, parameters: null }),
      hashedMessage: new OctetString(sha256),
    }),
    nonce: new Uint8Array(nonce).buffer,
    certReq: true,
  })
  const answer = await post(authority, Buffer.from(AsnConvert.serialize(query)))
  checkAnswer(answer, { sha256, nonce })
  return answer
}

async function post(authority: string, body: Buffer): Promise<Buffer> {
  const { username, password, href } = new URL(authority)
  const url = new URL(href)
  url.username = ''
  url.password = ''
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/timestamp-query',
      ...(username && { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }),
    },
    body: new Uint8Array(body),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (!response.ok || !response.body) throw new TimestampError(`It answered ${response.status}`)
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += piece.length
    if (size > LONGEST_ANSWER) throw new TimestampError('Its answer is too long')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** @throws TimestampError, or what the reading of bytes that are no answer throws. */
function checkAnswer(answer: Buffer, asked: { sha256: Buffer; nonce: Buffer }): void {
  const { status, timeStampToken } = AsnConvert.parse(answer, TimeStampResp)
  if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods)
    throw new TimestampError(`It refused: ${PKIStatus[status.status] ?? status.status}`)
  if (timeStampToken?.contentType !== id_signedData) throw new TimestampError('Its answer holds no token')
  const { encapContentInfo } = AsnConvert.parse(timeStampToken.content, SignedData)
  const content = encapContentInfo.eContent?.single
  if (encapContentInfo.eContentType !== id_ct_tstInfo || !content)
    throw new TimestampError('Its token holds no timestamp')
  const { messageImprint, nonce } = AsnConvert.parse(content.buffer, TSTInfo)
  if (
    messageImprint.hashAlgorithm.algorithm !== SHA256 ||
    !asked.sha256.equals(Buffer.from(messageImprint.hashedMessage.buffer))
  )
    throw new TimestampError('It stamped something else')
  if (!nonce || !asked.nonce.equals(Buffer.from(nonce)))
    throw new TimestampError('It answered another question')
  // Nobody is served by a stamp that the checkers of dossiers cannot read.
  if (!readTimestamp(answer)) throw new TimestampError('Its answer is not in the form that is checked')
}
