/** News of a petition, its end, and the letters that carry them. */
export const updates = {
  en: {
    'updates.closing.dated.title': 'Closed with {confirmed, plural, one {# signature} other {# signatures}}',
    'updates.closing.dated.body':
      'The petition closed at the end of its last day, {on}, with {confirmed, plural, one {# confirmed signature} other {# confirmed signatures}}. Signatures begun before then may still be confirmed for 24 hours.',
    'updates.closing.closed.title': 'Closed with {confirmed, plural, one {# signature} other {# signatures}}',
    'updates.closing.victory.title': 'Won, with {confirmed, plural, one {# signature} other {# signatures}}',
    'updates.closing.retired.title': 'Withdrawn by its campaigner',

    'updates.mail.button': 'See the petition',
    'updates.mail.signature': 'Your signature: check it, change what you chose, or withdraw it',
    'updates.mail.why':
      'You receive this because you signed “{title}” and asked for news of it. We write about nothing else.',
    'updates.mail.unsubscribe': 'Stop the news of this petition (your signature stays)',
    'updates.mail.news.intro':
      'News of “{title}”, which you signed. {name, select, none {Its campaigner writes:} other {{name} writes:}}',
    'updates.mail.closed.subject': 'Closed: “{title}”',
    'updates.mail.closed.intro':
      '“{title}”, which you signed, is closed, with {confirmed, plural, one {# confirmed signature} other {# confirmed signatures}}.',
    'updates.mail.victory.subject': 'Won: “{title}”',
    'updates.mail.victory.intro':
      '“{title}” is won. You were one of {confirmed, plural, one {# person who signed it} other {# people who signed it}}.',
    'updates.mail.retired.subject': 'Withdrawn: “{title}”',
    'updates.mail.retired.intro':
      'The campaigner of “{title}”, which you signed, has withdrawn it. Here is why.',
    'updates.mail.reply.subject': '{name} has answered “{title}”',
    'updates.mail.reply.intro': '“{title}”, the petition you signed, has an answer from {from}:',
    'updates.mail.reply.checked':
      'A moderator has checked that this answer comes from the institution. It stands beside the petition, in full.',
    'updates.mail.others.opened.subject':
      '{name, select, none {A new petition} other {{name} has opened a new petition}}: “{title}”',
    'updates.mail.others.opened.intro':
      '{name, select, none {Whoever launched a petition that you signed} other {{name}, whose petition you signed,}} has opened another one:',
    'updates.mail.others.news.intro':
      '{name, select, none {Whoever launched a petition that you signed} other {{name}, whose petition you signed,}} has written about another petition, “{title}”:',
    'updates.mail.others.button': 'Read the petition',
    'updates.mail.others.why':
      'You get this mail because you signed “{signed}” and asked to hear of other petitions of the same campaigner.',
    'updates.mail.others.unsubscribe': 'Stop mails about other petitions (your signature stays)',
    'updates.mail.ended.subject': 'Your petition has closed: “{title}”',
    'updates.mail.ended.preview': 'Tell your signers how it went.',
    'updates.mail.ended.intro':
      'The last day of “{title}” has ended. It closed with {confirmed, plural, one {# confirmed signature} other {# confirmed signatures}}.',
    'updates.mail.ended.grace':
      'People who signed before the end have 24 hours left to confirm, so the number may still rise a little.',
    'updates.mail.ended.invite':
      'Your signers would like to know what comes next. Write a closing statement: was it won, will you go on in another way, who answered? It stands on the page and goes to everyone who asked for news.',
    'updates.mail.ended.button': 'Write the closing statement',
    'updates.mail.ended.why': 'You receive this because you started “{title}”.',
    'updates.mail.ended.unsubscribe': 'Stop mails about this petition',
  },
  fr: {
    'updates.closing.dated.title':
      'Close avec {confirmed, plural, one {# signature} many {# de signatures} other {# signatures}}',
    'updates.closing.dated.body':
      'La pétition s’est close à la fin de son dernier jour, le {on}, avec {confirmed, plural, one {# signature confirmée} many {# de signatures confirmées} other {# signatures confirmées}}. Les signatures commencées avant peuvent encore être confirmées pendant 24 heures.',
    'updates.closing.closed.title':
      'Close avec {confirmed, plural, one {# signature} many {# de signatures} other {# signatures}}',
    'updates.closing.victory.title':
      'Gagnée, avec {confirmed, plural, one {# signature} many {# de signatures} other {# signatures}}',
    'updates.closing.retired.title': 'Retirée par la personne qui l’a lancée',

    'updates.mail.button': 'Voir la pétition',
    'updates.mail.signature': 'Votre signature : la vérifier, changer vos choix ou la retirer',
    'updates.mail.why':
      'Vous recevez ce message parce que vous avez signé « {title} » et demandé de ses nouvelles. Nous n’écrivons pour rien d’autre.',
    'updates.mail.unsubscribe': 'Ne plus recevoir de nouvelles (votre signature reste)',
    'updates.mail.news.intro':
      'Des nouvelles de « {title} », que vous avez signée. {name, select, none {Qui l’a lancée vous écrit :} other {{name} vous écrit :}}',
    'updates.mail.closed.subject': 'Close : « {title} »',
    'updates.mail.closed.intro':
      '« {title} », que vous avez signée, est close, avec {confirmed, plural, one {# signature confirmée} many {# de signatures confirmées} other {# signatures confirmées}}.',
    'updates.mail.victory.subject': 'Gagnée : « {title} »',
    'updates.mail.victory.intro':
      '« {title} » est gagnée. {confirmed, plural, one {# personne l’a signée} many {# de personnes l’ont signée} other {# personnes l’ont signée}}, et vous en étiez.',
    'updates.mail.retired.subject': 'Retirée : « {title} »',
    'updates.mail.retired.intro':
      'La personne qui avait lancé « {title} », que vous avez signée, l’a retirée. Voici pourquoi.',
    'updates.mail.reply.subject': '{name} a répondu à « {title} »',
    'updates.mail.reply.intro': '« {title} », que vous avez signée, a reçu une réponse de {from} :',
    'updates.mail.reply.checked':
      'Un modérateur a vérifié que cette réponse vient bien de l’institution. Elle figure en entier à côté de la pétition.',
    'updates.mail.others.opened.subject':
      '{name, select, none {Une nouvelle pétition} other {{name} lance une nouvelle pétition}} : « {title} »',
    'updates.mail.others.opened.intro':
      'Vous avez signé une pétition de {name, select, none {la même personne} other {{name}}}. En voici une autre :',
    'updates.mail.others.news.intro':
      'Vous avez signé une pétition de {name, select, none {la même personne} other {{name}}}. Voici des nouvelles d’une autre, « {title} » :',
    'updates.mail.others.button': 'Lire la pétition',
    'updates.mail.others.why':
      'Vous recevez ce message parce que vous avez signé « {signed} » et demandé à entendre parler des autres pétitions de la même personne ou du même collectif.',
    'updates.mail.others.unsubscribe': 'Ne plus rien recevoir sur d’autres pétitions (votre signature reste)',
    'updates.mail.ended.subject': 'Votre pétition est close : « {title} »',
    'updates.mail.ended.preview': 'Dites à vos signataires ce qu’il en est.',
    'updates.mail.ended.intro':
      'Le dernier jour de « {title} » est passé. Elle s’est close avec {confirmed, plural, one {# signature confirmée} many {# de signatures confirmées} other {# signatures confirmées}}.',
    'updates.mail.ended.grace':
      'Qui a signé avant la fin a encore 24 heures pour confirmer : le nombre peut encore monter un peu.',
    'updates.mail.ended.invite':
      'Vos signataires aimeraient connaître la suite. Écrivez un mot de clôture : est-ce gagné, continuez-vous autrement, qui a répondu ? Il reste sur la page et part à toutes les personnes qui ont demandé des nouvelles.',
    'updates.mail.ended.button': 'Écrire le mot de clôture',
    'updates.mail.ended.why': 'Vous recevez ce message parce que vous avez lancé « {title} ».',
    'updates.mail.ended.unsubscribe': 'Ne plus recevoir de messages sur cette pétition',
  },
} as const
