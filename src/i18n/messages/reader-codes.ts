/** The code that opens files with names, and the log of downloads. */
export const readerCodes = {
  en: {
    'decision-makers.code.title': 'A code for files with names',
    'decision-makers.code.why':
      'Figures, the brief and your answer need the link alone. A list of names needs more: a code that we send to the mailbox this petition was sent to. The browser that shows it may download for twelve hours.',
    'decision-makers.code.send': 'Send me a code',
    'decision-makers.code.again': 'Send another code',
    'decision-makers.code.whyDelegate':
      'The figures and the brief need the link alone. A list of names needs more: a code that we send to your own mailbox, with which you were added. The browser that shows it may download for twelve hours.',
    'decision-makers.code.sentDelegate':
      'A code is on its way to your own mailbox. It works for {minutes, plural, one {# minute} other {# minutes}}.',
    'decision-makers.code.sent':
      'A code is on its way to the mailbox this petition was sent to. It works for {minutes, plural, one {# minute} other {# minutes}}.',
    'decision-makers.code.label': 'Code',
    'decision-makers.code.hint': 'Eight digits, from our mail.',
    'decision-makers.code.act': 'Open the files',
    'decision-makers.code.wrong':
      'This is not the code, or it works no more. A code works once, for {minutes, plural, one {# minute} other {# minutes}}, and bears five tries. You can ask for another.',
    'decision-makers.code.tooOften':
      'Five codes were sent within an hour. Wait a little; the last of them may still work.',
    'decision-makers.code.back': 'Back to my page',
    'decision-makers.code.needed':
      'The brief opens at once. Files with names ask for a code from your mailbox.',
    'decision-makers.code.link': 'Get the code',
    'decision-makers.code.isOpen': 'This browser may download files with names, for up to twelve hours.',
    'decision-makers.done.unlocked': 'Right. This browser may now download files with names.',
    'decision-makers.code.mail.subject': 'Your code: {code}',
    'decision-makers.code.mail.preview': 'It opens files with names for twelve hours.',
    'decision-makers.code.mail.code':
      'Type it on your private page for the petition “{title}”. It works once, for {minutes, plural, one {# minute} other {# minutes}}.',
    'decision-makers.code.mail.notYou':
      'You did not ask for it? Then somebody else has the link to your page. Without this code they see no name; nothing is left to do.',
    'decision-makers.code.mail.why':
      'You get this mail because somebody asked for a code on your private page.',
    'decision-makers.downloads.title': 'What was downloaded',
    'decision-makers.downloads.about':
      'The campaigner sees the same list. A browser that stops and starts again counts twice.',
    'campaigners.makers.downloads': 'Downloads',
    'campaigners.makers.downloads.count': '{count, plural, one {# file} other {# files}}, the last on {on}',
  },
  fr: {
    'decision-makers.code.title': 'Un code pour les fichiers nominatifs',
    'decision-makers.code.why':
      'Les chiffres, la note et votre réponse ne demandent que le lien. Une liste de noms demande davantage : un code envoyé à la boîte à laquelle cette pétition est parvenue. Le navigateur qui le présente peut télécharger pendant douze heures.',
    'decision-makers.code.send': 'M’envoyer un code',
    'decision-makers.code.again': 'Envoyer un autre code',
    'decision-makers.code.whyDelegate':
      'Les chiffres et la note ne demandent que le lien. Une liste de noms demande davantage : un code envoyé à votre propre boîte, celle avec laquelle vous avez été ajouté. Le navigateur qui le présente peut télécharger pendant douze heures.',
    'decision-makers.code.sentDelegate':
      'Un code est en route vers votre propre boîte. Il est valable {minutes, plural, one {# minute} other {# minutes}}.',
    'decision-makers.code.sent':
      'Un code est en route vers la boîte à laquelle cette pétition est parvenue. Il est valable {minutes, plural, one {# minute} other {# minutes}}.',
    'decision-makers.code.label': 'Code',
    'decision-makers.code.hint': 'Huit chiffres, dans notre message.',
    'decision-makers.code.act': 'Ouvrir les fichiers',
    'decision-makers.code.wrong':
      'Ce n’est pas le code, ou il ne vaut plus. Un code sert une fois, pendant {minutes, plural, one {# minute} other {# minutes}}, et supporte cinq essais. Vous pouvez en demander un autre.',
    'decision-makers.code.tooOften':
      'Cinq codes ont été envoyés en une heure. Patientez un peu ; le dernier vaut peut-être encore.',
    'decision-makers.code.back': 'Revenir à ma page',
    'decision-makers.code.needed':
      'La note s’ouvre tout de suite. Les fichiers nominatifs demandent un code, envoyé à votre boîte.',
    'decision-makers.code.link': 'Obtenir le code',
    'decision-makers.code.isOpen':
      'Ce navigateur peut télécharger les fichiers nominatifs, pendant douze heures au plus.',
    'decision-makers.done.unlocked': 'C’est bon. Ce navigateur peut télécharger les fichiers nominatifs.',
    'decision-makers.code.mail.subject': 'Votre code : {code}',
    'decision-makers.code.mail.preview': 'Il ouvre les fichiers nominatifs pendant douze heures.',
    'decision-makers.code.mail.code':
      'Saisissez-le sur votre page privée pour la pétition « {title} ». Il sert une fois, pendant {minutes, plural, one {# minute} other {# minutes}}.',
    'decision-makers.code.mail.notYou':
      'Vous n’avez rien demandé ? Quelqu’un d’autre a donc le lien de votre page. Sans ce code, il ne voit aucun nom ; vous n’avez rien à faire.',
    'decision-makers.code.mail.why':
      'Vous recevez ce message parce qu’un code a été demandé sur votre page privée.',
    'decision-makers.downloads.title': 'Ce qui a été téléchargé',
    'decision-makers.downloads.about':
      'L’auteur de la pétition voit la même liste. Un navigateur qui s’interrompt et reprend compte deux fois.',
    'campaigners.makers.downloads': 'Téléchargements',
    'campaigners.makers.downloads.count':
      '{count, plural, one {# fichier} other {# fichiers}}, le dernier le {on}',
  },
} as const
