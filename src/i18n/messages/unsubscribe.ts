export const unsubscribe = {
  en: {},
  fr: {},
} as const
