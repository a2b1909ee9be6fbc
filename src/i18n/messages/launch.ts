export const launch = {
  en: {},
  fr: {},
} as const
