export const mails = {
  en: {},
  fr: {},
} as const
