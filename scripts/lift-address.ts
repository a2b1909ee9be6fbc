/**
 * Lets mails go again to an address that they came back from: for an operator who is locked out by it, since the link
 * to sign in is a mail too. At the desk it is done at /desk/mail.
 *
 *   echo ada@example.org | npm run mail:lift
 *
 * The address is read from the standard input, so that it stands in no list of processes.
 */

import { findSuppression, liftSuppression } from '../src/mail/suppressions.js'
import { readInput, tellFailure, withDatabase } from './with-database.js'

try {
  const address = (await readInput(1_000)).toString('utf8').trim()
  const lifted = await withDatabase(async (few) => {
    const found = await findSuppression(few, address)
    if (!found || !(await liftSuppression(few.db, found.fingerprint))) return undefined
    await few.db.insertInto('auditEntries').values({ act: 'address-lifted', at: few.clock.now() }).execute()
    return found.kind
  })
  process.stdout.write(lifted ? `Mails go there again; the mark was: ${lifted}\n` : 'Nothing was held back\n')
} catch (error) {
  tellFailure(error)
  process.exitCode = 1
}
