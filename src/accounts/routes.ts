import type { FastifyInstance } from 'fastify'
import type { Site } from '../web/site.js'

export function accountRoutes(_app: FastifyInstance, _site: Site): void {}
