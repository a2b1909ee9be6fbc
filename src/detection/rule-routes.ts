/** The rules against fraud, for administrators: what each finds, and the button that lets it rest. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { guardDesk } from '../moderation/gate.js'
import { readSentence } from '../moderation/read-restriction.js'
import { sendErrorPage } from '../web/errors.js'
import { type Faults, line } from '../web/form.js'
import type { Site } from '../web/site.js'
import { showRules } from './pages.js'
import { listRulesAtWork, pauseRule, resumeRule } from './pause.js'
import { RULE_NAMES } from './rules.js'

type Request = FastifyRequest<{ Params: { rule: string } }>

export function ruleRoutes(app: FastifyInstance, site: Site): void {
  app.register(
    async (desk) => {
      guardDesk(desk, site)
      rulePages(desk, site)
    },
    { prefix: '/desk/rules' },
  )
}

function rulePages(desk: FastifyInstance, site: Site): void {
  const sendRules = async (
    request: FastifyRequest,
    reply: FastifyReply,
    returned?: { rule: string; note: string; faults: Faults },
  ) => {
    const rules = await listRulesAtWork(site.db, site.clock.now())
    const done = line(request.query, 'done')
    return reply.send(await showRules(reply, { rules, done, returned }))
  }

  desk.get('/', (request, reply) => sendRules(request, reply))

  desk.post('/:rule/pause', async (request: Request, reply) => {
    const { rule } = request.params
    if (!RULE_NAMES.includes(rule)) return sendErrorPage(request, reply, 404)
    const { typed, faults } = readSentence(request.body)
    if (faults.note) return sendRules(request, reply.code(422), { rule, note: typed.note, faults })
    await pauseRule(site, rule, request.moderator, typed.note)
    return reply.seeOther('/desk/rules?done=paused')
  })

  desk.post('/:rule/resumption', async (request: Request, reply) => {
    const { rule } = request.params
    if (!RULE_NAMES.includes(rule)) return sendErrorPage(request, reply, 404)
    await resumeRule(site, rule, request.moderator)
    return reply.seeOther('/desk/rules?done=resumed')
  })

  // Where a form that came back stands in the address bar.
  for (const act of ['pause', 'resumption'])
    desk.get(`/:rule/${act}`, (_request, reply) => reply.seeOther('/desk/rules'))
}
