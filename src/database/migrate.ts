import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Migration, Migrator } from 'kysely'
import type { Database } from './connect.js'

const folder = new URL('../../migrations/', import.meta.url)

/**
 * Brings the database to the newest schema, forward only, under Kysely's own lock: two processes that start
 * together migrate once.
 *
 * @returns the names of the migrations that ran.
 * @throws the database's error, after which nothing of the failed migration remains.
 */
export async function migrate(db: Database): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: loadMigrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

async function loadMigrations(): Promise<Record<string, Migration>> {
  const files = readdirSync(fileURLToPath(folder)).filter((file) => file.endsWith('.js'))
  const loaded = files
    .sort()
    .map(async (file) => [basename(file, '.js'), await import(new URL(file, folder).href)] as const)
  return Object.fromEntries(await Promise.all(loaded))
}
