/** The load, in a process of its own: sends exactly the requests it is handed, each once, and reports. */

import autocannon from 'autocannon'

export interface Load {
  url: string
  connections: number
  method: 'GET' | 'POST'
  headers: Record<string, string>
  /** One request each; a single one is sent `amount` times. */
  requests: { path: string; body?: string }[]
  amount: number
}

export interface LoadReport {
  seconds: number
  /** Answers by status. */
  statuses: Record<string, number>
  /** Connections that broke, and answers that did not come. */
  errors: number
  p50: number
  p99: number
}

process.on('message', async (load: Load) => process.send!(await drive(load)))
process.send!('ready')

async function drive({ url, connections, method, headers, requests, amount }: Load): Promise<LoadReport> {
  let next = 0
  const distinct = requests.length > 1
  const startedAt = performance.now()
  // autocannon notices the end at the next full second; the last answer tells it to the millisecond.
  let endedAt = startedAt
  const plan: autocannon.Options = {
    url,
    connections,
    amount,
    timeout: 30,
    requests: [
      {
        method,
        headers,
        path: requests[0]!.path,
        ...(distinct && {
          setupRequest: (request: autocannon.Request) => {
            const { path, body } = requests[next++ % requests.length]!
            request.path = path
            request.body = body ?? ''
            return request
          },
        }),
      },
    ],
  }
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const shots = autocannon(plan, (error, done) => (error ? reject(error) : resolve(done)))
    shots.on('response', () => {
      endedAt = performance.now()
    })
  })
  const seconds = (endedAt - startedAt) / 1000
  const statuses = Object.fromEntries(
    Object.entries(result.statusCodeStats ?? {}).map(([status, { count }]) => [status, count ?? 0]),
  )
  return {
    seconds,
    statuses,
    errors: result.errors + result.timeouts,
    p50: result.latency.p50,
    p99: result.latency.p99,
  }
}
