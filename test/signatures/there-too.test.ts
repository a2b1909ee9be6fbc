/** Where the institution that is asked counts on its own site alone, who has confirmed here is told to sign there too. */

import t from 'tap'
import type { Petition } from '../../src/database/tables.js'
import { addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'
import { signAndConfirm } from './support.js'

const INITIATIVE = 'https://petitions.senat.fr/initiatives/i-1'
const TOLD = 'To count with the institution too, sign there as well'

async function confirm(site: TestSite, asked: Partial<Petition>): Promise<string> {
  const { slug } = await addPetition(site, asked)
  return `${await signAndConfirm(site, slug)}/thanks`
}

t.test('with the link that the campaigner gave, in the language of the reader', async (t) => {
  const site = await startSite(t)
  const thanks = await confirm(site, { institution: 'fr-senat', officialUrl: INITIATIVE })

  const { body } = await site.get(thanks)

  t.match(body, TOLD)
  t.match(body, 'and this petition is there too.')
  t.match(body, `href="${INITIATIVE}" rel="noopener">Sign it on petitions.senat.fr</a>`)
  const french = (await site.get(`${thanks}?lang=fr`)).body
  t.match(french, 'signez également chez elle')
  t.match(french, `href="${INITIATIVE}" rel="noopener">La signer sur petitions.senat.fr</a>`)
})

t.test('without a link, with the site alone: nobody knows that the petition is there', async (t) => {
  const site = await startSite(t)

  const { body } = await site.get(await confirm(site, { institution: 'fr-senat' }))

  t.match(body, 'If this petition is there too')
  t.match(body, 'rel="noopener">Go to petitions.senat.fr</a>')
  t.notMatch(body, 'Sign it on')
})

t.test('nothing is told where a signature made here counts, or where no rule is known', async (t) => {
  const site = await startSite(t)
  for (const institution of ['fr-commune', null]) {
    const { body } = await site.get(await confirm(site, { institution, officialUrl: INITIATIVE }))

    t.match(body, 'your signature counts')
    t.notMatch(body, TOLD)
    t.notMatch(body, 'petitions.senat.fr', 'a link kept from an institution asked before leads nowhere')
  }
})
