/**
 * Compiles into dist/, and takes out what no source stands behind any more: a migration that was renamed or a test
 * that was deleted would otherwise run on in an old checkout. Nothing else is touched, so a service that runs from
 * dist/ meanwhile goes on.
 */

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const { status } = spawnSync('tsc', ['-p', '.'], { stdio: 'inherit', shell: process.platform === 'win32' })
for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  const source = /^(.*)\.js(\.map)?$/.exec(file)?.[1]
  if (source && !existsSync(`${source}.ts`)) rmSync(join('dist', file))
}
process.exit(status ?? 1)
