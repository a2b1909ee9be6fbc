export const milestones = {
  en: {},
  fr: {},
} as const
