import { spawnSync } from 'node:child_process'
import t from 'tap'
import { briefPath } from '../../src/decision-makers/links.js'
import { keepCampaignerContact } from '../../src/petitions/campaigner-contact.js'
import { makeArchive } from '../support/archive.js'
import { addConfirmed } from '../support/confirmed.js'
import { addPetition } from '../support/factories.js'
import { wordsOf } from '../support/pdf-text.js'
import { startSite } from '../support/site.js'

/** The text of one page, with poppler; of all pages where it is not installed. */
function pageOf(pdf: Buffer, page: number): string {
  const place = ['-f', String(page), '-l', String(page)]
  const read = spawnSync('pdftotext', [...place, '-', '-'], { input: pdf, encoding: 'utf8' })
  return (read.error ? wordsOf(pdf) : read.stdout).replace(/\s+/g, ' ')
}

const countPages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length

for (const [what, length] of [
  ['a short petition', 1],
  ['the longest petition', 1_000],
] as const)
  t.test(`the brief has two pages, and the first is enough to answer: ${what}`, async (t) => {
    const site = await startSite(t)
    const petition = await addPetition(site)
    const { db } = site
    const fill = (text: string, most: number) => text.repeat(length).slice(0, Math.max(text.length, most))
    await db
      .updateTable('petitions')
      .set({
        country: 'FR',
        postcodes: ['69007'],
        title: fill('Keep the library open ', 80).trim(),
        ask: fill('We ask the city to keep it open on Wednesdays. ', 300).trim(),
        closingStatement: fill('Thank you, everybody. ', 2_000).trim(),
        institution: 'fr-commune',
        institutionCode: '69123',
        institutionName: 'Lyon',
        institutionPopulation: 522_250,
        institutionPostcodes: ['69007'],
      })
      .execute()
    const postcodes = ['69007', '75011', '38000', '42000', '01000', '13001', '33000', '59000', '31000']
    await addConfirmed(
      site,
      petition,
      Array.from({ length: 60 }, (_, index) => ({
        name: 'Ada',
        postcode: postcodes[index % postcodes.length]!,
        comment: fill(`Reason ${index}. `, 390),
      })),
    )
    const quarantine = await db
      .insertInto('quarantines')
      .values({ petitionId: petition.id, createdAt: new Date() })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('quarantineActs')
      .values({
        quarantineId: quarantine.id,
        petitionId: petition.id,
        act: 'set-aside',
        reason: 'automated',
        expected: 2,
        upToId: 100,
        state: 'done',
        decidedAt: new Date(),
      })
      .execute()
    await site.work('log')
    await db
      .updateTable('signatures')
      .set({ state: 'quarantined', quarantineId: quarantine.id })
      .where('number', 'in', [4, 5])
      .execute()

    await keepCampaignerContact(site.deps, petition.id, fill('12 rue des Lilas, 69007 Lyon. ', 200).trim())

    const { files } = await makeArchive(site)
    const maker = await db.selectFrom('decisionMakers').selectAll().executeTakeFirstOrThrow()
    const path = briefPath(await site.deps.keyring.getPetitionKeys(db, petition.id), maker)

    const pdf = files.get('brief.pdf')!
    t.equal(countPages(pdf), 2)
    const first = pageOf(pdf, 1)
    for (const said of [
      'What is asked of you',
      'We ask the city to keep it open on Wednesdays.',
      'Nour Haddad',
      'How to reach them',
      '12 rue des Lilas, 69007 Lyon.',
      'Who runs this site',
      'gave a postcode inside the territory',
      'How to answer',
      '58',
    ])
      t.match(first, said)
    t.match(first.replaceAll(' ', ''), `https://clameur.test${path}`, 'the address, beside its QR code')
    const all = `${first} ${pageOf(pdf, 2)}`
    for (const said of [
      'Online: Email address confirmed',
      'On paper: signed by hand',
      'What this does not prove',
      '2 set aside for a check, none removed',
      'Signed by a program: 2',
      'By territory',
      'Rhône',
      '4 other places',
      'one tenth',
    ])
      t.match(all, said)
  })
