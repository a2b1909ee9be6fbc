/** Invented people, from many languages: whoever of them exists is somebody else. */

import type { Chance } from './chance.js'

interface Names {
  given: string[]
  family: string[]
  /** Hungarian, Chinese, Japanese, Korean and Vietnamese names begin with the family. */
  familyFirst?: boolean
}

const names = (given: string, family: string, familyFirst = false): Names => ({
  given: given.split(' '),
  family: family.split(' ').map((name) => name.replaceAll('_', ' ')),
  familyFirst,
})

const LANGUAGES = {
  french: names(
    'Anne Camille Élodie Françoise Guillaume Hervé Inès Jean-Luc Julien Léa Louise Maëlle Marc Martine Mathieu Nathalie Océane Pascal Romain Solène Thierry Véronique Yves Zoé',
    'Aubry Barbier Bourdin Chevallier Delorme Estève Fabre Gaillard Hamelin Jacquet Lacroix Marchand Noël Perrot Quentin Roussel Sabatier Texier Vasseur Besnard de_La_Motte L’Hostis',
  ),
  maghrebi: names(
    'Amina Bilal Djamila Farid Hakim Imane Karim Leïla Malika Nabil Rachid Samira Sofiane Yasmine Zineb',
    'Amrani Belkacem Benali Bouzid Cherif El_Idrissi Ferhat Haddad Khelifi Lahlou Mansouri Ouali Rahmani Saïdi Ziani',
  ),
  westAfrican: names(
    'Aïssatou Bakary Cheikh Fatou Ibrahima Kadiatou Mamadou Mariam Moussa Ndèye Oumar Penda Seydou Awa',
    'Ba Camara Cissé Coulibaly Diallo Diop Fall Keïta Kouyaté Ndiaye Sarr Sow Touré Traoré',
  ),
  portuguese: names(
    'Ana António Beatriz Conceição Duarte Fernanda Inês João Luís Manuel Rita Tiago',
    'Almeida Carvalho da_Silva Esteves Ferreira Gonçalves Lopes Magalhães Pereira Rodrigues Simões Teixeira',
  ),
  italian: names(
    'Alessandra Bruno Chiara Davide Elena Giulia Lorenzo Marta Niccolò Paola Sergio',
    'Bianchi Conti De_Luca Esposito Ferrari Gallo Lombardi Marino Ricci Serra',
  ),
  spanish: names(
    'Álvaro Begoña Carmen Diego Íñigo José Lucía María Nuria Óscar Rocío',
    'Álvarez Benítez Castaño Domínguez Echeverría Gómez Ibáñez Muñoz Núñez Vázquez',
  ),
  turkish: names(
    'Ayşe Barış Çiğdem Deniz Emine Gökhan Işıl Mehmet Özlem Şükrü',
    'Aydın Çelik Doğan Erdoğdu Güneş Kılıç Öztürk Şahin Yıldız',
  ),
  vietnamese: names(
    'Anh Bình Dũng Hạnh Hương Linh Minh Phương Thảo Tuấn',
    'Bùi Đặng Đỗ Hoàng Lê Nguyễn Phạm Trần Võ',
    true,
  ),
  polish: names(
    'Agnieszka Bartłomiej Elżbieta Grażyna Jakub Łukasz Małgorzata Paweł Stanisław Zofia',
    'Dąbrowska Grabowski Jabłońska Kowalczyk Łuczak Nowak Piątek Szymański Wójcik Żak',
  ),
  armenian: names('Անահիտ Արամ Գայանե Հասմիկ Տիգրան', 'Գրիգորյան Հակոբյան Մարտիրոսյան Պետրոսյան'),
  english: names(
    'Alfie Beryl Charlotte Daniel Edith Freya George Harriet Isla Jack Keith Lorraine Maureen Nigel Oliver Pauline Rosie Stephen Tom Wendy',
    'Appleby Barraclough Clegg Dunstan Eastwood Fairbairn Greenhalgh Hargreaves Illingworth Kershaw Lockwood Metcalfe Ogden Pickersgill Ramsbottom Sutcliffe Thackray Wainwright',
  ),
  celtic: names(
    'Aoife Ciarán Dilys Eilidh Fionnuala Gethin Hamish Iona Llŷr Niamh Rhiannon Seán Siân Tadhg',
    'Campbell Davies Evans Fraser Gallagher Ó_Briain Llewellyn MacLeod Nic_Dhonncha O’Dowd Pritchard Rhys Walsh',
  ),
  southAsian: names(
    'Aisha Amrit Arjun Farah Gurpreet Harleen Imran Kavitha Meera Nasreen Rajesh Sunita Tariq Zainab',
    'Ahmed Banerjee Chaudhry Desai Gill Hussain Iyer Kaur Mahmood Nair Patel Rahman Singh Thambirajah',
  ),
  nigerian: names(
    'Adaeze Babatunde Chidi Folasade Ifeoma Ngozi Olúwaṣeun Tunde Yetunde',
    'Adébáyọ̀ Balogun Chukwu Eze Nwosu Ogunleye Okafor Okonkwo',
  ),
  german: names(
    'Anke Björn Claudia Dörte Günter Jürgen Käthe Lukas Renate Uwe',
    'Böhm Fuchs Großmann Hübner Jäger Krüger Möller Schäfer Weiß Zöllner',
  ),
  nordic: names(
    'Åsa Bjørn Eiður Guðrún Håkon Kjersti Mårten Þóra',
    'Ångström Bergström Jónsdóttir Lindqvist Øverland Sørensen Tryggvadóttir',
  ),
  hungarian: names('Ágnes Balázs Csilla Ferenc Gyöngyi Zsófia', 'Horváth Kovács Nagy Szőke Tóth Varga', true),
  greek: names('Αλέξανδρος Δημήτρης Ελένη Κατερίνα Νίκος', 'Γεωργίου Ιωάννου Παπαδοπούλου Χατζής'),
  ukrainian: names('Богдан Ірина Катерина Олександр Юлія', 'Бондаренко Гриценко Ковальчук Шевчук'),
  arabic: names('أحمد جمانة خالد ليلى مريم يوسف', 'الحداد الخوري العلي منصور نجار'),
  hebrew: names('אבי דנה יעל נועם תמר', 'אזולאי בן_דוד כהן לוי'),
  hindi: names('अनिल दीपा मीरा राजेश सुनीता', 'गुप्ता त्रिपाठी शर्मा सिंह'),
  chinese: names('伟 芳 娜 敏 静 秀英 丽 强', '王 李 张 刘 陈 杨 欧阳', true),
  japanese: names('愛 健太 さくら 直樹 由美子', '佐藤 鈴木 高橋 田中 山口', true),
  korean: names('민준 서연 지훈 하은', '김 이 박 최', true),
} satisfies Record<string, Names>

type Language = keyof typeof LANGUAGES

/** Who lives where, roughly, as language and weight. */
const NEIGHBOURS: Record<'FR' | 'GB', [Language, number][]> = {
  FR: [
    ['french', 58],
    ['maghrebi', 13],
    ['westAfrican', 7],
    ['portuguese', 6],
    ['italian', 3],
    ['spanish', 3],
    ['turkish', 2],
    ['vietnamese', 2],
    ['polish', 2],
    ['armenian', 1],
    ['english', 1],
    ['ukrainian', 1],
    ['chinese', 1],
  ],
  GB: [
    ['english', 52],
    ['celtic', 15],
    ['southAsian', 13],
    ['polish', 5],
    ['nigerian', 5],
    ['italian', 2],
    ['turkish', 2],
    ['portuguese', 2],
    ['greek', 1],
    ['chinese', 2],
    ['hungarian', 1],
  ],
}

const ABROAD: [country: string, Language, weight: number][] = [
  ['BE', 'french', 16],
  ['CH', 'french', 12],
  ['CA', 'french', 12],
  ['DE', 'german', 11],
  ['ES', 'spanish', 8],
  ['IT', 'italian', 8],
  ['MA', 'maghrebi', 6],
  ['SN', 'westAfrican', 6],
  ['PT', 'portuguese', 4],
  ['IE', 'celtic', 4],
  ['NO', 'nordic', 2],
  ['SE', 'nordic', 2],
  ['PL', 'polish', 2],
  ['HU', 'hungarian', 1],
  ['GR', 'greek', 1],
  ['UA', 'ukrainian', 1],
  ['LB', 'arabic', 1],
  ['IL', 'hebrew', 1],
  ['IN', 'hindi', 1],
  ['JP', 'japanese', 1],
  ['KR', 'korean', 1],
  ['AM', 'armenian', 1],
]

export function drawNeighbour(chance: Chance, country: 'FR' | 'GB'): string {
  const neighbours = NEIGHBOURS[country]
  return drawName(chance, neighbours[chance.weighted(neighbours.map(([, weight]) => weight))]![0])
}

export function drawForeigner(chance: Chance): { name: string; country: string } {
  const [country, language] = ABROAD[chance.weighted(ABROAD.map(([, , weight]) => weight))]!
  return { name: drawName(chance, language), country }
}

function drawName(chance: Chance, language: Language): string {
  const { given, family, familyFirst }: Names = LANGUAGES[language]
  const [first, last] = [chance.pick(given), chance.pick(family)]
  if (!familyFirst) return `${first} ${last}`
  // Han and Hangul names are written without a space.
  return /^[\p{Script=Han}\p{Script=Hangul}]/u.test(last) ? `${last}${first}` : `${last} ${first}`
}

/** At a reserved name (RFC 2606), so that no mail can reach anybody. `number` keeps two of one name apart. */
export function addressFor(chance: Chance, name: string, number: number): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
  const domain = chance.pick(['courriel', 'boite', 'mail', 'post', 'inbox', 'familie', 'poczta'])
  return `${letters || 'signer'}.${number}@${domain}.example`
}

const FRENCH_POSTCODES =
  '75011 75018 75020 13001 13005 13013 31000 31200 33000 33800 34000 34080 35000 35700 38000 38100 42000 44000 44300 45000 49100 54000 56100 57000 59000 59800 62000 63000 64100 66000 67000 67200 68100 69003 69100 72000 74000 76000 77100 78000 80000 83000 84000 86000 87000 91300 92100 93100 93200 94200 95000 97110 97200 97400 20000 20200'.split(
    ' ',
  )
const BRITISH_POSTCODES =
  'LS6 LS12 M14 M20 L8 S7 NE2 B29 BS3 BS5 CF11 CF24 EH6 G12 G41 BT7 NG7 OX4 CB1 E8 E17 N16 SE15 SW9 W12 BN2 PL4 EX4 YO10 HU5'.split(
    ' ',
  )

/** A postcode that begins as the territory's do. */
export function drawLocalPostcode(chance: Chance, country: string, beginnings: readonly string[]): string {
  if (beginnings.length === 0) return drawPostcode(chance, country)
  const beginning = chance.pick(beginnings)
  if (country === 'GB') return `${beginning}${1 + Math.floor(chance.next() * 17)} ${britishEnd(chance)}`
  // Most live in the main town, whose code ends in zeros.
  const rest = 5 - beginning.length
  const end = chance.happens(0.4) ? '0' : String(Math.floor(chance.next() * 10))
  return beginning + (rest <= 0 ? '' : `${end}${'0'.repeat(rest - 1)}`)
}

export function drawPostcode(chance: Chance, country: string): string {
  if (country === 'FR') return chance.pick(FRENCH_POSTCODES)
  if (country === 'GB') return `${chance.pick(BRITISH_POSTCODES)} ${britishEnd(chance)}`
  return ''
}

function britishEnd(chance: Chance): string {
  const letter = () => chance.pick([...'ABDEFGHJLNPQRSTUWXYZ'])
  return `${Math.floor(chance.next() * 10)}${letter()}${letter()}`
}
