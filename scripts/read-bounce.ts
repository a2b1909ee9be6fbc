/**
 * Reads one answer of a mail server, as Postfix pipes it: the address it came to as the argument, the mail on the
 * standard input. docs/bounces.md has the lines for Postfix.
 *
 *   node dist/scripts/read-bounce.js bounces+1a-0123456789abcdef@mail.example.org < answer.eml
 *
 * Ends with 0 for whatever is not to come again, also when it cannot be read: a mail must never answer it. Ends with
 * 75 (EX_TEMPFAIL of sysexits.h) when it should be tried later, and with 78 (EX_CONFIG) for a bad setting.
 */

import { MOST_BYTES, readAddressee, receiveAnswer } from '../src/bounces/receive.js'
import { BadSettingError } from '../src/config.js'
import { readInput, tellFailure, withDatabase } from './with-database.js'

try {
  const raw = await readInput(MOST_BYTES)
  const received = await withDatabase(async (few) => {
    const { returnPath } = few.config
    if (!returnPath)
      throw new BadSettingError('RETURN_PATH', 'is missing', 'write it like bounces@mail.example.org')
    const keys = await few.keyring.getSiteKeys(few.db, 'bounces')
    const addressee = readAddressee(keys, returnPath, process.argv[2] ?? '')
    return addressee ? receiveAnswer(few, addressee, raw) : 'not ours'
  })
  process.stdout.write(`${received}\n`)
} catch (error) {
  tellFailure(error)
  process.exitCode = error instanceof BadSettingError ? 78 : 75
}
