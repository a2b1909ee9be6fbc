/**
 * Follows every link and looks at every form that people find on a furnished site, and tells which of its addresses
 * were reached: what a new address needs, to be part of the tests without being written into them.
 */

import type { Route } from '../../support/routes.js'
import type { TestSite } from '../../support/site.js'
import type { World } from './world.js'

/** A field of a form as a page shows it: what may be chosen, or what somebody might type. */
export interface Field {
  name: string
  choices: string[]
}

/** One way to ask for an address that was seen on a page or in a mail. */
export interface Way {
  path: string
  person: string
  /** Of a form; none for a link. */
  fields: Field[]
  hasFile: boolean
}

export interface Known {
  /** By `GET /petitions/:slug`. */
  ways: Map<string, Way[]>
  /** Every name of a field, and of what stands behind a `?` in a link. */
  names: Set<string>
}

/** Pages of one address differ in their numbers only after a few. */
const MOST_OF_A_KIND = 4

export async function crawl(site: TestSite, routes: Route[], { people, links }: World): Promise<Known> {
  const known: Known = { ways: new Map(), names: new Set() }
  const find = finderOf(routes)
  const inMails = site.mails.flatMap(({ text, headers = {} }) =>
    linksIn(`${text} ${Object.values(headers).join(' ')}`),
  )
  const beginnings = routes.flatMap(({ method, path }) =>
    method === 'GET' && !/[:*]/.test(path) ? [path] : [],
  )
  for (const [person, { headers, sees }] of Object.entries(people)) {
    const seen = new Set<string>()
    const waiting = [...beginnings, ...links, ...inMails].map(whole)
    const kinds = new Map<string, number>()
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      for (const name of url.searchParams.keys()) known.names.add(name)
      const route = find('GET', url.pathname)
      if (!route || !sees.test(url.pathname) || seen.has(url.href)) continue
      seen.add(url.href)
      const times = kinds.get(route) ?? 0
      if (times >= MOST_OF_A_KIND) continue
      kinds.set(route, times + 1)
      const answer = await site.get(url.pathname + url.search, headers)
      if (!isReached(answer)) continue
      add(known, `GET ${route}`, { path: url.pathname, person, fields: queryOf(url), hasFile: false })
      const { location, 'content-type': type } = answer.headers
      if (location) waiting.push(new URL(String(location), url.href))
      if (!String(type).startsWith('text/html')) continue
      for (const [, link] of answer.body.matchAll(/\s(?:href|src)="([^"]+)"/g))
        if (URL.canParse(decoded(link!), url.href)) waiting.push(new URL(decoded(link!), url.href))
      for (const form of formsIn(answer.body, url)) {
        for (const { name } of form.fields) known.names.add(name)
        for (const path of [form.path, ...form.otherPaths]) {
          const action = find(form.method, path)
          if (action) add(known, `${form.method} ${action}`, { ...form, path, person })
        }
      }
    }
  }
  for (const route of routes) addNeighbours(known, routes, route)
  return known
}

/**
 * What no page leads to, because a script asks for it, or it is where a form that came back stands: what is filled in
 * and what is posted is known from addresses that are most alike.
 */
function addNeighbours({ ways }: Known, routes: Route[], { method, path }: Route): void {
  const key = `${method} ${path}`
  if (ways.has(key)) return
  const depth = path.split('/').findLastIndex((part) => part.startsWith(':')) + 1
  const near = routes
    .map((route) => ({ ...route, key: `${route.method} ${route.path}` }))
    .filter((other) => ways.has(other.key) && beginning(other.path, depth) === beginning(path, depth))
    .sort((one, other) => alike(other.key, key) - alike(one.key, key))
    .slice(0, 3)
    .flatMap((other) => ways.get(other.key)!)
  const rest = path.split('/').slice(depth)
  const found = near.map((way) => ({
    ...way,
    path: depth === 0 ? path : [beginning(way.path, depth), ...rest].join('/'),
    hasFile: method === 'POST' && way.hasFile,
  }))
  if (found.length > 0) ways.set(key, found.slice(0, MOST_OF_A_KIND * 2))
  else ways.set(key, [{ path: fillFrom(ways, path), person: 'administrator', fields: [], hasFile: false }])
}

/** Each `:name` with what stands there in another address, after the same word. */
function fillFrom(ways: Known['ways'], path: string): string {
  return path.replace(/([^/]+)\/:\w+/g, (whole, word: string) => {
    for (const [key, [way]] of ways) {
      const parts = key.slice(key.indexOf(' ') + 1).split('/')
      const at = parts.findIndex((part, index) => part.startsWith(':') && parts[index - 1] === word)
      if (at > 0 && way) return `${word}/${way.path.split('/')[at]}`
    }
    return whole.replace(/:\w+$/, '1')
  })
}

function beginning(path: string, depth: number): string {
  return path.split('/').slice(0, depth).join('/')
}

function alike(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

/** Not turned away at the door: somebody else's page, a page that is not there, or the way to sign in. */
export function isReached({
  statusCode,
  headers,
}: {
  statusCode: number
  headers: { location?: unknown }
}): boolean {
  if ([401, 403, 404, 405, 410, 415].includes(statusCode)) return false
  return !/^\/(account\/sign-in\?|my-signatures$|dossiers\/[^/]+\/code$)/.test(String(headers.location ?? ''))
}

function add({ ways }: Known, key: string, way: Way): void {
  const others = ways.get(key) ?? []
  const isSame = (other: Way) =>
    other.person === way.person && other.path === way.path && other.fields.length === way.fields.length
  if (others.length < 3 * MOST_OF_A_KIND && !others.some(isSame)) ways.set(key, [...others, way])
}

/** Which address of the router a path belongs to: what is written out goes before what is filled in. */
function finderOf(routes: Route[]): (method: string, path: string) => string | undefined {
  const patterns = routes
    .map(({ method, path }) => ({
      method,
      path,
      pattern: new RegExp(
        `^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '([^/]+?)').replace(/\*/g, '.+')}/?$`,
      ),
      order: path.replace(/:\w+/g, '\uffff').replace(/\*/g, '\uffff\uffff'),
    }))
    .sort((one, other) => (one.order < other.order ? -1 : 1))
  return (method, path) => patterns.find((one) => one.method === method && one.pattern.test(path))?.path
}

function whole(url: string): URL {
  return new URL(url, 'https://clameur.test')
}

function linksIn(text: string): string[] {
  return (text.match(/https:\/\/clameur\.test[^\s<>"]*/g) ?? []).filter((link) => URL.canParse(link))
}

function queryOf({ searchParams }: URL): Field[] {
  return [...searchParams].map(([name, value]) => ({ name, choices: [value] }))
}

function formsIn(html: string, page: URL) {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, attributes = '', inside = '']) => {
    const action = new URL(attribute(attributes, 'action') ?? page.pathname, page.href)
    return {
      method: (attribute(attributes, 'method') ?? 'get').toUpperCase(),
      path: action.pathname,
      /** Of buttons that lead elsewhere. */
      otherPaths: [...inside.matchAll(/\sformaction="([^"?]+)/g)].map(([, other]) => decoded(other!)),
      fields: fieldsIn(inside),
      hasFile: attributes.includes('multipart/form-data'),
    }
  })
}

function fieldsIn(html: string): Field[] {
  const fields = new Map<string, string[]>()
  for (const [tag, , inside = ''] of html.matchAll(
    /<(input|button|textarea|select)\b[^>]*>(?:(.*?)<\/(?:textarea|select)>)?/gs,
  )) {
    const start = /^<[^>]*>/.exec(tag)![0]
    const name = attribute(start, 'name')
    if (!name) continue
    const options = [...inside.matchAll(/<option\b[^>]*>/g)].map(
      ([option]) => attribute(option, 'value') ?? '',
    )
    const choices = fields.get(name) ?? []
    fields.set(name, [...choices, ...(options.length > 0 ? options : [usualFor(start, inside)])])
  }
  return [...fields].map(([name, choices]) => ({ name, choices }))
}

/** What stands in the field, or what somebody might type there. */
function usualFor(tag: string, inside: string): string {
  const value = attribute(tag, 'value') ?? decoded(inside.trim())
  if (value !== '') return value
  if (tag.startsWith('<textarea')) return 'The library stays open on Wednesday mornings, all year round.'
  switch (attribute(tag, 'type')) {
    case 'checkbox':
      return 'on'
    case 'email':
      return 'ada@example.com'
    case 'date':
      return '2027-01-15'
    case 'number':
      return '20'
    default:
      return 'Gerland library'
  }
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>]|$)`).exec(tag)
  return value ? decoded(value[1] ?? '') : undefined
}

function decoded(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
