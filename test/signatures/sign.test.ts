import t from 'tap'
import { addPetition } from '../support/factories.js'
import { startSite } from '../support/site.js'
import { confirmPath, countOf, linkIn, mailsTo, sign } from './support.js'

t.test('a citizen signs, follows the link, presses the button and is counted', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)

  const signed = await sign(site, slug)
  t.equal(signed.statusCode, 303)
  t.equal(signed.headers.location, `/petitions/${slug}/signatures/check-your-inbox`)
  t.ok(site.woken.has('confirmation-mails'))
  const inbox = await site.get(signed.headers.location as string)
  t.equal(inbox.statusCode, 200)
  t.match(inbox.body, /14 days/)
  t.equal(await countOf(site, id), 0, 'nothing counts before it is confirmed')

  await site.work()
  const [mail] = mailsTo(site)
  t.match(mail, { to: 'ada@example.com', subject: 'Confirm your signature: Save the library' })
  t.match(mail!.text, /Claire Fontanel will then receive your name, country, postcode and area, the date/)
  t.notMatch(mail!.text, /Ada/, 'nothing that a stranger typed')
  t.notOk(mail!.headers?.['List-Unsubscribe'], 'it was just asked for')

  const page = await site.get(linkIn(mail!))
  t.equal(page.statusCode, 200)
  t.match(page.body, /Ada Lovelace/)
  t.match(page.body, /Confirm my signature/)
  t.equal(await countOf(site, id), 0, 'a mail scanner that follows the link confirms nothing')

  const confirmed = await site.submit(confirmPath(mail!))
  t.equal(confirmed.statusCode, 303)
  const thanks = await site.get(confirmed.headers.location as string)
  t.match(thanks.body, /You are number 1 to sign/)
  t.notMatch(thanks.body, / checked/, 'no box is ticked for anyone')
  t.equal(await countOf(site, id), 1)
  const count = await site.get(`/petitions/${slug}/count.json`)
  t.match(count.json(), { confirmed: 1, goal: 100, updated_at: /^\d{4}-.*Z$/ })
  t.equal(count.headers['access-control-allow-origin'], '*')
  t.match(count.headers['cache-control'], /public/)
})

t.test(
  'a French reader is written to in French, and told of everyone who receives the petition',
  async (t) => {
    const site = await startSite(t)
    const petition = await addPetition(site)
    await site.db
      .insertInto('decisionMakers')
      .values({ petitionId: petition.id, name: 'Ousmane Ba', locale: 'fr' })
      .execute()

    await sign(site, petition.slug, {}, { 'accept-language': 'fr' })
    await site.work()

    const [mail] = mailsTo(site)
    t.match(mail!.subject, /^Confirmez votre signature/)
    t.match(mail!.text, /Claire Fontanel et Ousmane Ba recevront alors votre nom/)
    t.match(mail!.text, /\/signatures\/\S+\?lang=fr/)
  },
)

t.test('the sign form offers the petition’s country first, and ticks no box', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site, { country: 'BE' })

  const { body, headers } = await site.get(`/petitions/${slug}/signatures/new`)

  t.match(body, /<option value="BE" selected>Belgium<\/option>\s*<option value="FR">France/)
  t.notMatch(body, / checked/)
  t.match(headers['cache-control'], /public/)
  t.notOk(headers['set-cookie'])
})
