/** Answers that are faster than the commit of the batch that sent the mail. */

import t from 'tap'
import { receiveAnswer } from '../../src/bounces/receive.js'
import { findMark, markOf, readMark } from '../../src/mail/marks.js'
import { sign } from '../signatures/support.js'
import { addPetition } from '../support/factories.js'
import { until } from '../support/queues.js'
import { startSite } from '../support/site.js'
import { isSomebodyWaiting } from '../support/waiting.js'
import { postfix } from './answers.js'
import { ALL_ON, post, signedHeaders, suppressionsOf } from './told.js'

const RETURN_PATH = 'bounces@mail.clameur.example'

t.test('a mail that comes back while its batch is still leaving marks its address', async (t) => {
  const site = await startSite(t, { RETURN_PATH })
  const petition = await addPetition(site)
  await sign(site, petition.slug)
  const keys = await site.deps.keyring.getSiteKeys(site.db, 'bounces')
  const { mailer } = site.deps
  const send = mailer.send.bind(mailer)
  let answered: Promise<string> | undefined
  mailer.send = async (mail) => {
    await send(mail)
    if (answered) return
    const mailId = readMark(keys, 'return-path', findMark(RETURN_PATH, mail.returnPath!)!)!
    let isAnswered = false
    answered = receiveAnswer(site.deps, { mailId }, postfix()).finally(() => {
      isAnswered = true
    })
    await until('it is taken, or waits', async () => isAnswered || (await isSomebodyWaiting(site)))
  }

  await site.work('confirmation-mails')

  t.equal(await answered, 'recorded')
  t.strictSame(await suppressionsOf(site), [{ kind: 'hard', count: 1, source: 'dsn' }])
})

t.test('an answer about a mail of which no record is left comes again, and counts then', async (t) => {
  const site = await startSite(t, { RETURN_PATH, ...ALL_ON })
  const petition = await addPetition(site)
  await sign(site, petition.slug)
  const keys = await site.deps.keyring.getSiteKeys(site.db, 'bounces')
  // As after a crash between the mail server's yes and the commit: it left, and is due.
  const { id: mailId } = await site.db
    .selectFrom('mails')
    .select('id')
    .where('kind', '=', 'confirm-signature')
    .executeTakeFirstOrThrow()

  await t.rejects(receiveAnswer(site.deps, { mailId }, postfix()), { name: 'EarlyAnswerError' })
  const told = JSON.stringify({ type: 'bounce', message_id: `<${markOf(keys, 'message-id', mailId)}@x>` })
  const tell = () => post(site, '/webhooks/mail/generic', told, signedHeaders(told, site.deps.clock.now()))
  t.match(await tell(), { statusCode: 503, headers: { 'retry-after': '60' } })
  t.strictSame(await site.db.selectFrom('mailEvents').selectAll().execute(), [])

  await site.work('confirmation-mails')
  t.equal(await receiveAnswer(site.deps, { mailId }, postfix()), 'recorded')
  t.equal((await tell()).statusCode, 200)
  t.match(await suppressionsOf(site), [{ kind: 'hard', count: 2 }])
})
