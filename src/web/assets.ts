/** Style, script and fonts: addressed by their content, so that a browser keeps them for a year. */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const folder = fileURLToPath(new URL('../../../views/assets', import.meta.url))

/** Scripts of libraries, as they are published; only the pages that need one ask for it. */
const PUBLISHED: Record<string, string> = {
  // ALTCHA's own solver, for a petition that looks attacked.
  'altcha-pbkdf2.js': fileURLToPath(import.meta.resolve('altcha/workers/pbkdf2')),
  // What turns the site's words for passkeys into the browser's, and back.
  'webauthn.js': fileURLToPath(
    new URL('../dist/bundle/index.umd.min.js', import.meta.resolve('@simplewebauthn/browser')),
  ),
}

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  txt: 'text/plain; charset=utf-8',
}

interface Asset {
  bytes: Buffer
  type: string
  hash: string
  br: Buffer | undefined
  gzip: Buffer | undefined
}

const assets = new Map<string, Asset>()

function load(): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  // Fonts first: the stylesheet names them, and its own hash must change with theirs.
  for (const entry of files.sort(
    (a, b) => Number(a.name.endsWith('.css')) - Number(b.name.endsWith('.css')),
  )) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length + 1)
    const type = TYPES[name.split('.').pop()!]
    if (!type) continue
    keep(name, type, readFileSync(path))
  }
  for (const [name, path] of Object.entries(PUBLISHED)) keep(name, TYPES.js!, readFileSync(path))
}

function keep(name: string, type: string, read: Buffer): void {
  let bytes = read
  if (name.endsWith('.css')) {
    bytes = Buffer.from(
      bytes.toString().replace(/url\("?(fonts\/[^")]+)"?\)/g, (_, font) => `url(${assetUrl(font)})`),
    )
  }
  const text = /^text|svg/.test(type)
  assets.set(name, {
    bytes,
    type,
    hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 10),
    br: text ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) : undefined,
    gzip: text ? gzipSync(bytes, { level: 9 }) : undefined,
  })
}
load()

/** `clameur.css` → `/assets/clameur.css?v=…`. */
export function assetUrl(name: string): string {
  return `/assets/${name}?v=${assets.get(name)?.hash ?? '0'}`
}

export function assetRoutes(app: FastifyInstance): void {
  app.get('/assets/*', (request, reply) => {
    const asset = assets.get((request.params as { '*': string })['*'])
    if (!asset) return reply.callNotFound()
    const accepted = request.headers['accept-encoding'] ?? ''
    reply
      .header('content-type', asset.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
    if (asset.br && /\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(asset.br)
    if (asset.gzip && /\bgzip\b/.test(accepted))
      return reply.header('content-encoding', 'gzip').send(asset.gzip)
    return reply.send(asset.bytes)
  })
}
