/** Mails that come back, as the desk and campaigners read of them. */
export const bounces = {
  en: {
    'bounces.title': 'Mail',
    'bounces.ways': 'Mail servers and providers tell us what comes back, by: {ways}.',
    'bounces.ways.none':
      'Nobody tells us what comes back after it was accepted: the operator has set no return path and no webhook. Only refusals on the spot are known.',
    'bounces.recipients': 'Decision-makers who are not reached',
    'bounces.recipients.text':
      'The mail that tells them of a petition came back: nobody has the address that the campaigner gave. Ask the campaigner, and check the new address before you give it here: whoever reads there can answer in their name.',
    'bounces.recipients.since': 'came back on {on}',
    'bounces.recipients.email': 'Another address',
    'bounces.recipients.email.hint':
      'An address of their institution. They are told of the petition at once.',
    'bounces.recipients.button': 'Write to this address',
    'bounces.look': 'Look up an address',
    'bounces.look.email': 'Email address',
    'bounces.look.hint':
      'For somebody who gets no mail from us. It says whether mails to them come back, never what they have signed.',
    'bounces.look.button': 'Look it up',
    'bounces.looked.none': 'Nothing is held back for this address.',
    'bounces.looked.hard':
      'Nobody could be reached there: {count, plural, one {one mail came back, on {last}.} other {# mails came back, from {first} to {last}.}}',
    'bounces.looked.soft':
      'The mailbox was full or away: mails came back on {count, plural, one {one day, {last}.} other {# days, from {first} to {last}.}}',
    'bounces.looked.complaint':
      'Its owner called a mail of ours unwanted, on {last}. Only links that they ask for themselves still go there: to sign in, and to all their signatures.',
    'bounces.standing.open': 'Mails still go there.',
    'bounces.standing.held': 'No mail goes there now.',
    'bounces.standing.retry': 'The next mail will be tried, to see whether it arrives.',
    'bounces.standing.alive': 'The last one that was tried did not come back: mails go there again.',
    'bounces.lift.text':
      'When its owner says that the mailbox works, mails can go there again. A mail provider may keep a list of its own, where the address has to be taken off too.',
    'bounces.lift.sure': 'Its owner has asked us to write again',
    'bounces.lift.sure.missing': 'Tick the box: only its owner can take a complaint back',
    'bounces.lift.button': 'Let mails go there again',
    'bounces.done.lifted': 'Mails go there again',
    'bounces.done.lifted.text': 'The log has a line of it, without the address.',
    'bounces.done.corrected': 'The address is corrected',
    'bounces.done.corrected.text': 'They are told of the petition now.',
    'bounces.done.late': 'Nothing was left to do',
    'bounces.done.late.text': 'A colleague was faster, or nothing was held back.',
    'bounces.email.missing': 'Type an email address',
    'bounces.email.wrong': 'Type an email address like name@example.org',
    'bounces.counts': 'Marked addresses',
    'bounces.counts.hard': 'Nobody is there',
    'bounces.counts.soft': 'Full or away for a time',
    'bounces.counts.complaint': 'Wants no mail from us',
    'bounces.days': 'The last {days, plural, one {day} other {# days}}',
    'bounces.days.none': 'No mail has left yet.',
    'bounces.days.note':
      'A mail that came back is counted on the day on which we heard of it. Refused: the mail or its sender was refused, which says nothing about the address.',
    'bounces.day': 'Day',
    'bounces.day.sent': 'Sent',
    'bounces.day.bounced': 'Came back',
    'bounces.day.refused': 'Refused',
    'bounces.day.complained': 'Complaints',
    'bounces.day.heldBack': 'Held back',
    'bounces.maker.wrong': 'Our mail to them came back on {on}: nobody has this address.',
    'bounces.maker.wrong.campaigner':
      'Our mail to them came back on {on}: nobody has the address you gave. Send the right one to {contact}: a moderator checks it, and they are then told of the petition.',
  },
  fr: {
    'bounces.title': 'E-mails',
    'bounces.ways': 'Les serveurs et les prestataires nous disent ce qui revient, par\u00a0: {ways}.',
    'bounces.ways.none':
      'Personne ne nous dit ce qui revient après avoir été accepté\u00a0: ni adresse de retour ni webhook ne sont réglés. Seuls les refus immédiats sont connus.',
    'bounces.recipients': 'Décideurs que nous n’atteignons pas',
    'bounces.recipients.text':
      'L’e-mail qui leur annonce une pétition est revenu\u00a0: personne n’a l’adresse donnée. Demandez la bonne à qui a lancé la pétition, et vérifiez-la avant de la donner ici\u00a0: qui lit à cette adresse peut répondre en leur nom.',
    'bounces.recipients.since': 'revenu le {on}',
    'bounces.recipients.email': 'Autre adresse',
    'bounces.recipients.email.hint':
      'Une adresse de leur institution. La pétition leur est annoncée aussitôt.',
    'bounces.recipients.button': 'Écrire à cette adresse',
    'bounces.look': 'Chercher une adresse',
    'bounces.look.email': 'Adresse e-mail',
    'bounces.look.hint':
      'Pour quelqu’un qui ne reçoit rien de nous. La réponse dit si les e-mails en reviennent, jamais ce qui a été signé.',
    'bounces.look.button': 'Chercher',
    'bounces.looked.none': 'Rien n’est retenu pour cette adresse.',
    'bounces.looked.hard':
      'Il n’y a personne à cette adresse\u00a0: {count, plural, one {un e-mail est revenu, le {last}.} other {# e-mails sont revenus, du {first} au {last}.}}',
    'bounces.looked.soft':
      'La boîte était pleine ou absente\u00a0: des e-mails sont revenus {count, plural, one {un jour, le {last}.} other {# jours, du {first} au {last}.}}',
    'bounces.looked.complaint':
      'La personne a signalé un de nos e-mails comme indésirable, le {last}. Seuls les liens qu’elle demande elle-même lui parviennent encore\u00a0: pour se connecter, et vers toutes ses signatures.',
    'bounces.standing.open': 'Les e-mails y partent toujours.',
    'bounces.standing.held': 'Aucun e-mail n’y part pour l’instant.',
    'bounces.standing.retry': 'Le prochain e-mail sera tenté, pour voir s’il arrive.',
    'bounces.standing.alive': 'Le dernier essai n’est pas revenu\u00a0: les e-mails y partent de nouveau.',
    'bounces.lift.text':
      'Quand la personne dit que sa boîte fonctionne, les e-mails peuvent y repartir. Un prestataire d’envoi peut tenir sa propre liste, d’où l’adresse doit aussi être retirée.',
    'bounces.lift.sure': 'La personne nous a demandé de lui écrire de nouveau',
    'bounces.lift.sure.missing': 'Cochez la case\u00a0: seule la personne peut revenir sur sa plainte',
    'bounces.lift.button': 'Laisser repartir les e-mails',
    'bounces.done.lifted': 'Les e-mails y repartent',
    'bounces.done.lifted.text': 'Le journal en garde une ligne, sans l’adresse.',
    'bounces.done.corrected': 'L’adresse est corrigée',
    'bounces.done.corrected.text': 'La pétition leur est annoncée maintenant.',
    'bounces.done.late': 'Il n’y avait plus rien à faire',
    'bounces.done.late.text': 'Quelqu’un de l’équipe a été plus rapide, ou rien n’était retenu.',
    'bounces.email.missing': 'Écrivez une adresse e-mail',
    'bounces.email.wrong': 'Écrivez une adresse comme nom@example.org',
    'bounces.counts': 'Adresses marquées',
    'bounces.counts.hard': 'Il n’y a personne',
    'bounces.counts.soft': 'Pleines ou absentes un temps',
    'bounces.counts.complaint': 'Ne veulent aucun e-mail de nous',
    'bounces.days': '{days, plural, one {Le dernier jour} other {Les # derniers jours}}',
    'bounces.days.none': 'Aucun e-mail n’est encore parti.',
    'bounces.days.note':
      'Un e-mail revenu compte le jour où nous l’apprenons. Refusé\u00a0: le e-mail ou son expéditeur a été refusé, ce qui ne dit rien de l’adresse.',
    'bounces.day': 'Jour',
    'bounces.day.sent': 'Partis',
    'bounces.day.bounced': 'Revenus',
    'bounces.day.refused': 'Refusés',
    'bounces.day.complained': 'Plaintes',
    'bounces.day.heldBack': 'Retenus',
    'bounces.maker.wrong': 'Notre e-mail est revenu le {on}\u00a0: personne n’a cette adresse.',
    'bounces.maker.wrong.campaigner':
      'Notre e-mail est revenu le {on}\u00a0: personne n’a l’adresse que vous avez donnée. Envoyez la bonne à {contact}\u00a0: l’équipe de modération la vérifie, et la pétition lui est alors annoncée.',
  },
} as const
