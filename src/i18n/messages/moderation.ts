export const moderation = {
  en: {},
  fr: {},
} as const
