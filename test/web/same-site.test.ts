import t from 'tap'
import { comesFromHere } from '../../src/web/same-site.js'

const asks = (headers: Record<string, string>, publicUrl = 'https://clameur.test') =>
  comesFromHere({ headers: { host: 'clameur.test', ...headers } }, publicUrl)

t.test('a form of this site is let in, and one of any other is not', async (t) => {
  t.ok(asks({ 'sec-fetch-site': 'same-origin' }))
  t.ok(asks({ 'sec-fetch-site': 'none' }), 'typed by a person')
  t.ok(asks({}), 'no browser: it carries nobody’s cookies')
  t.ok(asks({ origin: 'https://clameur.test' }))
  t.ok(asks({ origin: 'https://127.0.0.1:3000', host: '127.0.0.1:3000' }), 'reached by another name')
  t.ok(asks({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, 'http://localhost:3000'))

  for (const site of ['same-site', 'cross-site', 'same-origin, cross-site', ''])
    t.notOk(asks({ 'sec-fetch-site': site, origin: 'https://clameur.test' }), site)
  for (const origin of [
    'null',
    '',
    'https://evil.example',
    'https://sub.clameur.test',
    'https://clameur.test.evil.example',
  ])
    t.notOk(asks({ origin }), origin)
})

t.test('a page that was sent in the clear cannot post to a site that is only served encrypted', async (t) => {
  t.notOk(asks({ origin: 'http://clameur.test' }))
})
