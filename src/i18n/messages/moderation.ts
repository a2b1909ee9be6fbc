/** The desk, and the mails in which it tells what was decided. */
export const moderation = {
  en: {
    'moderation.reason.not-addressed': 'It asks nobody who could grant it',
    'moderation.reason.duplicate': 'A petition that asks the same is already open',
    'moderation.reason.incomprehensible': 'What is asked cannot be understood',
    'moderation.reason.out-of-scope': 'It is not a petition: it asks for no decision of public interest',
    'moderation.reason.personal-data': 'It exposes private facts about a person',
    'moderation.reason.defamation': 'It accuses a person or an organisation without proof',
    'moderation.reason.hate': 'It attacks people for what they are or believe',
    'moderation.reason.illegal': 'It asks for something that the law forbids',
    'moderation.reason.commercial': 'It advertises something or collects money',
    'moderation.reason.too-late': 'Its last day has passed',
    'moderation.reason.legal-order': 'A court or an authority ordered it',
    'moderation.reason.impersonation': 'Its campaigner speaks in the name of someone else',
  },
  fr: {
    'moderation.reason.not-addressed': 'Elle ne s’adresse à personne qui puisse y répondre',
    'moderation.reason.duplicate': 'Une pétition déjà ouverte demande la même chose',
    'moderation.reason.incomprehensible': 'On ne comprend pas ce qui est demandé',
    'moderation.reason.out-of-scope':
      'Ce n’est pas une pétition : elle ne demande aucune décision d’intérêt public',
    'moderation.reason.personal-data': 'Elle expose la vie privée d’une personne',
    'moderation.reason.defamation': 'Elle accuse une personne ou un organisme sans preuve',
    'moderation.reason.hate': 'Elle s’en prend à des personnes pour ce qu’elles sont ou croient',
    'moderation.reason.illegal': 'Elle demande ce que la loi interdit',
    'moderation.reason.commercial': 'Elle fait de la publicité ou collecte de l’argent',
    'moderation.reason.too-late': 'Son dernier jour est passé',
    'moderation.reason.legal-order': 'Un juge ou une autorité l’a ordonné',
    'moderation.reason.impersonation': 'Qui l’a lancée parle au nom de quelqu’un d’autre',
  },
} as const
