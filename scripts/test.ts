/**
 * Runs the tests on a machine that has nothing but Node: starts PostgreSQL for them, runs tap, and counts.
 *
 *   npm test                                  every test
 *   npm test -- test/signatures/sign.test.ts  some of them
 */

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findFreePort, startEmbedded } from '../src/database/embedded.js'
import { findBrowser } from './browser.js'

const dataDir = mkdtempSync(join(tmpdir(), 'clameur-tests-'))
// A test database lives for seconds: nothing is lost when the machine loses power.
const server = await startEmbedded(dataDir, {
  flags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
})

const redis = await startRedis()
const asked = process.argv
  .slice(2)
  .map((path) => path.replace(/^(?!dist\/)/, 'dist/').replace(/\.ts$/, '.js'))
const files = asked.length > 0 ? asked : findTests('dist/test')
let code = 1
try {
  // tap loads what `tap build` made from .taprc; a fresh install does not have it yet.
  if (!existsSync('.tap/plugins')) spawnSync('npx', ['tap', 'build'], { stdio: 'ignore' })
  code = await runTap(files, await findBrowser())
} finally {
  redis?.stop()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
process.exit(code)

/**
 * The second engine of the queues: TEST_REDIS_URL, or a redis-server of this machine. Without either that half of
 * the queue's tests cannot run: said here, counted nowhere, and a failure where CI is set.
 */
async function startRedis(): Promise<{ url: string; stop(): void } | undefined> {
  const given = process.env.TEST_REDIS_URL
  if (given) return { url: given, stop() {} }

  const port = await findFreePort()
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const program = spawn('redis-server', [...flags, '--dir', dataDir], { stdio: ['ignore', 'pipe', 'ignore'] })
  const started = await new Promise<boolean>((resolve) => {
    program.once('error', () => resolve(false)).once('exit', () => resolve(false))
    program.stdout.on('data', (chunk) => {
      if (String(chunk).includes('Ready to accept connections')) resolve(true)
    })
  })
  if (started) return { url: `redis://127.0.0.1:${port}`, stop: () => void program.kill() }

  process.stdout.write(
    'Redis: no TEST_REDIS_URL and no redis-server here, so the queues are tested on PostgreSQL only\n',
  )
  if (process.env.CI !== 'true') return undefined
  process.stdout.write('0 passed, 1 failed\n')
  await server.stop()
  process.exit(1)
}

function findTests(folder: string): string[] {
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // A compiled test whose source is gone is no test any more.
      .filter((file) => file.endsWith('.test.js') && existsSync(join('test', file.replace(/js$/, 'ts'))))
      .map((file) => join(folder, file))
      .sort()
  )
}

async function runTap(paths: string[], browser: Record<string, string>): Promise<number> {
  const env = {
    ...process.env,
    ...browser,
    TEST_DATABASE_URL: server.url,
    TEST_REDIS_URL: redis?.url,
    NODE_ENV: 'test',
  }
  const tap = spawn('npx', ['tap', 'run', '--reporter=tap', ...paths], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let counts = ''
  let inFailure = false
  // One line a file, and all that is said of a failed assertion.
  createInterface({ input: tap.stdout }).on('line', (line) => {
    if (line.startsWith('# {')) counts = line
    if (/^\s*not ok /.test(line)) inFailure = true
    else if (/^\s*(ok |# Subtest)/.test(line)) inFailure = false
    if (inFailure || /^(ok |Bail out)/.test(line)) process.stdout.write(`${line.replace(/ \{$/, '')}\n`)
  })
  const status = await new Promise<number>((resolve) => tap.on('close', (exit) => resolve(exit ?? 1)))
  const pass = Number(/pass: (\d+)/.exec(counts)?.[1] ?? 0)
  const fail =
    Number(/fail: (\d+)/.exec(counts)?.[1] ?? 0) + (status !== 0 && !/fail: [1-9]/.test(counts) ? 1 : 0)
  const skip = Number(/skip: (\d+)/.exec(counts)?.[1] ?? 0)
  process.stdout.write(`${pass} passed, ${fail} failed${skip > 0 ? `, ${skip} skipped` : ''}\n`)
  return status === 0 && fail === 0 && pass > 0 ? 0 : 1
}
