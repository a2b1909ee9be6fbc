/** Sample checks: for everyone, for the recipient who orders one, and for who is asked. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { admitReader } from '../decision-makers/gate.js'
import type { PrivateReader } from '../decision-makers/reader.js'
import { translatorFor } from '../i18n/translate.js'
import { readToken, tokenOf } from '../keys/links.js'
import { addDays, dayOf } from '../petitions/days.js'
import { sendWhenDestroyed } from '../petitions/destroyed-pages.js'
import { OPEN_DATA_HEADERS } from '../petitions/open-data.js'
import { findPetition } from '../petitions/queries.js'
import { getShown } from '../petitions/shown.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { findHead } from '../tally-log/heads.js'
import { sendErrorPage } from '../web/errors.js'
import { tellFaults } from '../web/form.js'
import { keepPrivate } from '../web/private-page.js'
import type { Site } from '../web/site.js'
import { commitSampleCheck, mostAsked } from './commit.js'
import { enterValue } from './enter-value.js'
import { readAnswer, readCommitment, readValue } from './form.js'
import { type OpenCheck, toOpenCheck } from './open-data.js'
import { type OwnChecksPage, showChecks, showOver, showOwnChecks, showQuestion } from './pages.js'
import { findAsked, listSampleChecks, recordAnswer } from './queries.js'
import { LATEST_VALUE_DAYS, MOST_A_YEAR } from './rules.js'

type Asked = FastifyRequest<{ Params: { token: string } }>

const YEAR_MS = 365 * 86_400_000
const GOING: readonly OpenCheck['state'][] = ['committed', 'valued', 'asking']

export function sampleCheckRoutes(app: FastifyInstance, site: Site): void {
  const { db, replica, clock, config, limits, pages } = site

  app.get('/petitions/:slug/sample-checks', (request, reply) =>
    pages.send(request, reply, async () => {
      const petition = await getShown(site, request)
      const checks = await listSampleChecks(replica, petition.id)
      return showChecks(reply, {
        petition,
        checks: checks.map((check) => toOpenCheck(petition.slug, check)),
        canonical: `${config.publicUrl}/petitions/${petition.slug}/sample-checks`,
      })
    }),
  )

  app.get('/petitions/:slug/sample-checks.json', (request, reply) =>
    pages.send(
      request,
      reply,
      async () => {
        const { id, slug } = await getShown(site, request)
        const checks = await listSampleChecks(replica, id)
        const page = `${config.publicUrl}/petitions/${encodeURIComponent(slug)}`
        reply.headers(OPEN_DATA_HEADERS).type('application/json; charset=utf-8')
        return JSON.stringify({
          data: checks.map((check) => toOpenCheck(slug, check)),
          links: {
            self: `${page}/sample-checks.json`,
            removals: `${page}/log/removals`,
            keys: `${config.publicUrl}/.well-known/clameur-keys.json`,
          },
        })
      },
      { readsQuery: false },
    ),
  )

  app.get('/dossiers/:token/sample-checks', async (request, reply) => {
    const reader = await admitActive(request, reply)
    return reader ? sendOwn(request, reply, reader, {}) : reply
  })

  app.post('/dossiers/:token/sample-checks', async (request, reply) => {
    const reader = await admitActive(request, reply)
    if (!reader) return reply
    await limits.takeFrom('reply', request)
    const { t } = translatorFor(request.reader.locale)
    const most = mostAsked(await findHead(db, reader.petition.id))
    const { values, faults, commitment } = readCommitment(request.body, {
      most,
      now: clock.now(),
      timeZone: config.timeZone,
    })
    // What cannot begin at all is told by the page itself.
    if (most > 0 && Object.keys(faults).length > 0)
      return sendOwn(request, reply.code(422), reader, { form: values, errors: tellFaults(t, faults) })

    switch (most === 0 ? 'too-few' : await commitSampleCheck(site, reader, commitment)) {
      case 'committed':
        return reply.seeOther(`${reader.place}/sample-checks?done=committed`)
      case 'stepped-aside':
        return reply.seeOther(reader.place)
      case 'one-is-going':
      case 'too-many-this-year':
      case 'too-few':
        return sendOwn(request, reply.code(409), reader, { form: values })
    }
  })

  app.get('/dossiers/:token/sample-checks/:number/value', async (request, reply) => {
    const reader = await admitActive(request, reply)
    return reader ? reply.seeOther(`${reader.place}/sample-checks`) : reply
  })

  app.post('/dossiers/:token/sample-checks/:number/value', async (request, reply) => {
    const reader = await admitActive(request, reply)
    if (!reader) return reply
    await limits.takeFrom('reply', request)
    const { number } = request.params as { number: string }
    if (!/^\d{1,9}$/.test(number)) return sendErrorPage(request, reply, 404)
    const { t } = translatorFor(request.reader.locale)
    const { values, faults } = readValue(request.body)
    if (Object.keys(faults).length > 0)
      return sendOwn(request, reply.code(422), reader, { valueForm: values, errors: tellFaults(t, faults) })

    switch (await enterValue(site, reader.petition.id, { number: Number(number), ...values })) {
      case 'drawing':
        return reply.seeOther(`${reader.place}/sample-checks?done=value`)
      case 'too-early':
      case 'not-waiting':
        return sendOwn(request, reply.code(409), reader, { valueForm: values })
    }
  })

  app.get('/sample-checks/:token', async (request: Asked, reply) => {
    keepPrivate(reply)
    const link = await findLink(request, reply)
    return link ? sendQuestion(request, reply, link, {}) : reply
  })

  app.get('/sample-checks/:token/answer', async (request: Asked, reply) =>
    reply.seeOther(`/sample-checks/${encodeURIComponent(request.params.token)}`),
  )

  app.post('/sample-checks/:token/answer', async (request: Asked, reply) => {
    keepPrivate(reply)
    await limits.takeFrom('confirm', request)
    const link = await findLink(request, reply)
    if (!link) return reply
    const answer = readAnswer(request.body)
    if (!answer) {
      const { t } = translatorFor(request.reader.locale)
      return sendQuestion(request, reply.code(422), link, { answer: t('sample-checks.fault.answer') })
    }
    await recordAnswer(db, {
      petitionId: link.petition.id,
      id: link.subjectId,
      now: clock.now(),
      answer,
    })
    return reply.seeOther(`/sample-checks/${request.params.token}`)
  })

  /** @returns undefined with the answer sent, where the page has been left or is nobody's. */
  async function admitActive(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<PrivateReader | undefined> {
    const reader = await admitReader(site, request, reply)
    if (reader && reader.maker.state !== 'active') {
      reply.seeOther(reader.place)
      return undefined
    }
    return reader
  }

  async function sendOwn(
    request: FastifyRequest,
    reply: FastifyReply,
    { petition, place }: PrivateReader,
    {
      form = { people: '', announced: '', valueOn: '' },
      valueForm = { value: '', source: '' },
      errors = {},
    }: Partial<Pick<OwnChecksPage, 'form' | 'valueForm' | 'errors'>>,
  ): Promise<FastifyReply> {
    const [head, listed] = await Promise.all([findHead(db, petition.id), listSampleChecks(db, petition.id)])
    const now = clock.now()
    const today = dayOf(now, config.timeZone)
    const checks = listed.map((check) => toOpenCheck(petition.slug, check))
    const going = checks.find(({ state }) => GOING.includes(state))
    const lately = listed.filter(({ committedAt }) => now.getTime() - committedAt.getTime() < YEAR_MS)
    const most = mostAsked(head)
    const refusal = going
      ? undefined
      : lately.length >= MOST_A_YEAR
        ? 'too-many-this-year'
        : most === 0
          ? 'too-few'
          : undefined
    const html = await showOwnChecks(reply, {
      place,
      petition,
      checks,
      most,
      refusal,
      firstDay: addDays(today, 1),
      lastDay: addDays(today, LATEST_VALUE_DAYS),
      isValueDue: going?.state === 'committed' && today > going.value_on,
      form,
      valueForm,
      errors,
      done: (['committed', 'value'] as const).find(
        (done) => done === (request.query as { done?: unknown }).done,
      ),
    })
    return reply.send(html)
  }

  /** @returns undefined with the answer sent for a link that is nobody's. */
  async function findLink(request: Asked, reply: FastifyReply) {
    const { token } = request.params
    const link = await readToken(site, 'sample-check', token)
    const petition = link && (await findPetition(db, link.petitionId))
    if (link && petition && PUBLIC_STATES.includes(petition.state)) return { ...link, petition }
    if (!(await sendWhenDestroyed(db, reply, token))) await sendErrorPage(request, reply, 404)
    return undefined
  }

  async function sendQuestion(
    request: Asked,
    reply: FastifyReply,
    { petition, subjectId, keys }: NonNullable<Awaited<ReturnType<typeof findLink>>>,
    errors: Record<string, string>,
  ): Promise<FastifyReply> {
    const asked = await findAsked(db, { petitionId: petition.id, id: subjectId, now: clock.now() })
    if (!asked) return reply.code(410).send(await showOver(reply, { petition }))
    const subject = { petitionId: petition.id, subjectId: asked.signatureId }
    const html = await showQuestion(reply, {
      token: request.params.token,
      petition,
      endsAt: asked.endsAt,
      answer: asked.answer,
      own: `/signatures/${tokenOf(keys, 'signature', subject)}`,
      errors,
    })
    return reply.send(html)
  }
}
