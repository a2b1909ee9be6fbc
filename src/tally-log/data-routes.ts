/** The log for programs: heads, leaves, lines and proofs, from which anyone recounts it. Described in docs/log.md. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Petition } from '../database/tables.js'
import { OPEN_DATA_HEADERS } from '../petitions/open-data.js'
import { getCount } from '../petitions/queries.js'
import { getShown } from '../petitions/shown.js'
import type { Site } from '../web/site.js'
import { Query } from './form.js'
import { findHead, listHeads } from './heads.js'
import { HASH_BYTES } from './merkle.js'
import { listRemovals, proveConsistency, proveInclusion, readHashes, signedSize, toOpenHead } from './read.js'

type SlugRequest = FastifyRequest<{ Params: { slug: string } }>

/** Hashes in one answer: 70 KB of JSON, half a megabyte of bytes. */
const MOST_AS_JSON = 1_024
const MOST_AS_BYTES = 16_384
const MOST_LINES = 1_000
const MOST_HEADS = 100

/** Answers about what is signed never change, but a moderator may hide the petition. */
const SETTLED = 'public, max-age=3600'
const GROWING = 'public, max-age=0, s-maxage=5, stale-while-revalidate=5'

interface HashRange {
  from: number
  to: number
  size: number
}

type Answer = { settled: object } | { growing: object } | { missing: string }

export function dataRoutes(app: FastifyInstance, site: Site): void {
  const { config, replica: db, limits, pages } = site
  const base = (slug: string) => `${config.publicUrl}/petitions/${encodeURIComponent(slug)}/log`

  app.get('/petitions/:slug/log', (request: SlugRequest, reply) =>
    pages.send(
      request,
      reply,
      async () => {
        const { id, slug } = await getShown(site, request)
        const [head, { confirmed }] = await Promise.all([findHead(db, id), getCount(db, id)])
        const data = {
          petition: slug,
          confirmed,
          head: head ? toOpenHead(slug, head) : null,
          keys: `${config.publicUrl}/.well-known/clameur-keys.json`,
        }
        const links = Object.fromEntries(
          ['about', 'heads', 'leaves', 'removals', 'proof', 'consistency'].map((name) => [
            name,
            `${base(slug)}/${name}`,
          ]),
        )
        reply.headers(OPEN_DATA_HEADERS).type('application/json; charset=utf-8')
        return JSON.stringify({ data, links: { self: base(slug), ...links } })
      },
      { readsQuery: false },
    ),
  )

  app.get(
    '/petitions/:slug/log/heads',
    answering(async ({ id, slug }, query) => {
      const before = query.number('before', undefined)
      if (query.fault) return undefined
      const heads = await listHeads(db, { petitionId: id, before, limit: MOST_HEADS })
      const last = heads.at(-1)
      const next =
        last && last.number > 1 && heads.length === MOST_HEADS
          ? `${base(slug)}/heads?before=${last.number}`
          : null
      const answer = { data: heads.map((head) => toOpenHead(slug, head)), links: { next } }
      return before === undefined ? { growing: answer } : { settled: answer }
    }),
  )

  app.get(
    '/petitions/:slug/log/leaves',
    answering(async ({ id, slug }, query) => {
      const range = await readRange(id, query, MOST_AS_JSON)
      if (!range || 'missing' in range) return range
      const { from, to, size } = range
      const bytes = await readHashes(db, { petitionId: id, tree: 'leaves', from, to })
      const hashes = Array.from({ length: to - from }, (_, index) =>
        bytes.toString('hex', index * HASH_BYTES, (index + 1) * HASH_BYTES),
      )
      const next = to < size ? `${base(slug)}/leaves?from=${to}` : null
      const answer = { data: { from, to, size, hashes }, links: { next } }
      return { growing: answer }
    }),
  )

  app.get('/petitions/:slug/log/leaves.bin', async (request: SlugRequest, reply) => {
    await limits.takeFrom('log', request)
    const { id } = await getShown(site, request)
    const query = new Query(request.query)
    const range = await readRange(id, query, MOST_AS_BYTES)
    if (!range) return refuse(reply, 422, query.fault!)
    if ('missing' in range) return refuse(reply, 404, range.missing)
    const bytes = await readHashes(db, { petitionId: id, tree: 'leaves', ...range })
    const isAsked = (request.query as { to?: string }).to !== undefined
    return reply
      .headers(OPEN_DATA_HEADERS)
      .header('cache-control', isAsked ? SETTLED : GROWING)
      .type('application/octet-stream')
      .send(bytes)
  })

  app.get(
    '/petitions/:slug/log/removals',
    answering(async ({ id, slug }, query) => {
      const from = query.number('from', 0)
      const leaf = query.number('leaf', undefined)
      if (query.fault) return undefined
      const size = await signedSize(db, id, 'removals')
      if (from > size) return { missing: `the newest signed head has ${size} lines` }
      // Of one leaf there are a few lines, wherever they stand.
      const to = leaf === undefined ? Math.min(size, from + MOST_LINES) : size
      const lines = await listRemovals(db, { petitionId: id, from, to, leaf })
      return {
        growing: {
          data: { from, to, size, lines },
          links: { next: to < size ? `${base(slug)}/removals?from=${to}` : null },
        },
      }
    }),
  )

  app.get(
    '/petitions/:slug/log/proof',
    answering(async ({ id }, query) => {
      const tree = query.tree()
      const leaf = query.number('leaf', undefined)
      const asked = query.number('size', undefined)
      query.demand(leaf !== undefined, 'leaf is missing')
      query.demand(asked === undefined || leaf === undefined || leaf < asked, 'leaf must be less than size')
      if (query.fault) return undefined
      const signed = await signedSize(db, id, tree)
      const size = asked ?? signed
      if (size > signed || leaf! >= size) return { missing: `the newest signed head has ${signed} leaves` }
      const data = await proveInclusion(db, { petitionId: id, tree, leaf: leaf!, size })
      return asked === undefined ? { growing: { data } } : { settled: { data } }
    }),
  )

  app.get(
    '/petitions/:slug/log/consistency',
    answering(async ({ id }, query) => {
      const tree = query.tree()
      const from = query.number('from', undefined)
      const asked = query.number('to', undefined)
      query.demand(from !== undefined && from > 0, 'from must be the size of an earlier head, 1 or more')
      query.demand(asked === undefined || from === undefined || from <= asked, 'from must not exceed to')
      if (query.fault) return undefined
      const signed = await signedSize(db, id, tree)
      const to = asked ?? signed
      if (to > signed || from! > to) return { missing: `the newest signed head has ${signed} leaves` }
      const data = await proveConsistency(db, { petitionId: id, tree, from: from!, to })
      return asked === undefined ? { growing: { data } } : { settled: { data } }
    }),
  )

  /** @returns undefined when the query has a fault. */
  async function readRange(
    petitionId: number,
    query: Query,
    most: number,
  ): Promise<HashRange | { missing: string } | undefined> {
    const from = query.number('from', 0)
    const asked = query.number('to', undefined)
    query.demand(asked === undefined || from <= asked, 'from must not exceed to')
    if (query.fault) return undefined
    const size = await signedSize(db, petitionId, 'leaves')
    if (from > size || (asked ?? 0) > size) return { missing: `the newest signed head has ${size} leaves` }
    return { from, to: Math.min(asked ?? size, size, from + most), size }
  }

  /** `answer` returns undefined when it found a fault in the query. */
  function answering(answer: (petition: Petition, query: Query) => Promise<Answer | undefined>) {
    return async (request: SlugRequest, reply: FastifyReply) => {
      await limits.takeFrom('log', request)
      const petition = await getShown(site, request)
      const query = new Query(request.query)
      const answered = await answer(petition, query)
      if (!answered) return refuse(reply, 422, query.fault!)
      if ('missing' in answered) return refuse(reply, 404, answered.missing)
      const isSettled = 'settled' in answered
      return reply
        .headers(OPEN_DATA_HEADERS)
        .header('cache-control', isSettled ? SETTLED : GROWING)
        .type('application/json; charset=utf-8')
        .send(isSettled ? answered.settled : answered.growing)
    }
  }
}

function refuse(reply: FastifyReply, status: 404 | 422, title: string): FastifyReply {
  return reply
    .code(status)
    .headers(OPEN_DATA_HEADERS)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send({ error: { status, title } })
}
