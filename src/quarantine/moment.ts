/** A moment as a form's field has it, in the site's zone: `2026-11-22T14:05`. */
export function localMoment(moment: Date, timeZone: string): string {
  // The Swedish way of writing a date is ISO 8601.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return format.format(moment).replace(' ', 'T')
}
