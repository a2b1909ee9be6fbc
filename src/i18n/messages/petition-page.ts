export const petitionPage = {
  en: {},
  fr: {},
} as const
