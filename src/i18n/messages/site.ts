export const site = {
  en: {},
  fr: {},
} as const
