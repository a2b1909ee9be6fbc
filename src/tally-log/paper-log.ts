/**
 * The public log of lines on paper: one entry for each line that is counted, checked or taken back, without a name. It
 * is apart from the log of signatures, as paper is apart from their number, and read, hashed and signed in the same way.
 */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { PaperHead, PaperReversalReason } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { openSigner, type Signer } from '../keys/signing.js'
import { dayOf } from '../petitions/days.js'
import { hashLeaf, rootOfHashes } from './merkle.js'

/** What happens to a line. Its words are what is hashed, as docs/log.md promises them; nothing here may ever change. */
export type PaperAct =
  | { act: 'counted'; number: number; sheet: number; row: number; textVersion: number }
  | { act: 'checked'; number: number }
  | { act: 'reversed'; number: number; reason: PaperReversalReason }

export function paperEntry(act: PaperAct, day: string): string {
  switch (act.act) {
    case 'counted':
      return `counted ${act.number} sheet ${act.sheet} row ${act.row} version ${act.textVersion} ${day}`
    case 'checked':
      return `checked ${act.number} ${day}`
    case 'reversed':
      return `reversed ${act.number} ${act.reason} ${day}`
  }
}

/** Adds entries within the act that they tell; the caller holds the petition's row of counts, so none comes between. */
export async function logPaper(
  trx: Transaction,
  { clock, config }: Pick<Deps, 'clock' | 'config'>,
  petitionId: number,
  acts: PaperAct[],
): Promise<void> {
  if (acts.length === 0) return
  const day = dayOf(clock.now(), config.timeZone)
  const { logged } = await trx
    .updateTable('paperCounts')
    .set({ logged: sql`logged + ${acts.length}` })
    .where('petitionId', '=', petitionId)
    .returning('logged')
    .executeTakeFirstOrThrow()
  const first = logged - acts.length
  await trx
    .insertInto('paperLog')
    .values(acts.map((act, index) => ({ petitionId, entry: first + index, words: paperEntry(act, day) })))
    .execute()
}

/** Some of the entries of a petition, from one of them on, in their order. */
export async function listPaperEntries(
  db: Database | Transaction,
  { petitionId, from, to }: { petitionId: number; from: number; to: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('paperLog')
    .select('words')
    .where('petitionId', '=', petitionId)
    .where('entry', '>=', from)
    .where('entry', '<', to)
    .orderBy('entry')
    .execute()
  return rows.map(({ words }) => words)
}

/** Worked out anew each time: one petition has some ten thousand entries at most, which take some hundredths of a second. */
export function rootOfEntries(entries: string[]): Buffer {
  return rootOfHashes(entries.map((words) => hashLeaf(Buffer.from(words, 'ascii'))))
}

export type PaperHeadContent = Pick<PaperHead, 'size' | 'root' | 'counted' | 'signedAt'>

/** What is signed. The first line keeps it apart from everything else that the same key signs. */
export function paperHeadText(slug: string, { size, root, counted, signedAt }: PaperHeadContent): string {
  return `Clameur paper log head, version 1
petition ${slug}
size ${size}
root ${root.toString('hex')}
counted ${counted}
time ${signedAt.toISOString()}
`
}

/** A minute of change has one head. */
const HEAD_EVERY_MS = 60_000

/** Signs a head of each paper log that has grown, a minute after its last at the earliest. */
export async function signPaperHeads(deps: Deps): Promise<void> {
  const aMinuteAgo = new Date(deps.clock.now().getTime() - HEAD_EVERY_MS)
  const { rows } = await sql<{ petitionId: number; slug: string }>`
    select petition_id, slug from paper_counts join petitions on petitions.id = petition_id
    left join lateral (
      select size, signed_at from paper_heads
      where paper_heads.petition_id = paper_counts.petition_id order by number desc limit 1
    ) as head on true
    where logged > coalesce(head.size, 0) and coalesce(head.signed_at <= ${aMinuteAgo}, true)
    order by petition_id`.execute(deps.db)
  if (rows.length === 0) return
  const signer = await openSigner(deps)
  for (const log of rows) await deps.db.transaction().execute((trx) => signPaperHead(trx, deps, signer, log))
}

/** Of two workers that come at once, the second finds nothing new. */
async function signPaperHead(
  trx: Transaction,
  { clock }: Deps,
  signer: Signer,
  { petitionId, slug }: { petitionId: number; slug: string },
): Promise<void> {
  const { logged, numbered, reversed } = await trx
    .selectFrom('paperCounts')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const last = await findPaperHead(trx, petitionId)
  if (last && last.size >= logged) return
  const root = rootOfEntries(await listPaperEntries(trx, { petitionId, from: 0, to: logged }))
  const content = { size: logged, root, counted: numbered - reversed, signedAt: clock.now() }
  await trx
    .insertInto('paperHeads')
    .values({
      petitionId,
      number: (last?.number ?? 0) + 1,
      ...content,
      keyId: signer.keyId,
      signature: signer.sign(Buffer.from(paperHeadText(slug, content))),
    })
    .execute()
}

/** The newest. */
export function findPaperHead(
  db: Database | Transaction,
  petitionId: number,
): Promise<PaperHead | undefined> {
  return db
    .selectFrom('paperHeads')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}
