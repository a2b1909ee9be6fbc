/** The public log of lines on paper, recounted by a stranger who has docs/log.md and node:crypto. */

import { createHash, createPublicKey, verify } from 'node:crypto'
import t from 'tap'
import { checkLine, reverseLine } from '../../src/paper/correct.js'
import { addModerator } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'
import { rootOfList } from '../tally-log/verifier.js'
import { countSheet, invite, openStudio } from './support.js'

interface Answer {
  data: {
    head: {
      number: number
      size: number
      root: string
      counted: number
      time: string
      key_id: string
      signature: string
    }
    entries: string[]
  }
}

async function readLog(site: TestSite, slug: string, from = 0): Promise<Answer['data']> {
  return (await site.get(`/petitions/${slug}/paper/log?from=${from}`)).json<Answer>().data
}

const leafOf = (words: string) => createHash('sha256').update(`\0${words}`).digest()

t.test(
  'every line that is counted, checked or taken back is an entry; the head is signed and recounts',
  async (t) => {
    const site = await startSite(t)
    const studio = await openStudio(site)
    const { slug, id: petitionId, accountId } = studio.petition
    t.match(await readLog(site, slug), { head: null, entries: [] })
    const helper = await invite(site, studio, 'idir@example.net')
    await countSheet(
      site,
      studio,
      [{ name: 'Ada Lovelace' }, { name: 'Õie Žáček' }, { name: 'Noor' }],
      helper,
    )
    t.strictSame((await readLog(site, slug)).entries, [], 'nothing is told before it is signed')
    await site.work('log')
    const first = await readLog(site, slug)
    t.match(first, { head: { number: 1, size: 3, counted: 3 } })

    await checkLine(
      site.deps,
      { petitionId, number: 1 },
      { note: 'by phone', account: await addModerator(site) },
    )
    await reverseLine(
      site.deps,
      { petitionId, number: 2 },
      { reason: 'withdrawn', account: { id: accountId! }, isDesk: false },
    )
    await site.work('log')
    t.equal((await readLog(site, slug)).head.size, 3, 'a minute of change has one head')
    site.wait(61_000)
    await site.work('log')

    const { head, entries } = await readLog(site, slug)
    t.strictSame(
      entries.map((entry) => entry.replace(/ [\d-]{10}$/, '')),
      [
        'counted 1 sheet 1 row 1 version 1',
        'counted 2 sheet 1 row 2 version 1',
        'counted 3 sheet 1 row 3 version 1',
        'checked 1',
        'reversed 2 withdrawn',
      ],
    )
    t.match(entries.at(-1), /^reversed 2 withdrawn \d{4}-\d\d-\d\d$/)
    t.notMatch(entries.join(' '), /Ada|Noor/)
    t.strictSame((await readLog(site, slug, 3)).entries, entries.slice(3))
    t.equal(rootOfList(entries.map(leafOf)).toString('hex'), head.root)
    t.equal(
      rootOfList(entries.slice(0, 3).map(leafOf)).toString('hex'),
      first.head.root,
      'the first head still holds',
    )
    t.match(head, { number: 2, size: 5, counted: 2 })
    const { keys } = (await site.get('/.well-known/clameur-keys.json')).json()
    const jwk = keys.find(({ kid }: { kid: string }) => kid === head.key_id)
    const key = createPublicKey({ key: { kty: jwk.kty, crv: jwk.crv, x: jwk.x }, format: 'jwk' })
    const text = `Clameur paper log head, version 1
petition ${slug}
size 5
root ${head.root}
counted 2
time ${head.time}
`
    t.ok(verify(null, Buffer.from(text), key, Buffer.from(head.signature, 'base64')))
    t.match((await site.get(`/petitions/${slug}/paper`)).body, `/petitions/${slug}/paper/log`)
  },
)

t.test('nobody can change or delete an entry or a head', async (t) => {
  const site = await startSite(t)
  const studio = await openStudio(site)
  const helper = await invite(site, studio, 'idir@example.net')
  await countSheet(site, studio, [{ name: 'Ada Lovelace' }], helper)
  await site.work('log')

  await t.rejects(site.db.deleteFrom('paperLog').execute(), /append-only/)
  await t.rejects(site.db.updateTable('paperLog').set({ words: 'counted 2' }).execute(), /append-only/)
  await t.rejects(site.db.deleteFrom('paperHeads').execute(), /append-only/)
  t.equal((await site.get(`/petitions/${studio.petition.slug}/paper/log?from=x`)).statusCode, 404)
  t.equal((await site.get('/petitions/nowhere/paper/log')).statusCode, 404)
})
