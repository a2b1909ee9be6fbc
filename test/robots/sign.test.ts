import type { Challenge } from 'altcha-lib'
import t, { type Test } from 'tap'
import { confirmPath, countOf, countRows, mailsTo, sign } from '../signatures/support.js'
import { addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'
import { attack, attackNetwork, markIn, prove } from './support.js'

const MINUTE = 60_000

async function startAttacked(t: Test) {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await attack(site.deps, petition.id)
  return { site, petition, slug: petition.slug, base: `/petitions/${petition.slug}/signatures` }
}

async function challengeFor(site: TestSite, slug: string): Promise<Challenge> {
  const answer = await site.get(`/petitions/${slug}/signatures/challenge.json`)
  return answer.json()
}

t.test('in quiet times the form asks for nothing more, and its page does not change with time', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)

  for (const path of [`/petitions/${slug}`, `/petitions/${slug}/signatures/new`]) {
    const page = await site.get(path)
    t.notMatch(page.body, /proof\.js|challenge\.json|name="proof"/)
    t.match(page.body, /name="opened" value="[0-9a-z]+\.[\w-]{12}"/)
    site.wait(5_000)
    await new Promise((resolve) => setTimeout(resolve, 600))
    const later = await site.get(path)
    t.not(markIn(later.body), markIn(page.body), 'but for the moment at which it was opened')
    t.equal(later.headers.etag, page.headers.etag)
  }
})

t.test('what only a robot fills in leaves no signature and no mail, and it is not told', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  const honest = await sign(site, slug)

  const robot = await sign(site, slug, { email: 'robot@example.com', website: 'https://pills.example' })
  await site.work()

  t.equal(robot.statusCode, honest.statusCode)
  t.equal(robot.headers.location, honest.headers.location)
  t.equal(robot.body, honest.body)
  t.equal(await countRows(site, id), 1)
  t.strictSame(mailsTo(site, 'robot@example.com'), [])
})

t.test('a form that comes back at once is signed by the slow lane, with the same answer', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const opened = markIn((await site.get(`/petitions/${slug}`)).body)
  const plain = await sign(site, slug, { email: 'script@example.com' })

  const quick = await sign(site, slug, { opened })
  await site.work()
  t.equal(quick.headers.location, plain.headers.location)
  t.strictSame(mailsTo(site), [], 'not yet')
  t.equal(mailsTo(site, 'script@example.com').length, 1, 'a form of somebody’s own script is not slow')

  site.wait(11 * MINUTE + 1_000)
  await site.work()
  t.equal(mailsTo(site).length, 1)
})

t.test('how long the form was open is kept, when it says so truly', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const other = await addPetition(site)
  const opened = markIn((await site.get(`/petitions/${slug}`)).body)
  site.wait(42_000)
  const marks = {
    true: opened,
    forged: `${opened.slice(0, -1)}${opened.endsWith('A') ? 'B' : 'A'}`,
    garbage: 'now',
    none: '',
  }

  for (const [name, mark] of Object.entries(marks))
    await sign(site, slug, { email: `${name}@example.com`, opened: mark })
  await sign(site, other.slug, { email: 'elsewhere@example.com', opened })

  const rows = await site.db
    .selectFrom('signatures')
    .select(['fillSeconds', 'petitionId'])
    .orderBy('id')
    .execute()
  const [first, ...others] = rows.map(({ fillSeconds }) => fillSeconds)
  t.ok(first! >= 42 && first! < 60, `${first} s`)
  t.strictSame(others, [null, null, null, null])
  await site.work()
  t.equal(mailsTo(site, 'forged@example.com').length, 1, 'a mark that is none is no reason to wait')
})

t.test('a form with mistakes comes back with the moment at which it was first opened', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const opened = markIn((await site.get(`/petitions/${slug}`)).body)
  site.wait(30_000)

  const mended = await sign(site, slug, { email: 'ada', opened })

  t.equal(mended.statusCode, 422)
  t.equal(markIn(mended.body), opened)
})

t.test(
  'under attack, a person without script signs by the slow lane and is told when the mail leaves',
  async (t) => {
    const { site, petition, slug, base } = await startAttacked(t)
    const page = await site.get(`/petitions/${slug}`)
    t.match(page.body, 'without script, the mail with your link leaves some ten minutes later')
    t.match(page.body, /src="\/assets\/proof\.js\?v=/)

    const answer = await sign(site, slug)
    t.equal(answer.statusCode, 303)
    t.match(answer.headers.location, new RegExp(`^${base}/check-your-inbox\\?after=[0-9a-z]+$`))
    const inbox = await site.get(String(answer.headers.location))
    t.match(inbox.body, /leaves at about this time: \d+ \w+ \d{4} at \d\d:\d\d/)
    const french = await site.get(String(answer.headers.location), { 'accept-language': 'fr' })
    t.match(french.body, /part vers ce moment/)

    await site.work()
    t.strictSame(mailsTo(site), [])
    site.wait(11 * MINUTE + 1_000)
    await site.work()
    t.equal(mailsTo(site).length, 1)
    t.equal((await site.submit(confirmPath(mailsTo(site)[0]!))).statusCode, 303)
    t.equal(await countOf(site, petition.id), 1)
  },
)

t.test('under attack, a proof opens the quick lane once, here, and for a while', async (t) => {
  const { site, slug, base } = await startAttacked(t)
  const other = await addPetition(site)
  await attack(site.deps, other.id)
  const proof = await prove(await challengeFor(site, slug))
  const late = await prove(await challengeFor(site, slug))
  const whose = await challengeFor(site, other.slug)
  const forged = JSON.parse(Buffer.from(late, 'base64').toString())
  forged.challenge.parameters.cost = 1
  const inbox = `${base}/check-your-inbox`

  const proved = await sign(site, slug, { proof })
  t.equal(proved.headers.location, inbox)
  await site.work()
  t.equal(mailsTo(site).length, 1)

  const isSlow = async (what: string, refused: string) => {
    const answer = await sign(site, slug, { email: `${what}@example.com`, proof: refused })
    t.match(answer.headers.location, '?after=', what)
  }
  await isSlow('replayed', proof)
  await isSlow('elsewhere', await prove(whose))
  await isSlow('easier', Buffer.from(JSON.stringify(forged)).toString('base64'))
  await isSlow('garbage', 'e30=')
  await isSlow('null', Buffer.from('{"challenge":{"parameters":null}}').toString('base64'))
  await isSlow('long', 'a'.repeat(5_000))
  site.wait(20 * MINUTE + 1_000)
  await isSlow('late', late)
})

t.test('of two forms with one proof at the same moment at most one is quick', async (t) => {
  const { site, slug } = await startAttacked(t)
  const proof = await prove(await challengeFor(site, slug))

  const answers = await Promise.all(
    ['one', 'two', 'three'].map((name) => sign(site, slug, { email: `${name}@example.com`, proof })),
  )

  const quick = answers.filter(({ headers }) => !String(headers.location).includes('after'))
  t.ok(quick.length <= 1)
})

t.test('a mistake in the form does not use up the proof', async (t) => {
  const { site, slug } = await startAttacked(t)
  const proof = await prove(await challengeFor(site, slug))

  t.equal((await sign(site, slug, { name: '', proof })).statusCode, 422)

  t.notMatch((await sign(site, slug, { proof })).headers.location, 'after')
})

t.test('under attack, a robot that fills in everything is told what a person is told', async (t) => {
  const { site, petition, slug } = await startAttacked(t)
  const person = await sign(site, slug)
  const robot = await sign(site, slug, { email: 'robot@example.com', website: 'x' })

  t.equal(robot.statusCode, 303)
  const minutesOf = (answer: typeof robot) =>
    Number.parseInt(String(answer.headers.location).split('after=')[1]!, 36)
  t.ok(Math.abs(minutesOf(robot) - minutesOf(person)) <= 1)
  t.equal(await countRows(site, petition.id), 1)
})

t.test('the slow lane lets out thirty mails a minute', async (t) => {
  const { site, slug } = await startAttacked(t)
  const minutes: number[] = []
  for (let person = 0; person < 121; person += 40) {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => sign(site, slug, { email: `p${person + index}@example.com` })),
    )
    minutes.push(
      ...answers.map(({ headers }) => Number.parseInt(String(headers.location).split('after=')[1]!, 36)),
    )
  }

  const spread = Math.max(...minutes) - Math.min(...minutes)
  t.ok(spread >= 4 && spread <= 6, `${minutes.length} mails over ${spread} minutes`)
})

t.test('whether or not an address has signed, the answer under attack is the same', async (t) => {
  const { site, slug } = await startAttacked(t)
  await sign(site, slug)
  site.wait(12 * MINUTE)
  await site.work()
  await site.submit(confirmPath(mailsTo(site)[0]!))

  const again = await sign(site, slug)
  const fresh = await sign(site, slug, { email: 'grace@example.com' })

  t.equal(again.statusCode, fresh.statusCode)
  const shape = (location: unknown) => String(location).replace(/after=.*/, 'after')
  t.equal(shape(again.headers.location), shape(fresh.headers.location))
})

t.test('a moment that somebody wrote into the address is not told', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)

  for (const after of ['zzzzzzz', '1', "'>", 'x&after=y'])
    t.notMatch(
      (await site.get(`/petitions/${slug}/signatures/check-your-inbox?after=${encodeURIComponent(after)}`))
        .body,
      'leaves at about',
    )
})

t.test('the widget leads to the form as always under attack', async (t) => {
  const { site, slug } = await startAttacked(t)

  const widget = await site.get(`/petitions/${slug}/embed`)

  t.equal(widget.statusCode, 200)
  t.notMatch(widget.body, '<script')
  t.match(widget.body, `/petitions/${slug}"`)
})

t.test('nobody asks for challenges without end', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '0.01' })
  const { slug } = await addPetition(site)
  t.equal((await site.get('/petitions/nothing-here/signatures/challenge.json')).statusCode, 404)
  const statuses: number[] = []
  for (let time = 0; time < 5; time++)
    statuses.push((await site.get(`/petitions/${slug}/signatures/challenge.json`)).statusCode)

  t.strictSame(statuses.slice(0, 2), [200, 200])
  t.ok(statuses.includes(429))
})

t.test('from a network that looks attacked, the form comes back once, with room for a proof', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const { slug } = petition
  const opened = markIn((await site.get(`/petitions/${slug}`)).body)
  site.wait(30_000)
  await attackNetwork(site.deps, '127.0.0.0/24')
  // The process hears of a network with its third request.
  for (const email of ['one@example.com', 'two@example.com', 'three@example.com'])
    await sign(site, slug, { email })
  await site.work()
  const before = await countRows(site, petition.id)

  const asked = await sign(site, slug, { opened, name: 'Ada Lovelace' })
  t.equal(asked.statusCode, 422)
  t.match(asked.body, 'Press the button once more')
  t.match(asked.body, /data-proof="[^"]*challenge\.json"/)
  t.match(asked.body, 'value="Ada Lovelace"', 'nothing typed is lost')
  t.equal(markIn(asked.body), opened)
  t.equal(await countRows(site, petition.id), before, 'and nothing is signed yet')

  const proof = await prove(await challengeFor(site, slug))
  const proved = await sign(site, slug, { opened, proof })
  await site.work()
  t.equal(proved.statusCode, 303)
  t.equal(mailsTo(site).length, 1, 'who proves it has the mail at once')

  const without = await sign(site, slug, { opened, proof: '', email: 'plain@example.com' })
  await site.work()
  t.equal(without.statusCode, 303, 'who cannot is not asked twice')
  t.match(without.headers.location, /after=/)
  t.strictSame(mailsTo(site, 'plain@example.com'), [], 'and has it later')
  site.wait(11 * MINUTE)
  await site.work()
  t.equal(mailsTo(site, 'plain@example.com').length, 1)
})
