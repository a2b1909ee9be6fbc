/** Looks for a word everywhere a database server may have left it, in every shape a program may have given it. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Redis } from 'ioredis'
import { sql } from 'kysely'
import type { Database } from '../../src/database/connect.js'

/** A mark without letters that differ by case: what is looked for is part of every name and address of a kind. */
export function shapesOf(mark: string): Buffer[] {
  const base64 = [0, 1, 2].map((before) => {
    const whole = Buffer.from(`${'\0'.repeat(before)}${mark}`)
      .toString('base64')
      .replace(/=+$/, '')
    // The first and last characters also hold bits of the neighbours.
    return whole.slice(before === 0 ? 0 : before + 1, -1)
  })
  const shapes = [mark, mark.toUpperCase(), ...base64]
  return [
    ...shapes.map((shape) => Buffer.from(shape)),
    Buffer.from(Buffer.from(mark).toString('hex')),
    Buffer.from(mark, 'utf16le'),
  ]
}

/** Where a shape stands, with what stands before it: a failing test then says what leaked. */
export function findIn(content: Buffer, shapes: Buffer[]): string | undefined {
  for (const shape of shapes) {
    const at = content.indexOf(shape)
    if (at >= 0)
      return content
        .subarray(Math.max(0, at - 60), at + 60)
        .toString('latin1')
        .replace(/[^\x20-\x7e]/g, '·')
  }
  return undefined
}

/** Every row of every table that anybody made, whatever its schema; bytes as hex, and as they are. */
export async function* readTables(db: Database): AsyncGenerator<{ table: string; content: Buffer }> {
  const { rows: tables } = await sql<{ table: string }>`
    select format('%I.%I', schemaname, tablename) as table from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`.execute(db)
  for (const { table } of tables) {
    const { rows } = await sql<{ row: Record<string, unknown>; line: string }>`
      select to_jsonb(t) as row, t::text as line from ${sql.raw(table)} t`.execute(db)
    const lines = rows.flatMap(({ row, line }) => [
      Buffer.from(`${line}\n`),
      ...Object.values(row).flatMap((value) =>
        typeof value === 'string' && value.startsWith('\\x') ? [Buffer.from(value.slice(2), 'hex')] : [],
      ),
    ])
    yield { table, content: Buffer.concat(lines) }
  }
}

/** Every key of a Redis database with its name and all it holds, whatever it is. */
export async function* readRedis(client: Redis): AsyncGenerator<{ key: string; content: Buffer }> {
  for (const key of (await client.keys('*')).sort()) {
    const kind = await client.type(key)
    const held = await readKey(client, key, kind)
    yield { key, content: Buffer.concat([Buffer.from(`${key}\n`), ...held]) }
  }
}

async function readKey(client: Redis, key: string, kind: string): Promise<Buffer[]> {
  switch (kind) {
    case 'string':
      return [(await client.getBuffer(key)) ?? Buffer.alloc(0)]
    case 'hash':
      return Object.entries(await client.hgetallBuffer(key)).flatMap(([field, value]) => [
        Buffer.from(`${field}\n`),
        value,
      ])
    case 'list':
      return client.lrangeBuffer(key, 0, -1)
    case 'set':
      return client.smembersBuffer(key)
    case 'zset':
      return client.zrangeBuffer(key, '0', '-1')
    case 'stream':
      return [Buffer.from(JSON.stringify(await client.xrange(key, '-', '+')))]
    case 'none':
      // Gone since it was listed.
      return []
    default:
      throw new Error(`${key} is a ${kind}, which this cannot read`)
  }
}

/** What the server has on its disk, after it wrote down all it held in memory: its log of changes included. */
export async function* readDataFiles(db: Database): AsyncGenerator<{ file: string; content: Buffer }> {
  await sql`checkpoint`.execute(db)
  const { rows } = await sql<{ folder: string; own: string }>`
    select current_setting('data_directory') as folder, oid::text as own
    from pg_database where datname = current_database()`.execute(db)
  const { folder, own } = rows[0]!
  for (const part of readdirSync(folder)) {
    // Other databases of this server belong to other tests.
    const inside = part === 'base' ? join(part, own) : part
    for (const file of listFiles(join(folder, inside)))
      yield { file: join(inside, file), content: readFileSync(join(folder, inside, file)) }
  }
}

function listFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return ['']
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)))
}
