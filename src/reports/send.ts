/** Anyone tells that something here should not stand, without an account. */

import { randomBytes } from 'node:crypto'
import type { Locale, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { fingerprint } from '../keys/sealing.js'
import { addMails } from '../mail/outbox.js'
import type { Notice } from './form.js'
import type { Subject } from './queries.js'
import { sealContact, sealWords } from './reporter.js'
import { findSuspension, mayBeHeld } from './suspensions.js'
import { fingerprintOf } from './unfounded.js'

/** 32 of them, none that is mistaken for another when it is read out. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/**
 * Writes a report down, and makes its receipt due at once when there is an address to send it to. The same report sent
 * twice is one report with one receipt. What a suspended address sends is written down all the same, to be read when the
 * suspension is over.
 *
 * @returns its number, which also opens the page that tells what became of it.
 */
export async function sendReport(
  { db, keyring, jobs, clock }: Pick<Deps, 'db' | 'keyring' | 'jobs' | 'clock'>,
  petition: Pick<Petition, 'id'>,
  subject: Subject,
  { notice, locale }: { notice: Notice; locale: Locale },
): Promise<string> {
  const keys = await keyring.getSiteKeys(db, 'reports')
  const { category, where, law, explanation, name, email } = notice
  const number = makeNumber()
  const now = clock.now()
  const about = {
    petitionId: petition.id,
    kind: subject.kind,
    signatureId: subject.kind === 'reason' ? subject.id : null,
    updateId: subject.kind === 'update' ? subject.id : null,
    pictureId: subject.kind === 'picture' ? subject.id : null,
    category,
  }
  const all = JSON.stringify([about, law, explanation, name, email?.canonical ?? '', where])
  const print = fingerprint(keys.fingerprints, all)
  const reporter = email && mayBeHeld(category) ? fingerprintOf(keys, email.address) : undefined
  const isNew = await db.transaction().execute(async (trx) => {
    const suspension = reporter && (await findSuspension(trx, reporter, now))
    const added = await trx
      .insertInto('reports')
      .values({
        ...about,
        number,
        locale,
        fingerprint: print,
        wordsSealed: sealWords(keys, { number }, { explanation, law, where }),
        contactSealed:
          name || email ? sealContact(keys, { number }, { name, email: email?.address ?? '' }) : null,
        receivedAt: now,
        heldUntil: suspension?.untilAt ?? null,
        heldBy: suspension?.id ?? null,
      })
      .onConflict((conflict) => conflict.column('fingerprint').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added && email)
      await addMails(trx, [
        {
          queue: 'confirmation-mails',
          kind: 'report-received',
          petitionId: petition.id,
          params: { report: added.id },
          locale,
        },
      ])
    return added !== undefined
  })
  if (isNew) {
    if (email) jobs.wakeLater('confirmation-mails')
    return number
  }
  const before = await db
    .selectFrom('reports')
    .select('number')
    .where('fingerprint', '=', print)
    .executeTakeFirstOrThrow()
  return before.number
}

function makeNumber(): string {
  const letters = [...randomBytes(12)].map((byte) => LETTERS[byte & 31]!).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}
