import { spawnSync } from 'node:child_process'
import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { checkSecretKey } from '../../src/keys/check-secret-key.js'
import { Keyring } from '../../src/keys/keyring.js'
import { rotateKeys } from '../../src/keys/rotate.js'
import { openSigner, replaceSigningKey } from '../../src/keys/signing.js'
import { startSite, type TestSite } from '../support/site.js'

interface PublishedKey {
  kid: string
  x: string
  pem: string
  from: string
  until: string | null
}

async function publishedKeys(site: TestSite): Promise<PublishedKey[]> {
  site.wait(1)
  const answer = await site.get('/.well-known/clameur-keys.json')
  return answer.json().keys
}

const FILE = Buffer.from('number,act\r\n7,strike\r\n')

t.test('a file is signed with one key, whoever asks first, and its public half is published', async (t) => {
  const site = await startSite(t)

  const signers = await Promise.all([1, 2, 3].map(() => openSigner(site.deps)))

  t.equal(new Set(signers.map(({ keyId }) => keyId)).size, 1)
  const answer = await site.get('/.well-known/clameur-keys.json')
  t.equal(answer.headers['access-control-allow-origin'], '*')
  const { keys } = answer.json()
  t.match(keys, [{ kty: 'OKP', crv: 'Ed25519', use: 'sig', kid: signers[0]!.keyId, until: null }])
  t.ok(verify(null, FILE, createPublicKey(keys[0].pem), signers[0]!.sign(FILE)))
  t.notOk(verify(null, Buffer.from('7,correct'), createPublicKey(keys[0].pem), signers[0]!.sign(FILE)))
  t.strictSame(
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: keys[0].x }, format: 'jwk' }).export({
      format: 'jwk',
    }),
    createPublicKey(keys[0].pem).export({ format: 'jwk' }),
  )
})

t.test('a replaced key signs no more, and stays published for what it signed', async (t) => {
  const site = await startSite(t)
  const old = await openSigner(site.deps)
  const signature = old.sign(FILE)
  site.wait(60_000)

  const id = await replaceSigningKey(site.deps)

  t.equal((await openSigner(site.deps)).keyId, id)
  const [now, before] = await publishedKeys(site)
  t.match([now, before], [{ kid: id, until: null }, { kid: old.keyId }])
  t.equal(before!.until, now!.from)
  t.ok(verify(null, FILE, createPublicKey(before!.pem), signature))
})

t.test('rotating SECRET_KEY keeps the signing keys; another SECRET_KEY is noticed', async (t) => {
  const site = await startSite(t)
  const { db, deps } = site
  const { keyId } = await openSigner(deps)
  const newKey = Buffer.alloc(32, 9)

  const { unopened } = await rotateKeys({
    db,
    keyring: new Keyring(newKey, deps.config.secretKey),
    secretKey: newKey,
  })

  t.strictSame(unopened, [])
  const keyring = new Keyring(newKey)
  await checkSecretKey(keyring, db)
  const signer = await openSigner({ ...deps, keyring })
  t.equal(signer.keyId, keyId)
  const [key] = await publishedKeys(site)
  t.ok(verify(null, FILE, createPublicKey(key!.pem), signer.sign(FILE)))
  await t.rejects(checkSecretKey(new Keyring(Buffer.alloc(32, 8)), db), /is not the key/)
})

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

t.test(
  'openssl alone checks a signature and the id of its key',
  { skip: !hasOpenssl && 'no openssl at hand' },
  async (t) => {
    const site = await startSite(t)
    const signer = await openSigner(site.deps)
    const [key] = await publishedKeys(site)
    const folder = mkdtempSync(join(tmpdir(), 'clameur-signed-'))
    t.teardown(() => rmSync(folder, { recursive: true, force: true }))
    const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content)
    write('key.pem', key!.pem)
    write('file', FILE)
    write('file.sig', signer.sign(FILE))
    write('members', JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x: key!.x }))
    const openssl = (...args: string[]) => spawnSync('openssl', args, { cwd: folder })
    const check = () =>
      openssl(
        ...['pkeyutl', '-verify', '-pubin', '-inkey', 'key.pem', '-rawin', '-in', 'file'],
        ...['-sigfile', 'file.sig'],
      )

    const good = check()
    t.match(good.stdout.toString(), 'Signature Verified Successfully')
    t.equal(good.status, 0)
    t.equal(openssl('dgst', '-sha256', '-binary', 'members').stdout.toString('base64url'), key!.kid)

    write('file', `${FILE}8,strike\r\n`)
    t.not(check().status, 0, 'a line added is noticed')
  },
)
