import type { Config } from '../config.js'

/** Where who runs this installation is reached: where they say, or else where its mails come from. */
export function contactOf({ legal, mailFrom }: Pick<Config, 'legal' | 'mailFrom'>): string {
  return legal.operatorEmail ?? /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom
}
