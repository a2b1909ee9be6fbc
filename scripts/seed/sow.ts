/** Puts one petition of the demonstration into the database, with all that happened to it. */

import { getOrAddAccount } from '../../src/accounts/accounts.js'
import type { Transaction } from '../../src/database/connect.js'
import type { Account, Petition } from '../../src/database/tables.js'
import { addDossier } from '../../src/decision-makers/order-dossier.js'
import type { Deps } from '../../src/deps.js'
import { translatorFor } from '../../src/i18n/translate.js'
import { addDays, dayOf } from '../../src/petitions/days.js'
import { sealDecisionMakerAddress } from '../../src/petitions/decision-maker.js'
import { freezeText } from '../../src/petitions/publish.js'
import { PUBLIC_STATES } from '../../src/petitions/states.js'
import { chanceFor } from './chance.js'
import type { DemoPetition } from './demo-petition.js'
import { addMinutes, daysBefore } from './moments.js'
import { addSignatures } from './signatures.js'

type Sowing = Pick<Deps, 'db' | 'keyring' | 'clock' | 'config'>

/**
 * Adds the petition, its signatures and its history in one transaction: a seeding that is killed leaves no half.
 *
 * No mail is written for anybody: what happened before the seeding was told then.
 *
 * @returns false when a petition with its slug is there already.
 */
export async function sowPetition(deps: Sowing, demo: DemoPetition): Promise<boolean> {
  return deps.db.transaction().execute(async (trx) => {
    const there = await trx
      .selectFrom('petitions')
      .select('id')
      .where('slug', '=', demo.slug)
      .executeTakeFirst()
    if (there) return false

    const now = deps.clock.now()
    const petition = await addPetition({ ...deps, db: trx }, trx, demo, now)
    const keys = await deps.keyring.addPetitionKey(trx, petition.id)
    const makerId = await addMaker(trx, {
      demo,
      petition,
      now,
      address: sealDecisionMakerAddress(keys, petition.id, demo.maker.email),
    })
    const moderator = await getModerator({ ...deps, db: trx })
    if (petition.openedAt) {
      await freezeText(trx, petition, petition.openedAt)
      await addAudit(trx, petition, {
        act: 'petition-published',
        accountId: moderator.id,
        at: petition.openedAt,
      })
    }
    if (demo.signatures) {
      const until = petition.closedAt ?? petition.hiddenAt ?? now
      await addSignatures(trx, { demo, petition, keys, timeZone: deps.config.timeZone, until })
    }
    await addHistory(trx, { demo, petition, makerId, moderator, now })
    // Made by the workers of the service, as every dossier is.
    if (PUBLIC_STATES.includes(petition.state))
      await addDossier(trx, { id: makerId, petitionId: petition.id, locale: demo.locale }, now)
    return true
  })
}

async function addPetition(
  keeper: { db: Transaction; keyring: Deps['keyring']; config: Deps['config'] },
  trx: Transaction,
  demo: DemoPetition,
  now: Date,
): Promise<Petition> {
  const account = await getOrAddAccount(keeper, { ...demo.campaigner, locale: demo.locale })
  const ago = (days: number | undefined) => (days === undefined ? null : daysBefore(now, days))
  const { timeZone } = keeper.config
  const closedByDate = demo.state === 'closed' && demo.closingStatement === undefined
  const closedAt = ago(demo.closedDaysAgo)
  // A last day ends at midnight, and the service sees it seconds later.
  if (closedByDate) closedAt!.setUTCHours(0, 0, 7)
  const moderatedAt = ago(demo.moderation?.daysAgo)
  const closesOn =
    demo.closesInDays !== undefined
      ? addDays(dayOf(now, timeZone), demo.closesInDays)
      : closedByDate
        ? addDays(dayOf(closedAt!, timeZone), -1)
        : null
  const submittedAt = ago(demo.submittedDaysAgo)
  return trx
    .insertInto('petitions')
    .values({
      slug: demo.slug,
      state: demo.state,
      locale: demo.locale,
      title: demo.title,
      ask: demo.ask,
      body: demo.body,
      topic: demo.topic,
      placeName: demo.placeName ?? null,
      country: demo.country ?? null,
      postcodes: demo.postcodes ?? [],
      goal: demo.goal,
      closesOn,
      accountId: account.id,
      campaignerName: demo.campaigner.name,
      posterSeed: Math.floor(chanceFor(`poster ${demo.slug}`).next() * 2 ** 31),
      createdAt: daysBefore(submittedAt ?? now, 1),
      editedAt: submittedAt ?? daysBefore(now, 1),
      submittedAt,
      openedAt: ago(demo.openedDaysAgo),
      closedAt,
      closingStatement: demo.closingStatement ?? null,
      rejectedAt: demo.state === 'rejected' ? moderatedAt : null,
      hiddenAt: demo.state === 'hidden' ? moderatedAt : null,
      hiddenFrom: demo.state === 'hidden' ? 'open' : null,
      moderationReason: demo.moderation?.reason ?? null,
      moderationNote: demo.moderation?.note ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function addMaker(
  trx: Transaction,
  sowing: {
    demo: DemoPetition
    petition: Petition
    now: Date
    address: { emailSealed: Buffer; emailFingerprint: Buffer }
  },
): Promise<number> {
  const { demo, petition, now, address } = sowing
  const { maker, signatures } = demo
  const ago = (days: number | undefined) => (days === undefined ? null : daysBefore(now, days))
  // Told of all that happened before the seeding, so that none of it is told again.
  const told = petition.closedAt ?? petition.openedAt
  const { id } = await trx
    .insertInto('decisionMakers')
    .values({
      petitionId: petition.id,
      name: maker.name,
      role: maker.role,
      organisation: maker.organisation,
      ...address,
      locale: demo.locale,
      rhythm: maker.rhythm ?? 'threshold',
      toldAt: told && addMinutes(told, 20),
      toldConfirmed: signatures?.confirmed ?? 0,
      openedAt: ago(maker.openedDaysAgo),
      acknowledgedAt: ago(maker.acknowledgedDaysAgo),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

interface History {
  demo: DemoPetition
  petition: Petition
  makerId: number
  moderator: Account
  now: Date
}

async function addHistory(
  trx: Transaction,
  { demo, petition, makerId, moderator, now }: History,
): Promise<void> {
  const petitionId = petition.id
  for (const { daysAgo, title, body } of demo.news ?? [])
    await trx
      .insertInto('updates')
      .values({ petitionId, kind: 'news', title, body, publishedAt: daysBefore(now, daysAgo) })
      .execute()

  if (demo.reply) {
    const { body, signedBy, submittedDaysAgo, publishedDaysAgo } = demo.reply
    const decidedAt = publishedDaysAgo === undefined ? null : daysBefore(now, publishedDaysAgo)
    const { id: replyId } = await trx
      .insertInto('replies')
      .values({
        petitionId,
        decisionMakerId: makerId,
        body,
        signedBy,
        state: decidedAt ? 'published' : 'submitted',
        submittedAt: daysBefore(now, submittedDaysAgo),
        decidedAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (decidedAt)
      await addAudit(trx, petition, {
        act: 'reply-published',
        accountId: moderator.id,
        replyId,
        at: decidedAt,
      })
  }

  if (demo.moderation) {
    const { reason, note, daysAgo } = demo.moderation
    const act = demo.state === 'hidden' ? 'petition-hidden' : 'petition-refused'
    await addAudit(trx, petition, {
      act,
      reason,
      note,
      accountId: moderator.id,
      at: daysBefore(now, daysAgo),
    })
  }
  if (petition.closedAt) await addClosing(trx, demo, petition, petition.closedAt)
}

async function addClosing(trx: Transaction, demo: DemoPetition, petition: Petition, at: Date): Promise<void> {
  const { t, date } = translatorFor(demo.locale)
  const { confirmed } = demo.signatures!
  const statement = demo.closingStatement
  const as = petition.state === 'victory' || petition.state === 'retired' ? petition.state : 'closed'
  await trx
    .insertInto('updates')
    .values({
      petitionId: petition.id,
      kind: 'closing',
      title: t(statement === undefined ? 'updates.closing.dated.title' : `updates.closing.${as}.title`, {
        confirmed,
      }),
      body: statement ?? t('updates.closing.dated.body', { confirmed, on: date(petition.closesOn!) }),
      publishedAt: at,
    })
    .execute()
  await addAudit(trx, petition, {
    act: as,
    accountId: statement === undefined ? null : petition.accountId,
    at,
  })
}

async function addAudit(
  trx: Transaction,
  petition: Petition,
  entry: {
    act: string
    accountId: number | null
    at: Date
    replyId?: number
    reason?: string
    note?: string
  },
): Promise<void> {
  await trx
    .insertInto('auditEntries')
    .values({ petitionId: petition.id, ...entry })
    .execute()
}

/** Who decided in the demonstration; nobody can be reached at the address, so nobody else can become them. */
async function getModerator(keeper: { db: Transaction; keyring: Deps['keyring'] }): Promise<Account> {
  const account = await getOrAddAccount(keeper, {
    email: DEMO_MODERATOR,
    name: 'Camille Roche',
    locale: 'fr',
  })
  await keeper.db
    .updateTable('accounts')
    .set({ role: 'moderator', deskMails: false })
    .where('id', '=', account.id)
    .execute()
  return account
}

export const DEMO_MODERATOR = 'camille.roche@moderation.example'
