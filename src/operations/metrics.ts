import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Deps } from '../deps.js'

export const registry = new Registry()
collectDefaultMetrics({ register: registry })

const requests = new Counter({
  name: 'clameur_http_requests_total',
  help: 'Answered requests by route pattern, method and status',
  labelNames: ['route', 'method', 'status'],
  registers: [registry],
})
const seconds = new Histogram({
  name: 'clameur_http_request_seconds',
  help: 'Time to answer, by route pattern',
  labelNames: ['route'],
  buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
  registers: [registry],
})

/**
 * Counts every answer, and logs those that changed something or went wrong: by the route's pattern, never by its
 * address, which may hold a token or what somebody searched for.
 */
export function observeRequests(app: FastifyInstance, { log }: Deps): void {
  // Finding the labelled series is most of the cost of counting; a hot route keeps its own.
  const counters = new Map<string, ReturnType<typeof requests.labels>>()
  const timers = new Map<string, ReturnType<typeof seconds.labels>>()

  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    const { method } = request
    const key = `${method} ${reply.statusCode} ${route}`
    const counter = counters.get(key) ?? requests.labels(route, method, String(reply.statusCode))
    counters.set(key, counter)
    counter.inc()
    const timer = timers.get(route) ?? seconds.labels(route)
    timers.set(route, timer)
    timer.observe(reply.elapsedTime / 1000)

    if (reply.statusCode >= 500)
      log.warn({ route, method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
    else if (method !== 'GET' && method !== 'HEAD')
      log.debug({ route, method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
    done()
  })
}
