export const signatures = {
  en: {},
  fr: {},
} as const
