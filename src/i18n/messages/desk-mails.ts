/** Mails to those who moderate: that something waits. */
export const deskMails = {
  en: {
    'moderation.mail.waiting.subject': 'Something waits at the moderation desk',
    'moderation.mail.waiting.intro': 'This waits for a moderator:',
    'moderation.mail.waiting.button': 'Go to the desk',
    'moderation.mail.waiting.why': 'You get this mail because you moderate this site. At most one an hour.',
    'moderation.mail.waiting.stop': 'Stop mails about what waits at the desk',
    'moderation.waiting.petitions':
      '{count, plural, one {# petition to publish} other {# petitions to publish}}',
    'moderation.waiting.reports': '{count, plural, one {# report} other {# reports}}',
    'moderation.waiting.replies': '{count, plural, one {# reply to verify} other {# replies to verify}}',
    'moderation.waiting.appeals': '{count, plural, one {# appeal} other {# appeals}}',
    'moderation.waiting.alerts':
      '{count, plural, one {# alert about signatures} other {# alerts about signatures}}',
    'moderation.mails': 'Mails about what waits',
    'moderation.mails.text':
      'When something comes in you get a mail, at once after a quiet hour, and at most one an hour. It names nobody.',
    'moderation.mails.stopped': 'You get no more mails about what waits',
    'moderation.mails.stopped.text':
      'You get no mail when something waits. You can have them again at the desk.',
    'moderation.mails.off': 'Stop these mails',
    'moderation.mails.on': 'Send me these mails',
  },
  fr: {
    'moderation.mail.waiting.subject': 'Quelque chose attend à la modération',
    'moderation.mail.waiting.intro': 'Voici ce qui attend une personne qui modère :',
    'moderation.mail.waiting.button': 'Aller à la modération',
    'moderation.mail.waiting.why':
      'Vous recevez ce message parce que vous modérez ce site. Un par heure, au plus.',
    'moderation.mail.waiting.stop': 'Arrêter les messages sur ce qui attend à la modération',
    'moderation.waiting.petitions':
      '{count, plural, one {# pétition à publier} other {# pétitions à publier}}',
    'moderation.waiting.reports': '{count, plural, one {# signalement} other {# signalements}}',
    'moderation.waiting.replies': '{count, plural, one {# réponse à vérifier} other {# réponses à vérifier}}',
    'moderation.waiting.appeals': '{count, plural, one {# recours} other {# recours}}',
    'moderation.waiting.alerts':
      '{count, plural, one {# alerte sur des signatures} other {# alertes sur des signatures}}',
    'moderation.mails': 'Messages sur ce qui attend',
    'moderation.mails.text':
      'Quand quelque chose arrive, vous recevez un e-mail : aussitôt après une heure calme, et un par heure au plus. Il ne nomme personne.',
    'moderation.mails.stopped': 'Vous ne recevrez plus de messages sur ce qui attend',
    'moderation.mails.stopped.text':
      'Vous ne recevez pas d’e-mail quand quelque chose attend. Vous pouvez les demander de nouveau à la modération.',
    'moderation.mails.off': 'Arrêter ces messages',
    'moderation.mails.on': 'M’envoyer ces messages',
  },
} as const
