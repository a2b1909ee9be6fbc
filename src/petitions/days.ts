/** Calendar days in the site's zone. */

// Making one costs more than everything it is then asked, and every signature asks.
const formats = new Map<string, Intl.DateTimeFormat>()

/** The day of a moment as `2027-02-28`. */
export function dayOf(moment: Date, timeZone: string): string {
  // The Swedish way of writing a date is ISO 8601.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, format)
  return format.format(moment)
}

/** The same day of a later month, or that month's last day when it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10)
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export function addDays(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

/** Whether this is a day of the calendar, as `2027-02-28`, and lies between two others or is one of them. */
export function isDayBetween(day: string, first: string, last: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false
  const moment = new Date(`${day}T00:00:00Z`)
  // The thirtieth of February would be read as a day of March.
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== day) return false
  return day >= first && day <= last
}
