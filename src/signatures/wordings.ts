/**
 * The sentences that signers agree to, as rows: who agreed can be shown, years later, the very words. They are written
 * down when they are first agreed to; a sentence that was changed is another row by itself, as its hash differs.
 */

import { createHash } from 'node:crypto'
import type { Database } from '../database/connect.js'
import type { ConsentKind, Locale } from '../database/tables.js'
import { type MessageKey, translatorFor } from '../i18n/translate.js'
import { phraseOf } from './recipients.js'

/** What stands beside each box or button; the pages print the same. */
const KEYS = {
  signing: 'signatures.form.recipients',
  'show-name': 'signatures.form.show-name',
  updates: 'signatures.form.updates',
  'campaigner-news': 'signatures.form.campaigner-news',
  'withhold-name': 'signatures.form.withhold-name',
} as const satisfies Record<ConsentKind, MessageKey>

export interface Asked {
  kinds: readonly ConsentKind[]
  locale: Locale
  /** Names of those who receive the petition, for the sentences that name them. */
  recipients: readonly string[]
}

/** By the words' place and whom they name: within one process the rest of them never changes. */
const kept = new WeakMap<Database, Map<string, number>>()
const MOST_KEPT = 5_000

/** The ids, when all of them are in memory already: spares the hot path a turn of the event loop. */
export function keptWordings(db: Database, { kinds, locale, recipients }: Asked): number[] | undefined {
  const known = kept.get(db)
  const ids = known && kinds.map((kind) => known.get(keyOf(kind, locale, recipients)))
  return ids?.every((id) => id !== undefined) ? (ids as number[]) : undefined
}

export async function findWordings(db: Database, now: Date, asked: Asked): Promise<number[]> {
  const known = kept.get(db) ?? new Map<string, number>()
  kept.set(db, known)
  const ids: number[] = []
  for (const kind of asked.kinds) {
    const key = keyOf(kind, asked.locale, asked.recipients)
    const id = known.get(key) ?? (await writeDown(db, now, { ...asked, kind }))
    if (known.size >= MOST_KEPT) known.clear()
    known.set(key, id)
    ids.push(id)
  }
  return ids
}

function keyOf(kind: ConsentKind, locale: Locale, recipients: readonly string[]): string {
  return kind === 'signing' || kind === 'withhold-name'
    ? `${kind} ${locale} ${recipients.join('\n')}`
    : `${kind} ${locale}`
}

async function writeDown(
  db: Database,
  now: Date,
  { kind, locale, recipients }: Pick<Asked, 'locale' | 'recipients'> & { kind: ConsentKind },
): Promise<number> {
  const { recipients: names, recipientCount: count } = phraseOf(locale, recipients)
  const words = translatorFor(locale).t(KEYS[kind], { recipients: names, count })
  const sha256 = createHash('sha256').update(words).digest()
  await db
    .insertInto('consentWordings')
    .values({ kind, locale, sha256, words, firstUsedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { id } = await db
    .selectFrom('consentWordings')
    .select('id')
    .where('kind', '=', kind)
    .where('locale', '=', locale)
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow()
  return id
}
