export const dossiers = {
  en: {},
  fr: {},
} as const
