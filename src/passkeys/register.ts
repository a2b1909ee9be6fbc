/** Making a passkey one's own. */

import { addressOf } from '../accounts/accounts.js'
import type { Session } from '../accounts/sessions.js'
import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import { fingerprint } from '../keys/sealing.js'
import { readRegistered, registrationOptions } from './ceremony.js'
import { addChallenge, takeChallenge } from './challenges.js'
import type { readRegistrationAnswer } from './form.js'
import { tellPasskeyChange } from './mails.js'
import { listPasskeys } from './queries.js'

/** More than anybody has pockets. */
const MOST = 20

export async function askToRegister(deps: Deps, session: Session): Promise<object> {
  const { db, config, keyring } = deps
  const { account } = session
  const keys = await keyring.getSiteKeys(db, 'accounts')
  const { options } = await registrationOptions(config, {
    challenge: await addChallenge(deps, session, 'registration'),
    siteName: translatorFor(account.locale).t('common.site'),
    userHandle: fingerprint(keys.fingerprints, `passkeys of ${account.id}`),
    userName: account.name ?? (await addressOf(deps, account)),
    known: await listPasskeys(db, account.id),
  })
  return options
}

/** Keeps the passkey and tells its owner by mail, who may not be the one who did this. */
export async function registerPasskey(
  deps: Deps,
  session: Session,
  read: ReturnType<typeof readRegistrationAnswer>,
  name: string,
): Promise<'registered' | 'refused'> {
  const { db, config, jobs } = deps
  const { account } = session
  if (!read || !(await takeChallenge(deps, session, 'registration', read.challenge))) return 'refused'
  const registered = await readRegistered(config, read.answer, read.challenge)
  if (!registered) return 'refused'
  const outcome = await db.transaction().execute(async (trx) => {
    // One after the other, so that the number holds.
    await trx.selectFrom('accounts').select('id').where('id', '=', account.id).forUpdate().execute()
    if ((await listPasskeys(trx, account.id)).length >= MOST) return 'refused'
    const added = await trx
      .insertInto('passkeys')
      .values({
        ...registered,
        accountId: account.id,
        transports: read.answer.response.transports,
        name,
        createdAt: deps.clock.now(),
      })
      // An authenticator that is somebody's is nobody else's.
      .onConflict((conflict) => conflict.column('credentialId').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) return 'refused'
    await tellPasskeyChange(trx, account, 'added')
    return 'registered'
  })
  jobs.wakeLater('confirmation-mails')
  return outcome
}
