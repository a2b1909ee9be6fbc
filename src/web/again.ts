/** A form that could not be taken just now, with what was typed in it, for a page that sends it again at one press. */

import type { FastifyRequest } from 'fastify'
import type { Body } from './form.js'

export interface Again {
  /** Where the form goes. */
  action: string
  fields: { name: string; value: string }[]
}

/** The longest form of the site has a tenth of it; whoever sends more is not typing. */
const MOST_LETTERS = 64_000

/** @returns undefined for what is no form, brings a file, or is larger than people type. */
export function againOf(
  request: Pick<FastifyRequest, 'method' | 'url' | 'headers' | 'body'>,
): Again | undefined {
  const { method, url, headers, body } = request
  if (method !== 'POST' || typeof body !== 'object' || body === null) return undefined
  if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return undefined
  const fields = Object.entries(body as Body).flatMap(([name, values]) =>
    [values]
      .flat()
      .flatMap((value) => (typeof value === 'string' ? { name, value: value.toWellFormed() } : [])),
  )
  const letters = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0)
  return letters <= MOST_LETTERS ? { action: url, fields } : undefined
}
