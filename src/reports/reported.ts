import type { Deps } from '../deps.js'
import type { DueMail } from '../mail/outbox.js'
import { listReportsByIds } from './queries.js'

/** The mails with what they are about; a mail whose report is gone is left out. */
export async function listReported({ db }: Pick<Deps, 'db'>, mails: DueMail[]) {
  const reports = await listReportsByIds(
    db,
    mails.map(({ params }) => Number(params.report)),
  )
  if (reports.length === 0) return []
  const petitions = await db
    .selectFrom('petitions')
    .select(['id', 'slug', 'title', 'state'])
    .where(
      'id',
      'in',
      reports.map(({ petitionId }) => petitionId),
    )
    .execute()
  return mails.flatMap((mail) => {
    const report = reports.find(({ id }) => id === Number(mail.params.report))
    const petition = petitions.find(({ id }) => id === report?.petitionId)
    return report && petition ? [{ mail, report, petition }] : []
  })
}
