import { DESK_ROLES, mayDecide } from '../accounts/roles.js'
import type { Database, Transaction } from '../database/connect.js'
import type { Appeal, AuditEntry } from '../database/tables.js'

/** Whoever waits longest comes first: deciding brings the next ones up. */
const QUEUE_PAGE = 100

export async function findEntry(db: Database | Transaction, id: number): Promise<AuditEntry | undefined> {
  return db.selectFrom('auditEntries').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findAppeal(db: Database, id: number): Promise<Appeal | undefined> {
  return db.selectFrom('appeals').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findAppealOf(db: Database, entryId: number): Promise<Appeal | undefined> {
  return db.selectFrom('appeals').selectAll().where('entryId', '=', entryId).executeTakeFirst()
}

export interface WaitingAppeal {
  id: number
  act: string
  receivedAt: Date
  firstBy: number | null
  title: string | null
  locale: string | null
}

export async function listWaitingAppeals(db: Database): Promise<WaitingAppeal[]> {
  return db
    .selectFrom('appeals')
    .innerJoin('auditEntries', 'auditEntries.id', 'appeals.entryId')
    .leftJoin('petitions', 'petitions.id', 'appeals.petitionId')
    .select(['appeals.id', 'appeals.receivedAt', 'appeals.firstBy', 'auditEntries.act'])
    .select(['petitions.title', 'petitions.locale'])
    .where('appeals.state', '=', 'received')
    .orderBy('appeals.receivedAt')
    .orderBy('appeals.id')
    .limit(QUEUE_PAGE)
    .execute()
}

/** Whether nobody could answer an appeal of this decision but who took it. */
export async function isAlone(db: Database, { accountId }: Pick<AuditEntry, 'accountId'>): Promise<boolean> {
  return accountId !== null && (await countOtherDeciders(db, accountId)) === 0
}

/** Who may decide beside this moderator. */
export async function countOtherDeciders(trx: Transaction | Database, accountId: number): Promise<number> {
  const { others } = await trx
    .selectFrom('accounts')
    .select(({ fn }) => fn.countAll<number>().as('others'))
    .where(
      'role',
      'in',
      DESK_ROLES.filter((role) => mayDecide({ role })),
    )
    .where('id', '!=', accountId)
    .executeTakeFirstOrThrow()
  return others
}
