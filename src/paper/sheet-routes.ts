/** One sheet: its picture, the form that it is read into, and what two people read differently. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PaperSheet } from '../database/tables.js'
import { dayOf } from '../petitions/days.js'
import { unsealPerson } from '../signatures/on-paper.js'
import { sendErrorPage } from '../web/errors.js'
import { type Faults, isTicked, line } from '../web/form.js'
import type { Site } from '../web/site.js'
import type { PaperReader } from './admit.js'
import { codeOf } from './code.js'
import { readLines } from './form.js'
import { keySheet, listKeyings, readBoth, settleSheet } from './key-sheet.js'
import { campaignerAsKeyer, findKeyer } from './keyers.js'
import { differingFields, EMPTY, type Line } from './lines.js'
import { type SheetPage, showSheet } from './pages.js'
import { listLines } from './queries.js'
import { hasScan, readScan } from './scans.js'
import { findSheet } from './sheets.js'

export type Admit = (request: FastifyRequest, reply: FastifyReply) => Promise<PaperReader | undefined>

const DONE = ['once', 'counted', 'late', 'reversed'] as const

export function sheetRoutes(app: FastifyInstance, site: Site, prefix: string, admit: Admit): void {
  const { db, clock, config } = site
  const address = `${prefix}/sheets/:number`

  const find = async (request: FastifyRequest, reply: FastifyReply) => {
    const reader = await admit(request, reply)
    if (!reader) return undefined
    const { number } = request.params as { number: string }
    const sheet = /^\d{1,6}$/.test(number)
      ? await findSheet(db, reader.petition.id, Number(number))
      : undefined
    if (sheet) return { reader, sheet }
    await sendErrorPage(request, reply, 404)
    return undefined
  }

  app.get(address, async (request, reply) => {
    const found = await find(request, reply)
    if (!found) return reply
    const done = DONE.find((one) => one === line(request.query, 'done'))
    return send(reply, found, done ? { done } : {})
  })

  // Where a form with faults was shown: read again, or in the other language, it is the page.
  for (const act of ['keying', 'settlement'])
    app.get(`${address}/${act}`, async (request, reply) => {
      const found = await find(request, reply)
      return found ? reply.seeOther(placeOf(found)) : reply
    })

  app.get(`${address}/scan`, async (request, reply) => {
    const found = await find(request, reply)
    if (!found) return reply
    const picture = await readScan(db, found.reader.keys, found.sheet.id)
    if (!picture) {
      await sendErrorPage(request, reply, 404)
      return reply
    }
    return reply.type('image/jpeg').header('cache-control', 'private, no-store').send(picture)
  })

  app.post(`${address}/keying`, async (request, reply) => {
    const found = await find(request, reply)
    if (!found) return reply
    const { lines, faults } = readLines(request.body, daysOf(found))
    if (Object.keys(faults).length > 0) return send(reply.code(422), found, { typed: lines, faults })
    const { reader, sheet } = found
    const keyer = reader.isCampaigner
      ? await campaignerAsKeyer(site, reader.petition)
      : await findKeyer(db, reader.petition.id, reader.keyerId!)
    if (!keyer) return reply.seeOther(reader.place)
    const outcome = await keySheet(site, reader.keys, sheet, keyer, lines)
    switch (outcome) {
      case 'once':
      case 'counted':
      case 'late':
        return reply.seeOther(`${placeOf(found)}?done=${outcome}`)
      case 'differing':
      case 'yours-already':
      case 'no-scan':
        return reply.seeOther(placeOf(found))
    }
  })

  app.post(`${address}/settlement`, async (request, reply) => {
    const found = await find(request, reply)
    if (!found) return reply
    const { reader, sheet } = found
    const both = (await mayCompare(found)) ? await readBoth(site, reader.keys, sheet) : undefined
    if (!both) return reply.seeOther(`${placeOf(found)}?done=late`)
    const { lines: typed, faults: typing } = readLines(request.body, daysOf(found))
    const faults: Faults = {}
    const lines = both[0].map((first, index): Line => {
      const second = both[1][index] ?? EMPTY
      if (differingFields(first, second).length === 0) return first
      const choice = line(request.body, `choice_${index + 1}`)
      if (choice === 'first') return first
      if (choice === 'second') return second
      if (choice !== 'typed')
        faults[`choice_${index + 1}`] = { key: 'paper.fault.choice', params: { row: index + 1 } }
      else
        for (const [field, fault] of Object.entries(typing))
          if (field.endsWith(`_${index + 1}`)) faults[field] = fault
      return typed[index]!
    })
    if (!isTicked(request.body, 'looked')) faults.looked = { key: 'paper.fault.looked' }
    if (Object.keys(faults).length > 0)
      return send(reply.code(422), found, { typed, faults, choices: choicesOf(request.body) })
    const outcome = await settleSheet(site, reader.keys, sheet, lines)
    return reply.seeOther(`${placeOf(found)}?done=${outcome}`)
  })

  async function send(
    reply: FastifyReply,
    found: { reader: PaperReader; sheet: PaperSheet },
    page: Pick<SheetPage, 'done' | 'typed' | 'faults' | 'choices'>,
  ): Promise<FastifyReply> {
    const { reader, sheet } = found
    const { petition, keys } = reader
    const keyings = await listKeyings(db, sheet.id)
    const isMine = keyings.some(({ keyerId }) => keyerId === reader.keyerId)
    const isScanned = await hasScan(db, sheet.id)
    const lines =
      reader.isCampaigner && sheet.state === 'counted' ? await listLines(db, petition.id, sheet.id) : []
    const stage =
      !isScanned && sheet.state === 'issued'
        ? 'scan'
        : sheet.state === 'counted'
          ? 'counted'
          : sheet.state === 'differing'
            ? (await mayCompare(found))
              ? 'compare'
              : 'taken'
            : isMine
              ? 'once'
              : 'key'
    return reply.send(
      await showSheet(reply, {
        ...page,
        petition,
        place: reader.place,
        isCampaigner: reader.isCampaigner,
        sheet,
        code: codeOf(keys, { petitionId: petition.id, number: sheet.number }),
        hasScan: isScanned,
        stage,
        days: daysOf(found),
        both: stage === 'compare' ? await readBoth(site, keys, sheet) : undefined,
        lines: lines.map((one) => ({ ...one, person: unsealPerson(keys, petition.id, one.sealed) })),
      }),
    )
  }

  /** Who read it, and who answers for the petition. */
  async function mayCompare({ reader, sheet }: { reader: PaperReader; sheet: PaperSheet }): Promise<boolean> {
    if (sheet.state !== 'differing') return false
    if (reader.isCampaigner) return true
    return (await listKeyings(db, sheet.id)).some(({ keyerId }) => keyerId === reader.keyerId)
  }

  /** A sheet cannot be signed before it is printed, nor after today or the petition's end. */
  function daysOf({ reader: { petition }, sheet }: { reader: PaperReader; sheet: PaperSheet }) {
    const end = petition.closedAt ?? clock.now()
    return { from: dayOf(sheet.issuedAt, config.timeZone), to: dayOf(end, config.timeZone) }
  }
}

function placeOf({ reader, sheet }: { reader: PaperReader; sheet: PaperSheet }): string {
  return `${reader.place}/sheets/${sheet.number}`
}

function choicesOf(body: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, string] => /^choice_\d{1,2}$/.test(entry[0]) && typeof entry[1] === 'string',
    ),
  )
}
