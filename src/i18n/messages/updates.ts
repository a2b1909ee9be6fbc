export const updates = {
  en: {},
  fr: {},
} as const
