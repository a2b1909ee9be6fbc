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
import { startEmbedded } from '../src/database/embedded.js'

const dataDir = mkdtempSync(join(tmpdir(), 'clameur-tests-'))
// A test database lives for seconds: nothing is lost when the machine loses power.
const server = await startEmbedded(dataDir, {
  flags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
})

const asked = process.argv
  .slice(2)
  .map((path) => path.replace(/^(?!dist\/)/, 'dist/').replace(/\.ts$/, '.js'))
const files = asked.length > 0 ? asked : findTests('dist/test')
let code = 1
try {
  // tap loads what `tap build` made from .taprc; a fresh install does not have it yet.
  if (!existsSync('.tap/plugins')) spawnSync('npx', ['tap', 'build'], { stdio: 'ignore' })
  code = await runTap(files)
} finally {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
process.exit(code)

function findTests(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.js'))
    .map((file) => join(folder, file))
    .sort()
}

async function runTap(paths: string[]): Promise<number> {
  const env = { ...process.env, TEST_DATABASE_URL: server.url, NODE_ENV: 'test' }
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
