export const home = {
  en: {},
  fr: {},
} as const
