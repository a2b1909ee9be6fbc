export const browse = {
  en: {},
  fr: {},
} as const
