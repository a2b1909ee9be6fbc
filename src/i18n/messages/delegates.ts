/** Colleagues who read with a decision-maker, and the log of who did what. */
export const delegates = {
  en: {
    'delegates.title': 'Colleagues who read with you',
    'delegates.intro':
      'Each has a link of their own, and gets codes for files with names in their own mailbox. Your mailbox is told whenever somebody is added or taken off.',
    'delegates.may':
      'With their own link they can: read this page, download the dossier, say that the delivery was seen, and acknowledge receipt.',
    'delegates.mayNot':
      'They cannot: reply, end the download, choose how often we write, say that signatures were struck, begin a sample check, keep the register of promises, add or take off colleagues, object, or say that it is not you. Our messages still come to you alone.',
    'delegates.brief':
      'The brief carries your own link, for your answer. Pass it on only to people who may answer in your name.',
    'delegates.key':
      'If you gave a key for encryption, files with names are encrypted to it for them too: they need it to read them.',
    'delegates.log':
      'What they do is logged under their name. You see that log, and the campaigner sees what concerns the petition; nobody but you sees their address.',
    'delegates.count':
      '{count, plural, =0 {Nobody reads with you.} one {# colleague reads with you.} other {# colleagues read with you.}}',
    'delegates.open': 'Add or take off colleagues',
    'delegates.since': 'since {on}',
    'delegates.bounced':
      'Our mail to this address came back on {on}. Take them off, and add them again with the right one.',
    'delegates.end': 'Take off',
    'delegates.endNamed': 'Take off {name}',
    'delegates.end.what':
      'Their link, and every browser that it opened, stops at once. Their address is erased; their name stays in the log.',
    'delegates.add.title': 'Add a colleague',
    'delegates.add.code':
      'This needs the code from your mailbox, so that nobody who was passed your link can let others in.',
    'delegates.add.name': 'Name',
    'delegates.add.email': 'Their own work address',
    'delegates.add.email.hint':
      'A link and their codes go there. They are told that you gave it, and can leave by themselves.',
    'delegates.add.act': 'Add and write to them',
    'delegates.full': 'No more can be added: take somebody off first.',
    'delegates.back': 'Back to my page',
    'delegates.done.added': 'Added. A link is on its way to them, and your own mailbox is told.',
    'delegates.done.ended': 'Taken off. Their link works no more, and your mailbox is told.',
    'delegates.wrong.name': 'Write a name, with at most {most, number} characters.',
    'delegates.wrong.email': 'Write an address that can be written to, like name@city.example.',
    'delegates.wrong.already': 'Somebody with this address reads with you already.',
    'delegates.wrong.yourself': 'This is the address that the petition was sent to: it needs no second link.',
    'delegates.wrong.too-many':
      'At most {most, number} colleagues can read with you. Take somebody off first.',
    'delegates.refused.title': 'Only for the decision-maker',
    'delegates.refused.body':
      'Your link lets you read, download and acknowledge. This is left to the person who added you, with their own link.',
    'delegates.refused.back': 'Back to the page',
    'delegates.page.for': 'Private page of {maker}, read by {name}',
    'delegates.page.intro':
      '{maker} lets you read this page. No account is needed: the link in our message opens it. What you do here is logged under your name. Keep the link to yourself.',
    'delegates.page.mayNot':
      'Replying, ending the download and choosing how often we write are left to {maker}.',
    'delegates.leave.title': 'Stop reading with {name}',
    'delegates.leave.link': 'I do not want to read this any more',
    'delegates.leave.what':
      'Your link stops at once and your address is erased. Your name stays in the log of what was read, until the petition’s data is destroyed. {name} is told.',
    'delegates.leave.act': 'Stop, and erase my address',
    'delegates.mail.open': 'Open the page',
    'delegates.mail.leave': 'I do not want this',
    'delegates.mail.see': 'See who reads with you',
    'delegates.mail.invited.subject': '{name} asks you to read a petition with them: {title}',
    'delegates.mail.invited.preview': 'A private page, by a link of your own.',
    'delegates.mail.invited.intro':
      '{who} has added you as a colleague who reads the petition “{title}” with them. It asks:',
    'delegates.mail.invited.may':
      'A private page is open to you, without an account: the text, the figures, the dossier, and the button that acknowledges receipt. For files with names we send a code to this address. Replying is left to them.',
    'delegates.mail.invited.logged':
      'What you do there is logged under your name. {name} sees that log, and the campaigner sees what was downloaded and acknowledged, with your name and never your address.',
    'delegates.mail.why':
      'You get this message because {name} gave us your address so that you can read with them. The link above is yours alone. It works until {until}; after that it leads to a page that sends you the next one.',
    'delegates.article14.what':
      'What we hold: your name, your work address, and what you download or acknowledge on the page.',
    'delegates.article14.why':
      'Why: so that somebody the decision-maker trusts can read what was sent to them, and so that it is known who read lists of names. Legal basis: legitimate interest (Article 6(1)(f) of the GDPR).',
    'delegates.article14.source': 'Where it comes from: from {who}.',
    'delegates.article14.whoSees':
      'Who sees it: {name}; the campaigner sees your name beside what you downloaded or acknowledged. Your address is kept sealed and is used for these messages only.',
    'delegates.article14.howLong':
      'How long: your address until you leave, are taken off, or {months, plural, one {# month} other {# months}} after the petition has closed; your name until that last day.',
    'delegates.mail.changed.preview': 'You learn it here, whoever did it with your link.',
    'delegates.mail.added.subject': '{name} now reads with you: {title}',
    'delegates.mail.added.text':
      'On {on}, {name} was added on your private page as a colleague who reads the petition “{title}” with you. They have a link of their own and get codes in their own mailbox.',
    'delegates.mail.added.next':
      'Was it not you? Take them off on that page, end your link there, and we send you the next one.',
    'delegates.mail.removed.subject': '{name} no longer reads with you: {title}',
    'delegates.mail.removed.text':
      'On {on}, {name} was taken off your private page for the petition “{title}”. Their link works no more, and their address is erased.',
    'delegates.mail.removed.next': 'You can add them again on that page.',
    'delegates.mail.left.subject': '{name} no longer reads with you: {title}',
    'delegates.mail.left.text':
      'On {on}, {name} stopped reading the petition “{title}” with you. Their link works no more, and their address is erased.',
    'delegates.mail.left.next': 'You can add somebody else on that page.',
    'reader-acts.title': 'Who did what on this page',
    'reader-acts.by': 'by {name}',
    'reader-acts.byYou': 'by you',
    'reader-acts.byThem': 'by the decision-maker',
    'reader-acts.seen': 'The delivery was said to be seen',
    'reader-acts.acknowledged': 'Receipt was acknowledged',
    'reader-acts.dossier-ordered': 'A dossier was ordered',
    'reader-acts.struck': 'Signatures were said to be struck',
    'reader-acts.download-ended': 'The download was ended',
    'reader-acts.download-reopened': 'The download was opened again',
    'reader-acts.replied': 'A reply was handed in',
    'reader-acts.rhythm-chosen': 'Another rhythm of messages was chosen',
    'reader-acts.link-replaced': 'A link was ended, and the next one sent',
    'reader-acts.delegate-added': 'A colleague was added',
    'reader-acts.delegate-ended': 'A colleague was taken off, or left',
    'campaigners.makers.log.about':
      'The latest twenty of each. A name that is not the decision-maker’s is that of a colleague they let read with them.',
  },
  fr: {
    'delegates.title': 'Les collègues qui lisent avec vous',
    'delegates.intro':
      'Chacun a son propre lien, et reçoit dans sa propre boîte les codes pour les fichiers nominatifs. Votre boîte est prévenue de chaque ajout et de chaque retrait.',
    'delegates.may':
      'Avec leur lien, ils peuvent : lire cette page, télécharger le dossier, dire que la remise a été vue et en accuser réception.',
    'delegates.mayNot':
      'Ils ne peuvent pas : répondre, mettre fin au téléchargement, choisir le rythme de nos messages, dire que des signatures ont été rayées, lancer un sondage de contrôle, tenir le registre des promesses, ajouter ou retirer des collègues, s’opposer, ni dire que ce n’est pas vous. Nos messages n’arrivent qu’à vous.',
    'delegates.brief':
      'La note contient votre propre lien, pour votre réponse. Ne la transmettez qu’à qui peut répondre en votre nom.',
    'delegates.key':
      'Si vous avez donné une clé de chiffrement, les fichiers nominatifs sont chiffrés avec elle pour eux aussi : il leur faut cette clé pour les lire.',
    'delegates.log':
      'Ce qu’ils font est consigné sous leur nom. Vous voyez ce journal, et l’auteur de la pétition en voit ce qui la concerne ; personne d’autre que vous ne voit leur adresse.',
    'delegates.count':
      '{count, plural, =0 {Personne ne lit avec vous.} one {# collègue lit avec vous.} other {# collègues lisent avec vous.}}',
    'delegates.open': 'Ajouter ou retirer des collègues',
    'delegates.since': 'depuis le {on}',
    'delegates.bounced':
      'Notre message à cette adresse est revenu le {on}. Retirez cette personne, puis ajoutez-la avec la bonne adresse.',
    'delegates.end': 'Retirer',
    'delegates.endNamed': 'Retirer {name}',
    'delegates.end.what':
      'Son lien, et tout navigateur qu’il a ouvert, cesse aussitôt de fonctionner. Son adresse est effacée ; son nom reste au journal.',
    'delegates.add.title': 'Ajouter un ou une collègue',
    'delegates.add.code':
      'Il faut pour cela le code envoyé à votre boîte, afin que personne à qui votre lien serait parvenu ne puisse en faire entrer d’autres.',
    'delegates.add.name': 'Nom',
    'delegates.add.email': 'Son adresse professionnelle',
    'delegates.add.email.hint':
      'Un lien et ses codes y seront envoyés. La personne saura que vous l’avez donnée, et pourra se retirer d’elle-même.',
    'delegates.add.act': 'Ajouter et lui écrire',
    'delegates.full': 'La liste est complète : retirez d’abord quelqu’un.',
    'delegates.back': 'Revenir à ma page',
    'delegates.done.added': 'C’est fait. Un lien est en route, et votre propre boîte est prévenue.',
    'delegates.done.ended': 'C’est fait. Son lien ne fonctionne plus, et votre boîte est prévenue.',
    'delegates.wrong.name': 'Écrivez un nom, de {most, number} caractères au plus.',
    'delegates.wrong.email': 'Écrivez une adresse valable, comme nom@ville.example.',
    'delegates.wrong.already': 'Quelqu’un lit déjà avec vous à cette adresse.',
    'delegates.wrong.yourself':
      'C’est l’adresse à laquelle la pétition est parvenue : elle n’a pas besoin d’un second lien.',
    'delegates.wrong.too-many':
      'Au plus {most, number} collègues peuvent lire avec vous. Retirez d’abord quelqu’un.',
    'delegates.refused.title': 'Réservé à la personne interpellée',
    'delegates.refused.body':
      'Votre lien permet de lire, de télécharger et d’accuser réception. Le reste revient, avec son propre lien, à la personne qui vous a ajouté.',
    'delegates.refused.back': 'Revenir à la page',
    'delegates.page.for': 'Page privée de {maker}, lue par {name}',
    'delegates.page.intro':
      '{maker} vous laisse lire cette page. Aucun compte n’est nécessaire : le lien de notre message l’ouvre. Ce que vous y faites est consigné sous votre nom. Gardez ce lien pour vous.',
    'delegates.page.mayNot':
      'Répondre, mettre fin au téléchargement et choisir le rythme de nos messages revient à {maker}.',
    'delegates.leave.title': 'Ne plus lire avec {name}',
    'delegates.leave.link': 'Je ne veux plus lire ceci',
    'delegates.leave.what':
      'Votre lien cesse aussitôt de fonctionner et votre adresse est effacée. Votre nom reste au journal des lectures, jusqu’à la destruction des données de la pétition. {name} en est prévenu.',
    'delegates.leave.act': 'Arrêter et effacer mon adresse',
    'delegates.mail.open': 'Ouvrir la page',
    'delegates.mail.leave': 'Je n’en veux pas',
    'delegates.mail.see': 'Voir qui lit avec vous',
    'delegates.mail.invited.subject': '{name} vous propose de lire une pétition avec elle ou lui : {title}',
    'delegates.mail.invited.preview': 'Une page privée, par un lien qui vous est propre.',
    'delegates.mail.invited.intro':
      '{who} vous a ajouté à la liste des collègues qui lisent la pétition « {title} ». Elle demande ceci :',
    'delegates.mail.invited.may':
      'Une page privée vous est ouverte, sans compte à créer : le texte, les chiffres, le dossier et le bouton qui accuse réception. Pour les fichiers nominatifs, un code est envoyé à cette adresse. La réponse ne vous revient pas.',
    'delegates.mail.invited.logged':
      'Ce que vous y faites est consigné sous votre nom. {name} voit ce journal ; l’auteur de la pétition voit ce qui a été téléchargé et les accusés de réception, avec votre nom et jamais votre adresse.',
    'delegates.mail.why':
      'Vous recevez ce message parce que {name} nous a donné votre adresse pour que vous lisiez avec elle ou lui. Le lien ci-dessus vous est réservé. Il fonctionne jusqu’au {until} ; ensuite, il mène à une page qui vous envoie le suivant.',
    'delegates.article14.what':
      'Ce que nous conservons : votre nom, votre adresse professionnelle, et ce que vous téléchargez ou dont vous accusez réception sur la page.',
    'delegates.article14.why':
      'Pourquoi : pour qu’une personne de confiance puisse lire ce qui a été adressé à la personne interpellée, et pour que l’on sache qui a lu des listes de noms. Base légale : intérêt légitime (article 6(1)(f) du RGPD).',
    'delegates.article14.source': 'D’où cela vient : de {who}.',
    'delegates.article14.whoSees':
      'Qui le voit : {name} ; l’auteur de la pétition voit votre nom à côté de ce que vous avez téléchargé ou de l’accusé de réception. Votre adresse est scellée et ne sert qu’à ces messages.',
    'delegates.article14.howLong':
      'Combien de temps : votre adresse jusqu’à votre départ ou votre retrait, ou {months, plural, one {# mois} other {# mois}} après la clôture de la pétition ; votre nom jusqu’à ce dernier jour.',
    'delegates.mail.changed.preview': 'Vous l’apprenez ici, qui que ce soit qui l’ait fait avec votre lien.',
    'delegates.mail.added.subject': '{name} lit désormais avec vous : {title}',
    'delegates.mail.added.text':
      'Le {on}, {name} a été ajouté sur votre page privée à la liste des collègues qui lisent la pétition « {title} » avec vous. Cette personne a son propre lien et reçoit les codes dans sa propre boîte.',
    'delegates.mail.added.next':
      'Ce n’était pas vous ? Retirez cette personne sur cette page, mettez fin à votre lien, et nous vous enverrons le suivant.',
    'delegates.mail.removed.subject': '{name} ne lit plus avec vous : {title}',
    'delegates.mail.removed.text':
      'Le {on}, {name} a été retiré de votre page privée pour la pétition « {title} ». Son lien ne fonctionne plus, et son adresse est effacée.',
    'delegates.mail.removed.next': 'Vous pouvez l’ajouter de nouveau sur cette page.',
    'delegates.mail.left.subject': '{name} ne lit plus avec vous : {title}',
    'delegates.mail.left.text':
      'Le {on}, {name} a cessé de lire la pétition « {title} » avec vous. Son lien ne fonctionne plus, et son adresse est effacée.',
    'delegates.mail.left.next': 'Vous pouvez ajouter quelqu’un d’autre sur cette page.',
    'reader-acts.title': 'Qui a fait quoi sur cette page',
    'reader-acts.by': 'par {name}',
    'reader-acts.byYou': 'par vous',
    'reader-acts.byThem': 'par la personne interpellée',
    'reader-acts.seen': 'Remise déclarée vue',
    'reader-acts.acknowledged': 'Accusé de réception',
    'reader-acts.dossier-ordered': 'Dossier demandé',
    'reader-acts.struck': 'Signatures déclarées rayées',
    'reader-acts.download-ended': 'Fin du téléchargement',
    'reader-acts.download-reopened': 'Réouverture du téléchargement',
    'reader-acts.replied': 'Réponse envoyée',
    'reader-acts.rhythm-chosen': 'Autre rythme de messages choisi',
    'reader-acts.link-replaced': 'Fin d’un lien, envoi du suivant',
    'reader-acts.delegate-added': 'Ajout d’un ou d’une collègue',
    'reader-acts.delegate-ended': 'Retrait ou départ d’un ou d’une collègue',
    'campaigners.makers.log.about':
      'Les vingt derniers de chaque. Un nom qui n’est pas celui de la personne interpellée est celui d’un ou d’une collègue qui lit avec elle.',
  },
} as const
