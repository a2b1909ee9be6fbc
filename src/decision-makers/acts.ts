/** The log of a private page: what was done on it and by whom, for those who share it. */

import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker, Delegate } from '../database/tables.js'
import type { Keys } from '../keys/keyring.js'
import { unsealDelegateName } from '../petitions/decision-maker.js'

export const READER_ACTS = [
  'seen',
  'acknowledged',
  'dossier-ordered',
  'struck',
  'download-ended',
  'download-reopened',
  'replied',
  'rhythm-chosen',
  'link-replaced',
  'delegate-added',
  'delegate-ended',
] as const

export type ReaderAct = (typeof READER_ACTS)[number]

/** What the campaigner sees of it as well: what is about the petition, and nothing of how an office works. */
const SHOWN_TO_CAMPAIGNER: readonly ReaderAct[] = [
  'seen',
  'acknowledged',
  'dossier-ordered',
  'struck',
  'download-ended',
  'download-reopened',
]

const LISTED = 20

export async function recordReaderAct(
  db: Database | Transaction,
  {
    maker,
    delegate,
    act,
    at,
  }: {
    maker: Pick<DecisionMaker, 'id'>
    /** Undefined when the decision-maker did it themselves. */
    delegate?: Pick<Delegate, 'id'> | undefined
    act: ReaderAct
    at: Date
  },
): Promise<void> {
  await db
    .insertInto('readerActs')
    .values({ decisionMakerId: maker.id, delegateId: delegate?.id ?? null, act, at })
    .execute()
}

export interface LoggedAct {
  act: ReaderAct
  at: Date
  /** The delegate's name; undefined when the decision-maker did it themselves. */
  by: string | undefined
}

/** The newest first. */
export async function listReaderActs(
  db: Database,
  keys: Keys | undefined,
  maker: Pick<DecisionMaker, 'id' | 'petitionId'>,
  { forCampaigner = false } = {},
): Promise<LoggedAct[]> {
  const acts = await db
    .selectFrom('readerActs')
    .leftJoin('delegates', 'delegates.id', 'readerActs.delegateId')
    .select(['act', 'at', 'delegates.nameSealed'])
    .where('readerActs.decisionMakerId', '=', maker.id)
    .where('act', 'in', forCampaigner ? SHOWN_TO_CAMPAIGNER : READER_ACTS)
    .orderBy('readerActs.id', 'desc')
    .limit(LISTED)
    .execute()
  return acts.map(({ act, at, nameSealed }) => ({
    act: act as ReaderAct,
    at,
    by: nameSealed && keys ? unsealDelegateName(keys, { ...maker, nameSealed }) : undefined,
  }))
}
