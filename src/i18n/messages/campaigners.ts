export const campaigners = {
  en: {},
  fr: {},
} as const
