/** Signing, in every way and with every mistake, and what signers do by the links they get. */

import { sql } from 'kysely'
import { dayOf } from '../../../src/petitions/days.js'
import { expirePendingSignatures } from '../../../src/signatures/expire.js'
import { until } from '../../support/queues.js'
import { linkIn } from '../../support/sign-in.js'
import { address, hidden, launch, openMine, SECRET, shown, type Walk } from './open.js'

/** Enough for a sample check, which asks at most one in two. */
const CROWD = Array.from({ length: 32 }, (_, index) => `crowd${index}`)
const PEOPLE = ['ada', 'ben', 'cleo', 'dora', 'eli', 'fay', 'gil', 'hana', 'ivo', 'jun', 'kim']

type Fields = Record<string, string>

function signer({ door, petition }: Walk) {
  const page = `/petitions/${petition.slug}/signatures`
  return (who: string, more: Fields = {}) =>
    door.submit(page, {
      name: hidden(who),
      email: address(who),
      country: 'FR',
      postcode: '69007',
      ...more,
    })
}

export async function signAndConfirm(walk: Walk): Promise<void> {
  const { t, door, mailServer, links } = walk
  const sign = signer(walk)
  for (const who of PEOPLE)
    t.equal(
      (await sign(who, { updates: 'on', campaigner_news: 'on', comment: `Because ${who} reads` })).statusCode,
      303,
    )
  await sign('lea', { name: shown('Lea'), show_name: 'on' })
  await sign('max', { withhold_name: 'on' })
  await sign('nobody')
  await sign('later')
  await sign('gmail', { email: `Dotted.${SECRET}+petitions@gmail.com` })
  await sign('ada', { email: address('ada').toUpperCase() })
  // Of one household, and a program that fills in what nobody sees.
  await sign('bea', { email: address('ada') })
  await sign('robot', { website: SECRET })
  for (const who of CROWD) t.equal((await sign(who)).statusCode, 303)
  await signWithMistakes(walk)
  await failOnPurpose(walk)

  for (const who of [...PEOPLE, 'lea', 'max', ...CROWD]) {
    const link = linkIn(await mailServer.mailTo(address(who)), '/signatures/').replace(/\?.*/, '')
    links.set(who, link)
    if (who !== 'kim') t.equal((await door.submit(`${link}/confirmation`)).statusCode, 303)
  }
  await door.submit(`${links.get('ada')}/confirmation`)
  await sign('ada')
  await door.submit(`${links.get('ben')}/consents`, {
    name: SECRET,
    show_name: '',
    comment: 'Another reason',
  })
  await door.submit(`${links.get('ben')}/consents/withdrawal`, { kind: 'updates' })
  await door.submit(`${links.get('eli')}/consents`, { updates: 'on', campaigner_news: 'on' })
  await door.work()
}

async function signWithMistakes(walk: Walk): Promise<void> {
  const { t, door, petition } = walk
  const sign = signer(walk)
  for (const [who, faults] of Object.entries<Fields>({
    formula: { name: `=HYPERLINK("${SECRET}")` },
    advertising: { name: `www.${SECRET}.com` },
    nowhere: { email: `${SECRET}@` },
    nulls: { name: `${SECRET}\0` },
    long: { name: SECRET.repeat(200) },
    country: { country: SECRET },
    postcode: { postcode: SECRET },
  }))
    t.ok((await sign(who, faults)).statusCode < 500, who)
  const page = `/petitions/${petition.slug}`
  await door.get(`${page}?name=${SECRET}&q=${encodeURIComponent(address('ada'))}`)
  await door.get(`/petitions?q=${encodeURIComponent(hidden('Ada'))}`)
  await door.get(`/signatures/${SECRET}`)
  await door.get(`/${SECRET}%00`)
  await door.submit('/account/sign-in', { email: address('stranger'), return: '/account' })
  await door.submit('/account/sign-in', { email: `${SECRET} at home` })
  await door.app.inject({
    method: 'POST',
    url: `${page}/signatures`,
    payload: SECRET,
    headers: { 'content-type': 'text/csv' },
  })
}

/** A statement that fails on a row, and one on what it was given: PostgreSQL's errors quote the whole of both. */
async function failOnPurpose(walk: Walk): Promise<void> {
  const { t, db } = walk
  await sql`alter table signatures add constraint broken check (postcode <> '69001')`.execute(db)
  t.equal((await signer(walk)('broken', { postcode: '69001' })).statusCode, 500)
  await sql`alter table signatures drop constraint broken`.execute(db)
  await db
    .selectFrom('petitions')
    .select('id')
    .where(sql<boolean>`${address('given')}::int = 1`)
    .execute()
    .catch(() => {})
}

/** A device that remembers its owner signs another petition of the same campaigner, of which followers are told. */
export async function signElsewhere(walk: Walk): Promise<void> {
  const { t, door, mailServer, links, moderator } = walk
  const second = await launch(walk, {
    title: 'Plant trees along the Rue de Gerland',
    maker_email: address('bishop'),
    institution: 'fr-senat',
  })
  t.equal((await door.submit(`${second.desk}/publication`, {}, moderator)).statusCode, 303)
  await mailServer.mailTo(address('eli'), ({ text }) => text.includes(`/petitions/${second.slug}`))
  const remembered = await door.submit(`${links.get('cleo')}/device`, { remember: 'on' })
  const device = remembered.cookies[0]!
  const signed = await door.submit(
    `/petitions/${second.slug}/signatures/remembered`,
    { updates: 'on' },
    { cookie: `${device.name}=${device.value}` },
  )
  t.match(signed.headers.location, '/signatures/')
  // Somebody who never confirms.
  await signer({ ...walk, petition: second })('idle')
  const { timeZone } = walk.service.deps.config
  const count = {
    official_url: 'https://petitions.senat.fr/initiatives/i-1',
    signatures: '12 345',
    counted_on: dayOf(walk.service.deps.clock.now(), timeZone),
  }
  const told = await door.submit(`/account/petitions/${second.slug}/official-count`, count, walk.campaigner)
  t.equal(told.statusCode, 303)
}

/** Whoever has not confirmed within a fortnight is forgotten. */
export async function expireRequests({ db, service }: Walk): Promise<void> {
  const inThreeWeeks = new Date(service.deps.clock.now().getTime() + 21 * 86_400_000)
  await expirePendingSignatures({ db, clock: { now: () => inThreeWeeks } })
}

/** "My signatures": asked for, copied, corrected, moved to another address, withdrawn, erased. */
export async function useMySignatures(walk: Walk): Promise<void> {
  const { t, door, mailServer, db } = walk
  t.equal((await door.submit('/my-signatures', { email: `${SECRET}@` })).statusCode, 422)
  await door.submit('/my-signatures', { email: address('stranger') })
  const hana = await openMine(walk, address('hana'))
  t.match((await door.get('/my-signatures/list', hana)).body, hidden('hana'))
  for (const file of ['my-signatures.json', 'signatures.csv', 'consents.csv', 'mails.csv'])
    t.equal((await door.get(`/my-signatures/copy/${file}`, hana)).statusCode, 200)
  t.equal((await door.submit('/my-signatures/name', { name: `=${SECRET}` }, hana)).statusCode, 422)
  t.equal((await door.submit('/my-signatures/name', { name: hidden('Hannah') }, hana)).statusCode, 303)
  t.equal((await door.submit('/my-signatures/address', { email: address('moved') }, hana)).statusCode, 303)
  const move = linkIn(
    await mailServer.mailTo(address('moved'), ({ text }) => text.includes('/my-signatures/address/')),
    '/my-signatures/address/',
  )
  t.equal((await door.submit(move)).statusCode, 200)
  const moved = await openMine(walk, address('moved'))
  t.match((await door.get('/my-signatures/list', moved)).body, hidden('Hannah'))
  t.equal((await door.submit('/my-signatures/withdrawal', {}, moved)).statusCode, 303)
  t.equal(
    (await door.submit('/my-signatures/erasure', {}, await openMine(walk, address('ivo')))).statusCode,
    303,
  )
  await until('the log has taken them out', async () => {
    const out = await db.selectFrom('logRemovals').select('leaf').execute()
    return out.length > 0
  })
}
