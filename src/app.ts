/** Builds the whole site without listening. The list of features at the end is the site map. */

import { fileURLToPath } from 'node:url'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import view from '@fastify/view'
import { Eta } from 'eta'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { accountRoutes } from './accounts/routes.js'
import { appealRoutes } from './appeals/routes.js'
import { bounceRoutes } from './bounces/routes.js'
import { browseRoutes } from './browse/routes.js'
import { campaignerDeliveryRoutes } from './campaigners/delivery-routes.js'
import { officialCountRoutes } from './campaigners/official-count-routes.js'
import { campaignerRoutes } from './campaigners/routes.js'
import { ageKeyRoutes } from './decision-makers/age-key-routes.js'
import { leavingRoutes } from './decision-makers/delegate-routes.js'
import { replyRoutes as decisionReplyRoutes } from './decision-makers/reply-routes.js'
import { decisionMakerRoutes } from './decision-makers/routes.js'
import type { Deps } from './deps.js'
import { ruleRoutes } from './detection/rule-routes.js'
import { devRoutes } from './dev/routes.js'
import { disputeRoutes } from './disputes/desk-routes.js'
import { dossierRoutes } from './dossiers/routes.js'
import { homeRoutes } from './home/routes.js'
import { informationRoutes } from './information/routes.js'
import { launchRoutes } from './launch/routes.js'
import { legalRoutes } from './legal/routes.js'
import { deskMailRoutes } from './moderation/mail-routes.js'
import { moderationRoutes } from './moderation/routes.js'
import { mySignaturesRoutes } from './my-signatures/routes.js'
import { observeRequests } from './operations/metrics.js'
import { operationsRoutes } from './operations/routes.js'
import { settingsRoutes } from './operations/settings-routes.js'
import { outcomeRoutes } from './outcomes/routes.js'
import { paperLogRoutes } from './paper/log-routes.js'
import { paperRoutes } from './paper/routes.js'
import { passkeyRoutes } from './passkeys/routes.js'
import { peopleRoutes } from './people/routes.js'
import { petitionPageRoutes } from './petition-page/routes.js'
import { PICTURE_LIMIT } from './petitions/pictures.js'
import { petitionPictureRoutes } from './petitions/routes.js'
import { quarantineRoutes } from './quarantine/routes.js'
import { reportRoutes } from './reports/routes.js'
import { retentionRoutes } from './retention/routes.js'
import { reversalRoutes } from './reversals/routes.js'
import { sampleCheckRoutes } from './sample-checks/routes.js'
import { signatureRoutes } from './signatures/routes.js'
import { tallyLogRoutes } from './tally-log/routes.js'
import { transparencyRoutes } from './transparency/routes.js'
import { unsubscribeRoutes } from './unsubscribe/routes.js'
import { verdictRoutes } from './verdicts/routes.js'
import { assetRoutes } from './web/assets.js'
import { addErrorPages, sendErrorPage, sendUnreadableAddress } from './web/errors.js'
import { addPages } from './web/page.js'
import { readerOf } from './web/reader.js'
import { comesFromHere } from './web/same-site.js'
import { HTTPS_HEADERS, SECURITY_HEADERS } from './web/security-headers.js'
import { openSite } from './web/site.js'

/** A long petition in Markdown is 50 KB; pictures have a limit of their own. */
const BODY_LIMIT = 256 * 1024

const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS'])

export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const { config, log } = deps
  const site = openSite(deps)
  const headers = { ...SECURITY_HEADERS, ...(config.publicUrl.startsWith('https:') ? HTTPS_HEADERS : {}) }
  const app: FastifyInstance = Fastify({
    loggerInstance: log,
    // Fastify's own lines carry addresses, and ours hold tokens; `observeRequests` writes lines without them.
    logController: new LogController({ disableRequestLogging: true }),
    // No line is written by a request's own logger, so none needs one made.
    childLoggerFactory: (logger) => logger as never,
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    bodyLimit: BODY_LIMIT,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => {
      const status = error.code === 'FST_ERR_BAD_URL' ? 400 : 404
      void sendUnreadableAddress(app, request, reply as never, { status, headers })
    },
  }) as unknown as FastifyInstance

  await app.register(cookie)
  await app.register(formbody, { bodyLimit: BODY_LIMIT })
  // Forms are all this site reads; JSON would only widen what has to be checked.
  app.removeContentTypeParser(['application/json', 'text/plain'])
  await app.register(view, {
    engine: {
      eta: new Eta({
        views: fileURLToPath(new URL('../../views', import.meta.url)),
        cache: !config.reloadViews,
        autoTrim: ['nl', false],
      }),
    },
    root: fileURLToPath(new URL('../../views', import.meta.url)),
    viewExt: 'eta',
  })

  app.decorateRequest('reader', null as never)
  addPages(app)
  addErrorPages(app, deps)
  observeRequests(app, deps)

  // With a callback: a promise for every request would cost a hot page as much as its look-up.
  app.addHook('onRequest', (request, reply, done) => {
    request.reader = readerOf(request)
    reply.headers(headers)
    // PostgreSQL's text holds no null byte, and no honest address holds one either.
    if (request.url.includes('%00')) sendErrorPage(request, reply, 400).catch(done)
    else if (!CHANGES_NOTHING.has(request.method) && !comesFromHere(request, config.publicUrl))
      sendErrorPage(request, reply, 403).catch(done)
    else done()
  })

  app.addHook('onClose', () => site.levels.close())

  assetRoutes(app)
  accountRoutes(app, site)
  passkeyRoutes(app, site)
  petitionPictureRoutes(app, site)
  // Reading files adds work to every request of its scope: the pages that everybody reads stay outside.
  await app.register(async (scope) => {
    await scope.register(multipart, {
      limits: { fileSize: PICTURE_LIMIT, files: 1, fields: 30, fieldSize: BODY_LIMIT },
    })
    launchRoutes(scope, site)
    unsubscribeRoutes(scope, site)
    deskMailRoutes(scope, site)
    decisionReplyRoutes(scope, site)
    leavingRoutes(scope, site)
    paperRoutes(scope, site)
  })
  signatureRoutes(app, site)
  tallyLogRoutes(app, site)
  verdictRoutes(app, site)
  decisionMakerRoutes(app, site)
  ageKeyRoutes(app, site)
  dossierRoutes(app, site)
  sampleCheckRoutes(app, site)
  moderationRoutes(app, site)
  peopleRoutes(app, site)
  ruleRoutes(app, site)
  settingsRoutes(app, site)
  campaignerRoutes(app, site)
  outcomeRoutes(app, site)
  campaignerDeliveryRoutes(app, site)
  officialCountRoutes(app, site)
  disputeRoutes(app, site)
  paperLogRoutes(app, site)
  mySignaturesRoutes(app, site)
  retentionRoutes(app, site)
  legalRoutes(app, site)
  petitionPageRoutes(app, site)
  reportRoutes(app, site)
  bounceRoutes(app, site)
  reversalRoutes(app, site)
  appealRoutes(app, site)
  quarantineRoutes(app, site)
  browseRoutes(app, site)
  homeRoutes(app, site)
  transparencyRoutes(app, site)
  informationRoutes(app, site)
  devRoutes(app, site)
  operationsRoutes(app, site)
  return app
}
