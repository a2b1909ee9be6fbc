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

export function addDays(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}
