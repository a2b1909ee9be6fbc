/** People who do not exist, each once: the forms they send. */

const FIRST = ['Ada', 'Zoé', 'Nour', 'Łucja', 'Jean-Baptiste', 'Ngọc', 'Ольга', 'Chloë', 'Íñigo', '美咲']
const LAST = [
  'Martin',
  "O'Neill",
  'Nguyễn',
  'García Márquez',
  'Søndergaard',
  'Petrović',
  'Benali',
  'de la Tour',
]
const MAIL_DOMAINS = [
  'gmail.com',
  'orange.fr',
  'free.fr',
  'laposte.net',
  'association.example',
  'mairie.example',
]
const POSTCODES = ['69003', '75011', '13001', '59000', '33000', '97400', '20200', '67000', '31000', '44000']
const ELSEWHERE = [
  ['BE', '1000'],
  ['DE', '10115'],
  ['GB', 'SW1A 1AA'],
] as const
const COMMENT = 'Parce que mes enfants y vont chaque mercredi, et que rien d’autre n’est ouvert.'

export interface Person {
  name: string
  email: string
  country: string
  postcode: string
  comment: string
  showName: boolean
  updates: boolean
}

export function person(number: number): Person {
  const [country, postcode] =
    number % 10 === 9
      ? ELSEWHERE[number % ELSEWHERE.length]!
      : (['FR', POSTCODES[number % POSTCODES.length]!] as const)
  return {
    name: `${FIRST[number % FIRST.length]} ${LAST[number % LAST.length]}`,
    email: `signer.${number}@${MAIL_DOMAINS[number % MAIL_DOMAINS.length]}`,
    country,
    postcode,
    comment: number % 8 === 0 ? COMMENT : '',
    showName: number % 3 === 0,
    updates: number % 4 === 0,
  }
}

/** What the browser of that person posts. */
export function formOf({ name, email, country, postcode, comment, showName, updates }: Person): string {
  const form = new URLSearchParams({ name, email, country, postcode, comment })
  if (showName) form.set('show_name', 'on')
  if (updates) form.set('updates', 'on')
  return form.toString()
}
