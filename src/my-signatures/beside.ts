/**
 * What an address has on the site beside signatures: as somebody who is asked, who reads sheets of paper, or who has
 * reported something, and whether mails to it came back. Looked for anew, as signatures are: nothing lists it.
 */

import { type Selectable, sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type {
  DecisionMakerTable,
  Petition,
  Report,
  ReporterSuspension,
  Suppression,
} from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { fingerprint } from '../keys/sealing.js'
import { readAddress } from '../mail/canonical-address.js'
import { findSuppression } from '../mail/suppressions.js'
import { fingerprintOfKeyer, unsealKeyer } from '../paper/keyers.js'
import { unsealContact } from '../reports/reporter.js'
import { findSuspension } from '../reports/suspensions.js'
import { fingerprintOf } from '../reports/unfounded.js'
import type { Visit } from './sessions.js'
import { walkKeys } from './walk.js'

type About = { petition: Pick<Petition, 'slug' | 'title'> }

export interface Beside {
  asked: (About &
    Pick<Selectable<DecisionMakerTable>, 'name' | 'role' | 'organisation' | 'state' | 'createdAt'>)[]
  reads: (About & { name: string; invitedAt: Date })[]
  /** Whoever typed the address was not checked: what they wrote, and the name they gave, are not shown to its owner. */
  reports: (About & Pick<Report, 'number' | 'kind' | 'category' | 'state' | 'receivedAt' | 'decidedAt'>)[]
  /** While what the address reports waits before anyone reads it. */
  suspension: Pick<ReporterSuspension, 'fromAt' | 'untilAt'> | null
  trouble: Pick<Suppression, 'kind' | 'count' | 'firstAt' | 'lastAt'> | null
}

export async function findBeside(
  deps: Pick<Deps, 'db' | 'keyring' | 'clock'>,
  { address, canonical }: Pick<Visit, 'address' | 'canonical'>,
): Promise<Beside> {
  const [asked, reads]: [Beside['asked'], Beside['reads']] = [[], []]
  for await (const { keys } of walkKeys(deps)) {
    asked.push(...(await findAsked(deps.db, keys, canonical)))
    reads.push(...(await findReads(deps.db, keys, canonical)))
  }
  return {
    asked,
    reads,
    reports: await findReports(deps, canonical),
    suspension: await findSuspended(deps, address),
    trouble: (await findSuppression(deps, address)) ?? null,
  }
}

function marksOf(keys: Map<number, Keys>, mark: (keys: Keys) => Buffer) {
  const ids = [...keys.keys()]
  const marks = ids.map((id) => mark(keys.get(id)!))
  return sql`(select * from unnest(${ids}::bigint[], ${marks}::bytea[]))`
}

async function findAsked(db: Database, keys: Map<number, Keys>, canonical: string): Promise<Beside['asked']> {
  const marks = marksOf(keys, ({ fingerprints }) => fingerprint(fingerprints, canonical))
  const rows = await db
    .selectFrom('decisionMakers')
    .innerJoin('petitions', 'petitions.id', 'decisionMakers.petitionId')
    .select([
      'decisionMakers.name',
      'role',
      'organisation',
      'decisionMakers.state',
      'decisionMakers.createdAt',
    ])
    .select(['slug', 'title'])
    .where(sql<boolean>`(decision_makers.petition_id, decision_makers.email_fingerprint) in ${marks}`)
    .orderBy('decisionMakers.id')
    .execute()
  return rows.map(({ slug, title, ...maker }) => ({ petition: { slug, title }, ...maker }))
}

export async function findReaders(db: Database, keys: Map<number, Keys>, canonical: string) {
  const marks = marksOf(keys, (own) => fingerprintOfKeyer(own, canonical))
  return db
    .selectFrom('paperKeyers')
    .innerJoin('petitions', 'petitions.id', 'paperKeyers.petitionId')
    .select(['paperKeyers.id', 'petitionId', 'sealed', 'invitedAt', 'slug', 'title'])
    .where(sql<boolean>`(petition_id, email_fingerprint) in ${marks}`)
    .where('endedAt', 'is', null)
    .orderBy('paperKeyers.id')
    .execute()
}

async function findReads(db: Database, keys: Map<number, Keys>, canonical: string): Promise<Beside['reads']> {
  const rows = await findReaders(db, keys, canonical)
  return rows.flatMap(({ slug, title, invitedAt, ...row }) => {
    const person = unsealKeyer(keys.get(row.petitionId)!, row)
    return person ? [{ petition: { slug, title }, name: person.name, invitedAt }] : []
  })
}

/** Some milliseconds each. */
const BATCH = 1_000

/** What is sealed has no fingerprint: the reports of half a year are opened, one after the other. */
async function findReports(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  canonical: string,
): Promise<Beside['reports']> {
  const keys = await keyring.getSiteKeys(db, 'reports')
  const found: Beside['reports'] = []
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('reports')
      .innerJoin('petitions', 'petitions.id', 'reports.petitionId')
      .select(['reports.id', 'number', 'kind', 'category', 'reports.state', 'receivedAt', 'decidedAt'])
      .select(['contactSealed', 'slug', 'title'])
      .where('contactSealed', 'is not', null)
      .where('reports.id', '>', after)
      .orderBy('reports.id')
      .limit(BATCH)
      .execute()
    for (const { id, contactSealed, slug, title, ...report } of rows) {
      const email = unsealContact(keys, { number: report.number, contactSealed })?.email
      if (email && readAddress(email)?.canonical === canonical)
        found.push({ petition: { slug, title }, ...report })
      after = id
    }
    if (rows.length < BATCH) return found
  }
}

async function findSuspended(
  { db, keyring, clock }: Pick<Deps, 'db' | 'keyring' | 'clock'>,
  address: string,
): Promise<Beside['suspension']> {
  const reporter = fingerprintOf(await keyring.getSiteKeys(db, 'reports'), address)
  return (reporter && (await findSuspension(db, reporter, clock.now()))) ?? null
}
