import { isDayBetween } from '../petitions/days.js'
import { type OfficialCount, readOfficialUrl } from '../places/official-counts.js'
import { digitsOf, type Faults, line } from '../web/form.js'

/** More people than any country has that petitions are signed in on a site of its own. */
const MOST = 1_000_000_000

export interface OfficialCountValues {
  official_url: string
  signatures: string
  counted_on: string
}

export function readOfficialCount(
  body: unknown,
  { ownSite, first, today }: { ownSite: string; first: string; today: string },
): {
  values: OfficialCountValues
  faults: Faults
  count: (OfficialCount & { officialUrl: string }) | undefined
} {
  const values = {
    official_url: line(body, 'official_url'),
    signatures: line(body, 'signatures'),
    counted_on: line(body, 'counted_on'),
  }
  const faults: Faults = {}
  const officialUrl = readOfficialUrl(values.official_url, ownSite)
  if (officialUrl === undefined)
    faults.official_url = { key: 'launch.officialUrl.wrong', params: { site: ownSite } }
  const digits = digitsOf(values.signatures)
  const signatures = /^\d{1,10}$/.test(digits) ? Number(digits) : undefined
  if (signatures === undefined || signatures > MOST)
    faults.signatures = { key: 'campaigners.official.signatures.wrong' }
  if (!isDayBetween(values.counted_on, first, today))
    faults.counted_on = { key: 'campaigners.official.countedOn.wrong' }
  return Object.keys(faults).length > 0 || officialUrl === undefined || signatures === undefined
    ? { values, faults, count: undefined }
    : { values, faults, count: { officialUrl, signatures, countedOn: values.counted_on } }
}
