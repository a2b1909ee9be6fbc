import type { FastifyInstance } from 'fastify'
import type { Site } from '../web/site.js'

export function unsubscribeRoutes(_app: FastifyInstance, _site: Site): void {}
