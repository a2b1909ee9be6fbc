import { isCountry } from '../../i18n/countries.js'
import { addDays } from '../../petitions/days.js'
import { plainPostcode } from '../../petitions/places.js'
import { isTopic, type Topic } from '../../petitions/topics.js'
import { type Faults, length, line } from '../../web/form.js'
import type { Draft } from '../drafts.js'
import { defineStep, type StepForm } from './step.js'

export const GOAL = { min: 10, max: 10_000_000 }
export const PLACE_MAX = 100
/** A whole French département has fewer beginnings; a longer list is a list of people's streets. */
export const POSTCODES_MAX = 200
/** Nobody remembers what they signed longer ago. */
export const LONGEST_DAYS = 366
/** Long enough to gather people, short enough to be answered. */
const SUGGESTED_DAYS = 183

/** In the list of countries, where the petition asks everyone. */
export const WORLD = 'world'

interface Values {
  topic: Topic | null
  placeName: string | null
  country: string | null
  postcodes: string[]
  closesOn: string | null
  goal: number
}

export const detailsStep = defineStep<'details', Values>({
  name: 'details',
  typedOf: ({ petition }) => ({
    topic: petition.topic ?? '',
    place_name: petition.placeName ?? '',
    // Null is the whole world, once somebody chose a topic with it.
    country: petition.country ?? (petition.topic === null ? '' : WORLD),
    postcodes: petition.postcodes.join(', '),
    closes_on: petition.closesOn ?? '',
    goal: String(petition.goal),
  }),
  read(body, { today }): StepForm<Values> {
    const typed = {
      topic: line(body, 'topic'),
      place_name: line(body, 'place_name'),
      country: line(body, 'country'),
      postcodes: line(body, 'postcodes'),
      closes_on: line(body, 'closes_on'),
      goal: line(body, 'goal'),
    }
    const faults: Faults = {}
    const topic = isTopic(typed.topic) ? typed.topic : undefined
    if (!topic) faults.topic = { key: 'launch.topic.missing' }
    const isPlaceShort = length(typed.place_name) <= PLACE_MAX
    if (!isPlaceShort) faults.place_name = { key: 'launch.tooLong', params: { max: PLACE_MAX } }
    const country = typed.country === WORLD ? null : isCountry(typed.country) ? typed.country : undefined
    if (country === undefined) faults.country = { key: 'launch.country.missing' }
    const postcodes = readPostcodes(typed.postcodes)
    if (!postcodes) faults.postcodes = { key: 'launch.postcodes.wrong' }
    else if (postcodes.length > POSTCODES_MAX)
      faults.postcodes = { key: 'launch.postcodes.many', params: { max: POSTCODES_MAX } }
    else if (postcodes.length > 0 && country === null) faults.postcodes = { key: 'launch.postcodes.world' }
    const latest = addDays(today, LONGEST_DAYS)
    const closesOn = typed.closes_on === '' ? null : readDay(typed.closes_on)
    if (closesOn === undefined) faults.closes_on = { key: 'launch.closesOn.wrong' }
    else if (closesOn !== null && closesOn <= today) faults.closes_on = { key: 'launch.closesOn.past' }
    else if (closesOn !== null && closesOn > latest) faults.closes_on = { key: 'launch.closesOn.far' }
    const goal = readNumber(typed.goal)
    if (goal === undefined || goal < GOAL.min || goal > GOAL.max)
      faults.goal = { key: 'launch.goal.wrong', params: GOAL }

    return {
      typed,
      values: {
        topic: faults.topic ? undefined : topic,
        placeName: isPlaceShort ? typed.place_name || null : undefined,
        country,
        postcodes: faults.postcodes ? undefined : postcodes,
        closesOn: faults.closes_on ? undefined : closesOn,
        goal: faults.goal ? undefined : goal,
      },
      faults,
    }
  },
  async save(trx, { petition }, values) {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
    if (Object.keys(given).length === 0) return
    await trx.updateTable('petitions').set(given).where('id', '=', petition.id).execute()
  },
})

/** What the page proposes on the first visit; nothing is kept until the form is sent. */
export function suggestDetails({ petition }: Draft, today: string): Record<string, string> {
  if (petition.topic !== null) return {}
  const commune = petition.institutionPostcodes.length > 0 ? petition : undefined
  return {
    ...(commune && {
      place_name: petition.placeName ?? commune.institutionName ?? '',
      postcodes: (petition.postcodes.length > 0 ? petition.postcodes : commune.institutionPostcodes).join(
        ', ',
      ),
    }),
    country: petition.country ?? (commune || petition.locale === 'fr' ? 'FR' : ''),
    closes_on: petition.closesOn ?? addDays(today, SUGGESTED_DAYS),
  }
}

/** Postcodes or their beginnings, with commas, semicolons or lines between them. */
function readPostcodes(typed: string): string[] | undefined {
  const codes = typed.split(/[,;]/).map(plainPostcode).filter(Boolean)
  return codes.every((code) => /^[A-Z0-9]{1,10}$/.test(code)) ? [...new Set(codes)] : undefined
}

function readDay(typed: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return undefined
  const day = new Date(`${typed}T00:00:00Z`)
  // 30 February becomes 2 March: no day that anybody meant.
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== typed ? undefined : typed
}

/** `10 000`, `10,000` and `10.000` are all ten thousand to somebody. */
function readNumber(typed: string): number | undefined {
  const plain = typed.replace(/(?<=\d)[\s.,'’](?=\d{3}(\D|$))/g, '')
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
}
