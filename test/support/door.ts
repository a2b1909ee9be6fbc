/** The test site's way of asking, over HTTP, to a service that listens: for helpers that walk through the door. */

import type { TestService } from './service.js'
import type { TestSite } from './site.js'

const USUAL_HEADERS = { 'accept-language': 'en' }

/** What `startSite` offers, as far as a listening service has it; `work` waits until its own workers are done. */
export function doorOf(service: TestService): TestSite {
  const ask = async (url: string, init: RequestInit) => {
    const answer = await fetch(new URL(url, service.url), { redirect: 'manual', ...init })
    const body = await answer.text()
    const cookies = answer.headers.getSetCookie().map((line) => {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      return { name, value }
    })
    return { statusCode: answer.status, headers: Object.fromEntries(answer.headers), body, cookies }
  }
  const door = {
    db: service.db,
    deps: service.deps,
    get mails() {
      return service.mailServer.received
    },
    app: {
      inject: ({
        method,
        url,
        payload,
        headers,
      }: {
        method: string
        url: string
        payload: Buffer
        headers: Record<string, string>
      }) => ask(url, { method, body: payload as never, headers }),
    },
    get: (url: string, headers = {}) => ask(url, { headers: { ...USUAL_HEADERS, ...headers } }),
    submit(url: string, fields: Record<string, string | string[]> = {}, headers = {}) {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields))
        for (const one of [value].flat()) body.append(name, one)
      return ask(url, {
        method: 'POST',
        body,
        headers: { ...USUAL_HEADERS, 'sec-fetch-site': 'same-origin', ...headers },
      })
    },
    async work() {
      const end = performance.now() + 60_000
      for (let quiet = 0; quiet < 3; ) {
        const due = await service.db
          .selectFrom('mails')
          .select('id')
          .where('state', '=', 'due')
          .where('dueAt', '<=', service.deps.clock.now())
          .execute()
        quiet = due.length === 0 ? quiet + 1 : 0
        if (performance.now() > end) throw new Error('The workers did not send what was due')
        await new Promise((resolve) => setTimeout(resolve, 60))
      }
    },
  }
  return door as unknown as TestSite
}
