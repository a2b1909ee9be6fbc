/** The counter as a picture of one line, for pages that take pictures but no frames. */

const HEIGHT = 32
const SIGN = 34
const PADDING = 12

/** About the width of a letter of 15 pixels in the fonts a picture can count on; `textLength` makes it exact. */
const LETTER = 8

export function drawBadge(label: string): string {
  const length = Math.round([...label].length * LETTER)
  const width = SIGN + length + PADDING
  const text = label.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${text}"><rect width="${width}" height="${HEIGHT}" rx="3" fill="#c8281a"/><g fill="none" stroke="#fffdf9" stroke-width="3" stroke-linecap="round"><path d="M9 16h.01M13.5 11.5a6.4 6.4 0 0 1 0 9M18 7.5a12 12 0 0 1 0 17"/></g><text x="${SIGN}" y="21" textLength="${length}" font-family="Arial, Helvetica, sans-serif" font-weight="700" font-size="15" fill="#fffdf9">${text}</text></svg>`
}
