/** A petition that is open, and people who have signed it and not confirmed yet. */

import type { Database } from '../../src/database/connect.js'
import type { Petition } from '../../src/database/tables.js'
import type { Keyring } from '../../src/keys/keyring.js'
import { tokenOf } from '../../src/keys/links.js'
import { sealDecisionMakerAddress } from '../../src/petitions/decision-maker.js'
import { freezeText } from '../../src/petitions/publish.js'
import { readSignForm } from '../../src/signatures/form.js'
import { addSignatures, arrayOf, signatureOf } from '../../src/signatures/sign.js'
import { findWordings } from '../../src/signatures/wordings.js'
import { person } from './people.js'

export interface BenchDeps {
  db: Database
  keyring: Keyring
  clock: { now(): Date }
}

const BODY = `The library of Gerland closes on Wednesdays from March on: the one day when children can come.

Last year 41,000 people used it, a third of them under fourteen. The swimming pool and the music school are across
the river; for many families this is the one place that is warm, free and open.

## What we ask

- Keep it open on Wednesdays, from ten to six.
- Publish what closing it would save, and what it would cost.
- Ask those who use it before the council votes on the 12th of May.

The city found two and a half million for a car park this winter. A librarian's Wednesday costs eleven thousand.`

export async function addOpenPetition({ db, keyring, clock }: BenchDeps, slug: string): Promise<Petition> {
  const now = clock.now()
  const petition = await db
    .insertInto('petitions')
    .values({
      slug,
      state: 'open',
      locale: 'en',
      title: 'Keep the Gerland library open on Wednesdays',
      ask: 'Keep the library open on Wednesdays, and ask those who use it before you decide.',
      body: BODY,
      topic: 'education',
      placeName: 'Lyon',
      country: 'FR',
      postcodes: ['69'],
      goal: 1_000_000,
      campaignerName: 'Nour Haddad',
      submittedAt: now,
      openedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const keys = await keyring.addPetitionKey(db, petition.id)
  await db
    .insertInto('decisionMakers')
    .values({
      petitionId: petition.id,
      name: 'Claire Fontanel',
      role: 'Mayor',
      organisation: 'City of Lyon',
      ...sealDecisionMakerAddress(keys, petition.id, 'mayor@city.example'),
    })
    .execute()
  await db.transaction().execute((trx) => freezeText(trx, petition, now))
  return petition
}

/** Adds pending signatures through the functions that the site adds them with. @returns their owners' tokens. */
export async function addPending(
  deps: BenchDeps & Parameters<typeof addSignatures>[0],
  petition: Petition,
  { from, count }: { from: number; count: number },
): Promise<string[]> {
  const keys = await deps.keyring.getPetitionKeys(deps.db, petition.id)
  const last = await lastSignatureId(deps.db, petition.id)
  const asked = { kinds: ['signing' as const], locale: 'en' as const, recipients: [] }
  const given = await findWordings(deps.db, deps.clock.now(), asked)
  for (let begun = 0; begun < count; begun += 500) {
    const rows = Array.from({ length: Math.min(500, count - begun) }, (_, index) => {
      const { showName: show_name, updates, ...fields } = person(from + begun + index)
      const { details } = readSignForm({
        ...fields,
        ...(show_name && { show_name: 'on' }),
        ...(updates && { updates: 'on' }),
      })
      if (!details) throw new Error('The form refuses a person of the benchmark')
      const row = signatureOf(keys, petition, details, { locale: 'en', network: '127.0.0.1' })
      return { ...row, given: arrayOf(given) }
    })
    await addSignatures(deps, rows, { mails: 0 })
  }
  const added = await deps.db
    .selectFrom('signatures')
    .select('id')
    .where('petitionId', '=', petition.id)
    .where('id', '>', last)
    .orderBy('id')
    .execute()
  if (added.length !== count) throw new Error(`${added.length} signatures were added, not ${count}`)
  return added.map(({ id }) => tokenOf(keys, 'signature', { petitionId: petition.id, subjectId: id }))
}

async function lastSignatureId(db: Database, petitionId: number): Promise<number> {
  const { last } = await db
    .selectFrom('signatures')
    .select((columns) => columns.fn.max('id').as('last'))
    .where('petitionId', '=', petitionId)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0)
}
