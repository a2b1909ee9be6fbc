/** The service as `npm start` runs it: a process of its own, with the settings of its environment. */

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { findFreePort } from '../../src/database/embedded.js'
import { until } from './queues.js'

export interface Ended {
  code: number | null
  signal: string | null
}

export interface Spawned {
  url: string
  /** All it has said so far. */
  said(): string
  /** Waits until pages are answered. */
  ready(): Promise<void>
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ended>
  ended: Promise<Ended>
}

export function temporaryFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'clameur-service-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }))
  return folder
}

/** Starts it; what a test leaves running is stopped with the test. */
export async function spawnService(t: Test, settings: Record<string, string>): Promise<Spawned> {
  const port = Number(settings.PORT ?? (await findFreePort()))
  const { PATH, HOME } = process.env
  const service = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js'], {
    env: { PATH, HOME, PORT: String(port), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [service.stdout, service.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const ended = new Promise<Ended>((resolve) =>
    service.once('close', (code, signal) => resolve({ code, signal })),
  )
  t.teardown(async () => {
    if (isRunning(service)) service.kill('SIGTERM')
    await ended
  })

  const url = `http://127.0.0.1:${port}`
  return {
    url,
    said: () => said,
    ended,
    async ready() {
      await until(
        'the service answers',
        async () => {
          if (!isRunning(service)) throw new Error(`The service ended: ${said}`)
          return (await fetch(`${url}/readyz`).catch(() => undefined))?.ok === true
        },
        // Of no interest to any test; a machine that does much else at once needs it.
        180_000,
      )
    },
    end(signal) {
      service.kill(signal)
      return ended
    },
  }
}

function isRunning(service: ChildProcess): boolean {
  return service.exitCode === null && service.signalCode === null
}
