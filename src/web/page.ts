/** `reply.page()`: renders a template for the reader of the request. */

import '@fastify/view'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { localHref, type Ui, uiFor } from './reader.js'

declare module 'fastify' {
  interface FastifyReply {
    /**
     * Renders `views/<template>.eta` with `data` and `ui`; send what it returns. Templates see an untyped `it`, so
     * each is called by one function of a `pages.ts`, whose parameter type is the template's contract.
     */
    page(template: string, data?: object): Promise<string>
    /** 303 to an address within the site, in the reader's chosen language. */
    seeOther(path: string): FastifyReply
    /** Set by the signed-in pages before they render. */
    account: Ui['account']
  }
}

export function addPages(app: FastifyInstance): void {
  app.decorateReply('account', undefined)
  app.decorateReply('page', async function (this: FastifyReply, template: string, data: object = {}) {
    this.type('text/html; charset=utf-8')
    if (!this.hasHeader('cache-control')) this.header('cache-control', 'private, no-store')
    return this.viewAsync(template, { ...data, ui: uiFor(this.request, this.account) })
  })
  app.decorateReply('seeOther', function (this: FastifyReply, path: string) {
    return this.header('cache-control', 'private, no-store').redirect(
      localHref(this.request.reader, path),
      303,
    )
  })
}
