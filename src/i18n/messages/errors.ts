export const errors = {
  en: {
    'error.400.title': 'We could not read that request',
    'error.400.body': 'The address or the form arrived damaged. Go back and try again.',
    'error.403.title': 'That form came from another site',
    'error.403.body':
      'To protect you, we only accept forms sent from our own pages. Open the page here and send it again.',
    'error.404.title': 'There is nothing at this address',
    'error.404.body':
      'The link may be cut short, or the page may have moved. You can search the petitions instead.',
    'error.405.title': 'This page cannot do that',
    'error.405.body': 'Go back and use the buttons of the page.',
    'error.410.title': 'This petition is no longer shown',
    'error.410.body': 'A moderator has hidden it. Here is why.',
    'error.413.title': 'That is too much at once',
    'error.413.body':
      'What you sent is larger than we accept. Shorten the text or choose a smaller picture, then send it again.',
    'error.415.title': 'We cannot read that kind of content',
    'error.415.body': 'Use the form on the page to send it.',
    'error.422.title': 'Something needs to be corrected',
    'error.422.body': 'Go back and check the form.',
    'error.429.title': 'A moment, please',
    'error.429.body':
      '{unit, select, none {Too many requests came from your network, or for this address. Wait a little, then try again.} other {Too many requests came from your network, or for this address. Go back, where what you typed is kept, and press the button again {unit, select, minutes {in {minutes, number} minutes} other {{seconds, plural, one {in one second} other {in # seconds}}}}.}}',
    'error.429.again':
      'Too many requests came from your network, or for this address. What you typed is kept on this page: {unit, select, none {wait a little, then press the button again.} other {press the button again {unit, select, minutes {in {minutes, number} minutes} other {{seconds, plural, one {in one second} other {in # seconds}}}}.}}',
    'error.429.reload':
      'Too many requests came from your network. {unit, select, none {Wait a little, then load the page again.} other {Load the page again {unit, select, minutes {in {minutes, number} minutes} other {{seconds, plural, one {in one second} other {in # seconds}}}}.}}',
    'error.500.title': 'Our mistake',
    'error.500.body':
      'The page could not be made. It has been written down for the people who run this site. What you had already confirmed is safe; try again in a minute.',
    'error.503.title': 'Back in a moment',
    'error.503.body':
      'Our database does not answer just now. What was recorded is safe. Go back and try again in a few seconds.',
    'error.503.again':
      'Our database does not answer just now. What was recorded is safe, and what you typed is kept on this page: press the button again in a few seconds.',
    'error.503.reload':
      'Our database does not answer just now. What was recorded is safe. Load the page again in a few seconds.',
    'error.again': 'Send it again',
    'error.home': 'Go to the home page',
    'error.reload': 'Load the page again',
    'error.search': 'Search the petitions',
    'error.reason': 'Reason',
  },
  fr: {
    'error.400.title': 'Nous n’avons pas pu lire cette demande',
    'error.400.body': 'L’adresse ou le formulaire nous est parvenu abîmé. Revenez en arrière et réessayez.',
    'error.403.title': 'Ce formulaire vient d’un autre site',
    'error.403.body':
      'Pour vous protéger, nous n’acceptons que les formulaires envoyés depuis nos pages. Ouvrez la page ici et recommencez.',
    'error.404.title': 'Il n’y a rien à cette adresse',
    'error.404.body':
      'Le lien est peut-être coupé, ou la page a changé de place. Vous pouvez chercher parmi les pétitions.',
    'error.405.title': 'Cette page ne sait pas faire cela',
    'error.405.body': 'Revenez en arrière et utilisez les boutons de la page.',
    'error.410.title': 'Cette pétition n’est plus affichée',
    'error.410.body': 'Un modérateur l’a masquée. Voici pourquoi.',
    'error.413.title': 'C’est trop à la fois',
    'error.413.body':
      'Votre envoi dépasse la taille acceptée. Raccourcissez le texte ou choisissez une image plus légère, puis recommencez.',
    'error.415.title': 'Nous ne savons pas lire ce type de contenu',
    'error.415.body': 'Utilisez le formulaire de la page pour l’envoyer.',
    'error.422.title': 'Quelque chose est à corriger',
    'error.422.body': 'Revenez en arrière et vérifiez le formulaire.',
    'error.429.title': 'Un instant, s’il vous plaît',
    'error.429.body':
      '{unit, select, none {Trop de demandes sont venues de votre réseau, ou pour cette adresse. Attendez un peu, puis réessayez.} other {Trop de demandes sont venues de votre réseau, ou pour cette adresse. Revenez en arrière, où ce que vous avez écrit est gardé, et appuyez de nouveau sur le bouton {unit, select, minutes {dans {minutes, number} minutes} other {{seconds, plural, one {dans # seconde} other {dans # secondes}}}}.}}',
    'error.429.again':
      'Trop de demandes sont venues de votre réseau, ou pour cette adresse. Ce que vous avez écrit est gardé sur cette page : {unit, select, none {attendez un peu, puis appuyez de nouveau sur le bouton.} other {appuyez de nouveau sur le bouton {unit, select, minutes {dans {minutes, number} minutes} other {{seconds, plural, one {dans # seconde} other {dans # secondes}}}}.}}',
    'error.429.reload':
      'Trop de demandes sont venues de votre réseau. {unit, select, none {Attendez un peu, puis rechargez la page.} other {Rechargez la page {unit, select, minutes {dans {minutes, number} minutes} other {{seconds, plural, one {dans # seconde} other {dans # secondes}}}}.}}',
    'error.500.title': 'Une erreur de notre part',
    'error.500.body':
      'La page n’a pas pu être préparée. Les personnes qui tiennent ce site en sont averties. Ce que vous aviez confirmé est en sûreté ; réessayez dans une minute.',
    'error.503.title': 'De retour dans un instant',
    'error.503.body':
      'Notre base de données ne répond pas en ce moment. Ce qui était enregistré est en sûreté. Revenez en arrière et réessayez dans quelques secondes.',
    'error.503.again':
      'Notre base de données ne répond pas en ce moment. Ce qui était enregistré est en sûreté, et ce que vous avez écrit est gardé sur cette page : appuyez de nouveau sur le bouton dans quelques secondes.',
    'error.503.reload':
      'Notre base de données ne répond pas en ce moment. Ce qui était enregistré est en sûreté. Rechargez la page dans quelques secondes.',
    'error.again': 'Envoyer de nouveau',
    'error.home': 'Aller à l’accueil',
    'error.reload': 'Recharger la page',
    'error.search': 'Chercher une pétition',
    'error.reason': 'Motif',
  },
} as const
