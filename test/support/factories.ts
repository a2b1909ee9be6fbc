/** Rows that a test needs but does not speak of. */

import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { getOrAddAccount } from '../../src/accounts/accounts.js'
import type { DeskRole } from '../../src/accounts/roles.js'
import { SESSION_COOKIE } from '../../src/accounts/sessions.js'
import type { Account, DecisionMaker, Locale, Petition, Reply } from '../../src/database/tables.js'
import { fingerprint } from '../../src/keys/sealing.js'
import { dayOf } from '../../src/petitions/days.js'
import { sealDecisionMakerAddress } from '../../src/petitions/decision-maker.js'
import { freezeText } from '../../src/petitions/publish.js'
import { sealSigner } from '../../src/signatures/signer.js'
import type { TestSite } from './site.js'

let made = 0

/** A petition with its campaigner, decision-maker, key and (when public) text and count. */
export async function addPetition(
  site: Pick<TestSite, 'deps' | 'db'>,
  values: Partial<Petition> = {},
): Promise<Petition> {
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
  { deps, db }: Pick<TestSite, 'deps' | 'db'>,
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

export async function addModerator(
  { deps, db }: Pick<TestSite, 'deps' | 'db'>,
  {
    email = 'moderator@clameur.test',
    name = 'Maya Okafor',
    role = 'moderator',
  }: { email?: string; name?: string; role?: DeskRole } = {},
): Promise<Account> {
  const account = await getOrAddAccount(deps, { email, name, locale: 'en' })
  return (
    db
      .updateTable('accounts')
      // Of no concern to most tests: who wants to be told of what waits says so.
      .set({ role, deskMails: false })
      .where('id', '=', account.id)
      .returningAll()
      .executeTakeFirstOrThrow()
  )
}

/** A session as the sign-in link would open it: headers for `get` and `submit`. */
export async function signInAs(
  { deps, db }: Pick<TestSite, 'deps' | 'db'>,
  account: Pick<Account, 'id'>,
): Promise<{ cookie: string }> {
  const token = randomBytes(32)
  await db
    .insertInto('sessions')
    .values({
      tokenHash: createHash('sha256').update(token).digest(),
      accountId: account.id,
      createdAt: deps.clock.now(),
      expiresAt: new Date(deps.clock.now().getTime() + 86_400_000),
    })
    .execute()
  return { cookie: `${SESSION_COOKIE}=${token.toString('base64url')}` }
}

/** A reply of the petition's first decision-maker. */
export async function addReply(
  { deps, db }: Pick<TestSite, 'deps' | 'db'>,
  petition: Pick<Petition, 'id'>,
  values: Partial<Reply> = {},
): Promise<Reply> {
  const maker = await db
    .selectFrom('decisionMakers')
    .select('id')
    .where('petitionId', '=', petition.id)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const { id: _id, ...given } = values
  return db
    .insertInto('replies')
    .values({
      petitionId: petition.id,
      decisionMakerId: maker.id,
      body: 'We will keep the library open on Wednesdays from January.',
      signedBy: 'Claire Fontanel, Mayor',
      submittedAt: deps.clock.now(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Confirmed signatures of people at `signer<n>@example.net`, with the count and the tally that belong to them. */
export async function addConfirmedSignatures(
  { deps, db }: Pick<TestSite, 'deps' | 'db'>,
  petition: Pick<Petition, 'id' | 'textVersion'>,
  count: number,
  values: { updates?: boolean; locale?: Locale; from?: number } = {},
): Promise<number[]> {
  const keys = await deps.keyring.getPetitionKeys(db, petition.id)
  const confirmedAt = deps.clock.now()
  const { updates = false, locale = 'en', from = 1 } = values
  const rows = Array.from({ length: count }, (_, index) => {
    const email = `signer${from + index}@example.net`
    return {
      petitionId: petition.id,
      state: 'confirmed' as const,
      emailFingerprint: fingerprint(keys.fingerprints, email),
      sealed: sealSigner(keys, petition.id, { name: `Signer ${from + index}`, email }),
      textVersion: petition.textVersion,
      locale,
      country: 'FR',
      postcode: '69007',
      territory: 'FR-69',
      inside: true,
      strength: 2,
      updates,
      number: from + index,
      signedAt: confirmedAt,
      confirmedAt,
    }
  })
  const ids: number[] = []
  for (let start = 0; start < rows.length; start += 1_000) {
    const added = await db
      .insertInto('signatures')
      .values(rows.slice(start, start + 1_000))
      .returning('id')
      .execute()
    ids.push(...added.map(({ id }) => id))
  }
  await db
    .insertInto('tallies')
    .values({
      petitionId: petition.id,
      textVersion: petition.textVersion,
      day: dayOf(confirmedAt, deps.config.timeZone),
      territory: 'FR-69',
      strength: 2,
      confirmed: count,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['petitionId', 'day', 'territory', 'strength', 'textVersion'])
        .doUpdateSet({ confirmed: sql`tallies.confirmed + excluded.confirmed` }),
    )
    .execute()
  await db
    .updateTable('petitionCounts')
    .set({ confirmed: sql`confirmed + ${count}`, numbered: sql`numbered + ${count}` })
    .where('petitionId', '=', petition.id)
    .execute()
  return ids
}
