export const information = {
  en: {},
  fr: {},
} as const
