/** Everything one address has signed, by a link sent to it. GET shows; only POST changes. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { tokenOf } from '../keys/links.js'
import { contactOf } from '../mail/contact.js'
import { canonicalName } from '../signatures/fingerprints.js'
import { unsealSigner } from '../signatures/signer.js'
import { line, readId } from '../web/form.js'
import { keepPrivate } from '../web/private-page.js'
import type { Site } from '../web/site.js'
import { findBeside } from './beside.js'
import { changeAddress } from './change-address.js'
import { type Copy, makeCopy } from './copy.js'
import { consentsAsCsv, mailsAsCsv, signaturesAsCsv } from './copy-csv.js'
import { correctName } from './correct-name.js'
import { eraseAll } from './erase-all.js'
import { readAddressForm, readNameForm, readWhose } from './form.js'
import { listMailsAbout, type MailAbout } from './mails-about.js'
import {
  type Done,
  type ListedSignature,
  type ListPage,
  showAddress,
  showAsk,
  showBeside,
  showCheckYourInbox,
  showErased,
  showLinkOver,
  showList,
  showMoved,
  showOpen,
} from './pages.js'
import { findOpenRequest, sendLinkLater, useRequest } from './requests.js'
import { endVisit, findVisit, openVisit, type Visit } from './sessions.js'
import { type FoundSignature, findSignaturePage } from './walk.js'
import { withdrawAll, withdrawOne } from './withdraw-all.js'

type WithToken = FastifyRequest<{ Params: { token: string } }>

const LIST = '/my-signatures/list'

export function mySignaturesRoutes(app: FastifyInstance, site: Site): void {
  const { db, limits } = site
  const contact = contactOf(site.config)

  app.get('/my-signatures', async (_request, reply) => reply.send(await showAsk(reply, { email: '' })))

  app.post('/my-signatures', async (request, reply) => {
    await limits.takeFrom('sign-in', request)
    const { email, read, faults } = readAddressForm(request.body)
    if (!read) return reply.code(422).send(await showAsk(reply, { email, faults }))
    await limits.take('sign-in-address', read.canonical)
    await sendLinkLater(site, 'open', { address: read.address }, request.reader.locale)
    return reply.seeOther('/my-signatures/check-your-inbox')
  })

  app.get('/my-signatures/check-your-inbox', async (_request, reply) =>
    reply.send(await showCheckYourInbox(reply)),
  )

  app.get('/my-signatures/:token', async (request: WithToken, reply) => {
    keepPrivate(reply)
    const { token } = request.params
    if (!(await findOpenRequest(site, token, 'open'))) return sendLinkOver(reply)
    return reply.send(await showOpen(reply, { token }))
  })

  app.post('/my-signatures/:token', async (request: WithToken, reply) => {
    await limits.takeFrom('sign-in', request)
    const open = await findOpenRequest(site, request.params.token, 'open')
    if (!open || !(await useRequest(site, open.id))) return sendLinkOver(reply)
    await openVisit(site, reply, open.asked.address)
    return reply.seeOther(LIST)
  })

  app.get(LIST, async (request, reply) => {
    const visit = await visitOf(request)
    if (!visit) return reply.seeOther('/my-signatures')
    return sendList(reply, visit, { done: readDone(request.query) })
  })

  app.get('/my-signatures/beside', async (request, reply) => {
    const visit = await visitOf(request)
    if (!visit) return reply.seeOther('/my-signatures')
    keepPrivate(reply)
    const { address } = visit
    return reply.send(await showBeside(reply, { address, ...(await findBeside(site, visit)) }))
  })

  app.post('/my-signatures/list/:petitionId/:signatureId/withdrawal', async (request, reply) => {
    const visit = await visitOf(request)
    if (!visit) return reply.seeOther('/my-signatures')
    const params = request.params as { petitionId: string; signatureId: string }
    const [petitionId, signatureId] = [readId(params.petitionId), readId(params.signatureId)]
    if (petitionId && signatureId) await withdrawOne(site, visit.canonical, { petitionId, signatureId })
    return reply.seeOther(`${LIST}?done=withdrawn-one`)
  })

  app.post('/my-signatures/withdrawal', async (request, reply) => {
    const visit = await visitOf(request)
    if (!visit) return reply.seeOther('/my-signatures')
    const count = await withdrawAll(site, visit.canonical, readWhose(request.body))
    return reply.seeOther(`${LIST}?done=withdrawn&count=${count}`)
  })

  app.post('/my-signatures/name', async (request, reply) => {
    const visit = await visitOf(request)
    if (!visit) return reply.seeOther('/my-signatures')
    const { name, faults } = readNameForm(request.body)
    const whose = readWhose(request.body)
    const values = { name, whose: whose ?? '' }
    if (Object.keys(faults).length > 0) return sendList(reply.code(422), visit, { values, faults })
    const count = await correctName(site, visit.canonical, name, whose)
    return reply.seeOther(`${LIST}?done=corrected&count=${count}`)
  })

  app.post('/my-signatures/address', async (request, reply) => {
    const visit = await visitOf(request)
    if (!visit) return reply.seeOther('/my-signatures')
    const { email, read, faults } = readAddressForm(request.body)
    const whose = readWhose(request.body)
    const values = { email, whose: whose ?? '' }
    if (!read) return sendList(reply.code(422), visit, { values, faults })
    await limits.take('sign-in-address', read.canonical)
    const asked = { address: read.address, from: visit.address, whose }
    await sendLinkLater(site, 'change-address', asked, request.reader.locale)
    return reply.seeOther(`${LIST}?done=asked-address`)
  })

  app.get('/my-signatures/address/:token', async (request: WithToken, reply) => {
    keepPrivate(reply)
    const { token } = request.params
    const open = await findOpenRequest(site, token, 'change-address')
    if (!open) return sendLinkOver(reply)
    return reply.send(await showAddress(reply, { token, address: open.asked.address }))
  })

  app.post('/my-signatures/address/:token', async (request: WithToken, reply) => {
    await limits.takeFrom('sign-in', request)
    const open = await findOpenRequest(site, request.params.token, 'change-address')
    if (!open) return sendLinkOver(reply)
    const result = await changeAddress(site, open, request.reader.locale)
    endVisit(site, reply)
    return reply.send(await showMoved(reply, { address: open.asked.address, ...result }))
  })

  app.post('/my-signatures/erasure', async (request, reply) => {
    const visit = await visitOf(request)
    if (!visit) return reply.seeOther('/my-signatures')
    const whose = readWhose(request.body)
    await eraseAll(site, visit.canonical, whose)
    // Who shares the address still has something to look at.
    if (whose !== undefined) return reply.seeOther(`${LIST}?done=erased`)
    endVisit(site, reply)
    return reply.seeOther('/my-signatures/erased')
  })

  // Where an answer to a form is reloaded, or read in the other language.
  for (const act of ['name', 'address', 'withdrawal', 'erasure', 'leave'])
    app.get(`/my-signatures/${act}`, async (_request, reply) => reply.seeOther(LIST))

  app.get('/my-signatures/erased', async (_request, reply) =>
    reply.send(await showErased(reply, { contact })),
  )

  app.post('/my-signatures/leave', async (_request, reply) => {
    endVisit(site, reply)
    return reply.seeOther('/my-signatures')
  })

  for (const [file, type, write] of [
    ['my-signatures.json', 'application/json', (copy: Copy) => JSON.stringify(copy, null, 2)],
    ['signatures.csv', 'text/csv', signaturesAsCsv],
    ['consents.csv', 'text/csv', consentsAsCsv],
    ['mails.csv', 'text/csv', mailsAsCsv],
  ] as const)
    app.get(`/my-signatures/copy/${file}`, async (request, reply) => {
      const visit = await visitOf(request)
      if (!visit) return reply.seeOther('/my-signatures')
      keepPrivate(reply)
      return reply
        .type(`${type}; charset=utf-8`)
        .header('content-disposition', `attachment; filename="${file}"`)
        .send(write(await makeCopy(site, visit)))
    })

  /** Every page of a visit walks through all petitions, so a visit has its limit. */
  async function visitOf(request: FastifyRequest): Promise<Visit | undefined> {
    const visit = await findVisit(site, request)
    if (visit) await limits.take('my-signatures', visit.canonical)
    return visit
  }

  async function sendList(
    reply: FastifyReply,
    { address, canonical, until }: Visit,
    page: Pick<ListPage, 'done' | 'values' | 'faults'>,
  ) {
    keepPrivate(reply)
    const before = readId(line(reply.request.query, 'before'))
    const { found, next } = await findSignaturePage(site, canonical, { before })
    const mails = await listMailsAbout(db, found)
    const signatures = found.map((one) => listed(one, mails))
    return reply.send(
      await showList(reply, {
        contact,
        address,
        until,
        signatures,
        names: namesOf(signatures),
        isFurther: before !== undefined,
        next,
        ...page,
      }),
    )
  }
}

function listed({ keys, signature, petition }: FoundSignature, mails: MailAbout[]): ListedSignature {
  const { petitionId, id: subjectId, shownName, comment } = signature
  return {
    id: subjectId,
    petition,
    state: signature.state,
    number: signature.number,
    signedAt: signature.signedAt,
    confirmedAt: signature.confirmedAt,
    textVersion: signature.textVersion,
    strength: signature.strength,
    updates: signature.updates,
    campaignerNews: signature.campaignerNews,
    nameWithheld: signature.nameWithheld,
    shown: shownName ? (comment ? 'both' : 'name') : comment ? 'comment' : 'nothing',
    name: unsealSigner(keys, signature)?.name,
    mails: mails.filter((mail) => mail.petitionId === petitionId && mail.signatureId === subjectId),
    page: `/signatures/${tokenOf(keys, 'signature', { petitionId, subjectId })}`,
  }
}

/** Each person once, however they write their name; the newest way of writing it. */
function namesOf(signatures: ListedSignature[]): string[] {
  const names = new Map<string, string>()
  for (const { name } of signatures)
    if (name && !names.has(canonicalName(name))) names.set(canonicalName(name), name)
  return [...names.values()]
}

function readDone(query: unknown): Done | undefined {
  const act = line(query, 'done')
  const count = Number(/^\d{1,6}$/.exec(line(query, 'count'))?.[0] ?? 0)
  if (act === 'withdrawn-one' || act === 'asked-address' || act === 'erased') return { act }
  if (act === 'withdrawn' || act === 'corrected') return { act, count }
  return undefined
}

async function sendLinkOver(reply: FastifyReply) {
  return reply.code(410).send(await showLinkOver(reply))
}
