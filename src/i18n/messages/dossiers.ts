/** Dossiers: the page that offers them, and the brief itself. */
export const dossiers = {
  en: {
    'dossiers.title': 'The dossier',
    'dossiers.intro':
      'A brief of a few pages to read or hand on (PDF); the list of confirmed signatures (CSV, JSON): name, locality, postcode, country, territory, date, how each was verified, and the reason if one was written; the text in each of its versions; and what it takes to check all of it without us. Signers were told that you receive these. The list tells political opinions: keep it as such data must be kept, and use it for this petition only.',
    'dossiers.name': 'Dossier of {on}',
    'dossiers.ready': '{confirmed, plural, one {# confirmed signature} other {# confirmed signatures}}',
    'dossiers.due':
      '{confirmed, plural, =0 {Waiting to be made.} other {Being made: {step}, {written, number} of {confirmed, number}.}}',
    'dossiers.gathering': 'gathering the signatures',
    'dossiers.failed': 'It could not be made. The people who run this site can see it; order another one.',
    'dossiers.making': 'A dossier is being made. Reload this page in a moment to download it.',
    'dossiers.order': 'Make a dossier',
    'dossiers.orderAgain': 'Make a new one with today’s figures',
    'dossiers.download.all': 'Everything in one file (ZIP)',
    'dossiers.files': 'Each file by itself',
    'dossiers.download.brief.pdf': 'The brief (PDF)',
    'dossiers.download.signatures.csv': 'The signatures (CSV)',
    'dossiers.size': '{kilobytes, number} kB',
    'dossiers.brief.kind': 'A petition to {to}',
    'dossiers.brief.subject': 'Brief for the person whom the petition asks',
    'dossiers.brief.counted':
      '{confirmed, plural, one {confirmed signature on {on}} other {confirmed signatures on {on}}}',
    'dossiers.brief.list': 'The list that comes with this brief has exactly as many lines.',
    'dossiers.brief.reasons': 'Some of the reasons that signers made public',
    'dossiers.brief.othersTerritories':
      '{count, plural, one {# other territory} other {# other territories}}',
    'dossiers.brief.reply': 'How to answer',
    'dossiers.brief.replyText':
      'Your private page needs no account: acknowledge receipt, publish a reply beside the petition, choose how often we write, or object. The link is yours alone: whoever has it can answer in your name. Remove this section before you hand the brief on.',
    'dossiers.brief.page': '{page, number} of {pages, number}',
    'dossiers.brief.qr': 'QR code that opens your private page',
    'dossiers.brief.chart': 'Line of confirmed signatures, rising to {total, number}',
    'dossiers.texts.version': 'Version {version, number}, open for signing from {on}',
    'dossiers.texts.signed':
      '{signed, plural, one {# confirmed signature} other {# confirmed signatures}} in this dossier',
    'dossiers.texts.sum': 'SHA-256 of {file}: {sum}',
    'dossiers.verify': `How to check this dossier
=========================

It needs nothing of ours: two programs that Linux and macOS have, and that Git for Windows brings.
Unpack the ZIP, open a terminal in its folder, and type the lines that begin with $.

1. Are all files those that were made?

   $ {sums}

   Each line must end with OK.

2. Is that list of sums the one that was signed?

   $ {pin}

   The same sum must stand in manifest.json, beside "SHA256SUMS".

3. Was the manifest signed by the site?

   $ {signature}

   It must say: Signature Verified Successfully

   key.pem came in the same ZIP, so compare it with the key that the site publishes:
   {keys}

What this shows: the files are complete and unchanged since this site made them, and the numbers are those that
it vouches for. What it does not show: that every signer is who they say they are. The signatures are
confirmed by email, no more; the brief says how many at which level.

log-leaves.bin holds the tally log of that moment (32 bytes a leaf) and removals.csv what was taken out of it.
Their roots, worked out as RFC 9162 says, must be those of manifest.json, which anyone can compare with the signed
heads that the petition's page publishes.
`,
  },
  fr: {
    'dossiers.title': 'Le dossier',
    'dossiers.intro':
      'Une note de quelques pages à lire ou à transmettre (PDF)\u202f; la liste des signatures confirmées (CSV, JSON)\u00a0: nom, localité, code postal, pays, territoire, date, type de vérification, et la raison si elle a été écrite\u202f; le texte dans chacune de ses versions\u202f; et de quoi tout vérifier sans nous. Les signataires savent que vous la recevez. Cette liste révèle des opinions politiques : conservez-la comme de telles données l’exigent, et ne l’utilisez que pour cette pétition.',
    'dossiers.name': 'Dossier du {on}',
    'dossiers.ready': '{confirmed, plural, one {# signature confirmée} other {# signatures confirmées}}',
    'dossiers.due':
      '{confirmed, plural, =0 {En attente de préparation.} other {En préparation\u00a0: {step}, {written, number} sur {confirmed, number}.}}',
    'dossiers.failed':
      'Il n’a pas pu être préparé. Les personnes qui tiennent ce site peuvent le voir ; demandez-en un autre.',
    'dossiers.making':
      'Un dossier est en préparation. Rechargez cette page dans un instant pour le télécharger.',
    'dossiers.order': 'Préparer un dossier',
    'dossiers.orderAgain': 'En préparer un nouveau avec les chiffres du jour',
    'dossiers.gathering': 'réunion des signatures',
    'dossiers.download.all': 'Tout en un seul fichier (ZIP)',
    'dossiers.files': 'Chaque fichier séparément',
    'dossiers.download.brief.pdf': 'La note (PDF)',
    'dossiers.download.signatures.csv': 'Les signatures (CSV)',
    'dossiers.size': '{kilobytes, number} Ko',
    'dossiers.brief.kind': 'Pétition adressée à {to}',
    'dossiers.brief.subject': 'Note à l’intention de la personne à qui la pétition s’adresse',
    'dossiers.brief.counted':
      '{confirmed, plural, one {signature confirmée au {on}} other {signatures confirmées au {on}}}',
    'dossiers.brief.list': 'La liste jointe à cette note compte exactement autant de lignes.',
    'dossiers.brief.reasons': 'Quelques raisons que des signataires ont rendues publiques',
    'dossiers.brief.othersTerritories':
      '{count, plural, one {# autre territoire} other {# autres territoires}}',
    'dossiers.brief.reply': 'Comment répondre',
    'dossiers.brief.replyText':
      'Votre page privée ne demande aucun compte : accusez réception, publiez une réponse à côté de la pétition, choisissez le rythme de nos messages ou opposez-vous. Le lien vous est réservé : qui le détient peut répondre en votre nom. Retirez cette partie avant de transmettre la note.',
    'dossiers.brief.page': '{page, number} sur {pages, number}',
    'dossiers.brief.qr': 'Code QR qui ouvre votre page privée',
    'dossiers.brief.chart': 'Courbe des signatures confirmées, jusqu’à {total, number}',
    'dossiers.texts.version': 'Version {version, number}, ouverte à la signature le {on}',
    'dossiers.texts.signed':
      '{signed, plural, one {# signature confirmée} other {# signatures confirmées}} dans ce dossier',
    'dossiers.texts.sum': 'SHA-256 de {file}\u00a0: {sum}',
    'dossiers.verify': `Comment vérifier ce dossier
===========================

Rien de nous n’est nécessaire\u00a0: deux programmes que Linux et macOS ont déjà, et que Git pour Windows apporte.
Décompressez le ZIP, ouvrez un terminal dans son dossier et tapez les lignes qui commencent par $.

1. Les fichiers sont-ils tous ceux qui ont été faits\u202f?

   $ {sums}

   Chaque ligne doit finir par OK (ou Réussi).

2. Cette liste de sommes est-elle celle qui a été signée\u202f?

   $ {pin}

   La même somme doit figurer dans manifest.json, à côté de "SHA256SUMS".

3. Le manifeste a-t-il été signé par le site\u202f?

   $ {signature}

   La réponse doit être\u00a0: Signature Verified Successfully

   key.pem vient du même ZIP\u00a0: comparez-la à la clé que le site publie.
   {keys}

Ce que cela montre\u00a0: les fichiers sont complets, inchangés depuis que ce site les a faits, et les nombres sont ceux
dont il se porte garant. Ce que cela ne montre pas\u00a0: que chaque signataire est bien qui il dit être. Les signatures
sont confirmées par e-mail, rien de plus\u202f; la note dit combien à quel niveau.

log-leaves.bin contient le registre du décompte à ce moment (32 octets par feuille) et removals.csv ce qui en a été
retiré. Leurs racines, calculées selon la RFC 9162, doivent être celles de manifest.json, que chacun peut comparer
aux têtes signées publiées par la page de la pétition.
`,
  },
} as const
