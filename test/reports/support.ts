import type { Petition } from '../../src/database/tables.js'
import { addConfirmed } from '../support/confirmed.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

export const NOTICE = {
  category: 'hate',
  where: 'Second sentence: “Burn the whole village.”',
  law: 'Loi du 29 juillet 1881, article 24',
  explanation: 'The second sentence calls for violence against a whole village.',
  name: 'Ines Zerbib',
  email: 'ines.zerbib@example.net',
  good_faith: 'on',
}

export const SENTENCE = 'These words call for violence against a village.'

/** A petition with one shown reason and one update, and a moderator. */
export async function startReports(
  t: Parameters<typeof startSite>[0],
  settings: Record<string, string> = {},
) {
  const site = await startSite(t, settings)
  const petition = await addPetition(site)
  await addConfirmed(site, petition, [{ name: 'Karl Brandt', shownName: 'Karl Brandt', comment: 'Burn it.' }])
  const { id: reason } = await site.db.selectFrom('signatures').select('id').executeTakeFirstOrThrow()
  const { id: update } = await site.db
    .insertInto('updates')
    .values({ petitionId: petition.id, title: 'A bad week', body: 'They are all thieves.' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const moderator = await addModerator(site)
  const maya = await signInAs(site, moderator)
  return { site, petition, reason: String(reason), update: String(update), moderator, maya }
}

/** @returns the report's row, once it was sent. */
export async function report(
  site: TestSite,
  petition: Pick<Petition, 'slug'>,
  fields: Record<string, string> = {},
) {
  const answer = await site.submit(`/petitions/${petition.slug}/reports`, { ...NOTICE, ...fields })
  if (answer.statusCode !== 303) throw new Error(`Answered ${answer.statusCode}`)
  const number = answer.headers.location?.split('/').at(-1) ?? ''
  const row = await site.db
    .selectFrom('reports')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return { ...row, page: answer.headers.location as string }
}
