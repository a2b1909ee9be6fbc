/** What follows when a mail server answers to a return path of ours. Nothing here ever answers with a mail. */

import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { recordMailEvent } from '../mail/events.js'
import { findMark, readMark } from '../mail/marks.js'
import { readReport } from './read-report.js'

/** Instead of a mark: where complaints of a feedback loop go, which say inside which mail they are about. */
const COMPLAINTS = 'complaints'

/** An answer brings the mail along, which has 100 KB at the most. */
export const MOST_BYTES = 1024 * 1024

type Few = Pick<Deps, 'db' | 'keyring' | 'clock' | 'config'>

export type Addressee = { mailId: number } | 'complaints'

/** @returns undefined for an address that is none of ours, or whose mark is forged. */
export function readAddressee(keys: Keys, returnPath: string, address: string): Addressee | undefined {
  const mark = findMark(returnPath, address)
  if (mark === undefined) return undefined
  if (mark === COMPLAINTS) return COMPLAINTS
  const mailId = readMark(keys, 'return-path', mark)
  return mailId === undefined ? undefined : { mailId }
}

export type Received = 'recorded' | 'known' | 'ignored' | 'unreadable'

/** One answer to one address; each kind of answer counts once for each mail. */
export async function receiveAnswer(deps: Few, addressee: Addressee, raw: Buffer): Promise<Received> {
  const report = await readReport(raw)
  if (addressee === COMPLAINTS) {
    const mailId = report.kind === 'complaint' ? await findMailInside(deps, raw) : undefined
    if (mailId === undefined) return 'ignored'
    return record(deps, { mailId, kind: 'complaint' })
  }
  const { mailId } = addressee
  switch (report.kind) {
    case 'failure':
      return record(deps, { mailId, kind: report.verdict })
    case 'complaint':
      return record(deps, { mailId, kind: 'complaint' })
    case 'nothing':
      return 'ignored'
    case 'unreadable':
      await record(deps, { mailId, kind: 'unreadable' })
      return 'unreadable'
  }
}

async function record(
  deps: Few,
  { mailId, kind }: { mailId: number; kind: 'hard' | 'soft' | 'refused' | 'complaint' | 'unreadable' },
): Promise<'recorded' | 'known'> {
  const source = kind === 'complaint' ? 'feedback' : 'dsn'
  const recorded = await recordMailEvent(deps, { source, id: `${mailId} ${kind}`, kind, mailId })
  return recorded === 'recorded' ? 'recorded' : 'known'
}

/** The return path of the mail that a complaint brings along, where its mark stands. */
async function findMailInside({ db, keyring, config }: Few, raw: Buffer): Promise<number | undefined> {
  const keys = await keyring.getSiteKeys(db, 'bounces')
  const [local = '', domain = ''] = config.returnPath!.split('@').map((part) => part.replaceAll('.', '\\.'))
  const found = raw
    .toString('latin1')
    .matchAll(new RegExp(`${local}\\+([0-9a-z]{1,11}-[0-9a-v]{16})@${domain}`, 'gi'))
  let looked = 0
  for (const [, mark] of found) {
    const mailId = readMark(keys, 'return-path', mark!)
    if (mailId !== undefined) return mailId
    looked += 1
    if (looked === 20) return undefined
  }
  return undefined
}
