/**
 * Checks a dossier without the service that made it.
 *
 *   npm run dossier:verify FILE.zip
 *   npm run dossier:verify FILE.zip clameur-keys.json    the signature must be by one of these keys
 *
 * `clameur-keys.json` is what the site publishes at /.well-known/clameur-keys.json. Names the first thing that is
 * wrong, then the others; exits non-zero unless all is right. Speaks French where LANG does.
 */

import { openAsBlob, readFileSync } from 'node:fs'
import { checkDossier, type Fault } from '../src/dossiers/verify/check.js'
import { nodeSums } from '../src/dossiers/verify/node.js'
import { type MessageKey, translatorFor } from '../src/i18n/translate.js'

const [file, keysFile] = process.argv.slice(2)
const { t, number } = translatorFor(/^fr/i.test(process.env.LANG ?? '') ? 'fr' : 'en')
const say = (line: string) => process.stdout.write(`${line}\n`)

if (!file) {
  process.stderr.write('Which dossier? npm run dossier:verify FILE.zip [clameur-keys.json]\n')
  process.exit(2)
}

try {
  process.exitCode = await run(file)
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  process.stderr.write(code ? `${message}\n` : `${(error as Error).stack}\n`)
  process.exitCode = 2
}

async function run(path: string): Promise<number> {
  const trusted = keysFile ? readKeys(keysFile) : []
  const { faults, about } = await checkDossier(await openAsBlob(path), {
    sums: nodeSums,
    trusted,
    onProgress: (name, share) =>
      showProgress(t('dossier-check.working', { file: name, share: Math.floor(share * 100) })),
  })
  showProgress('')
  if (about) {
    const { title, confirmed, asOf, files, key, site, stampedAt } = about
    say(t('dossier-check.about', { title, confirmed: number(confirmed), at: asOf, files }))
    const isTrusted = trusted.length > 0 && !faults.some(({ fault }) => fault === 'unknown-key')
    say(t(isTrusted ? 'dossier-check.trusted' : 'dossier-check.key', { key, site }))
    if (stampedAt) say(t('dossier-check.stamped', { at: stampedAt }))
  }
  for (const fault of faults) say(tell(fault))
  say(t(faults.length === 0 ? 'dossier-check.whole' : 'dossier-check.wrong'))
  return faults.length === 0 ? 0 : 1
}

function tell({ fault, ...params }: Fault): string {
  return t(`dossier-check.${fault}` as MessageKey, params)
}

/** PEMs of a key set as the site publishes it. */
function readKeys(path: string): string[] {
  const { keys } = JSON.parse(readFileSync(path, 'utf8')) as { keys: { pem: string }[] }
  return keys.map(({ pem }) => pem)
}

function showProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${line}`)
}
