/** Mails that tell what was decided about a petition or a reply. */
export const decisionMails = {
  en: {
    'moderation.mail.limited.subject': 'You cannot launch petitions for a time',
    'moderation.mail.limited.intro':
      'A moderator has decided that your account can submit no petition until {until}. What you have launched stays as it is.',
    'moderation.mail.limited.why': 'You get this mail because you launched a petition on this site.',
    'moderation.mail.lifted.subject': 'You can launch petitions again',
    'moderation.mail.lifted.intro':
      'A moderator has ended the time in which your account could launch no petition. Nothing keeps you from launching one.',
    'moderation.mail.why': 'You get this mail because you launched “{title}”.',
    'moderation.mail.page': 'Figures, news and closing: the page of your petition',
    'moderation.mail.reason': 'Reason',
    'moderation.mail.sentence': 'The moderator writes:',
    'moderation.mail.contact': 'Who runs this site',
    'moderation.mail.opened.subject': 'Your petition is open: “{title}”',
    'moderation.mail.opened.preview':
      'Share its link today: the first signatures come from people who know you.',
    'moderation.mail.opened.intro':
      'A moderator has read “{title}” and published it. Anyone can sign it now, at this address:',
    'moderation.mail.opened.button': 'See and share my petition',
    'moderation.mail.opened.first': 'Your first 50 signatures',
    'moderation.mail.opened.tip.one':
      'Write to ten people who know you, one by one: a message to them alone is read, a message to everyone is not.',
    'moderation.mail.opened.tip.two':
      'Ask each of them for two things: to sign, and to send the link to three others.',
    'moderation.mail.opened.tip.three':
      'Post the link where the people concerned already talk: the neighbours’ group, the parents’ list, the association’s newsletter.',
    'moderation.mail.opened.tip.four':
      'Say in one sentence what it changes for you. People sign for someone, not for a file.',
    'moderation.mail.opened.next':
      'We now tell the decision-maker that your petition is open, and write to you at each milestone.',
    'moderation.mail.rejected.subject': 'Your petition was not published: “{title}”',
    'moderation.mail.rejected.intro': 'A moderator has read “{title}” and has not published it. Here is why.',
    'moderation.mail.rejected.again':
      'Take this into account and launch it again: nothing stops you from asking better.',
    'moderation.mail.rejected.start': 'Start another petition',
    'moderation.mail.rejected.text': 'Your petition and its text',
    'moderation.mail.hidden.subject': 'Your petition is hidden: “{title}”',
    'moderation.mail.hidden.intro':
      'On {on} a moderator hid “{title}”. Nobody can read or sign it for now. Here is why.',
    'moderation.mail.hidden.kept':
      'Nothing is lost: the signatures are kept, and a moderator can show the petition again.',
    'moderation.mail.shown.subject': 'Your petition is visible again: “{title}”',
    'moderation.mail.shown.intro': 'A moderator has looked at “{title}” again, and it is no longer hidden.',
    'moderation.mail.shown.open': 'Everyone can read and sign it again.',
    'moderation.mail.shown.closed': 'Everyone can read it again.',
    'moderation.mail.shown.button': 'See my petition',
    'moderation.mail.answered.subject': '{name} has answered “{title}”',
    'moderation.mail.answered.preview': 'The answer is published beside your petition.',
    'moderation.mail.answered.intro':
      '{name} has answered “{title}”. We checked where the answer comes from, and published it beside your petition:',
    'moderation.mail.answered.button': 'See the answer',
    'moderation.mail.answered.next':
      'The signers who asked for news get it by mail too. On the page of your petition you can write to them, and say that it is won if it is.',
    'moderation.mail.unsubscribe': 'Stop mails about this petition',
    'moderation.mail.published.subject': 'Your answer is published: “{title}”',
    'moderation.mail.published.preview':
      'It stands beside the petition, and goes by mail to the signers who asked for news.',
    'moderation.mail.published.intro':
      'Thank you for answering “{title}”. Your answer is now published beside the petition, as prominently as the petition itself.',
    'moderation.mail.published.button': 'See my answer',
    'moderation.mail.published.next':
      'It goes by mail to the signers who asked for news. When something changes, you can write another answer on your private page.',
    'moderation.mail.published.page': 'Your private page: figures, dossier, rhythm of our mails',
    'moderation.mail.replyRefused.subject': 'Your answer was not published: “{title}”',
    'moderation.mail.replyRefused.preview': 'A moderator explains why. You can write another.',
    'moderation.mail.replyRefused.intro':
      'A moderator has read your answer to “{title}” and has not published it.',
    'moderation.mail.replyRefused.next': 'You can write another answer on your private page at any time.',
    'moderation.mail.replyRefused.button': 'Write another answer',
    'moderation.mail.recipient.why':
      'You get this mail because you answered “{title}” on the private page we sent to this address.',
    'moderation.mail.recipient.unsubscribe': 'Stop mails about this petition',
  },
  fr: {
    'moderation.mail.limited.subject': 'Vous ne pouvez pas lancer de pétition pendant un temps',
    'moderation.mail.limited.intro':
      'Une personne qui modère a décidé que votre compte ne peut proposer aucune pétition avant le {until}. Ce que vous avez lancé ne change pas.',
    'moderation.mail.limited.why':
      'Vous recevez ce message parce que vous avez lancé une pétition sur ce site.',
    'moderation.mail.lifted.subject': 'Vous pouvez de nouveau lancer des pétitions',
    'moderation.mail.lifted.intro':
      'Une personne qui modère a mis fin au temps pendant lequel votre compte ne pouvait lancer aucune pétition. Plus rien ne vous en empêche.',
    'moderation.mail.why': 'Vous recevez ce message parce que vous avez lancé « {title} ».',
    'moderation.mail.page': 'Chiffres, nouvelles et clôture : la page de votre pétition',
    'moderation.mail.reason': 'Motif',
    'moderation.mail.sentence': 'La personne qui modère vous écrit :',
    'moderation.mail.contact': 'Qui tient ce site',
    'moderation.mail.opened.subject': 'Votre pétition est ouverte : « {title} »',
    'moderation.mail.opened.preview':
      'Partagez son lien dès aujourd’hui : les premières signatures viennent de gens qui vous connaissent.',
    'moderation.mail.opened.intro':
      'Votre pétition « {title} » a été lue et publiée. Tout le monde peut désormais la signer, à cette adresse :',
    'moderation.mail.opened.button': 'Voir et partager ma pétition',
    'moderation.mail.opened.first': 'Vos 50 premières signatures',
    'moderation.mail.opened.tip.one':
      'Écrivez à dix personnes qui vous connaissent, une par une : un message personnel se lit, un message à tous se perd.',
    'moderation.mail.opened.tip.two':
      'Demandez à chacune deux choses : signer, et envoyer le lien à trois autres.',
    'moderation.mail.opened.tip.three':
      'Publiez le lien là où les gens concernés se parlent déjà : le groupe des voisins, la liste des parents, la lettre de l’association.',
    'moderation.mail.opened.tip.four':
      'Dites en une phrase ce que cela change pour vous. On signe pour quelqu’un, pas pour un dossier.',
    'moderation.mail.opened.next':
      'Nous prévenons maintenant le destinataire que votre pétition est ouverte, et nous vous écrirons à chaque palier.',
    'moderation.mail.rejected.subject': 'Votre pétition n’a pas été publiée : « {title} »',
    'moderation.mail.rejected.intro':
      'Votre pétition « {title} » a été lue et n’a pas été publiée. Voici pourquoi.',
    'moderation.mail.rejected.again':
      'En tenir compte et la relancer : rien ne vous empêche de demander mieux.',
    'moderation.mail.rejected.start': 'Lancer une autre pétition',
    'moderation.mail.rejected.text': 'Votre pétition et son texte',
    'moderation.mail.hidden.subject': 'Votre pétition est masquée : « {title} »',
    'moderation.mail.hidden.intro':
      'Le {on}, votre pétition « {title} » a été masquée. Personne ne peut la lire ni la signer pour l’instant. Voici pourquoi.',
    'moderation.mail.hidden.kept':
      'Rien n’est perdu : les signatures sont conservées, et la pétition peut être affichée de nouveau.',
    'moderation.mail.shown.subject': 'Votre pétition est de nouveau visible : « {title} »',
    'moderation.mail.shown.intro': 'Votre pétition « {title} » a été réexaminée, et elle n’est plus masquée.',
    'moderation.mail.shown.open': 'Tout le monde peut de nouveau la lire et la signer.',
    'moderation.mail.shown.closed': 'Tout le monde peut de nouveau la lire.',
    'moderation.mail.shown.button': 'Voir ma pétition',
    'moderation.mail.answered.subject': '{name} a répondu à « {title} »',
    'moderation.mail.answered.preview': 'La réponse est publiée à côté de votre pétition.',
    'moderation.mail.answered.intro':
      '{name} a répondu à « {title} ». Nous avons vérifié d’où vient la réponse, et l’avons publiée à côté de votre pétition :',
    'moderation.mail.answered.button': 'Voir la réponse',
    'moderation.mail.answered.next':
      'Les signataires qui ont demandé des nouvelles la reçoivent aussi par e-mail. Sur la page de votre pétition, vous pouvez leur écrire, et annoncer la victoire si c’en est une.',
    'moderation.mail.unsubscribe': 'Ne plus recevoir de messages sur cette pétition',
    'moderation.mail.published.subject': 'Votre réponse est publiée : « {title} »',
    'moderation.mail.published.preview':
      'Elle figure à côté de la pétition, et part par e-mail aux signataires qui ont demandé des nouvelles.',
    'moderation.mail.published.intro':
      'Merci d’avoir répondu à « {title} ». Votre réponse est maintenant publiée à côté de la pétition, aussi visible qu’elle.',
    'moderation.mail.published.button': 'Voir ma réponse',
    'moderation.mail.published.next':
      'Elle part par e-mail aux signataires qui ont demandé des nouvelles. Si les choses changent, vous pouvez écrire une autre réponse sur votre page privée.',
    'moderation.mail.published.page': 'Votre page privée : chiffres, dossier, rythme de nos messages',
    'moderation.mail.replyRefused.subject': 'Votre réponse n’a pas été publiée : « {title} »',
    'moderation.mail.replyRefused.preview': 'Voici pourquoi. Vous pouvez en écrire une autre.',
    'moderation.mail.replyRefused.intro': 'Votre réponse à « {title} » a été lue et n’a pas été publiée.',
    'moderation.mail.replyRefused.next':
      'Vous pouvez écrire une autre réponse à tout moment sur votre page privée.',
    'moderation.mail.replyRefused.button': 'Écrire une autre réponse',
    'moderation.mail.recipient.why':
      'Vous recevez ce message parce que vous avez répondu à « {title} » sur la page privée envoyée à cette adresse.',
    'moderation.mail.recipient.unsubscribe': 'Ne plus recevoir de messages sur cette pétition',
  },
} as const
