/**
 * Petitions as people really write them, through the same doors as everybody's: a campaigner's launch, a moderator's
 * desk, the search, the list, the page; then one of them is signed by a thousand people.
 *
 * REAL_PETITIONS names a CSV file with the columns title and text. The words of real petitions belong to those who
 * wrote them and are no part of this project; without the file, invented ones as untidy take their place, and the
 * test says so.
 */

import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { LIST_CSV } from '../../src/dossiers/documents/list.js'
import { readParts } from '../../src/dossiers/parts.js'
import { addModerator, signInAs } from '../support/factories.js'
import { launchPetition, USUAL } from '../support/launch.js'
import { person } from '../support/people.js'
import { startSite, type TestSite } from '../support/site.js'
import { untidyPetitions } from '../support/untidy-petitions.js'

interface Written {
  title: string
  text: string
}

const SIGNERS = 1_000
const SHORTEST_TEXT = 20

const file = process.env.REAL_PETITIONS
t.comment(file ? `real petitions from ${file}` : 'REAL_PETITIONS is not set: invented petitions are used')
const written: Written[] = file
  ? parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true })
  : untidyPetitions(300)

t.test('real petitions go from the launch to a thousand confirmed signatures', async (t) => {
  const site = await startSite(t)
  const desk = await signInAs(site, await addModerator(site))
  const slugs = new Map<string, Written>()

  await t.test('every one is launched, and what is too short is told so', async (t) => {
    let refused = 0
    for (const [index, petition] of written.entries()) {
      const launching = launch(site, petition, index)
      if ([...petition.text.trim()].length < SHORTEST_TEXT) {
        await t.rejects(launching, { message: /422/ }, 'a text of one word is refused')
        refused += 1
      } else {
        slugs.set(await launching, petition)
      }
    }
    t.equal(slugs.size, written.length - refused)
    t.ok(refused < 5)
    t.equal(await countIn(site, 'submitted'), slugs.size)
  })

  await t.test('a moderator reads and publishes every one', async (t) => {
    const waiting = await site.db
      .selectFrom('petitions')
      .select(['id', 'slug'])
      .where('state', '=', 'submitted')
      .execute()
    for (const { id } of waiting) {
      const read = await site.get(`/desk/petitions/${id}`, desk)
      if (read.statusCode !== 200) t.equal(read.statusCode, 200, `petition ${id} can be read at the desk`)
      const published = await site.submit(`/desk/petitions/${id}/publication`, {}, desk)
      if (published.statusCode !== 303) t.equal(published.statusCode, 303, `petition ${id} can be published`)
    }
    await site.work()
    t.equal(await countIn(site, 'open'), slugs.size)
    const opened = site.mails.filter(({ to, text }) => to !== USUAL.maker_email && /\/petitions\//.test(text))
    t.equal(new Set(opened.map(({ to }) => to)).size, slugs.size, 'each campaigner hears of it')
    t.equal(
      site.mails.filter(({ to }) => to === USUAL.maker_email).length,
      slugs.size,
      'and the decision-maker, once for each',
    )
  })

  await t.test('every one is shown whole, with its own words', async (t) => {
    for (const [slug, petition] of slugs) {
      const page = await site.get(`/petitions/${slug}`)
      const { data } = (await site.get(`/petitions/${slug}.json`)).json()
      const title = tidy(petition.title)
      if (page.statusCode !== 200) t.equal(page.statusCode, 200, slug)
      if (data.title !== title) t.equal(data.title, title)
      if (!page.body.includes(escaped(title))) t.fail(`the title of ${slug} is not on its page`)
      if (/<script(?! type="module" src="\/assets)/.test(page.body)) t.fail(`a script of its own on ${slug}`)
    }
    t.pass(`${slugs.size} pages`)
  })

  await t.test('the list leads to every one, once', async (t) => {
    const seen: string[] = []
    let next: string | null = '/petitions.json'
    while (next) {
      const list: { data: { slug: string }[]; links: { next: string | null } } = (await site.get(next)).json()
      seen.push(...list.data.map(({ slug }) => slug))
      next = list.links.next?.replace(site.deps.config.publicUrl, '') ?? null
    }
    t.equal(seen.length, slugs.size)
    t.strictSame(new Set(seen), new Set(slugs.keys()))
  })

  await t.test(
    'each of a hundred is found by its title, and most by a title full of typing errors',
    async (t) => {
      const sample = [...slugs.values()].filter((_, index) => index % Math.ceil(slugs.size / 100) === 0)
      const lost: string[] = []
      let mistyped = 0
      for (const petition of sample) {
        const title = tidy(petition.title)
        if (!(await finds(site, title, title))) lost.push(title)
        mistyped += Number(await finds(site, misspell(title), title))
      }
      t.strictSame(lost, [], 'by its title')
      t.ok(mistyped >= sample.length * 0.8, `by a misspelt title: ${mistyped} of ${sample.length}`)
    },
  )

  await t.test('a thousand people sign one, each by the link in their own mail', async (t) => {
    const [slug] = [...slugs.keys()]
    const petition = await site.db
      .selectFrom('petitions')
      .selectAll()
      .where('slug', '=', slug!)
      .executeTakeFirstOrThrow()
    site.mails.length = 0

    const people = Array.from({ length: SIGNERS }, (_, index) => person(index))
    for (let at = 0; at < SIGNERS; at += 100) {
      const answers = await Promise.all(
        people
          .slice(at, at + 100)
          .map(({ name, email, country, postcode }) =>
            site.submit(`/petitions/${slug}/signatures`, { name, email, country, postcode, updates: 'on' }),
          ),
      )
      t.strictSame(new Set(answers.map(({ statusCode }) => statusCode)), new Set([303]))
    }
    await site.work()

    const confirmations = site.mails.filter(({ text }) => /\/signatures\/s/.test(text))
    t.equal(confirmations.length, SIGNERS)
    t.equal(new Set(confirmations.map(({ to }) => to)).size, SIGNERS, 'one mail each')
    for (const mail of confirmations) {
      const link = new URL(/https?:\/\/\S+\/signatures\/s\S+/.exec(mail.text)![0])
      const page = await site.get(link.pathname + link.search)
      if (page.statusCode !== 200) t.equal(page.statusCode, 200)
      const answer = await site.submit(`${link.pathname}/confirmation`)
      if (answer.statusCode !== 303) t.equal(answer.statusCode, 303)
    }
    await site.work()

    const count = (await site.get(`/petitions/${slug}/count.json`)).json()
    t.equal(count.confirmed, SIGNERS)
    const { total } = await site.db
      .selectFrom('tallies')
      .select(({ fn }) => fn.sum<number>('confirmed').as('total'))
      .where('petitionId', '=', petition.id)
      .executeTakeFirstOrThrow()
    t.equal(Number(total), SIGNERS)

    const milestones = await site.db
      .selectFrom('milestones')
      .select('threshold')
      .where('petitionId', '=', petition.id)
      .orderBy('threshold')
      .execute()
    t.strictSame(
      milestones.map(({ threshold }) => threshold),
      [10, 25, 50, 100, 250, 500, 1_000],
    )
    t.equal(
      site.mails.filter(({ to }) => to === campaignerOf(0)).length,
      1,
      'reached in one burst, told in one mail',
    )
    const told = site.mails.filter(({ to }) => to === USUAL.maker_email)
    t.equal(told.length, 1, 'the decision-maker gets one digest, not a thousand mails')

    const csv = await readList(site, petition.id)
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true })
    t.equal(rows.length, SIGNERS)
    t.strictSame(
      rows.map((row) => row.name).sort(),
      people.map(({ name }) => name).sort(),
      'every name as it was typed, in whatever script',
    )
    t.notOk(/@/.test(csv.toString()), 'and nobody’s address')
  })
})

function campaignerOf(index: number): string {
  return `campaigner.${index}@example.org`
}

function launch(site: TestSite, { title, text }: Written, index: number): Promise<string> {
  return launchPetition(site, { title, body: text, email: campaignerOf(index), country: 'US', postcodes: '' })
}

/** As a form field is read: no marks that nobody sees, no space at its ends, one line. */
function tidy(title: string): string {
  return title
    .normalize('NFC')
    .replace(/[\ufff9-\uffff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** Doubles, drops or swaps a letter in each of the first longer words. */
function misspell(title: string): string {
  return title
    .split(' ')
    .filter((word) => /^\p{L}{5,}$/u.test(word))
    .slice(0, 5)
    .map((word, index) => {
      const letter = word[2]!
      if (index % 3 === 0) return `${word.slice(0, 2)}${letter}${word.slice(2)}`
      if (index % 3 === 1) return `${word.slice(0, 2)}${word.slice(3)}`
      return `${word.slice(0, 2)}${word[3]}${letter}${word.slice(4)}`
    })
    .join(' ')
}

async function finds(site: TestSite, words: string, title: string): Promise<boolean> {
  if (!words) return true
  const answer = await site.get(`/petitions.json?${new URLSearchParams({ q: words })}`)
  const { data } = answer.json() as { data: { title: string }[] }
  return data.some((petition) => petition.title === title)
}

async function countIn(site: TestSite, state: 'submitted' | 'open'): Promise<number> {
  const { count } = await site.db
    .selectFrom('petitions')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', state)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The list of all signers, put together as when somebody downloads it. */
async function readList(site: TestSite, petitionId: number): Promise<Buffer> {
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petitionId)
  const dossiers = await site.db
    .selectFrom('dossiers')
    .select('id')
    .where('petitionId', '=', petitionId)
    .where('state', '=', 'ready')
    .where('confirmed', '=', SIGNERS)
    .orderBy('id')
    .execute()
  const parts: Buffer[] = []
  for (const { id } of dossiers)
    for await (const part of readParts(site.db, keys, { dossierId: id, file: LIST_CSV })) parts.push(part)
  return Buffer.concat(parts)
}
