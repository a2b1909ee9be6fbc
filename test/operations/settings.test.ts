import t from 'tap'
import { addModerator, signInAs } from '../support/factories.js'
import { startSite } from '../support/site.js'

t.test('an administrator reads what the installation is set to, and no secret', async (t) => {
  const site = await startSite(t, { DECISION_DELAY: '45', OPERATOR: 'Les Amis & Cie', BACKUP_DAYS: '30' })
  const ada = await signInAs(site, await addModerator(site, { role: 'administrator' }))

  const { body } = await site.get('/desk/settings', ada)

  t.match(body, /DECISION_DELAY<\/code><\/dt><dd[^>]*>45 seconds/)
  t.match(body, 'Les Amis &amp; Cie')
  t.match(body, /BACKUP_DAYS<\/code><\/dt><dd[^>]*>30 days/)
  t.match(body, /LOG_DAYS<\/code><\/dt><dd[^>]*>not set/)
  t.match(body, 'SOURCE_URL</code></dt>')
  t.match(body, /The law asks for these[\s\S]*PUBLICATION_DIRECTOR/)
  t.match(body, /How long a decision can be taken back<\/dt><dd[^>]*>15 minutes/)
  const { secretKey } = site.deps.config
  t.notMatch(body, secretKey.toString('base64'))
  t.notMatch(body, secretKey.toString('hex'))
  t.match((await site.get('/desk/settings?lang=fr', ada)).body, /Réglages de cette installation/)
})
