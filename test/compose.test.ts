/** The production shape, as far as it can be checked without an engine that runs it. */

import { existsSync, readFileSync } from 'node:fs'
import t from 'tap'
import { parse } from 'yaml'
import { readConfig } from '../src/config.js'

interface Service {
  image?: string
  environment?: Record<string, string>
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { test: string[] }
  volumes?: string[]
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>
  volumes: Record<string, unknown>
}
const dockerfile = readFileSync('Dockerfile', 'utf8')
const ours = ['web', 'worker']

/** As compose fills in `${NAME:-default}` and `${NAME:?fault}`. */
function fillIn(text: string, given: Record<string, string>): string {
  return text.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    if (given[name]) return given[name]
    if (kind === '?') throw new Error(`${name}: ${rest}`)
    return rest
  })
}

function environmentOf(name: string, given: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(compose.services[name]!.environment ?? {}).map(([variable, value]) => [
      variable,
      fillIn(String(value), given),
    ]),
  )
}

const given = { SECRET_KEY: Buffer.alloc(32, 1).toString('base64') }
const ofTheImage = { NODE_ENV: 'production', HOST: '0.0.0.0', PORT: '3000', DATA_DIR: '/data' }

for (const name of ours)
  t.test(`the ${name} of the compose file starts with the settings it is given`, async (t) => {
    const config = readConfig({ ...ofTheImage, ...environmentOf(name, given) })

    t.equal(config.role, name)
    t.ok(config.production)
    t.match(config.databaseUrl, /@postgres:5432\/clameur$/)
    t.equal(config.redisUrl, 'redis://queue:6379')
    t.equal(config.smtpUrl, 'smtp://mail:1025')
  })

t.test('every variable of the compose file is one that the service reads', async (t) => {
  const read = new Set(readFileSync('src/config.ts', 'utf8').match(/\b[A-Z]+(?:_[A-Z]+)*\b/g))

  for (const name of ours)
    for (const variable of Object.keys(compose.services[name]!.environment!))
      t.ok(read.has(variable), `${variable} of ${name}`)
})

t.test('without a SECRET_KEY compose says what to do', async (t) => {
  t.throws(() => environmentOf('web', {}), /SECRET_KEY: write 32 random bytes/)
})

t.test(
  'everything that something waits for can tell that it is ready, and every volume is declared',
  async (t) => {
    for (const [name, service] of Object.entries(compose.services)) {
      for (const [needed, { condition }] of Object.entries(service.depends_on ?? {})) {
        t.equal(condition, 'service_healthy')
        t.ok(compose.services[needed]?.healthcheck, `${name} waits for ${needed}`)
      }
      for (const volume of service.volumes ?? []) t.ok(volume.split(':')[0]! in compose.volumes, volume)
    }
  },
)

t.test('the image is built from what exists, and runs as nobody special', async (t) => {
  t.match(dockerfile, /^USER node$/m)
  t.match(dockerfile, /^HEALTHCHECK /m)
  for (const [variable, value] of Object.entries(ofTheImage))
    t.match(dockerfile, new RegExp(`\\b${variable}=${value.replaceAll('.', '\\.')}\\b`))

  const ignored = readFileSync('.dockerignore', 'utf8')
  for (const [, sources] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm))
    for (const source of sources!.split(' ')) {
      t.ok(existsSync(source), `${source} exists`)
      t.match(ignored, new RegExp(`^!${source.replaceAll('.', '\\.')}$`, 'm'), `${source} is let in`)
    }
})
