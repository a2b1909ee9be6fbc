import t from 'tap'
import { orderDossier } from '../../src/decision-makers/order-dossier.js'
import { packArchive } from '../../src/dossiers/archive.js'
import { makeDueDossiers } from '../../src/dossiers/make.js'
import { readParts } from '../../src/dossiers/parts.js'
import { listFinished } from '../../src/dossiers/queries.js'
import { checkDossier } from '../../src/dossiers/verify/check.js'
import { nodeSums } from '../../src/dossiers/verify/node.js'
import { tokenOf } from '../../src/keys/links.js'
import { reverseLine } from '../../src/paper/correct.js'
import { strikeMissedLines } from '../../src/signatures/strikes.js'
import { check, forge, makeArchive, pack, spoil } from '../support/archive.js'
import { startSite } from '../support/site.js'
import { countSheet, invite, openStudio } from './support.js'

t.test('paper stands in the dossier apart from the list, with what was taken back', async (t) => {
  const site = await startSite(t)
  const { db, deps } = site
  const studio = await openStudio(site)
  const petitionId = studio.petition.id
  const helper = await invite(site, studio, 'idir@example.net')
  await countSheet(site, studio, [{ name: 'Ada Lovelace' }, { name: 'Õie Žáček' }, { name: 'Noor' }], helper)
  const account = { id: studio.petition.accountId! }
  await reverseLine(deps, { petitionId, number: 2 }, { reason: 'withdrawn', account, isDesk: false })
  const maker = await db.selectFrom('decisionMakers').selectAll().executeTakeFirstOrThrow()
  await orderDossier(deps, maker)

  await makeDueDossiers(deps)

  const { id, readyAt } = await db
    .selectFrom('dossiers')
    .selectAll()
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const keys = await deps.keyring.getPetitionKeys(db, petitionId)
  const read = async (file: string) => {
    const pieces: Buffer[] = []
    for await (const piece of readParts(db, keys, { dossierId: id, file })) pieces.push(piece)
    return Buffer.concat(pieces).toString('utf8')
  }
  const rows = (await read('paper.csv')).trim().split('\r\n')
  t.equal(rows.length, 5)
  t.match(rows[1], /^line,1,Ada Lovelace,Lyon,69007,[\d-]+,L0,1,1,1,,$/)
  t.match(rows[2], /^line,2,,,,[\d-]+,L0,1,2,1,,$/, 'who asked to be struck is not named')
  t.match(rows[4], /^reversal,2,.*,withdrawn$/)
  t.match(JSON.parse(await read('manifest.json')), {
    paper: 'paper.csv',
    counts: { confirmed: 0, online: 0, paper: 2 },
    paper_log: { entries: 'paper-log.txt', size: 4 },
  })
  t.match(
    await read('paper-log.txt'),
    /^counted 1 sheet 1 row 1 version 1 [\d-]{10}\n(.*\n){2}reversed 2 withdrawn/,
  )
  const pieces: Buffer[] = []
  const files = await listFinished(db, id)
  for await (const piece of packArchive(db, keys, { id, readyAt: readyAt!, files })) pieces.push(piece)
  const report = await checkDossier(new Blob([new Uint8Array(Buffer.concat(pieces))]), { sums: nodeSums })
  t.strictSame(report.faults, [])
})

t.test(
  'one changed byte of what tells of paper is found, and a line of its log that is left out',
  async (t) => {
    const site = await startSite(t)
    const studio = await openStudio(site)
    const helper = await invite(site, studio, 'idir@example.net')
    await countSheet(site, studio, [{ name: 'Ada Lovelace' }, { name: 'Omar' }], helper)
    const { files } = await makeArchive(site)
    t.strictSame((await check(await pack(files))).faults, [])

    for (const file of ['paper.csv', 'paper-log.txt']) {
      const { faults } = await check(await pack(new Map(files).set(file, spoil(files.get(file)!))))
      t.match(faults[0], { fault: 'changed', file })
    }

    const entries = files.get('paper-log.txt')!.toString().trimEnd().split('\n')
    t.equal(entries.length, 2)
    const silent = await forge(files, () => {}, [['paper-log.txt', Buffer.from(`${entries[0]}\n`)]])
    t.match((await check(silent)).faults[0], { fault: 'root', file: 'paper-log.txt' })
  },
)

t.test('a line that is taken back after a list was handed over is to be struck from it', async (t) => {
  const site = await startSite(t)
  const { db, deps } = site
  const studio = await openStudio(site)
  const petitionId = studio.petition.id
  const helper = await invite(site, studio, 'idir@example.net')
  await countSheet(site, studio, [{ name: 'Ada Lovelace' }, { name: 'Omar' }, { name: 'Noor' }], helper)
  const account = { id: studio.petition.accountId! }
  const takeBack = (number: number) =>
    reverseLine(deps, { petitionId, number }, { reason: 'withdrawn', account, isDesk: false })
  await takeBack(2)
  const maker = await db.selectFrom('decisionMakers').selectAll().executeTakeFirstOrThrow()
  await orderDossier(deps, maker)
  await makeDueDossiers(deps)
  const strikes = () => db.selectFrom('strikes').select(['number', 'act', 'list']).orderBy('id').execute()
  t.strictSame(await strikes(), [], 'what the list never had is not struck from it')
  site.wait(60_000)

  await takeBack(3)
  await takeBack(3)

  t.strictSame(await strikes(), [{ number: 3, act: 'strike', list: 'paper' }])
  const keys = await deps.keyring.getPetitionKeys(db, petitionId)
  const place = `/dossiers/${tokenOf(keys, 'decision-maker', { petitionId, subjectId: maker.id })}`
  const { body } = await site.get(place)
  t.match(body, 'Signatures to strike')
  const file = /href="(\/dossiers\/[^"]*withdrawals\.csv)"/.exec(body)![1]!
  t.match((await site.get(file)).body, /,3,strike,[\d-]+,paper\r\n$/)
  await site.work('decision-maker-notices')
  t.match(site.mails.at(-1), { to: 'mayor@city.example', subject: /^Signatures to strike/ })

  // As of a line that was taken back in the moment in which the dossier was ordered.
  await db.deleteFrom('strikes').execute()
  const paper = { numbered: 3, reversed: 1 }
  for (const _again of [1, 2]) await strikeMissedLines(db, { petitionId, paper, at: deps.clock.now() })
  t.strictSame(await strikes(), [{ number: 3, act: 'strike', list: 'paper' }], 'who made it finds it, once')
})
