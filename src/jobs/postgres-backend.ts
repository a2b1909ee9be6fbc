import { setTimeout as sleep } from 'node:timers/promises'
import { createPostgresBackend } from 'bullmq'

/** A server that turns connections away at once is not asked more often. */
const AGAIN_MS = 500

/**
 * BullMQ's PostgreSQL backend, for a server whose first answer may be late.
 *
 * BullMQ 6.7 keeps the promise of its first look at the server for good, also when it was broken (a busy machine takes
 * longer than the pool waits, all connections are taken). Each of a worker's turns then fails without having waited for
 * anything, and the next begins at once: nothing else of the process ever runs again. Here a look that failed is
 * forgotten, after a pause.
 */
export function openPostgresBackend(
  ...asked: Parameters<typeof createPostgresBackend>
): ReturnType<typeof createPostgresBackend> {
  const backend = createPostgresBackend(...asked)
  const { connection } = backend as unknown as { connection: Connection }
  const whenReady = connection.waitUntilReady.bind(connection)
  connection.waitUntilReady = async () => {
    const looking = whenReady()
    const look = connection.readyPromise
    try {
      await looking
    } catch (error) {
      await sleep(AGAIN_MS)
      if (connection.readyPromise === look) connection.readyPromise = undefined
      throw error
    }
  }
  return backend
}

interface Connection {
  waitUntilReady(): Promise<void>
  readyPromise: Promise<void> | undefined
}
