/** Makes the dossiers that were ordered: freezes the signatures, writes the files one after the other, signs. */

import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import { isDatabaseAway } from '../database/connect.js'
import type { Dossier } from '../database/tables.js'
import { renewLink } from '../decision-makers/links.js'
import { findDecisionMaker } from '../decision-makers/queries.js'
import type { QuietDeps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { getPetition } from '../petitions/queries.js'
import { strikeMissed, strikeMissedLines } from '../signatures/strikes.js'
import type { DossierFigures } from './adding-up.js'
import type { Bundle, Document, Source } from './documents/document.js'
import { documentsOf } from './documents.js'
import { countFrozenPages, freezeSignatures, readFrozen, removeFrozen } from './frozen.js'
import { PartWriter, removeFile, removeParts, type Written } from './parts.js'
import { listDue, listFinished } from './queries.js'

/** There may be as many files at once as there are départements and countries: 350 of these are 22 MB. */
const BUNDLED_PART_BYTES = 64 * 1024

/** The first half of an advisory lock; the second is the dossier's id. Any number of our own will do. */
const LOCKS = 7_302

/**
 * Writes every dossier that is due, one after the other.
 *
 * Whoever makes a dossier holds an advisory lock, which ends with its connection. What is finished is written down as it
 * is finished, so the next worker takes over at the page, or the file, where a killed one stopped.
 *
 * @throws when the database is away, after which the dossier is still due; any other mishap makes it `failed`.
 */
export async function makeDueDossiers(deps: QuietDeps): Promise<void> {
  for (const id of await listDue(deps.db)) {
    try {
      await deps.db.transaction().execute(async (lock) => {
        if (await takeLock(lock, id)) await makeDossier(deps, id)
      })
    } catch (error) {
      if (isDatabaseAway(error)) throw error
      await recordFailure(deps, id, error as Error & { code?: string })
    }
  }
}

async function makeDossier(deps: QuietDeps, id: number): Promise<void> {
  const { db } = deps
  const dossier = await db
    .selectFrom('dossiers')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'due')
    .executeTakeFirst()
  // Another worker was faster.
  if (!dossier) return
  const keys = await deps.keyring.getPetitionKeys(db, dossier.petitionId)
  const source = await sourceOf(deps, keys, await freezeSignatures(deps, keys, dossier))

  const finished = new Set((await source.finished()).map(({ file }) => file))
  for (const [place, document] of documentsOf(source).entries())
    if ('files' in document) {
      if (document.files.some((file) => !finished.has(file))) await writeBundle(source, document, place)
    } else if (!finished.has(document.file) && !(await document.isLeftOut?.(source)))
      await writeFile(source, document, place)
  const readyAt = deps.clock.now()
  await note(deps, id, { state: 'ready', readyAt, file: null, written: source.figures.total })
  await strikeMissed(
    db,
    { petitionId: dossier.petitionId, since: dossier.requestedAt, at: readyAt },
    (numbers) => findListed(source, numbers),
  )
  const { paper } = source.figures
  if (paper) await strikeMissedLines(db, { petitionId: dossier.petitionId, paper, at: readyAt })
  await removeFrozen(db, id)
}

async function sourceOf(deps: QuietDeps, keys: Keys, dossier: Dossier): Promise<Source> {
  const { db } = deps
  const { id, petitionId } = dossier
  const maker = await findDecisionMaker(db, { petitionId, id: dossier.decisionMakerId })
  if (!maker) throw new Error('A dossier without its reader')
  return {
    deps,
    keys,
    dossier,
    at: dossier.frozenAt!,
    petition: await getPetition(db, petitionId),
    // Its brief carries the link.
    maker: await renewLink(db, 'decisionMakers', maker, deps.clock.now()),
    figures: dossier.figures as DossierFigures,
    texts: await db
      .selectFrom('petitionTexts')
      .selectAll()
      .where('petitionId', '=', petitionId)
      .orderBy('version')
      .execute(),
    rows: (range) => readFrozen(db, keys, dossier, range),
    pages: await countFrozenPages(db, id),
    progress: (written) => note(deps, id, { written }),
    finished: () => listFinished(db, id),
  }
}

async function findListed(source: Source, numbers: Set<number>): Promise<number[]> {
  const listed: number[] = []
  for await (const rows of source.rows())
    for (const { number } of rows) if (numbers.has(number)) listed.push(number)
  return listed
}

/** Its parts, then the row that says that they are whole: what a killed worker left is written anew. */
async function writeFile(source: Source, { file, write }: Document, place: number): Promise<void> {
  const { deps, keys, dossier } = source
  const dossierId = dossier.id
  await note(deps, dossierId, { file, written: 0 })
  await removeFile(deps.db, { dossierId, file })
  const parts = new PartWriter(deps.db, keys, { dossierId, file })
  for await (const piece of write(source)) await parts.add(piece)
  await finishFiles(source, place, [{ file, ...(await parts.end()) }])
}

/** All of its files are finished at once: a worker that takes over writes all of them anew. */
async function writeBundle(source: Source, { name, files, write }: Bundle, place: number): Promise<void> {
  const { deps, keys, dossier } = source
  const dossierId = dossier.id
  await note(deps, dossierId, { file: name, written: 0 })
  const writers = new Map<string, PartWriter>()
  for (const file of files) {
    await removeFile(deps.db, { dossierId, file })
    writers.set(file, new PartWriter(deps.db, keys, { dossierId, file }, BUNDLED_PART_BYTES))
  }
  for await (const { file, piece } of write(source)) await writers.get(file)!.add(piece)
  const written: (Written & { file: string })[] = []
  for (const [file, parts] of writers) written.push({ file, ...(await parts.end()) })
  await finishFiles(source, place, written)
}

async function finishFiles(
  { deps, dossier }: Source,
  place: number,
  files: (Written & { file: string })[],
): Promise<void> {
  if (files.length === 0) return
  await deps.db
    .insertInto('dossierFiles')
    .values(files.map((file) => ({ dossierId: dossier.id, place, ...file })))
    .execute()
}

async function takeLock(trx: Transaction, dossierId: number): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(${LOCKS}::int, (${dossierId}::bigint % 2147483647)::int) as taken`.execute(
    trx,
  )
  return rows[0]?.taken === true
}

/** Writes down how far it is, for everyone to see at once. */
async function note(
  { db }: QuietDeps,
  id: number,
  values: Partial<Pick<Dossier, 'written' | 'file' | 'state' | 'readyAt' | 'failure'>>,
): Promise<void> {
  await db.updateTable('dossiers').set(values).where('id', '=', id).where('state', '=', 'due').execute()
}

async function recordFailure(deps: QuietDeps, id: number, error: Error & { code?: string }): Promise<void> {
  // The message may hold what a signer typed; the name, the code and the stack's frames do not.
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
  deps.log.error({ dossier: id, name: error.name, code: error.code, frames }, 'a dossier failed')
  await note(deps, id, { state: 'failed', failure: error.code ?? error.name })
  await removeParts(deps.db, id)
}
