/** The signatures of a petition of the demonstration, with the count, tallies and milestones that belong to them. */

import { sql } from 'kysely'
import type { Transaction } from '../../src/database/connect.js'
import type { Petition } from '../../src/database/tables.js'
import type { Keys } from '../../src/keys/keyring.js'
import { readAddress } from '../../src/mail/canonical-address.js'
import { nextStep, thresholdsUpTo } from '../../src/milestones/steps.js'
import { plainPostcode } from '../../src/petitions/places.js'
import { signatureOf } from '../../src/signatures/sign.js'
import { type Chance, chanceFor } from './chance.js'
import type { DemoPetition, DemoSignatures } from './demo-petition.js'
import { drawMoments } from './moments.js'
import { addressFor, drawForeigner, drawLocalPostcode, drawNeighbour, drawPostcode } from './people.js'

/** 22 columns a row, below PostgreSQL's 65,535 parameters. */
const BATCH = 1_000
const DAY_MS = 86_400_000

interface Asked {
  demo: DemoPetition
  petition: Petition
  keys: Keys
  timeZone: string
  /** Until when it could be signed. */
  until: Date
}

export async function addSignatures(trx: Transaction, asked: Asked): Promise<void> {
  const { demo, petition } = asked
  const signatures = demo.signatures!
  const chance = chanceFor(demo.slug)
  const withdrawn = Math.round(signatures.confirmed * 0.006)
  const moments = drawMoments(chance, {
    from: petition.openedAt!,
    to: asked.until,
    count: signatures.confirmed + withdrawn,
    waves: signatures.waves ?? [],
  })
  const gone = placesFor(chance, withdrawn, moments.length)
  const reasons = placesFor(chance, demo.comments?.length ?? 0, moments.length, gone)

  const rows = moments.map((confirmedAt, index) => {
    const comment = demo.comments?.[reasons.indexOf(index)] ?? ''
    const row = {
      ...draw(chance, asked, index, comment),
      ...signedAt(chance, confirmedAt),
      number: index + 1,
    }
    return gone.includes(index)
      ? erased(row, confirmedAt, asked.until)
      : { ...row, state: 'confirmed' as const, confirmedAt, strength: row.inside ? 2 : 1 }
  })
  const waiting = petition.state === 'open' ? drawPending(chance, asked, rows.length) : []
  for (let start = 0; start < rows.length; start += BATCH)
    await trx
      .insertInto('signatures')
      .values(rows.slice(start, start + BATCH))
      .execute()
  if (waiting.length > 0) await trx.insertInto('signatures').values(waiting).execute()

  await count(trx, asked, rows.length)
  const confirmedMoments = moments.filter((_, index) => !gone.includes(index))
  const reached = thresholdsUpTo(signatures.confirmed, petition.goal)
  await trx
    .insertInto('milestones')
    .values(
      reached.map(({ threshold, isGoal }) => ({
        petitionId: petition.id,
        threshold,
        isGoal,
        reachedAt: confirmedMoments[threshold - 1]!,
      })),
    )
    .execute()
}

function draw(chance: Chance, { demo, petition, keys }: Asked, index: number, comment: string) {
  const { name, country, postcode } = drawPerson(chance, demo, demo.signatures!)
  const email = addressFor(chance, name, index + 1)
  const read = readAddress(email)!
  const signer = {
    name,
    email: read.address,
    canonical: read.canonical,
    mailDomain: read.domain,
    country,
    postcode: plainPostcode(postcode),
    comment,
    reservation: false,
    showName: chance.happens(comment ? 0.7 : 0.3),
    updates: chance.happens(0.24),
    campaignerNews: false,
    nameWithheld: index % 17 === 5,
  }
  const network = `198.51.100.${index % 250}`
  const from = { locale: country === 'GB' || country === 'IE' ? ('en' as const) : demo.locale, network }
  return { ...signatureOf(keys, petition, signer, from), textVersion: petition.textVersion, mailsAsked: 1 }
}

function drawPerson(chance: Chance, demo: DemoPetition, { local, abroad }: DemoSignatures) {
  if (chance.happens(abroad)) return { ...drawForeigner(chance), postcode: '' }
  const country = demo.country === 'GB' ? 'GB' : 'FR'
  const name = drawNeighbour(chance, country)
  const postcode =
    demo.country && chance.happens(local)
      ? drawLocalPostcode(chance, country, demo.postcodes ?? [])
      : drawPostcode(chance, country)
  return { name, country, postcode }
}

/** Most confirm within minutes, some find the mail the next day. */
function signedAt(chance: Chance, confirmedAt: Date) {
  const minutes = chance.happens(0.9) ? 0.5 + chance.next() * 8 : chance.next() * 900
  return { signedAt: new Date(confirmedAt.getTime() - minutes * 60_000) }
}

/** As a withdrawal leaves it: the number and the fingerprint, and nothing that names anybody. */
function erased<Row extends ReturnType<typeof draw> & { signedAt: Date; number: number }>(
  row: Row,
  confirmedAt: Date,
  until: Date,
) {
  return {
    ...row,
    state: 'withdrawn' as const,
    withdrawnAt: new Date(Math.min(confirmedAt.getTime() + 2 * DAY_MS, until.getTime())),
    confirmedAt: null,
    strength: null,
    sealed: null,
    nameFingerprint: null,
    domainFingerprint: null,
    networkFingerprint: null,
    wideNetworkFingerprint: null,
    agentFingerprint: null,
    fillSeconds: null,
    postcode: '',
    territory: row.country,
    inside: false,
    shownName: null,
    comment: null,
    updates: false,
  }
}

/** A few whose mail still waits to be opened. */
function drawPending(chance: Chance, asked: Asked, from: number) {
  return Array.from({ length: Math.ceil(asked.demo.signatures!.confirmed * 0.008) }, (_, index) => ({
    ...draw(chance, asked, from + index, ''),
    state: 'pending' as const,
    signedAt: new Date(asked.until.getTime() - chance.next() * 3 * DAY_MS),
  }))
}

/** Different places in a list, in their order. */
function placesFor(chance: Chance, wanted: number, length: number, taken: number[] = []): number[] {
  const places = new Set<number>()
  while (places.size < wanted) {
    const place = Math.floor(chance.next() * length)
    if (!taken.includes(place)) places.add(place)
  }
  return [...places].sort((a, b) => a - b)
}

async function count(trx: Transaction, { petition, timeZone }: Asked, numbered: number): Promise<void> {
  await sql`
    insert into tallies (petition_id, text_version, day, territory, strength, confirmed)
    select petition_id, text_version, (confirmed_at at time zone ${timeZone})::date, territory, strength, count(*)
    from signatures where petition_id = ${petition.id} and state = 'confirmed'
    group by 1, 2, 3, 4, 5`.execute(trx)
  const { confirmed } = await trx
    .selectFrom('signatures')
    .select(({ fn }) => fn.countAll<number>().as('confirmed'))
    .where('petitionId', '=', petition.id)
    .where('state', '=', 'confirmed')
    .executeTakeFirstOrThrow()
  // Beyond the last milestone reached, so that the service celebrates none of them again.
  await trx
    .updateTable('petitionCounts')
    .set({ confirmed, numbered, nextMilestone: nextStep(confirmed, petition.goal) })
    .where('petitionId', '=', petition.id)
    .execute()
}
