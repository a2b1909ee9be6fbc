/** Signing on paper: sheets, their pictures, two who read, a difference, a check, a line that is taken back. */

import {
  codeFor,
  drawScan,
  fieldsOf,
  invite,
  orderSheets,
  type Studio,
  sendScan,
} from '../../paper/support.js'
import { address, hidden, type Walk } from './open.js'

export async function signOnPaper(walk: Walk): Promise<void> {
  const { t, door, db, moderator } = walk
  const petition = await db
    .selectFrom('petitions')
    .selectAll()
    .where('id', '=', walk.petition.id)
    .executeTakeFirstOrThrow()
  const studio: Studio = {
    petition,
    own: walk.campaigner,
    place: `/account/petitions/${petition.slug}/paper`,
  }
  const helper = await invite(door, studio, address('reader'), hidden('Idir'))
  const other = await invite(door, studio, address('tired'), hidden('Mina'))
  t.equal((await door.submit(`${other}/ending`)).statusCode, 303)
  await orderSheets(door, studio, 2)
  const code = await codeFor(door, studio, 1)
  t.equal((await sendScan(door, studio, { code, file: await drawScan() })).statusCode, 303)
  const read = (...names: string[]) =>
    fieldsOf(
      door,
      names.map((name) => ({ name: hidden(name), locality: hidden('Lyon') })),
    )
  const sheet = `${studio.place}/sheets/1`
  await door.submit(`${sheet}/keying`, read('Olga', 'Piotr', 'Rémi'), studio.own)
  await door.submit(`${helper}/sheets/1/keying`, read('Olga', 'Pyotr', 'Rémi'))
  const choice = { choice_2: 'typed', name_2: hidden('Petr'), locality_2: hidden('Lyon'), looked: 'on' }
  t.equal((await door.submit(`${sheet}/settlement`, choice, studio.own)).statusCode, 303)
  // Read once, and not yet by another.
  const second = await codeFor(door, studio, 2)
  await sendScan(door, studio, { code: second, file: await drawScan() })
  await door.submit(`${helper}/sheets/2/keying`, read('Sara'))

  t.match((await door.get(sheet, studio.own)).body, hidden('Petr'), 'who runs the petition reads the sheet')
  const desk = `${walk.petition.desk}/paper`
  const check = { number: '1', note: 'By phone, on 3 May' }
  t.equal((await door.submit(`${desk}/checks`, check, moderator)).statusCode, 303)
  const back = { number: '3', reason: 'withdrawn' }
  t.equal((await door.submit(`${studio.place}/reversals`, back, studio.own)).statusCode, 303)
}
