/** A time-stamping authority of the test's own, which is `openssl ts` behind a door. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'

export interface Authority {
  url: string
  /** The certificate that its readers trust. */
  pem: Buffer
  /** What it was asked, the first first. */
  queries: Buffer[]
  /** The `Authorization` of each. */
  authorizations: (string | undefined)[]
  /** Set to answer something else in its place. */
  answer: ((query: Buffer) => { status?: number; body: Buffer }) | undefined
  /** As it would answer a question. */
  stamp(query: Buffer): Buffer
}

export async function startAuthority(t: Test): Promise<Authority> {
  const folder = mkdtempSync(join(tmpdir(), 'clameur-authority-'))
  const openssl = (...args: string[]) => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`)
  }
  openssl(
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
    ...['-subj', '/CN=An authority', '-addext', 'extendedKeyUsage=critical,timeStamping'],
    ...['-keyout', 'key.pem', '-out', 'authority.pem', '-days', '2'],
  )
  writeFileSync(
    join(folder, 'authority.cnf'),
    `[one]
serial = serial
signer_cert = authority.pem
certs = authority.pem
signer_key = key.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`,
  )
  writeFileSync(join(folder, 'serial'), '01\n')

  const authority: Authority = {
    url: '',
    pem: readFileSync(join(folder, 'authority.pem')),
    queries: [],
    authorizations: [],
    answer: undefined,
    stamp(query) {
      writeFileSync(join(folder, 'query.tsq'), query)
      const files = ['-queryfile', 'query.tsq', '-out', 'answer.tsr']
      openssl('ts', '-reply', '-config', 'authority.cnf', '-section', 'one', ...files)
      return readFileSync(join(folder, 'answer.tsr'))
    },
  }
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const query = Buffer.concat(pieces)
    authority.queries.push(query)
    authority.authorizations.push(request.headers.authorization)
    const { status = 200, body } = authority.answer?.(query) ?? { body: authority.stamp(query) }
    response.writeHead(status, { 'content-type': 'application/timestamp-reply' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  authority.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return authority
}
