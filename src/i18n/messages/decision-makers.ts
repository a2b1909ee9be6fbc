export const decisionMakers = {
  en: {},
  fr: {},
} as const
