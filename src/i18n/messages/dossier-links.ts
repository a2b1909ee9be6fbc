/** The link to a private page: its time, its end and the next one; and what is new since a visit. */
export const dossierLinks = {
  en: {
    'dossier-links.title': 'Your link',
    'dossier-links.until':
      'The link that opened this page works until {on}. After that it leads to a page that sends the next one to your mailbox. A message of ours that leaves shortly before that day carries the next one already.',
    'dossier-links.replace.text':
      'Has somebody got hold of it? End it now. It stops at once, in every browser it opened, and the next one goes to your mailbox and nowhere else.',
    'dossier-links.replace.act': 'End this link and send me the next one',
    'dossier-links.ended.title': 'This link works no more',
    'dossier-links.ended.text':
      'A link to a private page works for twelve months, or until its owner ends it. This one led to the page about “{title}”. The page itself is still there.',
    'dossier-links.ended.where':
      'We can send the current link to the address that the petition was sent to. It is shown to nobody.',
    'dossier-links.ended.whereDelegate':
      'We can send the current link to your own address, with which you were added. It is shown to nobody.',
    'dossier-links.ended.act': 'Send the current link',
    'dossier-links.ended.removed':
      'You no longer read “{title}” with its decision-maker, and your address is erased.',
    'dossier-links.ended.sent': 'A link is on its way to the address that we know.',
    'dossier-links.ended.too-often':
      'Three were sent within an hour. Look for them in that mailbox, or try again later.',
    'dossier-links.brief.title': 'Answer this petition',
    'dossier-links.brief.text':
      'This address stands in the brief about “{title}”, which is for {to}. A brief goes through many hands, so the address opens nothing and lets nobody answer.',
    'dossier-links.brief.where':
      'The link to the private page, where receipt is acknowledged and a reply is written, goes to the mailbox that the petition was sent to. It is shown to nobody here. Colleagues who were added there have a link of their own, in their own mailbox.',
    'dossier-links.brief.act': 'Send the link to that mailbox',
    'dossier-links.brief.sent': 'The link is on its way to that mailbox.',
    'dossier-links.brief.too-often':
      'Three links were sent from here within a day. Look for them in that mailbox, or try again tomorrow.',
    'dossier-links.brief.aside':
      'The brief about “{title}” was for {to}. Nobody is written to there any more about this petition.',
    'dossier-links.mail.subject': 'Your link: {title}',
    'dossier-links.mail.preview': 'It opens your private page.',
    'dossier-links.mail.by.holder':
      'Here is the current link to the private page about “{title}”, as was asked for on that page.',
    'dossier-links.mail.by.brief':
      'Somebody who has the brief about “{title}” in hand asked us to send you the link to your private page. They do not see it. If it was neither you nor a colleague, there is nothing to do: without this message nothing opens.',
    'dossier-links.mail.by.campaigner':
      '{campaigner}, who started the petition “{title}”, asked us to send you the link to your private page again. They do not see it.',
    'dossier-links.mail.by.desk':
      'Here is the current link to your private page about “{title}”. The moderators of this site were asked to send it again.',
    'dossier-links.mail.until':
      'It works until {until}. If an older link of yours was ended, this is the only one that works.',
    'dossier-links.studio.act': 'Send them the link again',
    'dossier-links.studio.text':
      'Is their mail lost? We can send the link to their private page again, to the same address. You do not see it. Once a week at the most.',
    'dossier-links.studio.lately': 'The link was sent again at your word within the last week.',
    'campaigners.done.link-sent': 'The link is on its way to them.',
    'campaigners.done.link-not-sent':
      'Nothing was sent: they had it within the last week, want no messages, or have stepped aside.',
    'dossier-links.desk.act': 'Send the link again',
    'moderation.act.recipient-link-sent': 'Decision-maker’s link sent again',
    'moderation.done.link-sent': 'The link is on its way',
    'moderation.done.link-sentText': 'It goes to the decision-maker’s own address, and is shown to nobody.',
    'moderation.done.link-not-sent': 'Nothing was sent',
    'moderation.done.link-not-sentText':
      'Three links were sent within an hour, or the decision-maker has stepped aside.',
    'changes.title': 'New since your last visit',
    'changes.since': 'Since {on}:',
    'changes.none': 'Nothing has changed since {on}.',
    'changes.first':
      'Once you have done something here, or pressed the button, this place tells what is new at your next visit.',
    'changes.how':
      'Opening this page is not recorded. We take as your last visit the last time you did something here, or pressed this button.',
    'changes.act': 'I have read this',
    'changes.signatures': '{count, plural, one {# new signature} other {# new signatures}}',
    'changes.withdrawn': '{count, plural, one {# signature withdrawn} other {# signatures withdrawn}}',
    'changes.setAside':
      '{count, plural, one {# signature set aside or removed} other {# signatures set aside or removed}}',
    'changes.restored': '{count, plural, one {# signature counted again} other {# signatures counted again}}',
    'changes.reasons': '{count, plural, one {# new reason} other {# new reasons}}',
    'changes.reasonsMore': 'More than {count, number} new reasons',
    'changes.anonymous': 'a signer',
    'changes.text': 'New version of the text: number {version}',
    'changes.update': 'News from the campaigner: {title}',
    'changes.closed': 'The petition has closed',
    'decision-makers.done.read': 'Noted. This page now tells what is new from here on.',
  },
  fr: {
    'dossier-links.title': 'Votre lien',
    'dossier-links.until':
      'Le lien qui a ouvert cette page fonctionne jusqu’au {on}. Ensuite, il mène à une page qui envoie le suivant à votre boîte. Un message de notre part, peu avant ce jour, contient déjà le suivant.',
    'dossier-links.replace.text':
      'Quelqu’un d’autre l’a-t-il obtenu ? Mettez-y fin. Il cesse aussitôt de fonctionner, dans tout navigateur qu’il a ouvert, et le suivant part vers votre boîte et nulle part ailleurs.',
    'dossier-links.replace.act': 'Mettre fin à ce lien et m’envoyer le suivant',
    'dossier-links.ended.title': 'Ce lien ne fonctionne plus',
    'dossier-links.ended.text':
      'Un lien vers une page privée fonctionne douze mois, ou jusqu’à ce que son titulaire y mette fin. Celui-ci menait à la page sur « {title} ». La page, elle, est toujours là.',
    'dossier-links.ended.where':
      'Nous pouvons envoyer le lien actuel à l’adresse à laquelle la pétition est parvenue. Elle n’est montrée à personne.',
    'dossier-links.ended.whereDelegate':
      'Nous pouvons envoyer le lien actuel à votre adresse, celle avec laquelle vous avez été ajouté. Elle n’est montrée à personne.',
    'dossier-links.ended.act': 'Envoyer le lien actuel',
    'dossier-links.ended.removed':
      'Vous ne lisez plus « {title} » avec la personne interpellée, et votre adresse est effacée.',
    'dossier-links.ended.sent': 'Un lien est en route vers l’adresse que nous connaissons.',
    'dossier-links.ended.too-often':
      'Trois liens ont été envoyés en une heure. Cherchez-les dans cette boîte, ou réessayez plus tard.',
    'dossier-links.brief.title': 'Répondre à cette pétition',
    'dossier-links.brief.text':
      'Cette adresse figure dans la note sur «\u00a0{title}\u00a0», destinée à {to}. Une note passe par bien des mains\u00a0: l’adresse n’ouvre donc rien et ne permet à personne de répondre.',
    'dossier-links.brief.where':
      'Le lien vers la page privée, où l’on accuse réception et rédige une réponse, part vers la boîte à laquelle la pétition est parvenue. Il n’est montré à personne ici. Les collègues qui y ont été ajoutés ont leur propre lien, dans leur propre boîte.',
    'dossier-links.brief.act': 'Envoyer le lien à cette boîte',
    'dossier-links.brief.sent': 'Le lien est en route vers cette boîte.',
    'dossier-links.brief.too-often':
      'Trois liens sont partis d’ici en un jour. Cherchez-les dans cette boîte, ou réessayez demain.',
    'dossier-links.brief.aside':
      'La note sur «\u00a0{title}\u00a0» était destinée à {to}. On n’y écrit plus à personne au sujet de cette pétition.',
    'dossier-links.mail.subject': 'Votre lien : {title}',
    'dossier-links.mail.preview': 'Il ouvre votre page privée.',
    'dossier-links.mail.by.holder':
      'Voici le lien actuel vers la page privée sur « {title} », demandé sur cette page.',
    'dossier-links.mail.by.brief':
      'Quelqu’un qui a en main la note sur «\u00a0{title}\u00a0» nous a demandé de vous envoyer le lien de votre page privée. Ce lien ne lui est pas montré. Si ce n’était ni vous ni un collègue, il n’y a rien à faire\u00a0: sans ce message, rien ne s’ouvre.',
    'dossier-links.mail.by.campaigner':
      '{campaigner}, à l’origine de la pétition « {title} », nous a demandé de vous envoyer à nouveau le lien de votre page privée. Ce lien ne lui est pas montré.',
    'dossier-links.mail.by.desk':
      'Voici le lien actuel vers votre page privée sur « {title} ». Il a été demandé à la modération de ce site de vous l’envoyer à nouveau.',
    'dossier-links.mail.until':
      'Il fonctionne jusqu’au {until}. S’il a été mis fin à un lien plus ancien, celui-ci est le seul qui fonctionne.',
    'dossier-links.studio.act': 'Lui envoyer le lien à nouveau',
    'dossier-links.studio.text':
      'Le message s’est-il perdu ? Nous pouvons envoyer à nouveau le lien de la page privée, à la même adresse. Vous ne le voyez pas. Une fois par semaine au plus.',
    'dossier-links.studio.lately': 'Le lien a été envoyé à nouveau, à votre demande, au cours de la semaine.',
    'campaigners.done.link-sent': 'Le lien est en route.',
    'campaigners.done.link-not-sent':
      'Rien n’est parti : le lien a été envoyé cette semaine, aucun message n’est souhaité, ou la personne s’est retirée.',
    'dossier-links.desk.act': 'Envoyer le lien à nouveau',
    'moderation.act.recipient-link-sent': 'Lien renvoyé à un décideur',
    'moderation.done.link-sent': 'Le lien est en route',
    'moderation.done.link-sentText': 'Il part vers l’adresse du décideur, et n’est montré à personne.',
    'moderation.done.link-not-sent': 'Rien n’est parti',
    'moderation.done.link-not-sentText':
      'Trois liens ont été envoyés en une heure, ou le décideur s’est retiré.',
    'changes.title': 'Du nouveau depuis votre dernière visite',
    'changes.since': 'Depuis le {on} :',
    'changes.none': 'Rien n’a changé depuis le {on}.',
    'changes.first':
      'Dès que vous aurez agi ici, ou pressé le bouton, cet endroit dira à votre prochaine visite ce qui est nouveau.',
    'changes.how':
      'Ouvrir cette page n’est pas enregistré. Votre dernière visite est la dernière fois que vous avez agi ici, ou pressé ce bouton.',
    'changes.act': 'J’ai lu ceci',
    'changes.signatures': '{count, plural, one {# nouvelle signature} other {# nouvelles signatures}}',
    'changes.withdrawn': '{count, plural, one {# signature retirée} other {# signatures retirées}}',
    'changes.setAside':
      '{count, plural, one {# signature mise de côté ou supprimée} other {# signatures mises de côté ou supprimées}}',
    'changes.restored':
      '{count, plural, one {# signature comptée à nouveau} other {# signatures comptées à nouveau}}',
    'changes.reasons': '{count, plural, one {# nouvelle raison} other {# nouvelles raisons}}',
    'changes.reasonsMore': 'Plus de {count, number} nouvelles raisons',
    'changes.anonymous': 'un ou une signataire',
    'changes.text': 'Nouvelle version du texte : numéro {version}',
    'changes.update': 'Des nouvelles de l’auteur de la pétition : {title}',
    'changes.closed': 'La pétition est close',
    'decision-makers.done.read': 'C’est noté. Cette page dira désormais ce qui est nouveau à partir d’ici.',
  },
} as const
