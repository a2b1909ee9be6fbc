/** Rows that a test needs but does not speak of. */

import { getOrAddAccount } from '../../src/accounts/accounts.js'
import type { DecisionMaker, Locale, Petition } from '../../src/database/tables.js'
import { sealDecisionMakerAddress } from '../../src/petitions/decision-maker.js'
import { freezeText } from '../../src/petitions/publish.js'
import type { TestSite } from './site.js'

let made = 0

/** A petition with its campaigner, decision-maker, key and (when public) text and count. */
export async function addPetition(site: TestSite, values: Partial<Petition> = {}): Promise<Petition> {
  const { deps, db } = site
  made += 1
  const number = made
  const account = await getOrAddAccount(deps, {
    email: `campaigner${number}@example.org`,
    name: 'Nour Haddad',
    locale: 'en',
  })
  const { search: _search, searchWords: _words, id: _id, ...given } = values
  const petition = await db
    .insertInto('petitions')
    .values({
      slug: `save-the-library-${number}`,
      state: 'open',
      locale: 'en',
      title: 'Save the library',
      ask: 'Keep the Gerland library open on Wednesdays.',
      body: 'The library closes on the one day when children can come.',
      topic: 'education',
      placeName: 'Lyon',
      country: 'FR',
      postcodes: ['69'],
      goal: 100,
      accountId: account.id,
      campaignerName: 'Nour Haddad',
      openedAt: deps.clock.now(),
      submittedAt: deps.clock.now(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await deps.keyring.addPetitionKey(db, petition.id)
  await addDecisionMaker(site, petition)
  if (!['draft', 'submitted', 'rejected'].includes(petition.state)) {
    await db.transaction().execute((trx) => freezeText(trx, petition, deps.clock.now()))
  }
  return petition
}

export async function addDecisionMaker(
  { deps, db }: TestSite,
  petition: Pick<Petition, 'id'>,
  { email = 'mayor@city.example', locale = 'en' as Locale } = {},
): Promise<DecisionMaker> {
  const keys = await deps.keyring.getPetitionKeys(db, petition.id)
  return db
    .insertInto('decisionMakers')
    .values({
      petitionId: petition.id,
      name: 'Claire Fontanel',
      role: 'Mayor',
      organisation: 'City of Lyon',
      ...sealDecisionMakerAddress(keys, petition.id, email),
      locale,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}
