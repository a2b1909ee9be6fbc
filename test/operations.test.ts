import t from 'tap'
import { startSite } from './support/site.js'

t.test('the service says that it lives and that it is ready', async (t) => {
  const site = await startSite(t)

  t.equal((await site.get('/healthz')).statusCode, 200)
  t.strictSame((await site.get('/readyz')).json(), { status: 'ready', database: true, queue: true })
  t.match(
    (await site.get('/metrics')).body,
    /clameur_http_requests_total\{route="\/healthz",method="GET",status="200"\} 1/,
  )
})
