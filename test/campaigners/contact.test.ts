/** A contact of the campaigner's own: for who receives the petition and who reads with them, and for nobody else. */

import t from 'tap'
import { makeCopy } from '../../src/my-signatures/copy.js'
import { makeArchive } from '../support/archive.js'
import { addConfirmed } from '../support/confirmed.js'
import { addPetition, signInAs } from '../support/factories.js'
import { wordsOf } from '../support/pdf-text.js'
import { addReader } from '../support/reader.js'
import { startSite } from '../support/site.js'

const CONTACT = 'nour@haddad.example\n12 rue des Lilas, 69007 Lyon'

async function start(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t)
  const { petition, place } = await addReader(site)
  const { cookie } = await signInAs(site, { id: petition.accountId! })
  const studio = `/account/petitions/${petition.slug}`
  const give = (contact: string, headers: Record<string, string> = { cookie }) =>
    site.submit(`${studio}/contact`, { contact }, headers)
  const kept = async () =>
    (
      await site.db
        .selectFrom('petitions')
        .select('campaignerContactSealed')
        .where('id', '=', petition.id)
        .executeTakeFirstOrThrow()
    ).campaignerContactSealed
  return { site, petition, place, studio, headers: { cookie }, give, kept }
}

t.test('who is asked reads it on the private page and in the brief; no public page has it', async (t) => {
  const { site, petition, place, studio, headers, give, kept } = await start(t)
  await addConfirmed(site, petition, [{ name: 'A' }])
  t.match((await site.get(place)).body, 'Or through those who run this site: petitions@')
  const page = (await site.get(`${studio}/delivery`, headers)).body
  t.match(page, 'Only those who receive this petition')

  const done = await give(CONTACT)

  t.equal(done.headers.location, `${studio}/delivery?done=contact-kept`)
  t.notMatch((await kept())!.toString('latin1'), /haddad|Lilas/, 'it is sealed')
  const shown = (await site.get(place)).body
  t.match(shown, 'nour@haddad.example<br>12 rue des Lilas, 69007 Lyon<br>')
  t.match(shown, 'Who runs this site: petitions@', 'beside the other way')
  const { files } = await makeArchive(site)
  t.match(wordsOf(files.get('brief.pdf')!).replaceAll(' ', ''), '12ruedesLilas,69007Lyon')
  for (const [file, bytes] of files)
    if (file !== 'brief.pdf') t.notMatch(bytes.toString('latin1'), /haddad\.example|Lilas/, file)
  for (const path of ['', '.json', '/embed', '/responsibilities'])
    t.notMatch((await site.get(`/petitions/${petition.slug}${path}`)).body, /haddad\.example|Lilas/, path)
  t.notMatch((await site.get(`/api/v1/petitions/${petition.slug}`)).body, /haddad\.example|Lilas/)
})

t.test('it is changed and taken away, and the way through the site is there again', async (t) => {
  const { site, petition, place, studio, give, kept } = await start(t)
  await give(CONTACT)
  await give('  04 78\t00 00 00  ')
  t.match((await site.get(place)).body, '04 78 00 00 00<br>')
  const copyOf = (address: string) => makeCopy(site.deps, { address, canonical: address, until: new Date() })
  const own = await copyOf(`campaigner${petition.slug.split('-').at(-1)}@example.org`)
  t.match(own.account?.petitions, [{ contact: '04 78 00 00 00' }], 'their own copy has it')
  t.equal((await copyOf('nour@example.org')).account, null, 'and nobody else’s')

  const done = await give(' \u200b ')

  t.equal(done.headers.location, `${studio}/delivery?done=contact-removed`)
  t.equal(await kept(), null)
  t.match((await site.get(place)).body, 'Or through those who run this site')
})

t.test('too long or on too many lines it is refused, and what was typed is kept', async (t) => {
  const { place, studio, headers, give, kept, site } = await start(t)
  await give(CONTACT)
  const before = await kept()
  for (const [typed, said] of [
    ['x'.repeat(201), 'Write at most 200 characters.'],
    ['one\ntwo\nthree', 'Write it on one or two lines.'],
  ] as const) {
    const answer = await give(typed)
    t.equal(answer.statusCode, 422)
    t.match(answer.body, said)
    t.match(answer.body, `${typed}</textarea>`)
  }
  t.strictSame(await kept(), before)

  t.equal((await give('é'.repeat(200))).statusCode, 303)
  t.match((await site.get(place)).body, 'é'.repeat(200))
  await give('<b>a</b>\u0007\r\n\r\n\r\n\u202ecallme')
  t.match((await site.get(place)).body, '&lt;b&gt;a&lt;/b&gt;<br>callme<br>')
  t.equal((await site.get(`${studio}/contact`, headers)).headers.location, `${studio}/delivery`)
})

t.test('nobody else gives one, and none is given for a draft', async (t) => {
  const { site, petition, give, kept } = await start(t)
  const other = await signInAs(site, { id: (await addPetition(site)).accountId! })
  t.equal((await give(CONTACT, other)).statusCode, 404)
  t.match((await give(CONTACT, {})).headers.location, '/account/sign-in')
  await site.db.updateTable('petitions').set({ state: 'submitted' }).where('id', '=', petition.id).execute()
  t.equal((await give(CONTACT)).statusCode, 404)
  t.equal(await kept(), null)
})
