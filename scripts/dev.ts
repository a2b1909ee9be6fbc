/**
 * The service while it is written: the compiler watches, and what it compiles is started anew. Templates are read
 * for every page, so a changed one shows with the next.
 *
 *   npm run dev
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { createInterface } from 'node:readline'

const compiler = spawn(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', '.', '--watch', '--preserveWatchOutput'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)
let service: ChildProcess | undefined
let stopping = false
let restarting = Promise.resolve()
let later: NodeJS.Timeout | undefined

createInterface({ input: compiler.stdout }).on('line', (line) => {
  if (/Found 0 errors/.test(line)) restart()
  // A compile that failed leaves the last good service running.
  else if (!/^\s*$|Starting|File change detected/.test(line)) process.stdout.write(`${line}\n`)
})
// Styles and scripts are read at the start, for the hash in their address.
watch('views/assets', { recursive: true }, restart)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    clearTimeout(later)
    compiler.kill()
    restarting = restarting.then(stopService).then(() => process.exit(0))
  })

/** An editor that saves several files causes one restart. */
function restart(): void {
  clearTimeout(later)
  later = setTimeout(() => {
    restarting = restarting.then(stopService).then(startService)
  }, 150)
}

function startService(): void {
  if (stopping) return
  service = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js'], {
    stdio: 'inherit',
    env: { NODE_ENV: 'development', ...process.env },
  })
}

async function stopService(): Promise<void> {
  const running = service
  if (!running || running.exitCode !== null || running.signalCode !== null) return
  const ended = new Promise((resolve) => running.once('exit', resolve))
  running.kill('SIGTERM')
  await ended
}
