/**
 * The yardsticks: Fastify with nothing else. `POST /signatures` parses the form and does one committed insert;
 * `GET /page` sends the bytes it was given. Started by `bench.ts`.
 */

import formbody from '@fastify/formbody'
import Fastify from 'fastify'
import pg from 'pg'

export interface BarePage {
  headers: Record<string, string>
  bytes: string
}

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 })
await pool.query(`
  create table if not exists bare_signatures (
    id bigint generated always as identity primary key,
    name text not null, email text not null, country text not null, postcode text not null, comment text not null,
    show_name boolean not null, updates boolean not null, signed_at timestamptz not null default now()
  )`)

let page: { headers: Record<string, string>; bytes: Buffer } | undefined
process.on('message', (given: BarePage) => {
  page = { headers: given.headers, bytes: Buffer.from(given.bytes, 'base64') }
  process.send!('page')
})

const app = Fastify()
await app.register(formbody)

app.post('/signatures', async (request, reply) => {
  const form = request.body as Record<string, string>
  await pool.query({
    name: 'add',
    text: `insert into bare_signatures (name, email, country, postcode, comment, show_name, updates)
           values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      form.name ?? '',
      form.email ?? '',
      form.country ?? '',
      form.postcode ?? '',
      form.comment ?? '',
      form.show_name === 'on',
      form.updates === 'on',
    ],
  })
  return reply.redirect('/thanks', 303)
})

app.get('/page', (_request, reply) => reply.headers(page!.headers).send(page!.bytes))

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
process.send!('listening')
process.on('SIGTERM', async () => {
  await app.close()
  await pool.end()
  process.exit(0)
})
