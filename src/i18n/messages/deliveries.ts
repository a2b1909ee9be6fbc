/** Delivery: handing a petition over to those who can decide, its receipt, and what follows. */
export const deliveries = {
  en: {
    'deliveries.mail.subject': 'Delivered to you: {title}',
    'deliveries.mail.preview': 'The petition is handed over to you, with a dossier of this moment.',
    'deliveries.mail.delivered':
      'On {on}, the petition “{title}” was delivered to you as {as}. It then had {confirmed, plural, one {# confirmed signature} other {# confirmed signatures}}.',
    'deliveries.mail.page':
      'Your private page holds a dossier frozen at this moment: a brief to read first, the list, and the means to check both. You can acknowledge receipt there with one button, and answer.',
    'deliveries.mail.public':
      'The petition’s public page tells the date of delivery, whether it was acknowledged, and your answer. You may answer at any time.',
    'deliveries.page.title': 'Delivered to you',
    'deliveries.page.delivered':
      'This petition was delivered to you on {on}. Its dossier holds the signatures of that moment.',
    'deliveries.page.acknowledge':
      'Acknowledge receipt: the public page shows the date, and you and the campaigner can both download a signed receipt. It promises nothing else.',
    'deliveries.page.endsDownload': 'I have my copy of the dossier: end the download.',
    'deliveries.page.endsDownload.hint':
      'Nothing can be downloaded here from then on. The files are destroyed {days, plural, one {# day} other {# days}} later; until that day you can take this back. The petition itself goes on.',
    'deliveries.page.seen.text':
      'Opening this page tells nobody anything. If you want the public page to say that you have seen the delivery, without acknowledging it, say so here.',
    'deliveries.page.seen.act': 'Say that I have seen it',
    'deliveries.page.acknowledged': 'You acknowledged receipt on {on}.',
    'deliveries.page.acknowledgedByThem': 'The decision-maker acknowledged receipt on {on}.',
    'deliveries.page.acknowledgedByDelegate': 'A colleague who reads here acknowledged receipt on {on}.',
    'deliveries.receipt': 'Receipt (JSON)',
    'deliveries.receipt.signature': 'Its signature',
    'deliveries.receipt.check':
      'The receipt names the sum of the dossier’s manifest, once the dossier is made. It is signed with the key of this installation (Ed25519), like the dossier.',
    'deliveries.end.title': 'Once you have your copy',
    'deliveries.end.text':
      'You can end the download. The files of your dossiers are then destroyed here {days, plural, one {# day} other {# days}} later.',
    'deliveries.end.act': 'End the download',
    'deliveries.end.ended':
      'The download ended on {on}. The files are destroyed on {destroyed}; until then you can take this back.',
    'deliveries.end.reopen': 'Open the download again',
    'deliveries.end.destroyed':
      'The download has ended, and the files of your dossiers were due to be destroyed on {on}. The receipt stays.',
    'deliveries.page.noDownload': 'You have ended the download.',
    'deliveries.done.seen': 'Noted: the public page says that you have seen the delivery.',
    'deliveries.done.ended': 'The download has ended. The page below says when the files are destroyed.',
    'deliveries.done.reopened': 'The download is open again. Nothing was destroyed.',
    'deliveries.event.delivered': 'Delivered to {name}',
    'deliveries.event.seen': '{name} has seen the delivery',
    'deliveries.event.acknowledged': '{name} has acknowledged receipt of the delivery',
    'deliveries.event.noAnswer':
      'No answer from {name} {days, plural, one {# day} other {# days}} after delivery',
    'deliveries.event.noAnswer.right': 'An answer can be published here at any time.',
    'deliveries.studio.title': 'Delivery',
    'deliveries.studio.intro':
      'Delivering hands the petition over to those who can decide, at a moment that has a date. A dossier of that moment is frozen, and they are told. It happens once.',
    'deliveries.studio.notYet': 'Not delivered yet.',
    'deliveries.studio.plan.hand': 'You decide when.',
    'deliveries.studio.plan.threshold':
      'It is delivered at {count, plural, one {# signature} other {# signatures}}, or when it closes.',
    'deliveries.studio.plan.closing': 'It is delivered when it closes.',
    'deliveries.studio.open': 'Delivery: when and how',
    'deliveries.studio.delivered': 'Delivered on',
    'deliveries.studio.seen': 'Seen',
    'deliveries.studio.acknowledged': 'Acknowledged',
    'deliveries.studio.answered': 'Answered',
    'deliveries.studio.yes': 'Yes',
    'deliveries.studio.no': 'Not yet',
    'deliveries.studio.ended': 'Download ended by the recipient',
    'deliveries.studio.destroyed': 'Files of their dossiers destroyed on',
    'deliveries.now.title': 'Deliver now',
    'deliveries.now.text':
      'The recipients get one mail, and a dossier with the signatures of this moment. The public page shows the date. People can go on signing while the petition is open.',
    'deliveries.now.confirm': 'Deliver it now. I know that this cannot be undone.',
    'deliveries.now.unconfirmed': 'Tick the box to deliver the petition.',
    'deliveries.byTerritory': 'Also one list for each territory',
    'deliveries.byTerritory.hint':
      'The dossier then holds a folder for each département or country, besides the whole list.',
    'deliveries.now.act': 'Deliver now',
    'deliveries.now.nothing':
      'There is nothing to deliver: it takes a public petition, a confirmed signature, and a recipient who has not stepped aside.',
    'deliveries.plan.title': 'Or let it be delivered by itself',
    'deliveries.plan.legend': 'Deliver it',
    'deliveries.plan.hand': 'when I say so',
    'deliveries.plan.threshold': 'when it reaches a number of signatures, or when it closes before',
    'deliveries.plan.closing': 'when it closes',
    'deliveries.plan.at': 'Number of signatures',
    'deliveries.plan.at.hint': 'Only for the second choice. At least {least, number}.',
    'deliveries.plan.at.wrong': 'Write a whole number from {least, number} to {most, number}.',
    'deliveries.plan.missing': 'Choose when it is delivered.',
    'deliveries.plan.act': 'Keep this choice',
    'deliveries.studio.done.delivered':
      'Delivered. The recipients are told, and their dossier is being made.',
    'deliveries.studio.done.delivered-before': 'It was delivered already; nothing was sent twice.',
    'deliveries.studio.done.planned': 'Your choice is kept.',
    'deliveries.studio.done.contact-kept': 'Kept. Only the recipients and their delegates see it.',
    'deliveries.studio.done.contact-removed': 'Removed. Dossiers that are made from now on do not have it.',
    'deliveries.contact.title': 'How the recipients reach you',
    'deliveries.contact.who':
      'Only those who receive this petition, and the colleagues whom they let read with them, see it: on their private page, and in the brief of their dossier, which they keep. It is never public, and is in no list or open data. It is kept encrypted, and erased with the names of the signers. Without it, they can answer you on their page, or write to those who run this site.',
    'deliveries.contact.label': 'An email address, a telephone number, a postal address',
    'deliveries.contact.hint': 'One or two lines, 200 characters at most. Leave it empty to give none.',
    'deliveries.contact.long': 'Write at most {most, number} characters.',
    'deliveries.contact.lines': 'Write it on one or two lines.',
    'deliveries.contact.act': 'Keep this',
  },
  fr: {
    'deliveries.mail.subject': 'Une pétition vous est remise : {title}',
    'deliveries.mail.preview': 'La pétition vous est remise, avec un dossier arrêté à ce moment.',
    'deliveries.mail.delivered':
      'Le {on}, la pétition « {title} » vous a été remise ({as}). Elle réunissait alors {confirmed, plural, one {# signature confirmée} other {# signatures confirmées}}.',
    'deliveries.mail.page':
      'Votre page privée contient un dossier arrêté à ce moment : une note à lire d’abord, la liste, et de quoi vérifier les deux. Vous pouvez y accuser réception d’un bouton, et répondre.',
    'deliveries.mail.public':
      'La page publique de la pétition indique la date de remise, l’accusé de réception et votre réponse. Vous pouvez répondre à tout moment.',
    'deliveries.page.title': 'Remise entre vos mains',
    'deliveries.page.delivered':
      'Cette pétition vous a été remise le {on}. Son dossier contient les signatures de ce moment.',
    'deliveries.page.acknowledge':
      'Accusez réception : la page publique en montre la date, et vous pouvez tous deux, l’auteur et vous, télécharger un reçu signé. Cela n’engage à rien d’autre.',
    'deliveries.page.endsDownload': 'J’ai ma copie du dossier : mettre fin au téléchargement.',
    'deliveries.page.endsDownload.hint':
      'Plus rien ne pourra être téléchargé ici. Les fichiers sont détruits {days, plural, one {# jour} other {# jours}} plus tard ; d’ici là, vous pouvez revenir sur ce choix. La pétition, elle, continue.',
    'deliveries.page.seen.text':
      'Ouvrir cette page ne signale rien à personne. Si vous voulez que la page publique dise que vous avez vu la remise, sans en accuser réception, dites-le ici.',
    'deliveries.page.seen.act': 'Dire que je l’ai vue',
    'deliveries.page.acknowledged': 'Vous avez accusé réception le {on}.',
    'deliveries.page.acknowledgedByThem': 'La personne interpellée a accusé réception le {on}.',
    'deliveries.page.acknowledgedByDelegate': 'Un ou une collègue qui lit ici a accusé réception le {on}.',
    'deliveries.receipt': 'Reçu (JSON)',
    'deliveries.receipt.signature': 'Sa signature',
    'deliveries.receipt.check':
      'Le reçu cite la somme du manifeste du dossier, dès que celui-ci est prêt. Il est signé avec la clé de cette installation (Ed25519), comme le dossier.',
    'deliveries.end.title': 'Quand vous avez votre copie',
    'deliveries.end.text':
      'Vous pouvez mettre fin au téléchargement. Les fichiers de vos dossiers sont alors détruits ici {days, plural, one {# jour} other {# jours}} plus tard.',
    'deliveries.end.act': 'Mettre fin au téléchargement',
    'deliveries.end.ended':
      'Le téléchargement a pris fin le {on}. Les fichiers seront détruits le {destroyed} ; d’ici là, vous pouvez revenir sur ce choix.',
    'deliveries.end.reopen': 'Rouvrir le téléchargement',
    'deliveries.end.destroyed':
      'Le téléchargement a pris fin, et la destruction des fichiers de vos dossiers était annoncée pour le {on}. Le reçu demeure.',
    'deliveries.page.noDownload': 'Vous avez mis fin au téléchargement.',
    'deliveries.done.seen': 'C’est noté : la page publique dit que vous avez vu la remise.',
    'deliveries.done.ended': 'Le téléchargement a pris fin. La page dit quand les fichiers seront détruits.',
    'deliveries.done.reopened': 'Le téléchargement est rouvert. Rien n’a été détruit.',
    'deliveries.event.delivered': 'Remise à : {name}',
    'deliveries.event.seen': 'Remise vue par : {name}',
    'deliveries.event.acknowledged': 'Accusé de réception de la remise : {name}',
    'deliveries.event.noAnswer':
      'Pas de réponse {days, plural, one {# jour} other {# jours}} après la remise : {name}',
    'deliveries.event.noAnswer.right': 'Une réponse peut être publiée ici à tout moment.',
    'deliveries.studio.title': 'Remise',
    'deliveries.studio.intro':
      'Remettre la pétition, c’est la confier à qui peut décider, à un moment daté. Un dossier est arrêté à ce moment, et les destinataires sont prévenus. Cela n’a lieu qu’une fois.',
    'deliveries.studio.notYet': 'Pas encore remise.',
    'deliveries.studio.plan.hand': 'Vous choisissez le moment.',
    'deliveries.studio.plan.threshold':
      'Elle sera remise à {count, plural, one {# signature} other {# signatures}}, ou à sa clôture.',
    'deliveries.studio.plan.closing': 'Elle sera remise à sa clôture.',
    'deliveries.studio.open': 'La remise : quand et comment',
    'deliveries.studio.delivered': 'Remise le',
    'deliveries.studio.seen': 'Vue',
    'deliveries.studio.acknowledged': 'Accusé de réception',
    'deliveries.studio.answered': 'Réponse',
    'deliveries.studio.yes': 'Oui',
    'deliveries.studio.no': 'Pas encore',
    'deliveries.studio.ended': 'Fin du téléchargement, par le destinataire',
    'deliveries.studio.destroyed': 'Destruction des fichiers de ses dossiers',
    'deliveries.now.title': 'Remettre maintenant',
    'deliveries.now.text':
      'Les destinataires reçoivent un message, et un dossier avec les signatures de ce moment. La page publique en montre la date. On peut continuer à signer tant que la pétition est ouverte.',
    'deliveries.now.confirm': 'La remettre maintenant. Je sais que c’est sans retour.',
    'deliveries.now.unconfirmed': 'Cochez la case pour remettre la pétition.',
    'deliveries.byTerritory': 'Avec une liste par territoire',
    'deliveries.byTerritory.hint':
      'Le ZIP contient alors un répertoire par département ou pays, en plus de la liste entière.',
    'deliveries.now.act': 'Remettre maintenant',
    'deliveries.now.nothing':
      'Il n’y a rien à remettre : il faut une pétition publique, une signature confirmée et un destinataire qui ne s’est pas retiré.',
    'deliveries.plan.title': 'Ou la laisser partir d’elle-même',
    'deliveries.plan.legend': 'La remettre',
    'deliveries.plan.hand': 'quand je le dis',
    'deliveries.plan.threshold':
      'quand elle atteint un nombre de signatures, ou à sa clôture si elle vient avant',
    'deliveries.plan.closing': 'à sa clôture',
    'deliveries.plan.at': 'Nombre de signatures',
    'deliveries.plan.at.hint': 'Seulement pour le deuxième choix. Au moins {least, number}.',
    'deliveries.plan.at.wrong': 'Écrivez un nombre entier de {least, number} à {most, number}.',
    'deliveries.plan.missing': 'Choisissez quand elle est remise.',
    'deliveries.plan.act': 'Garder ce choix',
    'deliveries.studio.done.delivered':
      'C’est remis. Les destinataires sont prévenus, leur dossier se prépare.',
    'deliveries.studio.done.delivered-before': 'Elle était déjà remise ; rien n’est parti deux fois.',
    'deliveries.studio.done.planned': 'Votre choix est gardé.',
    'deliveries.studio.done.contact-kept':
      'C’est gardé. Seuls les destinataires et leurs délégués le voient.',
    'deliveries.studio.done.contact-removed': 'C’est retiré. Les dossiers faits désormais ne l’ont pas.',
    'deliveries.contact.title': 'Comment les destinataires vous joignent',
    'deliveries.contact.who':
      'Seules les personnes qui reçoivent cette pétition, et les collègues qui la lisent avec elles, le voient\u00a0: sur leur page privée, et dans la note de leur dossier, qu’elles gardent. Ce n’est jamais public, et n’est dans aucune liste ni donnée ouverte. C’est gardé chiffré, et effacé avec les noms des signataires. Sans cela, elles peuvent vous répondre sur leur page, ou écrire aux personnes qui tiennent ce site.',
    'deliveries.contact.label': 'Une adresse e-mail, un téléphone, une adresse postale',
    'deliveries.contact.hint':
      'Une ou deux lignes, 200\u00a0caractères au plus. Laissez vide pour n’en donner aucun.',
    'deliveries.contact.long': 'Écrivez au plus {most, number}\u00a0caractères.',
    'deliveries.contact.lines': 'Écrivez-le sur une ou deux lignes.',
    'deliveries.contact.act': 'Garder',
  },
} as const
