import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { translatorFor } from '../i18n/translate.js'
import { contactOf } from '../mail/contact.js'
import { unsealCampaignerContact } from '../petitions/campaigner-contact.js'
import { territoryInFigures } from '../petitions/territories.js'
import { findOfficialCount } from '../places/official-counts.js'
import { standingOf } from '../places/standing.js'
import { countInCommune, listCommunes } from '../places/tallies.js'
import { tellStanding } from '../places/tell.js'
import { isTicked, tellFaults } from '../web/form.js'
import { renderMarkdown } from '../web/markdown.js'
import type { Site } from '../web/site.js'
import { acknowledge, chooseRhythm, RHYTHMS, stepAside } from './act.js'
import { listReaderActs } from './acts.js'
import { LONGEST_AGE_KEY } from './age.js'
import { findChanges, isAnythingNew } from './changes.js'
import { drawWeeks } from './chart.js'
import { codeRoutes } from './code-routes.js'
import { delegateRoutes } from './delegate-routes.js'
import { countDelegates } from './delegates.js'
import { findDelivery } from './deliveries.js'
import { deliveryRoutes } from './delivery-routes.js'
import { DAYS_UNTIL_DESTROYED } from './download.js'
import { listDownloads } from './downloads.js'
import { findFigures } from './figures.js'
import { EMPTY_REPLY, type ReplyForm, readNote, readRhythm } from './form.js'
import { admitActiveReader, admitReader } from './gate.js'
import { linkRoutes } from './link-routes.js'
import { type Done, showBrief, showStepAside, showSteppedAside } from './pages.js'
import { listDossiers, listReplies } from './queries.js'
import type { PrivateReader } from './reader.js'
import { mayReadNames } from './sessions.js'
import { showReplies } from './shown-replies.js'
import { lastVisitOf } from './visits.js'
import { withdrawalRoutes } from './withdrawal-routes.js'
import { findWithdrawalList } from './withdrawals.js'

/** Where the page's forms lead, and a browser that reloads or changes the language comes back to. */
const ACTS = ['acknowledgement', 'rhythm', 'replies', 'dossiers', 'withdrawals'] as const

/** How one steps aside: the address of the page that asks, and what is then recorded. */
const WAYS_ASIDE = [
  { noun: 'disclaimer', as: 'not-me' },
  { noun: 'objection', as: 'objected' },
] as const

export function decisionMakerRoutes(app: FastifyInstance, site: Site): void {
  withdrawalRoutes(app, site)
  deliveryRoutes(app, site)
  codeRoutes(app, site)
  linkRoutes(app, site)
  delegateRoutes(app, site)

  app.get('/dossiers/:token', async (request, reply) => {
    const reader = await admitReader(site, request, reply, { alsoDelegates: true })
    if (!reader) return reply
    const { maker, petition } = reader
    if (maker.state !== 'active') return reply.send(await showSteppedAside(reply, { maker, petition }))
    return sendBrief(site, request, reply, reader, {})
  })

  app.post('/dossiers/:token/acknowledgement', async (request, reply) => {
    const reader = await admitReader(site, request, reply, { alsoDelegates: true })
    if (!reader) return reply
    const { maker, delegate } = reader
    await acknowledge(site, maker, { delegate, endsDownload: isTicked(request.body, 'ends_download') })
    return reply.seeOther(`${reader.place}?done=acknowledged`)
  })

  app.post('/dossiers/:token/rhythm', async (request, reply) => {
    const reader = await admitReader(site, request, reply)
    if (!reader) return reply
    const rhythm = readRhythm(request.body)
    if (!rhythm) {
      const { t } = translatorFor(request.reader.locale)
      return sendBrief(site, request, reply.code(422), reader, {
        errors: { rhythm: t('decision-makers.rhythm.choose') },
      })
    }
    await chooseRhythm(site, reader.maker, rhythm)
    return reply.seeOther(`${reader.place}?done=rhythm`)
  })

  for (const noun of ACTS) {
    app.get(`/dossiers/:token/${noun}`, async (request, reply) => {
      const reader = await admitReader(site, request, reply, { alsoDelegates: true })
      return reader ? reply.seeOther(reader.place) : reply
    })
  }

  for (const { noun, as } of WAYS_ASIDE) {
    app.get(`/dossiers/:token/${noun}`, async (request, reply) => {
      const reader = await admitActiveReader(site, request, reply)
      if (!reader) return reply
      return reply.send(await showStepAside(reply, { ...reader, as, note: '', errors: {} }))
    })

    app.post(`/dossiers/:token/${noun}`, async (request, reply) => {
      const reader = await admitReader(site, request, reply)
      if (!reader) return reply
      const { note, faults } = readNote(request.body)
      if (Object.keys(faults).length > 0) {
        const errors = tellFaults(translatorFor(request.reader.locale).t, faults)
        return reply.code(422).send(await showStepAside(reply, { ...reader, as, note, errors }))
      }
      await stepAside(site, reader.maker, { as, note })
      return reply.seeOther(reader.place)
    })
  }
}

/** Enough to see where; the dossier's figures have all of them. */
const MOST_COMMUNES = 12

/** The page with a form that has to be mended, or without. */
export async function sendBrief(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  reader: PrivateReader,
  {
    form = EMPTY_REPLY,
    errors = {},
    typedKey = '',
  }: { form?: ReplyForm; errors?: Record<string, string>; typedKey?: string },
): Promise<FastifyReply> {
  const { maker, delegate, petition, place, keys } = reader
  const ui = translatorFor(request.reader.locale)
  const now = site.clock.now()
  const since = lastVisitOf(delegate ?? maker, now)
  const [
    figures,
    commune,
    communes,
    there,
    replies,
    dossiers,
    withdrawals,
    delivery,
    downloads,
    acts,
    delegates,
    changes,
  ] = await Promise.all([
    findFigures(site.db, petition.id),
    countInCommune(site.db, petition),
    listCommunes(site.db, petition.id),
    findOfficialCount(site.db, petition.id),
    listReplies(site.db, maker.id),
    listDossiers(site.db, maker.id),
    findWithdrawalList(site.db, maker),
    findDelivery(site.db, maker),
    listDownloads(site.db, keys, maker),
    listReaderActs(site.db, keys, maker),
    countDelegates(site.db, maker),
    since === null ? undefined : findChanges(site.db, petition.id, since),
  ])
  const standing = standingOf(petition, {
    confirmed: figures.total,
    commune,
    territories: figures.byTerritory,
    there,
  })
  const html = await showBrief(reply, {
    place,
    petition,
    bodyHtml: renderMarkdown(petition.body),
    maker,
    contact: { own: unsealCampaignerContact(keys, petition), site: contactOf(site.config) },
    delegate,
    delegates,
    linkUntil: reader.linkUntil,
    news: since !== null && changes ? { since, isAny: isAnythingNew(changes), changes } : undefined,
    shownAt: now,
    figures,
    chart: drawWeeks(figures.byWeek, ui),
    territories: figures.byTerritory.map(({ territory, confirmed }) => ({
      name: territoryInFigures(territory, request.reader.locale),
      confirmed,
    })),
    communes: communes.slice(0, MOST_COMMUNES),
    rule: standing && tellStanding(ui, standing),
    replies: await showReplies(site, petition, replies, ui),
    dossiers,
    withdrawals,
    downloads,
    acts,
    isOpen: mayReadNames(site, request, reader),
    delivery,
    destroyDays: DAYS_UNTIL_DESTROYED,
    isDestroyed: (delivery?.destroyAt ?? now) < now,
    rhythms: RHYTHMS,
    form,
    typedKey,
    longestKey: LONGEST_AGE_KEY,
    errors,
    done: DONE.find((done) => done === (request.query as { done?: unknown }).done),
  })
  return reply.send(html)
}

const DONE: readonly Done[] = [
  'acknowledged',
  'reply',
  'rhythm',
  'dossier',
  'struck',
  'seen',
  'ended',
  'reopened',
  'unlocked',
  'encrypted',
  'unencrypted',
  'read',
]
