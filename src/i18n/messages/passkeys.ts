/** The second step of signing in. */
export const passkeys = {
  en: {
    'passkeys.title': 'Passkeys',
    'passkeys.what':
      'A passkey is kept by your phone, your computer or a security key, which asks for your finger, your face or its PIN. With it, reading your mail is not enough to sign in as you.',
    'passkeys.none': 'You have none: the link by mail alone signs you in.',
    'passkeys.unavailable':
      'This site is reached by an address for which browsers keep no passkeys: it needs a name and https.',
    'passkeys.since': 'since {on}',
    'passkeys.lastUsed': 'last used on {on}',
    'passkeys.one': 'One alone gets lost. Add a second one, on another device, as a spare.',
    'passkeys.oneRequired':
      'One alone gets lost, and then only an administrator can let you in again. Add a second one, on another device, as a spare.',
    'passkeys.add': 'Add a passkey',
    'passkeys.addAnother': 'Add another passkey',
    'passkeys.goOn': 'Go on',
    'passkeys.remove': 'Remove',
    'passkeys.offer': 'Whoever reads your mail can sign in as you. With a passkey they cannot.',
    'passkeys.done.added': 'The passkey is yours. From now on you are asked for it after the link.',
    'passkeys.done.removed': 'The passkey is removed, and your other sessions are ended.',
    'passkeys.signOut': 'Sign out',
    'passkeys.refused': 'That did not fit',
    'passkeys.prove.title': 'Show your passkey',
    'passkeys.prove.intro':
      'The link has shown that you read your mail. Now use the passkey that you have registered here.',
    'passkeys.prove.button': 'Use my passkey',
    'passkeys.prove.refused':
      'This passkey is not one that you have registered here, or it took longer than five minutes. Try again.',
    'passkeys.lost': 'You do not have it any more?',
    'passkeys.lost.desk':
      'Use another one of yours. Failing that, an administrator resets your passkeys on the page of the desk’s people; if there is no other administrator, the operator does, on the server.',
    'passkeys.lost.campaigner':
      'Use another one of yours. Failing that, write to the people who run this site: they can reset your passkeys.',
    'passkeys.new.title': 'Add a passkey',
    'passkeys.new.required': 'The desk opens only to those who have a passkey. Register yours now.',
    'passkeys.new.spare': 'Take another device than for the one you have: a phone, a security key.',
    'passkeys.new.button': 'Register the passkey',
    'passkeys.new.refused':
      'It was not kept: your device did not check that it is you, it is registered already, or it took longer than five minutes. Try again.',
    'passkeys.name': 'What you call it',
    'passkeys.name.hint': 'To know it again, such as “my phone” or “blue key”.',
    'passkeys.removal.title': 'Remove “{name}”?',
    'passkeys.removal.text':
      'It signs nobody in any more, and your other sessions end. What is kept on the device can be deleted there.',
    'passkeys.removal.last':
      'It is your only one, and the desk opens only to those who have one. Add another one first.',
    'passkeys.removal.button': 'Remove it',
    'passkeys.removal.keep': 'Keep it',
    'passkeys.noscript': 'This step needs JavaScript',
    'passkeys.noscript.text':
      'Only a script can ask a browser for a passkey: there is no other way. Allow scripts for this page, and load it again. It runs two files of this site and nothing else.',
    'passkeys.problem.unsupported': 'This browser has no passkeys. Open the page in another one.',
    'passkeys.problem.cancelled': 'Nothing was shown: it was cancelled, or took too long. Try again.',
    'passkeys.problem.known': 'This device has a passkey for you already. Take another one.',
    'passkeys.problem.place':
      'The browser keeps passkeys for another address of this site. Open the page at the address that stands in our mails.',
    'passkeys.problem.over': 'Your sign-in is over. Load this page again.',
    'passkeys.problem.failed': 'The browser could not do it. Try again, or with another device.',
    'passkeys.mail.preview': 'On {at}.',
    'passkeys.mail.added.subject': 'A passkey was added to your account at {site}',
    'passkeys.mail.added':
      'On {at} a passkey was added to your account at {site}. You are asked for one after the link.',
    'passkeys.mail.removed.subject': 'A passkey was removed from your account at {site}',
    'passkeys.mail.removed':
      'On {at} a passkey was removed from your account at {site}. Your other sessions were ended.',
    'passkeys.mail.reset.subject': 'Your passkeys at {site} were reset',
    'passkeys.mail.reset':
      'On {at} your passkeys at {site} were removed, because they were said to be lost, and you were signed out everywhere. Sign in by a link, and register a new one.',
    'passkeys.mail.page': 'Your passkeys',
    'passkeys.mail.signIn': 'Sign in',
    'passkeys.mail.notYou': 'You know nothing of this? Tell the people who run the site at once.',
    'passkeys.mail.why': 'You get this mail because it is about the safety of your account.',
  },
  fr: {
    'passkeys.title': 'Clés d’accès',
    'passkeys.what':
      'Une clé d’accès est gardée par votre téléphone, votre ordinateur ou une clé de sécurité, qui demande votre doigt, votre visage ou son code. Avec elle, lire vos e-mails ne suffit plus pour se connecter à votre place.',
    'passkeys.none': 'Vous n’en avez pas : le lien reçu par e-mail suffit à vous connecter.',
    'passkeys.unavailable':
      'Ce site est ouvert à une adresse pour laquelle les navigateurs ne gardent pas de clés d’accès : il faut un nom et https.',
    'passkeys.since': 'depuis le {on}',
    'passkeys.lastUsed': 'dernier usage le {on}',
    'passkeys.one': 'Une seule clé se perd. Ajoutez-en une deuxième, sur un autre appareil, en réserve.',
    'passkeys.oneRequired':
      'Une seule clé se perd, et seule l’administration pourrait alors vous rouvrir la porte. Ajoutez-en une deuxième, sur un autre appareil, en réserve.',
    'passkeys.add': 'Ajouter une clé d’accès',
    'passkeys.addAnother': 'Ajouter une autre clé d’accès',
    'passkeys.goOn': 'Continuer',
    'passkeys.remove': 'Retirer',
    'passkeys.offer':
      'Qui lit vos e-mails peut se connecter à votre place. Avec une clé d’accès, ce n’est plus possible.',
    'passkeys.done.added': 'La clé d’accès est enregistrée. Désormais, elle vous est demandée après le lien.',
    'passkeys.done.removed': 'La clé d’accès est retirée, et vos autres sessions sont fermées.',
    'passkeys.signOut': 'Me déconnecter',
    'passkeys.refused': 'Cela ne correspond pas',
    'passkeys.prove.title': 'Présentez votre clé d’accès',
    'passkeys.prove.intro':
      'Le lien a montré que vous lisez vos e-mails. Utilisez maintenant la clé d’accès que vous avez enregistrée ici.',
    'passkeys.prove.button': 'Utiliser ma clé d’accès',
    'passkeys.prove.refused':
      'Cette clé n’est pas de celles que vous avez enregistrées ici, ou plus de cinq minutes ont passé. Réessayez.',
    'passkeys.lost': 'Vous ne l’avez plus ?',
    'passkeys.lost.desk':
      'Utilisez une autre de vos clés. À défaut, l’administration réinitialise vos clés sur la page de l’équipe ; s’il n’y a personne d’autre, c’est à faire sur le serveur.',
    'passkeys.lost.campaigner':
      'Utilisez une autre de vos clés. À défaut, écrivez aux personnes qui tiennent ce site : elles peuvent réinitialiser vos clés.',
    'passkeys.new.title': 'Ajouter une clé d’accès',
    'passkeys.new.required':
      'La modération ne s’ouvre qu’avec une clé d’accès. Enregistrez la vôtre maintenant.',
    'passkeys.new.spare':
      'Prenez un autre appareil que pour celle que vous avez : un téléphone, une clé de sécurité.',
    'passkeys.new.button': 'Enregistrer la clé d’accès',
    'passkeys.new.refused':
      'La clé n’a pas été gardée : votre appareil n’a pas vérifié que c’est bien vous, elle est déjà enregistrée, ou plus de cinq minutes ont passé. Réessayez.',
    'passkeys.name': 'Comment vous l’appelez',
    'passkeys.name.hint': 'Pour la reconnaître, par exemple « mon téléphone » ou « clé bleue ».',
    'passkeys.removal.title': 'Retirer « {name} » ?',
    'passkeys.removal.text':
      'Elle ne connectera plus personne, et vos autres sessions se fermeront. Ce que l’appareil garde peut y être supprimé.',
    'passkeys.removal.last':
      'C’est votre seule clé, et la modération ne s’ouvre qu’avec une clé. Ajoutez-en d’abord une autre.',
    'passkeys.removal.button': 'La retirer',
    'passkeys.removal.keep': 'La garder',
    'passkeys.noscript': 'Cette étape demande JavaScript',
    'passkeys.noscript.text':
      'Seul un script peut demander une clé d’accès à un navigateur : il n’y a pas d’autre moyen. Autorisez les scripts pour cette page, puis rechargez-la. Elle exécute deux fichiers de ce site et rien d’autre.',
    'passkeys.problem.unsupported':
      'Ce navigateur ne connaît pas les clés d’accès. Ouvrez la page dans un autre.',
    'passkeys.problem.cancelled':
      'Aucune clé n’a été présentée : annulation, ou trop de temps écoulé. Réessayez.',
    'passkeys.problem.known': 'Cet appareil a déjà une clé d’accès à vous. Prenez-en un autre.',
    'passkeys.problem.place':
      'Le navigateur garde les clés d’accès pour une autre adresse de ce site. Ouvrez la page à l’adresse qui figure dans nos e-mails.',
    'passkeys.problem.over': 'Votre connexion a pris fin. Rechargez cette page.',
    'passkeys.problem.failed': 'Le navigateur n’y est pas parvenu. Réessayez, ou avec un autre appareil.',
    'passkeys.mail.preview': 'Le {at}.',
    'passkeys.mail.added.subject': 'Une clé d’accès a été ajoutée à votre compte sur {site}',
    'passkeys.mail.added':
      'Le {at}, une clé d’accès a été ajoutée à votre compte sur {site}. Elle vous est demandée après le lien.',
    'passkeys.mail.removed.subject': 'Une clé d’accès a été retirée de votre compte sur {site}',
    'passkeys.mail.removed':
      'Le {at}, une clé d’accès a été retirée de votre compte sur {site}. Vos autres sessions ont été fermées.',
    'passkeys.mail.reset.subject': 'Vos clés d’accès sur {site} ont été réinitialisées',
    'passkeys.mail.reset':
      'Le {at}, vos clés d’accès sur {site} ont été retirées, car on les a dites perdues, et toutes vos sessions ont été fermées. Connectez-vous par un lien, et enregistrez une nouvelle clé.',
    'passkeys.mail.page': 'Vos clés d’accès',
    'passkeys.mail.signIn': 'Me connecter',
    'passkeys.mail.notYou':
      'Cela ne vient pas de vous ? Prévenez aussitôt les personnes qui tiennent le site.',
    'passkeys.mail.why': 'Vous recevez cet e-mail car il concerne la sécurité de votre compte.',
  },
} as const
