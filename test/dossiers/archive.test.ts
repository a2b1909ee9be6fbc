import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import t from 'tap'
import { orderDossier } from '../../src/decision-makers/order-dossier.js'
import { makeDueDossiers } from '../../src/dossiers/make.js'
import { tokenOf } from '../../src/keys/links.js'
import { check, type Files, forge, pack, unpack } from '../support/archive.js'
import { type Page, startBrowser } from '../support/browser.js'
import { addConfirmed } from '../support/confirmed.js'
import { addPetition } from '../support/factories.js'
import { wordsOf } from '../support/pdf-text.js'
import { getFile } from '../support/reader.js'
import { startSite, type TestSite } from '../support/site.js'

/** People whose names are not written in the letters of the house's typefaces. */
const NAMES = [
  'Õie Žáček',
  '李小龙',
  'Withdrawn One',
  'Aside Two',
  'محمد علي',
  '김민준',
  'Ольга Ким',
  'Ελένη',
  'Ada 🌻',
  'अनिल',
]

async function makeArchive(site: TestSite): Promise<{ zip: Buffer; files: Files }> {
  const petition = await addPetition(site)
  const maker = await site.db
    .selectFrom('decisionMakers')
    .selectAll()
    .where('petitionId', '=', petition.id)
    .executeTakeFirstOrThrow()
  await addConfirmed(
    site,
    petition,
    Array.from({ length: 1_300 }, (_, index) => ({
      name: NAMES[index] ?? `Õie "Nu" Žáček 李 ${index}`,
      comment: index % 3 === 0 ? 'One, "two"\r\nand three' : undefined,
      postcode: index % 2 === 0 ? '75011' : '69007',
    })) as never,
  )
  await site.work()
  await site.db
    .updateTable('signatures')
    .set({ state: 'withdrawn' })
    .where('number', 'in', [3, 900])
    .execute()
  await site.db
    .updateTable('signatures')
    .set({ state: 'quarantined' })
    .where('number', 'in', [4, 5])
    .execute()
  await site.work()
  await site.db.updateTable('signatures').set({ state: 'confirmed' }).where('number', '=', 5).execute()
  await orderDossier(site.deps, maker)
  await makeDueDossiers(site.deps)
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const place = `/dossiers/${tokenOf(keys, 'decision-maker', { petitionId: petition.id, subjectId: maker.id })}`
  const { id } = await site.db
    .selectFrom('dossiers')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const answer = await getFile(site, `${place}/dossiers/${id}/dossier.zip`)
  t.match(answer.headers, {
    'content-type': 'application/zip',
    'content-disposition': /^attachment; filename="save-the-library-\d+-[\d-]+\.zip"$/,
  })
  const again = await getFile(site, `${place}/dossiers/${id}/dossier.zip`)
  t.ok(again.rawPayload.equals(answer.rawPayload), 'the same bytes each time')
  return { zip: answer.rawPayload, files: await unpack(answer.rawPayload) }
}

/** With poppler where it is installed, as a reader's program would; with our own reading elsewhere. */
function pdfText(pdf: Buffer): string {
  const read = spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
  return read.error ? wordsOf(pdf) : read.stdout
}

function isWholePdf(pdf: Buffer): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'clameur-pdf-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf)
    const read = spawnSync('qpdf', ['--check', join(folder, 'a.pdf')])
    return read.error ? /%%EOF\s*$/.test(pdf.toString('latin1')) : read.status === 0
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Lets a file fall on the page, as a hand with a mouse does. */
async function drop(page: Page, bytes: Buffer): Promise<void> {
  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer()
    const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (letter) => letter.charCodeAt(0))
    dataTransfer.items.add(new File([bytes], 'dossier.zip'))
    for (const name of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }))
  })()`)
}

t.test('a dossier proves itself', async (t) => {
  const site = await startSite(t)
  const { zip, files } = await makeArchive(site)
  const keys = JSON.parse((await site.get('/.well-known/clameur-keys.json')).body).keys as { pem: string }[]

  t.test('as it was made, nothing is wrong with it', async (t) => {
    const report = await check(
      zip,
      keys.map(({ pem }) => pem),
    )
    t.strictSame(report.faults, [])
    t.match(report.about, { confirmed: 1_297, files: files.size - 2 })
    t.strictSame(
      [...files.keys()],
      [
        'brief.pdf',
        'signatures.csv',
        'signatures.json',
        'signatures.schema.json',
        'signatures-001.pdf',
        'paper.csv',
        'reasons.pdf',
        'figures.csv',
        'petition.pdf',
        'petition.txt',
        'petition-version-1.hashed',
        'method.pdf',
        'removals.csv',
        'log-leaves.bin',
        'VERIFY.txt',
        'verify.html',
        'key.pem',
        'SHA256SUMS',
        'manifest.json',
        'manifest.sig',
      ],
    )
  })

  t.test('both lists tell the same, to the last letter', async (t) => {
    const { signatures } = JSON.parse(files.get('signatures.json')!.toString()) as {
      signatures: Record<string, unknown>[]
    }
    t.equal(signatures.length, 1_297)
    t.match(signatures[0], {
      number: 1,
      name: 'Õie Žáček',
      locality: 'Paris',
      postcode: '75011',
      reason: 'One, "two"\r\nand three',
      strength: 'L1',
    })
    t.notOk(signatures.some(({ number }) => [3, 900, 4].includes(number as number)))
    t.ok(signatures.some(({ number }) => number === 5))
  })

  t.test('names of the world stand in the volumes, and every PDF is whole', async (t) => {
    const words = pdfText(files.get('signatures-001.pdf')!)
    // Rows 3 and 4 stopped counting. A reader of letters gives those of Devanagari in the order of the eye.
    for (const [index, name] of NAMES.entries())
      for (const word of name.split(' '))
        if (index === 2 || index === 3) t.notOk(words.includes(name), `${name} does not count`)
        else if (name !== 'अनिल') t.ok(words.normalize('NFKC').includes(word), `${word} is drawn`)
        else for (const letter of word) t.ok(words.includes(letter), `${letter} is drawn`)
    t.match(pdfText(files.get('reasons.pdf')!), /One, "two"/)
    t.match(pdfText(files.get('petition.pdf')!), /Keep the Gerland library open on Wednesdays/)
    t.match(pdfText(files.get('method.pdf')!), /What this does not prove/)
    const brief = pdfText(files.get('brief.pdf')!)
    t.match(brief, /1,297/)
    t.match(brief.replace(/\s+/g, ' '), /2 withdrawn by their signers, 1 set aside for a check, none removed/)
    for (const name of ['brief.pdf', 'petition.pdf', 'method.pdf'])
      t.match(files.get(name)!.toString('latin1'), /\/StructTreeRoot/, `${name} is tagged`)
    for (const [name, bytes] of files) if (name.endsWith('.pdf')) t.ok(isWholePdf(bytes), `${name} is whole`)
  })

  t.test('one changed byte is found in whichever file it stands', async (t) => {
    for (const [name, bytes] of files) {
      const changed = Buffer.from(bytes)
      changed[Math.floor(changed.length / 2)]! ^= 1
      const { faults } = await check(await pack(new Map(files).set(name, changed)))
      const first = faults[0]
      if (name === 'manifest.json' || name === 'manifest.sig')
        t.match(first, { fault: /^(signature|unknown-format)$/ }, name)
      else t.match(first, { fault: 'changed', file: name })
    }
  })

  t.test('a missing, an added and a doubled file are named', async (t) => {
    const without = new Map(files)
    without.delete('removals.csv')
    t.strictSame((await check(await pack(without))).faults, [{ fault: 'missing', file: 'removals.csv' }])
    const more = new Map(files).set('more.csv', Buffer.from('1'))
    t.strictSame((await check(await pack(more))).faults, [{ fault: 'added', file: 'more.csv' }])
    const twice = await pack([...files, ['brief.pdf', files.get('brief.pdf')!]])
    t.match((await check(twice)).faults, [{ fault: 'doubled', file: 'brief.pdf' }])
    without.delete('manifest.sig')
    t.match((await check(await pack(without))).faults[0], { fault: 'missing', file: 'manifest.sig' })
    without.delete('manifest.json')
    t.strictSame((await check(await pack(without))).faults, [{ fault: 'no-manifest' }])
  })

  t.test('who makes all sums anew is found by the signature, and by their key', async (t) => {
    const lines = files
      .get('signatures.csv')!
      .toString()
      .split(/(?<=\r\n)(?=\d+,)/)
    const shorter = Buffer.from([...lines.slice(0, 10), ...lines.slice(11)].join(''))
    const pems = keys.map(({ pem }) => pem)

    const forged = await forge(files, () => {}, [['signatures.csv', shorter]])
    t.match((await check(forged, pems)).faults[0], { fault: 'unknown-key' })
    t.match((await check(forged)).faults, [
      { fault: 'count', what: 'signatures', said: 1_297, found: 1_296 },
      { fault: 'count' },
      { fault: 'count', what: 'version 1' },
    ])
    const counted = await forge(
      files,
      (manifest) => {
        manifest.counts.confirmed -= 1
        manifest.counts.by_strength = undefined
      },
      [['signatures.csv', shorter]],
    )
    t.match((await check(counted)).faults[0], { fault: 'unknown-format' })
    const less = await forge(files, (manifest) => {
      manifest.log.size -= 1
    })
    t.match((await check(less)).faults, [
      { fault: 'root', file: 'log-leaves.bin' },
      { fault: 'count', what: 'log' },
    ])
    const removals = files.get('removals.csv')!.toString()
    const silent = Buffer.from(removals.replace(/\r\n[^\r]+\r\n$/, '\r\n'))
    t.match((await check(await forge(files, () => {}, [['removals.csv', silent]]))).faults[0], {
      fault: 'root',
      file: 'removals.csv',
    })
    const doubled = Buffer.from([...lines.slice(0, 10), lines[9], ...lines.slice(11)].join(''))
    t.match((await check(await forge(files, () => {}, [['signatures.csv', doubled]]))).faults[0], {
      fault: 'order',
      file: 'signatures.csv',
    })
  })

  t.test('bytes that are no dossier are refused in a sentence, not with a crash', async (t) => {
    t.strictSame((await check(Buffer.from('hello'))).faults, [{ fault: 'not-a-zip' }])
    t.strictSame((await check(Buffer.alloc(0))).faults, [{ fault: 'not-a-zip' }])
    for (const length of [30, 1_000, zip.length - 10])
      t.match((await check(zip.subarray(0, length))).faults[0], { fault: 'not-a-zip' })
    for (let at = 0; at < zip.length; at += 997) {
      const changed = Buffer.from(zip)
      changed[at]! ^= 0x55
      const { faults } = await check(changed)
      if (faults.length === 0) t.ok(Buffer.compare(changed, zip) !== 0, 'a byte that nothing reads: a date')
    }
  })

  t.test('sha256sum and openssl alone verify it', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'clameur-dossier-'))
    t.teardown(() => rmSync(folder, { recursive: true }))
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
    const commands = [
      ...files
        .get('VERIFY.txt')!
        .toString()
        .matchAll(/^\s+\$ (.*)$/gm),
    ].map(([, line]) => line!)
    t.equal(commands.length, 3)
    const run = (line: string) => spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' })
    if (run('openssl version').status !== 0) throw new Error('openssl is needed for this test')

    for (const line of commands) t.equal(run(line).status, 0, line)
    t.match(run(commands[2]!).stdout, /Signature Verified Successfully/)
    const [sum] = run(commands[1]!).stdout.split(' ')
    t.match(
      files.get('manifest.json')!.toString(),
      new RegExp(`"SHA256SUMS",\\s+"bytes": \\d+,\\s+"sha256": "${sum}"`),
    )
    writeFileSync(join(folder, 'brief.pdf'), 'another')
    t.not(run(commands[0]!).status, 0)
    writeFileSync(join(folder, 'manifest.json'), `${files.get('manifest.json')} `)
    t.not(run(commands[2]!).status, 0)
  })

  t.test('the command line says the same, and ends with its verdict', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'clameur-dossier-'))
    t.teardown(() => rmSync(folder, { recursive: true }))
    const path = join(folder, 'dossier.zip')
    writeFileSync(path, zip)
    writeFileSync(join(folder, 'keys.json'), JSON.stringify({ keys }))
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['dist/scripts/verify-dossier.js', ...args], { encoding: 'utf8' })

    const right = run(path, join(folder, 'keys.json'))
    t.equal(right.status, 0, right.stderr)
    t.match(right.stdout, /1,297 confirmed signatures[\s\S]*one of those you gave[\s\S]*Nothing was changed/)
    const changed = new Map(files).set('signatures.csv', Buffer.from('number\r\n'))
    writeFileSync(path, await pack(changed))
    const wrong = run(path)
    t.equal(wrong.status, 1)
    t.match(wrong.stdout, /signatures\.csv differs from the one that was made/)
    t.equal(run(join(folder, 'none.zip')).status, 2)
  })

  t.test('verify.html checks it in a browser without a network', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'clameur-dossier-'))
    t.teardown(() => rmSync(folder, { recursive: true }))
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'verify.html'), files.get('verify.html')!)
    writeFileSync(join(folder, 'right.zip'), zip)
    const changed = new Map(files).set('removals.csv', Buffer.from('line,leaf,kind,day\r\n'))
    writeFileSync(join(folder, 'wrong.zip'), await pack(changed))

    const browser = await startBrowser(t)
    const context = await browser.newContext({ viewport: { width: 320, height: 700 } })
    const page = await context.newPage()
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    page.on('request', (request) => request.url().startsWith('file:') || problems.push(request.url()))
    await page.goto(pathToFileURL(join(folder, 'verify.html')).href)
    await page.setInputFiles('#file', join(folder, 'right.zip'))
    await page.waitForSelector('#result:not([hidden])')
    t.equal(await page.textContent('#verdict'), 'Nothing was changed, added or left out.')
    t.match(await page.textContent('#about'), /1297 confirmed signatures/)
    await page.setInputFiles('#file', join(folder, 'wrong.zip'))
    await page.waitForSelector('[data-verdict=wrong]')
    t.match(await page.textContent('#faults'), /removals\.csv differs/)
    for (const [name, verdict] of [
      ['right.zip', 'whole'],
      ['wrong.zip', 'wrong'],
    ]) {
      await drop(page, readFileSync(join(folder, name!)))
      await page.waitForSelector(`[data-verdict=${verdict}]`)
      t.equal(await page.evaluate('document.body.className'), '', 'nothing hovers any more')
    }
    t.ok((await page.evaluate('document.documentElement.scrollWidth')) === 320)
    t.strictSame(problems, [])
    await context.close()
  })
})
