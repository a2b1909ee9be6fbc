export const accounts = {
  en: {},
  fr: {},
} as const
