/** A Chromium for the tests: CHROME_PATH, the machine's own, or the one inside an npm package. */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OF_THE_MACHINE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The environment that tells `test/support/browser.ts` what to start. */
export async function findBrowser(): Promise<Record<string, string>> {
  const own = process.env.CHROME_PATH || OF_THE_MACHINE.find((path) => existsSync(path))
  if (own) return { CHROME_PATH: own }

  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  const path = await chromium.executablePath()
  const env: Record<string, string> = { CHROME_PATH: path }
  // A bare machine lacks libraries that the package brings along, and fonts.
  if (spawnSync('ldd', [path], { encoding: 'utf8' }).stdout?.includes('not found')) {
    const files = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../../bin')
    env.CHROME_LIBRARIES = join(await inflate(join(files, 'al2023.tar.br')), 'lib')
  }
  if (!existsSync('/etc/fonts')) env.FONTCONFIG_PATH = join(dirname(path), 'fonts')
  return env
}
