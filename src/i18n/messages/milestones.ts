export const milestones = {
  en: {
    'milestones.mail.subject': '{threshold, number} people have signed “{title}”',
    'milestones.mail.intro': '“{title}” has passed {threshold, number} confirmed signatures.',
    'milestones.mail.goal.subject': 'Goal reached: {goal, number} signatures for “{title}”',
    'milestones.mail.goal.intro':
      '“{title}” has reached the goal you announced: {goal, number} confirmed signatures. The goal stays as you announced it; the page now shows the next step.',
    'milestones.mail.preview': 'Next step: {next, number}.',
    'milestones.mail.confirmed': 'Confirmed signatures',
    'milestones.mail.next': 'Next step',
    'milestones.mail.goal': 'Announced goal',
    'milestones.mail.advice':
      'This is a good moment to tell your signers what comes next: a short piece of news goes to everyone who asked for it.',
    'milestones.mail.button': 'Write to your signers',
    'milestones.mail.public': 'See the petition',
    'milestones.mail.why':
      'You receive this because you started “{title}”. We write at 10, 25, 50, 100, 250… signatures and at your goal, once each.',
    'milestones.mail.unsubscribe': 'Stop mails about this petition',
  },
  fr: {
    'milestones.mail.subject': '{threshold, number} personnes ont signé « {title} »',
    'milestones.mail.intro': '« {title} » a dépassé {threshold, number} signatures confirmées.',
    'milestones.mail.goal.subject': 'Objectif atteint : {goal, number} signatures pour « {title} »',
    'milestones.mail.goal.intro':
      '« {title} » a atteint l’objectif que vous aviez annoncé : {goal, number} signatures confirmées. L’objectif reste celui que vous avez annoncé ; la page montre désormais le palier suivant.',
    'milestones.mail.preview': 'Prochain palier : {next, number}.',
    'milestones.mail.confirmed': 'Signatures confirmées',
    'milestones.mail.next': 'Prochain palier',
    'milestones.mail.goal': 'Objectif annoncé',
    'milestones.mail.advice':
      'C’est le bon moment pour dire à vos signataires ce qui vient ensuite : quelques lignes de nouvelles partent à toutes les personnes qui en ont demandé.',
    'milestones.mail.button': 'Écrire à vos signataires',
    'milestones.mail.public': 'Voir la pétition',
    'milestones.mail.why':
      'Vous recevez ce message parce que vous avez lancé « {title} ». Nous écrivons à 10, 25, 50, 100, 250… signatures et à votre objectif, une fois chacun.',
    'milestones.mail.unsubscribe': 'Ne plus recevoir de messages sur cette pétition',
  },
} as const
