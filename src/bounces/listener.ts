/** The small mail server that takes answers to our mails, and nothing else. */

import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerAddress, type SMTPServerSession } from 'smtp-server'
import { BadSettingError } from '../config.js'
import type { Deps } from '../deps.js'
import { MOST_BYTES, readAddressee, receiveAnswer } from './receive.js'

const MOST_CONNECTIONS = 20
/** Of one session: an answer has one addressee. */
const MOST_RECIPIENTS = 5
const WAIT_MS = 30_000
/** However slowly it speaks, nobody stays longer. */
const MOST_SESSION_MS = 5 * 60_000

export interface BounceListener {
  port: number
  close(): Promise<void>
}

/** @throws BadSettingError when the port is taken, or not open to this user. */
export async function listenForBounces(deps: Deps): Promise<BounceListener> {
  const { config, log } = deps
  const { host, port } = config.bounces!
  const { returnPath } = config
  const keys = await deps.keyring.getSiteKeys(deps.db, 'bounces')
  const sessions = new Map<string, NodeJS.Timeout>()

  const server = new SMTPServer({
    name: returnPath!.split('@')[1]!,
    banner: 'answers to our own mails only',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MOST_BYTES,
    maxClients: MOST_CONNECTIONS,
    socketTimeout: WAIT_MS,
    closeTimeout: 2_000,
    onRcptTo({ address }: SMTPServerAddress, session: SMTPServerSession, done) {
      if (session.envelope.rcptTo.length >= MOST_RECIPIENTS)
        return done(refusal(452, '4.5.3 Too many recipients'))
      if (!readAddressee(keys, returnPath!, address))
        return done(refusal(550, '5.1.1 Nobody reads this address'))
      done()
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        // Read to its end all the same, or the sender would never hear the answer.
        if (stream.byteLength <= MOST_BYTES) chunks.push(chunk)
      })
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(refusal(552, '5.3.4 Too large'))
        receiveAll(session, Buffer.concat(chunks)).then(
          () => done(),
          (error) => {
            log.warn({ code: error?.code }, 'an answer to a mail could not be recorded; it will come again')
            done(refusal(451, '4.3.0 Try again later'))
          },
        )
      })
    },
    onConnect(session, done) {
      sessions.set(session.id, setTimeout(() => closeSession(session.id), MOST_SESSION_MS).unref())
      done()
    },
    onClose({ id }) {
      clearTimeout(sessions.get(id))
      sessions.delete(id)
    },
  })

  async function receiveAll({ envelope }: SMTPServerSession, raw: Buffer): Promise<void> {
    for (const { address } of envelope.rcptTo) {
      const addressee = readAddressee(keys, returnPath!, address)
      if (addressee) await receiveAnswer(deps, addressee, raw)
    }
  }

  function closeSession(id: string): void {
    for (const connection of server.connections as Set<{ id: string; close(): void }>)
      if (connection.id === id) connection.close()
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new BadSettingError(
          'BOUNCES_PORT',
          `${port} cannot be listened on (${error.code})`,
          'choose another',
        ),
      ),
    )
    server.listen(port, host, () => resolve())
  })
  // A client that hangs up, or speaks no SMTP.
  server.on('error', () => {})
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode })
}
