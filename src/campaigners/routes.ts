import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { accountOnPages } from '../accounts/roles.js'
import { findSessionAccount } from '../accounts/sessions.js'
import type { Account, Petition } from '../database/tables.js'
import { translatorFor } from '../i18n/translate.js'
import { tokenOf } from '../keys/links.js'
import { contactOf } from '../mail/contact.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { closePetition } from '../updates/close.js'
import { pauseMailing, resumeMailing } from '../updates/mailings.js'
import { publishUpdate } from '../updates/publish.js'
import { sendErrorPage } from '../web/errors.js'
import { line, readId } from '../web/form.js'
import type { Site } from '../web/site.js'
import { readAnswer, readClosingForm, readNewsForm } from './form.js'
import { DEEDS, type StudioPage, showOwnPetitions, showStudio } from './pages.js'
import { findAnswered, findOwnPetition, listOwnPetitions } from './queries.js'
import { readStudio } from './read-studio.js'
import { waitingFor } from './waiting.js'

type OfPetition = { Params: { slug: string } }
type OfMailing = { Params: { slug: string; mailing: string } }

export function campaignerRoutes(app: FastifyInstance, site: Site): void {
  app.get('/account', async (request, reply) => {
    const account = await signedIn(site, request, reply)
    if (!account) return reply
    const petitions = await listOwnPetitions(site.db, account.id)
    const listed = await Promise.all(
      petitions.map(async (petition) => ({
        ...petition,
        waiting: waitingFor(petition),
        href: (await draftHrefOf(site, petition)) ?? `/account/petitions/${petition.slug}`,
      })),
    )
    return reply.send(await showOwnPetitions(reply, { petitions: listed }))
  })

  app.get<OfPetition>('/account/petitions/:slug', async (request, reply) => {
    const own = await ownPetition(site, request, reply)
    if (!own) return reply
    const done = DEEDS.find((deed) => deed === line(request.query, 'done'))
    return sendStudio(reply, own.petition, done && { done })
  })

  // Where a preview or a form with faults was shown: read again, or in the other language, it is the page.
  for (const part of ['updates', 'answers', 'closing'])
    app.get<OfPetition>(`/account/petitions/:slug/${part}`, (request, reply) =>
      reply.seeOther(`/account/petitions/${encodeURIComponent(request.params.slug)}`),
    )

  app.post<OfPetition>('/account/petitions/:slug/updates', async (request, reply) => {
    const own = await ownPetition(site, request, reply)
    if (!own) return reply
    // The page says why it cannot be written any more, and has no form for what would have to be mended.
    if (!PUBLIC_STATES.includes(own.petition.state))
      return reply.seeOther(`/account/petitions/${own.petition.slug}`)
    const { values, isPreview, faults } = readNewsForm(request.body)
    if (Object.keys(faults).length > 0)
      return sendStudio(reply.code(422), own.petition, { news: { values, faults, isPreview: false } })
    if (isPreview) return sendStudio(reply, own.petition, { news: { values, faults, isPreview } })

    const outcome = await publishUpdate(site, own.petition, values)
    switch (outcome) {
      case 'published':
      case 'published-before':
        return reply.seeOther(`/account/petitions/${own.petition.slug}?done=${outcome}#news`)
      case 'too-often':
        return sendStudio(reply.code(422), own.petition, {
          news: { values, faults: { title: { key: 'campaigners.news.tooOften' } }, isPreview: false },
        })
      case 'not-public':
      case 'no-answer-due':
        return reply.seeOther(`/account/petitions/${own.petition.slug}`)
    }
  })

  app.post<OfPetition>('/account/petitions/:slug/answers', async (request, reply) => {
    const own = await ownPetition(site, request, reply)
    if (!own) return reply
    const { petition } = own
    const { replyId, body, faults } = readAnswer(request.body)
    // First: what is to be mended is shown at the reply that it answers.
    const to = await findAnswered(site.db, petition.id, replyId)
    if (!to) return sendErrorPage(request, reply, 404)
    if (Object.keys(faults).length > 0)
      return sendStudio(reply.code(422), petition, { answer: { replyId, body, faults } })

    const { t } = translatorFor(petition.locale)
    const title = t('replies.answer.subject', { name: to.name })
    const outcome = await publishUpdate(site, petition, { title, body, replyId })
    switch (outcome) {
      case 'published':
        return reply.seeOther(`/account/petitions/${petition.slug}?done=answered`)
      case 'too-often':
        return sendStudio(reply.code(422), petition, {
          answer: { replyId, body, faults: { answer: { key: 'campaigners.news.tooOften' } } },
        })
      case 'published-before':
      case 'no-answer-due':
      case 'not-public':
        // The page shows what is published already.
        return reply.seeOther(`/account/petitions/${petition.slug}`)
    }
  })

  app.post<OfPetition>('/account/petitions/:slug/closing', async (request, reply) => {
    const own = await ownPetition(site, request, reply)
    if (!own) return reply
    const { values, closing, faults } = readClosingForm(request.body, own.petition)
    if (!closing) return sendStudio(reply.code(422), own.petition, { closing: { values, faults } })

    const outcome = await closePetition(site, own.petition, own.account, closing)
    // Somebody was faster: the page shows how the petition stands now.
    return reply.seeOther(
      `/account/petitions/${own.petition.slug}${outcome === 'closed' ? '?done=closed' : ''}`,
    )
  })

  app.post<OfMailing>('/account/petitions/:slug/mailings/:mailing/pause', async (request, reply) => {
    const own = await ownPetition(site, request, reply)
    if (!own) return reply
    const held = await pauseMailing(site, mailingOf(request, own.petition))
    return reply.seeOther(`/account/petitions/${own.petition.slug}${held ? '?done=held' : ''}#news`)
  })

  app.post<OfMailing>('/account/petitions/:slug/mailings/:mailing/resume', async (request, reply) => {
    const own = await ownPetition(site, request, reply)
    if (!own) return reply
    const goesOn = await resumeMailing(site, mailingOf(request, own.petition))
    return reply.seeOther(`/account/petitions/${own.petition.slug}${goesOn ? '?done=let-go' : ''}#news`)
  })

  async function sendStudio(
    reply: FastifyReply,
    petition: Petition,
    page: Pick<StudioPage, 'done' | 'news' | 'closing' | 'answer'> = {},
  ): Promise<FastifyReply> {
    const studio = await readStudio(site, petition)
    const publicUrl = `${site.config.publicUrl}/petitions/${petition.slug}`
    const draftHref = await draftHrefOf(site, petition)
    return reply.send(
      await showStudio(reply, {
        ...studio,
        ...page,
        db: site.db,
        publicUrl,
        draftHref,
        contact: contactOf(site.config),
      }),
    )
  }
}

/** Who is signed in; else the reply has been sent on to the sign-in page. */
async function signedIn(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Account | undefined> {
  const account = await findSessionAccount(site, request)
  if (!account) {
    // After a form that found nobody signed in, one comes back to the page, since only pages can be come back to.
    const path = /^\/account(\/petitions\/[\w-]+)?/.exec(request.url)?.[0] ?? '/account'
    reply.seeOther(`/account/sign-in?return=${encodeURIComponent(path)}`)
    return undefined
  }
  reply.account = accountOnPages(account)
  return account
}

/** Undefined when the answer is sent already. */
export async function ownPetition(
  site: Site,
  request: FastifyRequest<OfPetition>,
  reply: FastifyReply,
): Promise<{ account: Account; petition: Petition } | undefined> {
  const account = await signedIn(site, request, reply)
  if (!account) return undefined
  const petition = await findOwnPetition(site.db, account.id, request.params.slug)
  if (petition) return { account, petition }
  await sendErrorPage(request, reply, 404)
  return undefined
}

/** A draft goes on where it is written; nothing else of it exists yet. */
async function draftHrefOf(
  site: Site,
  { id, state }: Pick<Petition, 'id' | 'state'>,
): Promise<string | undefined> {
  if (state !== 'draft') return undefined
  const keys = await site.keyring.getPetitionKeys(site.db, id)
  return `/drafts/${tokenOf(keys, 'draft', { petitionId: id, subjectId: id })}`
}

function mailingOf(request: FastifyRequest<OfMailing>, petition: Petition) {
  const id = readId(request.params.mailing) ?? 0
  return { id, petitionId: petition.id }
}
