/** Five confirmation mails to one address for one petition, whatever becomes of the requests. */

import t from 'tap'
import { eraseAll } from '../../src/my-signatures/erase-all.js'
import { expirePendingSignatures } from '../../src/signatures/expire.js'
import { openMine } from '../my-signatures/support.js'
import { addPetition } from '../support/factories.js'
import { startSite } from '../support/site.js'
import { ADA, countOf, linkIn, mailsTo, sign } from './support.js'

const DAY = 86_400_000

t.test(
  'five mails are five for ever: withdrawn, expired, or in another spelling of the address',
  async (t) => {
    const site = await startSite(t)
    const { slug, id } = await addPetition(site)
    const spellings = ['ada.lovelace@gmail.com', 'AdaLovelace@googlemail.com', 'a.d.a.lovelace+a@gmail.com']
    const mails = () => site.mails.filter(({ to }) => /lovelace/i.test(to))
    const ask = async (email: string) => {
      t.equal((await sign(site, slug, { email })).statusCode, 303)
      await site.work()
    }

    await ask(spellings[0]!)
    await site.submit(`${linkIn(mails()[0]!)}/confirmation`)
    await site.submit(`${linkIn(mails()[0]!)}/withdrawal`)
    await ask(spellings[1]!)
    t.equal(mails().length, 2)

    for (const [fortnight, upTo] of [4, 5, 5, 5].entries()) {
      site.wait(15 * DAY)
      await expirePendingSignatures(site.deps)
      for (const email of spellings.slice(0, 2)) await ask(email)
      t.equal(mails().length, upTo, `after ${fortnight + 1} fortnights`)
    }
    const rows = await site.db.selectFrom('spentMails').selectAll().execute()
    t.match(rows, [{ petitionId: id }])
    const [now] = await site.db
      .selectFrom('signatures')
      .select('emailFingerprint')
      .where('state', '=', 'pending')
      .execute()
    t.notOk(rows[0]!.address.equals(now!.emailFingerprint), 'nothing to lay beside the signatures')

    await ask('grace@gmail.com')
    t.equal(mailsTo(site, 'grace@gmail.com').length, 1, 'nobody else has lost any')
  },
)

t.test('who has no mail left can still confirm from the page of all their signatures', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  for (let time = 0; time < 5; time++) await sign(site, slug)
  site.wait(15 * DAY)
  await expirePendingSignatures(site.deps)
  await sign(site, slug)
  await site.work()

  const session = await openMine(site)
  const list = await site.get('/my-signatures/list', session)
  const own = /\/signatures\/[\w.~-]+/.exec(list.body)![0]
  await site.submit(`${own}/confirmation`)

  t.equal(await countOf(site, id), 1)
})

t.test(
  'what was counted of an address goes with the petition’s end, and when its owner erases',
  async (t) => {
    const site = await startSite(t)
    const [open, over] = [await addPetition(site), await addPetition(site)]
    for (const { slug } of [open, over])
      for (const email of [ADA.email, 'ben@example.com']) await sign(site, slug, { email })
    site.wait(15 * DAY)
    await expirePendingSignatures(site.deps)
    const counted = async () =>
      (await site.db.selectFrom('spentMails').select('petitionId').orderBy('petitionId').execute()).map(
        ({ petitionId }) => petitionId,
      )
    t.strictSame(await counted(), [open.id, open.id, over.id, over.id])

    await site.db.updateTable('petitions').set({ state: 'closed' }).where('id', '=', over.id).execute()
    await expirePendingSignatures(site.deps)
    t.strictSame(await counted(), [open.id, open.id])

    await eraseAll(site.deps, ADA.email)
    t.strictSame(await counted(), [open.id])
  },
)
