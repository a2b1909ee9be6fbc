import t from 'tap'
import { catalogues } from '../../src/i18n/catalogue.js'
import { LOCALES } from '../../src/i18n/translate.js'
import { ARTICLES, sectionsOf } from '../../src/information/articles.js'
import { addConfirmedSignatures, addPetition, addReply } from '../support/factories.js'
import { startSite } from '../support/site.js'

t.test('each page about the site reads in both languages, without a sentence missing', async (t) => {
  const site = await startSite(t)

  for (const article of ARTICLES) {
    for (const locale of LOCALES) {
      for (const { title, text } of sectionsOf(article)) {
        t.ok(catalogues[locale][title], title)
        t.ok(catalogues[locale][text], text)
      }
      const { statusCode, body } = await site.get(`/${article}?lang=${locale}`)
      t.equal(statusCode, 200, article)
      t.notMatch(body, /undefined|\{contact\}|\{site\}/)
    }
  }
  t.match((await site.get('/how-it-works')).body, '<section id="count">')
})

t.test('the transparency page counts what moderators decided', async (t) => {
  const site = await startSite(t)
  const open = await addPetition(site)
  await addConfirmedSignatures(site, open, 7)
  await addReply(site, open, { state: 'published' })
  await addPetition(site, { state: 'draft' })
  const refused = await addPetition(site, { state: 'rejected' })
  await site.db
    .insertInto('auditEntries')
    .values({ petitionId: refused.id, act: 'petition-refused', reason: 'hate', note: 'A secret note.' })
    .execute()

  const { body } = await site.get('/transparency')

  t.match(body, '<th scope="row">open</th><td class="num">1</td>')
  t.match(body, '<th scope="row">confirmed</th><td class="num">7</td>')
  t.match(body, '<th scope="row">It attacks people for what they are or believe</th><td class="num">1</td>')
  t.notMatch(body, '<th scope="row">draft</th>')
  t.notMatch(body, 'A secret note.')
})

t.test(
  'the open data are described for programs, and shown to people from the same description',
  async (t) => {
    const site = await startSite(t)
    const petition = await addPetition(site)
    await addConfirmedSignatures(site, petition, 3)
    await site.work('log')

    const api = (await site.get('/api/v1/openapi.json')).json()
    const docs = await site.get('/api/docs')

    t.equal(api.openapi, '3.1.0')
    t.match(docs.body, 'GET /api/v1/petitions/{slug}/figures')
    const paths = Object.entries<{
      get: {
        parameters?: Parameter[]
        responses: Record<string, { content: Record<string, { schema: Schema }> }>
      }
    }>(api.paths)
    for (const [path, { get }] of paths) {
      const needed = get.parameters?.filter((one) => one.in === 'query' && one.required) ?? []
      const query = new URLSearchParams(
        needed.map(({ name, example }): [string, string] => [name, String(example)]),
      )
      const answer = await site.get(`${path.replace('{slug}', petition.slug)}?${query}`)
      t.equal(answer.statusCode, 200, path)
      const { schema } = get.responses['200']!.content['application/json']!
      t.strictSame(
        unknownOf(answer.json(), schema, api.components.schemas),
        [],
        `${path} answers as described`,
      )
    }
  },
)

interface Parameter {
  name: string
  in: string
  required: boolean
  example?: unknown
}

interface Schema {
  $ref?: string
  type?: unknown
  items?: Schema
  properties?: Record<string, Schema>
}

/** The fields that an answer has and its description has not, or the other way round. */
function unknownOf(value: unknown, schema: Schema, schemas: Record<string, Schema>, at = ''): string[] {
  if (schema.$ref) return unknownOf(value, schemas[schema.$ref.split('/').at(-1)!]!, schemas, at)
  if (schema.type === 'array')
    return (value as unknown[]).flatMap((item) => unknownOf(item, schema.items!, schemas, `${at}[]`))
  if (!schema.properties || value === null) return []
  const fields = value as Record<string, unknown>
  const { properties } = schema
  const names = new Set([...Object.keys(fields), ...Object.keys(properties)])
  return [...names].flatMap((name) =>
    name in fields && properties[name]
      ? unknownOf(fields[name], properties[name], schemas, `${at}.${name}`)
      : [`${at}.${name}`],
  )
}

t.test('crawlers are told what there is, and what is not for them', async (t) => {
  const site = await startSite(t)
  await addPetition(site, { slug: 'seen' })
  await addPetition(site, { slug: 'hidden', state: 'hidden' })
  await addPetition(site, { slug: 'unread', state: 'submitted' })

  const robots = await site.get('/robots.txt')
  const map = await site.get('/sitemap.xml')

  t.match(robots.body, 'Sitemap: https://clameur.test/sitemap.xml')
  t.match(map.headers['content-type'], 'application/xml')
  t.match(map.body, '<loc>https://clameur.test/petitions/seen</loc><lastmod>')
  t.notMatch(map.body, /hidden|unread/)
  t.equal((await site.get('/favicon.ico')).statusCode, 302)
})
