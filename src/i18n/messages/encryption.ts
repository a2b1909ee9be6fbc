/** Downloads that only their recipient can open: the key on the private page, and the mail about each change of it. */
export const encryption = {
  en: {
    'encryption.title': 'Encrypt what you download',
    'encryption.intro':
      'Give a public key of age, and every file with names in it is encrypted to you while it is downloaded: only whoever holds the secret half can open it. It is of use where downloads pass through mailboxes or shared drives.',
    'encryption.label': 'Your age public key',
    'encryption.hint': 'It begins with age1. age-keygen prints it; the secret half stays with you.',
    'encryption.act': 'Encrypt my downloads',
    'encryption.on': 'Files with names are encrypted to this key since {on}:',
    'encryption.how':
      'Their names end in .age. Open one with age and the file that holds your secret key (here key.txt):',
    'encryption.verify': 'What comes out is the ZIP as it was made, with everything to check it by.',
    'encryption.lost': 'Nobody here can open them for you. If the key is lost, remove it and download again.',
    'encryption.replace': 'Another key',
    'encryption.replace.act': 'Use this key from now on',
    'encryption.remove': 'Remove the key',
    'encryption.get': 'What age is, and where to get it:',
    'encryption.new': 'A new key: one line in a terminal. It prints the public half, to paste here.',
    'encryption.fault.missing': 'Paste the public key. It begins with age1.',
    'encryption.fault.secret':
      'This is a secret key, which nobody but you should ever see. It was not kept here, but it has travelled: make a new one with age-keygen, and paste the line that begins with age1.',
    'encryption.fault.several': 'There is more than one key in it. Paste one only.',
    'encryption.fault.other':
      'There is no key of age in it. It begins with age1; keys of SSH or PGP cannot be used here.',
    'encryption.fault.wrong':
      'This key cannot be used: a character is missing or wrong, or it needs a plug-in. Copy the whole line that age-keygen printed.',
    'decision-makers.done.encrypted':
      'From now on your downloads with names are encrypted to this key. We wrote to your address about it.',
    'decision-makers.done.unencrypted':
      'The key is removed: downloads are not encrypted any more. We wrote to your address about it.',
    'encryption.mail.set.subject': 'Your downloads are now encrypted to a key',
    'encryption.mail.set.preview': 'A key was given on your private page.',
    'encryption.mail.set':
      'On {on} a key was given on your private page for “{title}”. From now on only whoever holds its secret half can open the files with names that are downloaded there.',
    'encryption.mail.key': 'Key',
    'encryption.mail.removed.subject': 'Your downloads are no longer encrypted',
    'encryption.mail.removed.preview': 'The key was removed from your private page.',
    'encryption.mail.removed':
      'On {on} the key was removed from your private page for “{title}”. Files with names are downloaded unencrypted from now on; they still ask for a code sent to this address.',
    'encryption.mail.notYou':
      'If it was neither you nor somebody of your office, somebody else has the link to your private page. Put it right there, and tell us.',
    'encryption.mail.why':
      'You get this because the key of your private page was changed. It is sent whatever you chose about our mails.',
  },
  fr: {
    'encryption.title': 'Chiffrer ce que vous téléchargez',
    'encryption.intro':
      'Donnez une clé publique age, et chaque fichier qui contient des noms est chiffré pour vous pendant son téléchargement\u00a0: seule la personne qui détient la moitié secrète peut l’ouvrir. C’est utile quand ces fichiers passent par des messageries ou des disques partagés.',
    'encryption.label': 'Votre clé publique age',
    'encryption.hint':
      'Elle commence par age1. age-keygen l’affiche\u202f; la moitié secrète reste chez vous.',
    'encryption.act': 'Chiffrer mes téléchargements',
    'encryption.on': 'Les fichiers avec des noms sont chiffrés pour cette clé depuis le {on}\u00a0:',
    'encryption.how':
      'Leur nom finit par .age. Ouvrez-les avec age et le fichier où se trouve votre clé secrète (ici key.txt)\u00a0:',
    'encryption.verify': 'Il en sort le ZIP tel qu’il a été fait, avec tout ce qui permet de le vérifier.',
    'encryption.lost':
      'Personne ici ne peut les ouvrir à votre place. Si la clé est perdue, retirez-la et téléchargez de nouveau.',
    'encryption.replace': 'Une autre clé',
    'encryption.replace.act': 'Utiliser cette clé désormais',
    'encryption.remove': 'Retirer la clé',
    'encryption.get': 'Ce qu’est age, et où l’obtenir\u00a0:',
    'encryption.new':
      'Une nouvelle clé\u00a0: une ligne dans un terminal. Elle affiche la moitié publique, à coller ici.',
    'encryption.fault.missing': 'Collez la clé publique. Elle commence par age1.',
    'encryption.fault.secret':
      'C’est une clé secrète, que personne d’autre que vous ne devrait voir. Elle n’a pas été gardée ici, mais elle a voyagé\u00a0: faites-en une nouvelle avec age-keygen, et collez la ligne qui commence par age1.',
    'encryption.fault.several': 'Il y a plus d’une clé. N’en collez qu’une.',
    'encryption.fault.other':
      'Il n’y a là aucune clé age. Elle commence par age1\u202f; les clés SSH ou PGP ne conviennent pas ici.',
    'encryption.fault.wrong':
      'Cette clé ne peut pas servir\u00a0: un caractère manque ou diffère, ou elle demande un module. Copiez toute la ligne affichée par age-keygen.',
    'decision-makers.done.encrypted':
      'Désormais, vos téléchargements avec des noms sont chiffrés pour cette clé. Nous l’avons écrit à votre adresse.',
    'decision-makers.done.unencrypted':
      'La clé est retirée\u00a0: les téléchargements ne sont plus chiffrés. Nous l’avons écrit à votre adresse.',
    'encryption.mail.set.subject': 'Vos téléchargements sont désormais chiffrés pour une clé',
    'encryption.mail.set.preview': 'Une clé a été donnée sur votre page privée.',
    'encryption.mail.set':
      'Le {on}, une clé a été donnée sur votre page privée pour «\u00a0{title}\u00a0». Désormais, seule la personne qui en détient la moitié secrète peut ouvrir les fichiers avec des noms qui y sont téléchargés.',
    'encryption.mail.key': 'Clé',
    'encryption.mail.removed.subject': 'Vos téléchargements ne sont plus chiffrés',
    'encryption.mail.removed.preview': 'La clé a été retirée de votre page privée.',
    'encryption.mail.removed':
      'Le {on}, la clé a été retirée de votre page privée pour «\u00a0{title}\u00a0». Les fichiers avec des noms y sont désormais téléchargés sans chiffrement\u202f; ils demandent toujours un code envoyé à cette adresse.',
    'encryption.mail.notYou':
      'Si ce n’était ni vous ni quelqu’un de votre équipe, quelqu’un d’autre a le lien vers votre page privée. Rectifiez-le sur cette page, et dites-le-nous.',
    'encryption.mail.why':
      'Vous recevez ceci parce que la clé de votre page privée a été changée. Ce message part quels que soient vos choix pour nos autres messages.',
  },
} as const
