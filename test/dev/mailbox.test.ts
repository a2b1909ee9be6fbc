import t from 'tap'
import { keepInMailbox } from '../../src/mail/mailbox.js'
import { startSite } from '../support/site.js'

const MAIL = {
  to: 'ines@example.org',
  subject: 'Confirm <b>your</b> signature',
  text: 'Open https://clameur.test/signatures/abc now.',
  html: '<html><head><style>p{color:red}</style></head><body><p>Open</p><script>alert(1)</script></body></html>',
  headers: { 'List-Unsubscribe': '<https://clameur.test/unsubscribe/abc>' },
}

t.test('every mail can be read where no mail server is set', async (t) => {
  const site = await startSite(t)
  t.match((await site.get('/dev/mailbox')).body, 'No mail yet')
  await keepInMailbox(site.deps.config.dataDir, MAIL, Buffer.from(''))

  const { data } = (await site.get('/dev/mailbox.json')).json()
  const list = await site.get('/dev/mailbox')
  const page = await site.get(`/dev/mailbox/${data[0].id}`)
  const html = await site.get(`/dev/mailbox/${data[0].id}/html`)

  t.match(data, [{ to: 'ines@example.org', links: ['https://clameur.test/signatures/abc'] }])
  t.match(list.body, 'Confirm &lt;b&gt;your&lt;/b&gt; signature')
  t.match(page.body, 'href="https://clameur.test/signatures/abc"')
  t.match(page.headers['content-security-policy'], "frame-src 'self'")
  t.match(html.body, '<p>Open</p>')
  t.match(html.headers['content-security-policy'], /default-src 'none'.*sandbox/, 'its script cannot run')
  t.equal((await site.get('/dev/mailbox/..%2f..%2fsecret-key')).statusCode, 404)
  t.equal((await site.get('/dev/mailbox/nothing')).statusCode, 404)
})

t.test('with a mail server there is no mailbox, and in production nothing for developers', async (t) => {
  const withServer = await startSite(t, { SMTP_URL: 'smtp://127.0.0.1:2525' })
  const production = await startSite(t, { SMTP_URL: 'smtp://127.0.0.1:2525', NODE_ENV: 'production' })

  t.equal((await withServer.get('/dev/mailbox')).statusCode, 404)
  t.equal((await withServer.get('/dev/components')).statusCode, 200)
  t.equal((await production.get('/dev/mailbox')).statusCode, 404)
  t.equal((await production.get('/dev/components')).statusCode, 404)
})
