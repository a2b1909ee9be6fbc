import t from 'tap'
import { territoryOf } from '../../src/petitions/places.js'
import { communeOf, communesOf, departementsOf, findPlaces, listPostcodes } from '../../src/places/france.js'

const names = (kind: 'commune' | 'departement' | 'region', typed: string) =>
  findPlaces(kind, typed).map(({ name, code }) => `${name} ${code}`)

t.test('a commune is found as people write it', async (t) => {
  const annecy = ['Annecy 74010']
  for (const typed of [
    'Annecy',
    'annecy',
    '74010',
    '74000 Annecy',
    'Annecy 74000',
    'Annecy (74010)',
    'ANNECY (74)',
  ])
    t.strictSame(names('commune', typed), annecy, typed)
  t.strictSame(names('commune', 'St Etienne (42)'), ['Saint-Étienne 42218'])
  t.strictSame(names('commune', 'L’Haÿ-les-Roses'), ['L’Haÿ-les-Roses 94038'])
  t.strictSame(names('commune', 'Ajaccio (2A)'), ['Ajaccio 2A004'])
  t.strictSame(names('commune', 'Atlantis'), [])
  t.strictSame(names('commune', 'Annecy (69)'), [])
  t.strictSame(names('commune', '(.*)'), [])
})

t.test('a name that many bear is not guessed', async (t) => {
  const many = findPlaces('commune', 'Saint-Denis')
  t.ok(many.length > 1)
  t.strictSame(names('commune', 'Saint-Denis (974)'), ['Saint-Denis 97411'])
  t.ok(names('commune', '74600').includes('Annecy 74010'))
})

t.test('départements and regions are found, with the people of all their communes', async (t) => {
  const [rhone] = findPlaces('departement', 'rhone')
  t.equal(rhone!.code, '69')
  t.ok(rhone!.population > 1_800_000 && rhone!.population < 2_100_000, String(rhone!.population))
  const [brittany] = findPlaces('region', 'Bretagne')
  t.strictSame(departementsOf(brittany!.code).sort(), ['FR-22', 'FR-29', 'FR-35', 'FR-56'])
})

t.test('a postcode means one commune, several, or none', async (t) => {
  t.strictSame(
    communesOf('69007').map(({ name }) => name),
    ['Lyon'],
  )
  t.ok(communesOf('01300').length > 10)
  t.strictSame(communesOf('00000'), [])
})

t.test('only a postcode of one commune means a commune', async (t) => {
  t.equal(communeOf('74940')?.name, 'Annecy')
  t.equal(communeOf('01300'), undefined)
  t.equal(communeOf('00000'), undefined)
})

t.test(
  'every postcode of the country is counted in the département where all its communes lie, or in none',
  async (t) => {
    const wrong = listPostcodes().filter((postcode) => {
      const departements = new Set(communesOf(postcode).map(({ departement }) => departement))
      const [only] = departements
      const told = territoryOf('FR', postcode)
      return told !== (departements.size === 1 && only !== '989' ? `FR-${only}` : 'FR')
    })
    t.strictSame(wrong, [])
    t.ok(listPostcodes().length > 6_000)

    t.equal(territoryOf('FR', '98000'), 'FR', 'Monaco is no département')
    t.equal(territoryOf('FR', '69999'), 'FR-69', 'nor is every postcode that people have in the list')
    t.equal(territoryOf('FR', ''), 'FR')
  },
)
