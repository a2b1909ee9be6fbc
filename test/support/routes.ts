/** Every address of the site, as its router knows them. */

import type { FastifyInstance } from 'fastify'

export interface Route {
  method: 'GET' | 'POST'
  /** With `:names` where something is filled in. */
  path: string
}

export function listRoutes(app: FastifyInstance): Route[] {
  const above: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((row): Route[] => {
      const found = /^([│ ]*)[├└]── (\S+) \(([A-Z, ]+)\)$/.exec(row)
      if (!found) return []
      const depth = found[1]!.length / 4
      const name = found[2]!
      const parent = depth === 0 ? '' : above[depth - 1]!
      const path = parent === '/' && !name.startsWith('/') ? `/${name}` : parent + name
      above[depth] = path
      const methods = found[3]!.split(', ')
      return (['GET', 'POST'] as const).flatMap((method) =>
        methods.includes(method) ? [{ method, path }] : [],
      )
    })
}
