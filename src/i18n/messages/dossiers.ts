/** Dossiers: the page that offers them, and the brief itself. */
export const dossiers = {
  en: {
    'dossiers.title': 'The dossier',
    'dossiers.intro':
      'A brief of a few pages to read or hand on (PDF), and the list of confirmed signatures (CSV): name, country, postcode, territory, date, how each was verified, and the reason if one was written. Signers were told that you receive these. The list tells political opinions: keep it as such data must be kept, and use it for this petition only.',
    'dossiers.name': 'Dossier of {on}',
    'dossiers.ready': '{confirmed, plural, one {# confirmed signature} other {# confirmed signatures}}',
    'dossiers.due':
      '{confirmed, plural, =0 {Waiting to be made.} other {Being made: {written, number} of {confirmed, number} written.}}',
    'dossiers.failed': 'It could not be made. The people who run this site can see it; order another one.',
    'dossiers.making': 'A dossier is being made. Reload this page in a moment to download it.',
    'dossiers.order': 'Make a dossier',
    'dossiers.orderAgain': 'Make a new one with today’s figures',
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
  },
  fr: {
    'dossiers.title': 'Le dossier',
    'dossiers.intro':
      'Une note de quelques pages à lire ou à transmettre (PDF), et la liste des signatures confirmées (CSV) : nom, pays, code postal, territoire, date, type de vérification, et la raison si elle a été écrite. Les signataires savent que vous la recevez. Cette liste révèle des opinions politiques : conservez-la comme de telles données l’exigent, et ne l’utilisez que pour cette pétition.',
    'dossiers.name': 'Dossier du {on}',
    'dossiers.ready': '{confirmed, plural, one {# signature confirmée} other {# signatures confirmées}}',
    'dossiers.due':
      '{confirmed, plural, =0 {En attente de préparation.} one {En préparation : {written, number} ligne écrite sur {confirmed, number}.} other {En préparation : {written, number} lignes écrites sur {confirmed, number}.}}',
    'dossiers.failed':
      'Il n’a pas pu être préparé. Les personnes qui tiennent ce site peuvent le voir ; demandez-en un autre.',
    'dossiers.making':
      'Un dossier est en préparation. Rechargez cette page dans un instant pour le télécharger.',
    'dossiers.order': 'Préparer un dossier',
    'dossiers.orderAgain': 'En préparer un nouveau avec les chiffres du jour',
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
  },
} as const
