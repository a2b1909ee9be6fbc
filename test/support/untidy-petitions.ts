/** Invented petitions with the untidiness of real ones: quotes, line breaks, typing errors, several scripts. */

const ASKS = [
  'Stop',
  'Save',
  'Rouvrez',
  'Do NOT close',
  'Investigate',
  'Protégez',
  'please Fund',
  'Give back',
]
const THINGS = [
  'the “night bus”',
  "our kids' pool",
  'la mare aux grenouilles',
  'THE POST OFFICE!!!',
  'the <b>old</b> oak & its owls',
  'l’école “Jean-Macé”',
  'teh librarry',
  'den gamle bro',
]
const PLACES = [
  'in Leeds',
  'à Saint-Étienne',
  'w Łodzi',
  'في طنجة',
  '在台北',
  'near\u00a0Žilina',
  'at “4th & Main”',
  'in the 9th district',
]

export function untidyPetitions(count: number): { title: string; text: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    title: `${ASKS[index % 8]} ${THINGS[Math.floor(index / 8) % 8]} ${PLACES[Math.floor(index / 64) % 8]} (${index})`,
    text:
      index === 7
        ? 'null'
        : `We the undersigned ask for it , "now" and not later.\r\nIt's the ${index}. time that we write;we wont stop.\n\n* one reason\n* <script>alert(${index})</script>\n\n=1+1 is no reason.`,
  }))
}
