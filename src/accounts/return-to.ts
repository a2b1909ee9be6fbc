/**
 * Where to go after signing in: a path of this site. Anything that a browser could read as another site's address
 * (`//evil.example`, `/\evil.example`) is left out.
 */
export function readReturnTo(typed: string): string | undefined {
  return /^\/(?![/\\])[\w\-./?=&%~:+]{0,300}$/.test(typed) ? typed : undefined
}
