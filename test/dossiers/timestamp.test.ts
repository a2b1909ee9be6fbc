import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { check, commandsOf, makeArchive, pack, spoil } from '../support/archive.js'
import { addConfirmed } from '../support/confirmed.js'
import { addPetition } from '../support/factories.js'
import { getFile } from '../support/reader.js'
import { startSite } from '../support/site.js'
import { startAuthority } from '../support/time-stamping.js'

async function startStamped(t: Parameters<typeof startSite>[0]) {
  const authority = await startAuthority(t)
  const site = await startSite(t, { TSA_URL: authority.url.replace('http://', 'http://us:pass%20word@') })
  const petition = await addPetition(site)
  await addConfirmed(site, petition, [{ name: 'Ada Lovelace' }, { name: 'Õie Žáček' }])
  return { authority, site }
}

t.test(
  'an authority says when a dossier was there, and its reader asks nobody but that authority',
  async (t) => {
    const { authority, site } = await startStamped(t)

    const { zip, files } = await makeArchive(site)

    t.strictSame([...files.keys()].slice(-4), [
      'manifest.json',
      'manifest.sig',
      'manifest.tsr',
      'manifest.tsr.sig',
    ])
    const manifest = JSON.parse(files.get('manifest.json')!.toString())
    t.strictSame(manifest.timestamp, { authority: authority.url, file: 'manifest.tsr' })
    t.notMatch(files.get('manifest.json')!.toString(), 'pass', 'what signs in there is not told')
    t.strictSame(authority.authorizations, [`Basic ${Buffer.from('us:pass word').toString('base64')}`])
    const { faults, about } = await check(zip)
    t.strictSame(faults, [])
    t.match(about?.stampedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)

    const folder = mkdtempSync(join(tmpdir(), 'clameur-stamped-'))
    t.teardown(() => rmSync(folder, { recursive: true }))
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
    writeFileSync(join(folder, 'authority.pem'), authority.pem)
    const run = (line: string) => spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' })
    const commands = commandsOf(files)
    t.equal(commands.length, 5)
    for (const line of commands) t.equal(run(line).status, 0, line)
    t.match(run(commands[3]!).stdout + run(commands[3]!).stderr, /Verification: OK/)
    t.match(run(commands[4]!).stdout, /Time stamp: /)
    writeFileSync(join(folder, 'manifest.json'), spoil(files.get('manifest.json')!))
    t.not(run(commands[3]!).status, 0)
  },
)

t.test('a timestamp that was changed, taken out, or is of something else is named', async (t) => {
  const { authority, site } = await startStamped(t)
  const { zip, files } = await makeArchive(site)
  const changed = async (name: string, bytes: Buffer | undefined) => {
    const others = new Map(files)
    if (bytes) others.set(name, bytes)
    else others.delete(name)
    return (await check(await pack(others))).faults
  }

  const stamp = files.get('manifest.tsr')!
  for (let at = 0; at < stamp.length; at += 7) {
    const bytes = Buffer.from(stamp)
    bytes[at]! ^= 1
    t.match(await changed('manifest.tsr', bytes), [{ fault: /^timestamp/ }], `byte ${at}`)
  }
  t.strictSame(await changed('manifest.tsr.sig', spoil(files.get('manifest.tsr.sig')!)), [
    { fault: 'timestamp-signature' },
  ])
  t.strictSame(await changed('manifest.tsr', undefined), [{ fault: 'missing', file: 'manifest.tsr' }])
  t.strictSame(await changed('manifest.tsr.sig', undefined), [{ fault: 'missing', file: 'manifest.tsr.sig' }])
  t.strictSame(await changed('manifest.tsr', Buffer.alloc(0)), [{ fault: 'timestamp' }])
  const ofAnother = await makeArchive(site)
  t.strictSame(await changed('manifest.tsr', ofAnother.files.get('manifest.tsr')), [{ fault: 'timestamp' }])
  t.equal(authority.queries.length, 2)
  t.strictSame((await check(zip)).faults, [])
})

t.test('without an answer that is good the dossier is made all the same, and says so', async (t) => {
  const { authority, site } = await startStamped(t)
  const first = await makeArchive(site)
  const [old] = authority.queries
  const answers: [string, typeof authority.answer][] = [
    ['an error', () => ({ status: 500, body: Buffer.from('no') })],
    ['a page', () => ({ body: Buffer.from('<html>') })],
    ['nothing', () => ({ body: Buffer.alloc(0) })],
    ['an answer to another question', () => ({ body: authority.stamp(old!) })],
    ['a refusal', () => ({ body: Buffer.from('30053003020102', 'hex') })],
    ['a flood', () => ({ body: Buffer.alloc(1_000_000, 0x30) })],
  ]

  for (const [what, answer] of answers) {
    authority.answer = answer
    // Codes for names are five an hour.
    site.wait(3_600_000)
    const asked = authority.queries.length
    const { place, zip, files } = await makeArchive(site)
    t.equal(authority.queries.length - asked, 3, `${what}: asked three times, and no more`)
    t.notOk(files.has('manifest.tsr'), what)
    t.notOk(files.has('manifest.tsr.sig'), what)
    t.match(JSON.parse(files.get('manifest.json')!.toString()), {
      timestamp: { authority: authority.url, file: null },
    })
    t.strictSame((await check(zip)).faults, [], what)
    t.match((await site.get(place)).body, 'Without a timestamp: the authority did not answer')
    const foreign = new Map(files).set('manifest.tsr', first.files.get('manifest.tsr')!)
    t.strictSame((await check(await pack(foreign))).faults, [{ fault: 'added', file: 'manifest.tsr' }])
  }
})

t.test('an authority that answers at the second try is believed', async (t) => {
  const { authority, site } = await startStamped(t)
  authority.answer = () => {
    authority.answer = undefined
    return { status: 503, body: Buffer.alloc(0) }
  }

  const { files } = await makeArchive(site)

  t.ok(files.has('manifest.tsr'))
  t.equal(authority.queries.length, 2)
})

t.test(
  'a worker that dies between the manifest and its timestamp leaves nothing that does not fit',
  async (t) => {
    const { site } = await startStamped(t)
    const { place } = await makeArchive(site)
    // As it is when a worker died after the manifest was finished, and one that died before that.
    for (const lost of [
      ['manifest.sig', 'manifest.tsr', 'manifest.tsr.sig'],
      ['manifest.json', 'manifest.sig', 'manifest.tsr', 'manifest.tsr.sig'],
    ]) {
      const { id } = await site.db.selectFrom('dossiers').select('id').executeTakeFirstOrThrow()
      await site.db.deleteFrom('dossierFiles').where('file', 'in', lost).execute()
      await site.db
        .updateTable('dossiers')
        .set({ state: 'due', readyAt: null })
        .where('id', '=', id)
        .execute()
      await site.work('dossiers')

      const { rawPayload } = await getFile(site, `${place}/dossiers/${id}/dossier.zip`)
      const { faults, about } = await check(rawPayload)
      t.strictSame(faults, [])
      t.ok(about?.stampedAt)
    }
  },
)
