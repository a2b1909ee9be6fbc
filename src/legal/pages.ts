import type { FastifyReply } from 'fastify'
import type { Config } from '../config.js'
import { translatorFor } from '../i18n/translate.js'
import { plainOf, renderArticle } from '../web/markdown.js'
import { localHref } from '../web/reader.js'
import { fill, fillPlain, type OfPetition } from './placeholders.js'
import type { LegalPage, LegalTexts } from './texts.js'

/** What `views/legal/page.eta` shows. */
export interface LegalPageData {
  title: string
  description: string
  /** Made safe. */
  bodyHtml: string
  canonical: string
  /** For the link of the footer that leads here. */
  current: string
  /** Back to the petition it speaks of. */
  petition: { path: string; title: string } | undefined
}

export function showLegal(
  reply: FastifyReply,
  {
    config,
    texts,
    page,
    path,
    petition,
  }: {
    config: Config
    texts: LegalTexts
    page: LegalPage
    path: string
    petition?: OfPetition & { path: string }
  },
): Promise<string> {
  const { reader } = reply.request
  const context = { config, ui: translatorFor(reader.locale), petition }
  const { title, body } = texts[page][reader.locale]
  const markdown = fill(page, body, context)
  const data: LegalPageData = {
    title: fillPlain(page, title, context),
    description: plainOf(markdown.split('\n\n', 1)[0]!),
    bodyHtml: renderArticle(markdown, (address) => localHref(reader, address)),
    canonical: `${config.publicUrl}${path}`,
    current: path,
    petition: petition && { path: petition.path, title: petition.title },
  }
  return reply.page('legal/page', data)
}
