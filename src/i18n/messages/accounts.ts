/** Signing in and out, without a password. */
export const accounts = {
  en: {
    'accounts.signIn.title': 'Sign in',
    'accounts.signIn.intro':
      'There is no password. We send a link to your email address; it opens your petitions on this device.',
    'accounts.email.label': 'Email address',
    'accounts.email.hint': 'The one with which you launched a petition.',
    'accounts.email.missing': 'Write your email address',
    'accounts.email.wrong': 'Write a complete email address, such as name@example.org',
    'accounts.signIn.button': 'Send me the link',
    'accounts.sent.title': 'Look in your inbox',
    'accounts.sent.body':
      'If this address has an account here, a link is on its way to it. It works once, for {minutes, number} minutes.',
    'accounts.sent.wait':
      'Nothing after a few minutes? Look among the unwanted mails, then ask for another link.',
    'accounts.sent.again': 'Ask for another link',
    'accounts.sent.launch': 'No account yet? It is made when you launch your first petition.',
    'accounts.sent.launchLink': 'Start a petition',
    'accounts.open.title': 'Sign in on this device?',
    'accounts.open.body':
      'You stay signed in for 30 days, or until you sign out. On a shared computer, sign out when you leave.',
    'accounts.open.bodyDesk':
      'At the desk you stay signed in for a week at most, and for 12 hours without doing anything. On a shared computer, sign out when you leave.',
    'accounts.open.button': 'Sign in',
    'accounts.over.title': 'This link no longer works',
    'accounts.over.body':
      'A sign-in link works once, for {minutes, number} minutes. Ask for a new one: it arrives within seconds.',
    'accounts.browser.both': '{family} on {system}',
    'accounts.browser.family': '{family}',
    'accounts.browser.system': 'A browser on {system}',
    'accounts.browser.unknown': 'A browser',
    'accounts.sessions.title': 'Where you are signed in',
    'accounts.sessions.intro':
      'Is there one you do not know, or a computer you no longer use? End it: it is over at once. Only the kind of browser is kept, and the day of the last visit.',
    'accounts.sessions.this': 'This browser',
    'accounts.sessions.since': 'since {on}',
    'accounts.sessions.lastUsed': 'last used on {on}',
    'accounts.sessions.end': 'End',
    'accounts.sessions.endThis': 'Sign out',
    'accounts.sessions.endOthers': 'End all the others',
    'accounts.sessions.done': 'Ended. Whoever uses that browser has to sign in again.',
    'accounts.sessions.passkeys': 'Passkeys',
    'accounts.mail.subject': 'Your sign-in link',
    'accounts.mail.preview': 'It works once, for {minutes, number} minutes.',
    'accounts.mail.intro': 'Follow this link, then press the button on the page: you are signed in.',
    'accounts.mail.button': 'Sign in',
    'accounts.mail.limits': 'The link works once, for {minutes, number} minutes.',
    'accounts.mail.notYou':
      'You did not ask for it? Do nothing: without this mail nobody can sign in for you.',
    'accounts.mail.why': 'You get this mail because somebody asked to sign in with this address.',
  },
  fr: {
    'accounts.signIn.title': 'Se connecter',
    'accounts.signIn.intro':
      'Pas de mot de passe ici. Nous envoyons un lien à votre adresse e-mail ; il ouvre vos pétitions sur cet appareil.',
    'accounts.email.label': 'Adresse e-mail',
    'accounts.email.hint': 'Celle avec laquelle vous avez lancé une pétition.',
    'accounts.email.missing': 'Écrivez votre adresse e-mail',
    'accounts.email.wrong': 'Écrivez une adresse complète, par exemple nom@exemple.org',
    'accounts.signIn.button': 'Recevoir le lien',
    'accounts.sent.title': 'Regardez vos e-mails',
    'accounts.sent.body':
      'Si un compte existe à cette adresse, un lien vient d’y partir. Il fonctionne une fois, pendant {minutes, number} minutes.',
    'accounts.sent.wait':
      'Rien après quelques minutes ? Regardez parmi les indésirables, puis demandez un autre lien.',
    'accounts.sent.again': 'Demander un autre lien',
    'accounts.sent.launch': 'Pas encore de compte ? Il se crée quand vous lancez votre première pétition.',
    'accounts.sent.launchLink': 'Lancer une pétition',
    'accounts.open.title': 'Se connecter sur cet appareil ?',
    'accounts.open.body':
      'La session reste ouverte 30 jours, ou jusqu’à la déconnexion. Sur un ordinateur partagé, déconnectez-vous en partant.',
    'accounts.open.bodyDesk':
      'À la modération, la session reste ouverte une semaine au plus, et 12 heures sans activité. Sur un ordinateur partagé, déconnectez-vous en partant.',
    'accounts.open.button': 'Je me connecte',
    'accounts.over.title': 'Ce lien ne fonctionne plus',
    'accounts.over.body':
      'Un lien de connexion sert une fois, pendant {minutes, number} minutes. Demandez-en un nouveau : il arrive en quelques secondes.',
    'accounts.browser.both': '{family} sur {system}',
    'accounts.browser.family': '{family}',
    'accounts.browser.system': 'Un navigateur sur {system}',
    'accounts.browser.unknown': 'Un navigateur',
    'accounts.sessions.title': 'Vos sessions ouvertes',
    'accounts.sessions.intro':
      'L’une d’elles vous est inconnue, ou ouverte sur un ordinateur que vous n’utilisez plus ? Fermez-la : elle cesse aussitôt. Seuls le type de navigateur et le jour du dernier passage sont conservés.',
    'accounts.sessions.this': 'Ce navigateur',
    'accounts.sessions.since': 'depuis le {on}',
    'accounts.sessions.lastUsed': 'dernier passage le {on}',
    'accounts.sessions.end': 'Fermer',
    'accounts.sessions.endThis': 'Me déconnecter',
    'accounts.sessions.endOthers': 'Fermer toutes les autres',
    'accounts.sessions.done': 'C’est fermé. Sur ce navigateur, il faudra se reconnecter.',
    'accounts.sessions.passkeys': 'Clés d’accès',
    'accounts.mail.subject': 'Votre lien de connexion',
    'accounts.mail.preview': 'Il fonctionne une fois, pendant {minutes, number} minutes.',
    'accounts.mail.intro': 'Suivez ce lien, puis appuyez sur le bouton de la page : la session s’ouvre.',
    'accounts.mail.button': 'Me connecter',
    'accounts.mail.limits': 'Le lien fonctionne une fois, pendant {minutes, number} minutes.',
    'accounts.mail.notYou':
      'Vous n’avez rien demandé ? Ne faites rien : sans cet e-mail, personne ne peut se connecter à votre place.',
    'accounts.mail.why': 'Vous recevez cet e-mail car quelqu’un a demandé à se connecter avec cette adresse.',
  },
} as const
