/** The development mailbox: every mail as a file under DATA_DIR, where no mail server is set. */

import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OutgoingMail } from './mailer.js'

export interface KeptMail extends OutgoingMail {
  id: string
  sentAt: string
  /** Addresses in the text, in their order, to save scripts the parsing. */
  links: string[]
}

export async function keepInMailbox(dataDir: string, mail: OutgoingMail, raw: Buffer): Promise<void> {
  const folder = join(dataDir, 'mailbox')
  await mkdir(folder, { recursive: true })
  const sentAt = new Date().toISOString()
  const id = `${sentAt.replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`
  const kept: KeptMail = {
    id,
    sentAt,
    ...mail,
    links: mail.text.match(/https?:\/\/[^\s<>"]*[^\s<>".,;:)]/g) ?? [],
  }
  await writeFile(join(folder, `${id}.eml`), raw)
  // Written aside and renamed: a reader never sees half a mail.
  await writeFile(join(folder, `${id}.part`), JSON.stringify(kept))
  await rename(join(folder, `${id}.part`), join(folder, `${id}.json`))
}

/** The newest first. */
export async function listMailbox(dataDir: string, limit = 200): Promise<KeptMail[]> {
  const folder = join(dataDir, 'mailbox')
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.json'))
  const newest = files.sort().reverse().slice(0, limit)
  return Promise.all(
    newest.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as KeptMail),
  )
}

export async function findInMailbox(dataDir: string, id: string): Promise<KeptMail | undefined> {
  if (!/^[\w-]+$/.test(id)) return undefined
  const text = await readFile(join(dataDir, 'mailbox', `${id}.json`), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as KeptMail)
}
