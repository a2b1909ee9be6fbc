/** Signatures on paper: ordered, scanned, read and corrected in the studio, by invitation, and at the desk. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { accountOnPages } from '../accounts/roles.js'
import { findSessionAccount } from '../accounts/sessions.js'
import { findOwnPetition } from '../campaigners/queries.js'
import type { Account } from '../database/tables.js'
import { countPaper, listDecisionMakers } from '../petitions/queries.js'
import { getShown } from '../petitions/shown.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { sendErrorPage } from '../web/errors.js'
import { type Faults, line } from '../web/form.js'
import { keepPrivate } from '../web/private-page.js'
import type { Site } from '../web/site.js'
import { readUpload } from '../web/upload.js'
import { findCampaignerKeyer, findInvited, type PaperReader } from './admit.js'
import { readCode } from './code.js'
import { reverseLine } from './correct.js'
import { deskPaperRoutes } from './desk-routes.js'
import { drawSheets } from './draw-sheets.js'
import { readInvitation, readLineNumber, readOrder, readReversal } from './form.js'
import { endKeyer, inviteKeyer, listKeyers, unsealKeyer } from './keyers.js'
import { type PaperPage, showInvited, showPaper, showPublicPaper } from './pages.js'
import { listLines, listPaperTallies, listReversals } from './queries.js'
import { keepScan, prepareScan, SCAN_LIMIT } from './scans.js'
import { sheetRoutes } from './sheet-routes.js'
import { findSheet, issueSheets, listIssued, listSheets } from './sheets.js'

type OfPetition = FastifyRequest<{ Params: { slug: string } }>
type OfToken = FastifyRequest<{ Params: { token: string } }>

const STUDIO = '/account/petitions/:slug/paper'
const INVITED = '/paper/:token'

/** On a scope that reads files. */
export function paperRoutes(app: FastifyInstance, site: Site): void {
  const { db, pages, config } = site

  const asCampaigner = async (request: FastifyRequest, reply: FastifyReply) => {
    const { slug } = request.params as { slug: string }
    const account = await findSessionAccount(site, request)
    if (!account) {
      const page = `/account/petitions/${slug}/paper`
      reply.seeOther(`/account/sign-in?return=${encodeURIComponent(page)}`)
      return undefined
    }
    reply.account = accountOnPages(account)
    const petition = await findOwnPetition(db, account.id, slug)
    const keys = petition && (await site.keyring.findPetitionKeys(db, petition.id))
    if (!petition || !keys || !PUBLIC_STATES.includes(petition.state)) {
      await sendErrorPage(request, reply, 404)
      return undefined
    }
    const keyerId = await findCampaignerKeyer(site, petition.id)
    const place = `/account/petitions/${petition.slug}/paper`
    return { account, petition, keys, place, isCampaigner: true, keyerId }
  }

  app.get(STUDIO, async (request: OfPetition, reply) => {
    const own = await asCampaigner(request, reply)
    if (!own) return reply
    const { query } = request
    return send(reply, own, { done: line(query, 'done'), from: line(query, 'from'), to: line(query, 'to') })
  })

  for (const part of ['sheets', 'scans', 'keyers', 'reversals'])
    app.get(`${STUDIO}/${part}`, async (request: OfPetition, reply) =>
      reply.seeOther(`/account/petitions/${encodeURIComponent(request.params.slug)}/paper`),
    )

  app.post(`${STUDIO}/sheets`, async (request: OfPetition, reply) => {
    const own = await asCampaigner(request, reply)
    if (!own) return reply
    const { values, faults, order } = readOrder(request.body)
    if (!order) return send(reply.code(422), own, { typed: values, faults })
    const outcome = await issueSheets(site, own.petition, order)
    if (outcome.issued === 'issued')
      return reply.seeOther(`${own.place}?done=issued&from=${outcome.from}&to=${outcome.to}`)
    return send(reply.code(422), own, {
      typed: values,
      faults: { count: { key: `paper.fault.${outcome.issued}` } },
    })
  })

  app.get(`${STUDIO}/sheets.pdf`, async (request: OfPetition, reply) => {
    const own = await asCampaigner(request, reply)
    if (!own) return reply
    const [from, to] = [line(request.query, 'from'), line(request.query, 'to')]
    const sheets = [from, to].every((one) => /^\d{1,6}$/.test(one))
      ? await listIssued(db, own.petition.id, { from: Number(from), to: Number(to) })
      : []
    if (sheets.length === 0) {
      await sendErrorPage(request, reply, 404)
      return reply
    }
    const [makers, texts] = await Promise.all([
      listDecisionMakers(db, own.petition.id),
      db
        .selectFrom('petitionTexts')
        .selectAll()
        .where('petitionId', '=', own.petition.id)
        .orderBy('version')
        .execute(),
    ])
    const pdf = await drawSheets(site, own.keys, { petition: own.petition, makers, texts, sheets })
    return reply
      .type('application/pdf')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="${own.petition.slug}-${from}-${to}.pdf"`)
      .send(pdf)
  })

  app.post(`${STUDIO}/scans`, async (request: OfPetition, reply) => {
    const own = await asCampaigner(request, reply)
    if (!own) return reply
    const { fields, file, isTooLarge } = await readUpload(request, { file: 'scan', limit: SCAN_LIMIT })
    const code = line(fields, 'code')
    const number = readCode(own.keys, own.petition.id, code)
    const sheet = number === undefined ? undefined : await findSheet(db, own.petition.id, number)
    const faults: Faults = {}
    if (!sheet) faults.code = { key: 'paper.fault.code' }
    const prepared = file && (await prepareScan(file))
    if (isTooLarge)
      faults.scan = { key: 'paper.fault.scan.large', params: { megabytes: SCAN_LIMIT / 1024 ** 2 } }
    else if (!prepared) faults.scan = { key: 'paper.fault.scan.missing' }
    else if (typeof prepared === 'string') faults.scan = { key: `paper.fault.scan.${prepared}` }
    if (!sheet || !(prepared instanceof Buffer) || Object.keys(faults).length > 0)
      return send(reply.code(isTooLarge ? 413 : 422), own, { typed: { code }, faults })
    const outcome = await keepScan(site, own.keys, sheet, prepared)
    if (outcome === 'late')
      return send(reply.code(422), own, {
        typed: { code },
        faults: { code: { key: 'paper.fault.scan.late' } },
      })
    return reply.seeOther(`${own.place}/sheets/${sheet.number}`)
  })

  app.post(`${STUDIO}/keyers`, async (request: OfPetition, reply) => {
    const own = await asCampaigner(request, reply)
    if (!own) return reply
    const { values, faults, invitation } = readInvitation(request.body)
    if (!invitation) return send(reply.code(422), own, { typed: values, faults })
    const outcome = await inviteKeyer(site, own.keys, own.petition, invitation)
    if (outcome === 'invited') return reply.seeOther(`${own.place}?done=invited`)
    return send(reply.code(422), own, {
      typed: values,
      faults: { email: { key: `paper.fault.keyer.${outcome}` } },
    })
  })

  app.post(`${STUDIO}/keyers/:keyer/ending`, async (request: OfPetition, reply) => {
    const own = await asCampaigner(request, reply)
    if (!own) return reply
    const { keyer } = request.params as unknown as { keyer: string }
    if (/^\d{1,15}$/.test(keyer)) await endKeyer(site, { id: Number(keyer), petitionId: own.petition.id })
    return reply.seeOther(`${own.place}?done=ended`)
  })

  app.post(`${STUDIO}/reversals`, async (request: OfPetition, reply) => {
    const own = await asCampaigner(request, reply)
    if (!own) return reply
    const { values, faults, reason } = readReversal(request.body)
    if (!reason) return send(reply.code(422), own, { typed: values, faults })
    const number = readLineNumber(request.body)
    const outcome = await reverseLine(
      site,
      { petitionId: own.petition.id, number },
      { reason, account: own.account, isDesk: false },
    )
    if (outcome === 'unknown')
      return send(reply.code(422), own, { typed: values, faults: { number: { key: 'paper.fault.number' } } })
    return reply.seeOther(`${own.place}?done=${outcome}`)
  })

  sheetRoutes(app, site, STUDIO, asCampaigner)

  const asInvited = async (request: FastifyRequest, reply: FastifyReply) => {
    keepPrivate(reply)
    const found = await findInvited(site, (request.params as { token: string }).token)
    if (!found) await sendErrorPage(request, reply, 404)
    return found
  }

  app.get(INVITED, async (request: OfToken, reply) => {
    const reader = await asInvited(request, reply)
    if (!reader) return reply
    const { petition, keys, place, keyer } = reader
    const sheets = await listSheets(db, petition.id)
    const mine = await db
      .selectFrom('paperKeyings')
      .select('sheetId')
      .where('keyerId', '=', keyer.id)
      .execute()
    const isMine = new Set(mine.map(({ sheetId }) => sheetId))
    return reply.send(
      await showInvited(reply, {
        petition,
        place,
        name: unsealKeyer(keys, keyer)?.name ?? '',
        toRead: sheets.filter(
          ({ id, state, hasScan, keyings }) =>
            state === 'issued' && hasScan && keyings < 2 && !isMine.has(id),
        ),
        toCompare: sheets.filter(({ id, state }) => state === 'differing' && isMine.has(id)),
      }),
    )
  })

  app.get(`${INVITED}/ending`, async (request: OfToken, reply) => {
    const reader = await asInvited(request, reply)
    return reader ? reply.seeOther(`${reader.place}#ending`) : reply
  })

  app.post(`${INVITED}/ending`, async (request: OfToken, reply) => {
    const reader = await asInvited(request, reply)
    if (!reader) return reply
    await endKeyer(site, reader.keyer)
    return reply.seeOther(`/petitions/${reader.petition.slug}`)
  })

  sheetRoutes(app, site, INVITED, asInvited)

  app.get('/petitions/:slug/paper', (request: OfPetition, reply) =>
    pages.send(
      request,
      reply,
      async () => {
        const petition = await getShown(site, request)
        const [paper, tallies, reversals] = await Promise.all([
          countPaper(db, petition.id),
          listPaperTallies(db, petition.id),
          listReversals(db, petition.id),
        ])
        return showPublicPaper(reply, {
          petition,
          paper,
          tallies: tallies.map(({ strength, counted }) => ({ strength, counted: Number(counted) })),
          reversals,
          canonical: `${config.publicUrl}/petitions/${petition.slug}/paper`,
        })
      },
      { readsQuery: false },
    ),
  )

  deskPaperRoutes(app, site)

  async function send(
    reply: FastifyReply,
    { petition, keys, place }: PaperReader & { account: Account },
    page: Partial<Pick<PaperPage, 'done' | 'from' | 'to' | 'typed' | 'faults'>>,
  ): Promise<FastifyReply> {
    const [sheets, keyers, paper, lines] = await Promise.all([
      listSheets(db, petition.id),
      listKeyers(db, petition.id),
      countPaper(db, petition.id),
      listLines(db, petition.id),
    ])
    return reply.send(
      await showPaper(reply, {
        done: '',
        from: '',
        to: '',
        typed: {},
        faults: {},
        ...page,
        petition,
        place,
        sheets,
        paper,
        alike: lines.filter(({ sameAs, reason }) => sameAs !== null && reason === null),
        keyers: keyers.map((keyer) => ({ id: keyer.id, ...unsealKeyer(keys, keyer) })),
      }),
    )
  }
}
