/** Invented people from many languages, the same ones every time. */

const GIVEN = [
  'Anaïs',
  'Zoë',
  'Françoise',
  'Léa',
  'Gwenaël',
  'Mbaye',
  'Nguyễn Thị',
  'Ørjan',
  'Þórdís',
  'Jürgen',
  'Siobhán',
  'Õnne',
  'Ülle',
  'Żaneta',
  'Łukasz',
  'Çağla',
  'İbrahim',
  'Dvořák',
  'Ștefan',
  'Ana-María',
  'João',
  'Κωνσταντίνα',
  'Олександра',
  'Ђорђе',
  'Նարեկ',
  'ნინო',
  'فاطمة',
  'محمد أمين',
  'שירה',
  'अनन्या',
  'আরিফ',
  'தமிழ்',
  'สมชาย',
  '小明',
  '美咲',
  'さくら',
  '지훈',
  'Adébáyò',
  'Nǃxau',
  'Kekuʻiapoiwa',
]
const FAMILY = [
  'O’Neill',
  'de la Tour d’Auvergne',
  'Lefèvre-Œuvrard',
  'Müller',
  'Sæbø',
  'Guðmundsdóttir',
  'Kõiv',
  'Wójcik',
  'Yılmaz',
  'Novák',
  'Țăranu',
  'Peña',
  'Conceição',
  'Παπαδόπουλος',
  'Шевченко',
  'Петровић',
  'Հակոբյան',
  'ბერიძე',
  'الزهراء',
  'بن علي',
  'כהן',
  'शर्मा',
  'রহমান',
  'முருகன்',
  'ใจดี',
  '王',
  '佐藤',
  '김',
  'Ọládélé',
  'Kaʻahumanu',
]
const PLACES: readonly [country: string, postcode: string][] = [
  ['FR', '69007'],
  ['FR', '75011'],
  ['FR', '97400'],
  ['FR', '20090'],
  ['FR', '20200'],
  ['FR', ''],
  ['BE', '1000'],
  ['CH', '1201'],
  ['GB', 'LS1 4AP'],
  ['DE', '10115'],
  ['EE', '10111'],
  ['SN', ''],
  ['CA', 'H2X 1Y4'],
  ['JP', '100-0001'],
]
const DOMAINS = [
  'courrier.example',
  'bücher.example',
  'почта.example',
  'post.example.org',
  'mail.example.net',
]

export interface Person {
  name: string
  email: string
  country: string
  postcode: string
}

/** Person number `index`; no two share an address. */
export function person(index: number): Person {
  const [country, postcode] = PLACES[index % PLACES.length]!
  return {
    name: `${GIVEN[index % GIVEN.length]} ${FAMILY[(index * 7) % FAMILY.length]}`,
    email: `signer.${index}@${DOMAINS[index % DOMAINS.length]}`,
    country,
    postcode,
  }
}
