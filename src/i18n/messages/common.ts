export const common = {
  en: {
    'common.site': 'Clameur',
    'language.fr': 'Français',
    'language.en': 'English',
  },
  fr: {
    'common.site': 'Clameur',
    'language.fr': 'Français',
    'language.en': 'English',
  },
} as const
