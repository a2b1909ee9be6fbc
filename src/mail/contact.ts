import type { Config } from '../config.js'

/** Who runs this installation is reached where its mails come from. */
export function contactOf({ mailFrom }: Pick<Config, 'mailFrom'>): string {
  return /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom
}
