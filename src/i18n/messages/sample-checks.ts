/** The check of a random sample: for everyone, for the recipient, and for who is asked. */
export const sampleChecks = {
  en: {
    'sample-checks.link': 'Sample checks',
    'sample-checks.brief.title': 'Check a sample yourself',
    'sample-checks.brief.intro':
      'Ask people drawn at random from the signatures “Did you sign?”, and receive the totals. Neither you nor this site can choose who is drawn.',
    'sample-checks.brief.open': 'About the sample check',
    'sample-checks.title': 'Sample checks',
    'sample-checks.lead':
      'Who is asked by this petition can have people drawn at random from its signatures, who get one mail: “Did you sign?” The totals are public. Nobody can choose who is drawn: neither the recipient nor this site.',
    'sample-checks.none': 'No sample check was asked for yet.',
    'sample-checks.nth': 'Sample check {number}',
    'sample-checks.state.committed': 'Waits for the value that was announced.',
    'sample-checks.state.valued': 'The value is known; the sample is being drawn.',
    'sample-checks.state.asking':
      '{people, plural, one {# person was} other {# people were}} drawn. They may answer until {until}.',
    'sample-checks.state.closed': 'Closed.',
    'sample-checks.state.lapsed': 'Lapsed: it was not carried on in time. Nobody was asked.',
    'sample-checks.fact.people': 'People drawn',
    'sample-checks.fact.committed': 'Announced on',
    'sample-checks.fact.head': 'Drawn from',
    'sample-checks.fact.headValue':
      'head {number} of the log: {counted, plural, one {# counted signature} other {# counted signatures}}',
    'sample-checks.fact.announced': 'What decides',
    'sample-checks.fact.valueOn': 'Public on',
    'sample-checks.fact.value': 'What it turned out to be',
    'sample-checks.fact.source': 'To be read at',
    'sample-checks.fact.until': 'Answers until',
    'sample-checks.result.title': 'What was answered',
    'sample-checks.result.yes': '“Yes, I signed”',
    'sample-checks.result.no': '“No, I did not sign”',
    'sample-checks.result.silent': 'No answer',
    'sample-checks.result.unreachable': 'Could not be asked (mail refused, or came back)',
    'sample-checks.result.gone': 'Had left the petition before they answered',
    'sample-checks.result.answered':
      'Of {answered, plural, one {# person} other {# people}} who answered, {no, plural, =0 {nobody says} one {# says} other {# say}} they did not sign ({share}). If those who answered are like all others, the share of “no” among all signatures is between {low} and {high}; a reckoning like this is right 19 times out of 20.',
    'sample-checks.result.nobody': 'Nobody answered: nothing can be said about the others.',
    'sample-checks.result.worst':
      'At worst, if every silence were a “no”, it would be {share} of those who could be asked (between {low} and {high} among all).',
    'sample-checks.result.silence':
      'Silence proves nothing: most people do not answer mails, whether they signed or not.',
    'sample-checks.verify.title': 'Draw again yourself',
    'sample-checks.verify.lead':
      'The head, the announced value and the SHA-256 of a secret were signed before the value was known. The secret is shown at the end; with it anybody finds the same leaves. docs/sample-checks.md of the project tells how.',
    'sample-checks.verify.why':
      'Why a secret: leaves stand in the order of the signatures’ numbers, and the recipient’s list has the numbers. Without the secret the recipient could tell who is being asked.',
    'sample-checks.verify.commitment': 'The text that was signed',
    'sample-checks.verify.sha256': 'SHA-256 of the secret',
    'sample-checks.verify.secret': 'Secret',
    'sample-checks.verify.secretLater': 'shown at the end',
    'sample-checks.verify.signature': 'Signature (Ed25519, base64)',
    'sample-checks.verify.json': 'All of it for programs',
    'sample-checks.verify.removals': 'Lines about removals',
    'sample-checks.verify.keys': 'Public keys',
    'sample-checks.own.title': 'Sample check',
    'sample-checks.own.back': 'Back to the petition',
    'sample-checks.own.public': 'The public page of these checks',
    'sample-checks.own.lead':
      'People drawn at random from the signatures get one mail: “Did you sign?” They answer yes or no, or not at all, within {days} days. You receive the totals, which are public too, and never who was asked or who answered what.',
    'sample-checks.own.steps': 'How it goes',
    'sample-checks.own.step.announce':
      'You say now which later public value decides the draw: a closing price, a lottery draw, a temperature. This is published and signed at once, with the state of the log.',
    'sample-checks.own.step.value':
      'The day after its date at the earliest you come back and enter the value, and where everyone can read it.',
    'sample-checks.own.step.draw':
      'The draw follows from the log, the value and a secret whose fingerprint was published first. The people are written to.',
    'sample-checks.own.step.end':
      'After {days} days the answers are added up and deleted. The secret is published, so that anybody can draw again.',
    'sample-checks.own.form.title': 'Announce a check',
    'sample-checks.own.form.people': 'How many people',
    'sample-checks.own.form.peopleHint': 'From {least} to {most}. 100 give an idea; 400 narrow it by half.',
    'sample-checks.own.form.announced': 'Which later public value decides',
    'sample-checks.own.form.announcedHint':
      'So precise that everyone reads the same: what, where and when. For example: “winning numbers of the national lottery of 5 December, in the order drawn”.',
    'sample-checks.own.form.valueOn': 'The day it becomes public',
    'sample-checks.own.form.final': 'This cannot be changed or taken back afterwards.',
    'sample-checks.own.form.act': 'Announce the check',
    'sample-checks.own.value.title': 'Enter the value',
    'sample-checks.own.value.ask': 'You announced: {announced}',
    'sample-checks.own.value.early':
      'The value can be entered from the day after {on}, until {until}. If it is not entered by then, the check lapses.',
    'sample-checks.own.value.until': 'It can be entered until {until}; after that the check lapses.',
    'sample-checks.own.value.value': 'The value',
    'sample-checks.own.value.valueHint': 'As it is published; it is shown on the public page.',
    'sample-checks.own.value.source': 'Where everyone can read it',
    'sample-checks.own.value.sourceHint': 'A page’s address, or a newspaper and its date.',
    'sample-checks.own.value.act': 'Draw the sample',
    'sample-checks.own.refusal.too-few':
      'A check needs at least {least} people, and at most one signature in two is asked: there are not enough yet.',
    'sample-checks.own.refusal.too-many-this-year':
      'This petition had its sample checks for this year: people are not to be asked again and again.',
    'sample-checks.own.done.committed':
      'The check is announced and signed. Come back when the value is known.',
    'sample-checks.own.done.value': 'The value is entered. The sample is drawn within minutes.',
    'sample-checks.fault.people': 'Choose a number from {least} to {most}.',
    'sample-checks.fault.announced': 'Say precisely which value decides.',
    'sample-checks.fault.tooLong': 'At most {most} characters, please.',
    'sample-checks.fault.valueOn': 'Choose a day from tomorrow to {most} days from now.',
    'sample-checks.fault.value': 'Enter the value.',
    'sample-checks.fault.source': 'Say where everyone can read it.',
    'sample-checks.fault.answer': 'Choose yes or no.',
    'sample-checks.question.title': 'Did you sign this petition?',
    'sample-checks.question.lead':
      'You were drawn at random. Whoever the petition is addressed to asked for this check. They receive totals only: never who answered what.',
    'sample-checks.question.yes': 'Yes, I signed',
    'sample-checks.question.no': 'No, I did not sign',
    'sample-checks.question.act': 'Send my answer',
    'sample-checks.question.free':
      'You need not answer. You can change your answer until {until}; then all answers are added up and deleted.',
    'sample-checks.question.after':
      'At the end the draw is published, so that anybody can check it. Whoever has the list of signatures can then tell which of them were drawn, and nothing more.',
    'sample-checks.question.thanks.yes': 'Thank you: your “yes” is noted.',
    'sample-checks.question.thanks.no': 'Thank you: your “no” is noted.',
    'sample-checks.question.no.title': 'You did not sign?',
    'sample-checks.question.no.lead':
      'Somebody used your address and opened the confirmation link in your mailbox, or you have forgotten. You can take the signature out of the count: your address is erased, and your “no” stays in the total.',
    'sample-checks.question.no.withdraw': 'Withdraw the signature',
    'sample-checks.question.no.report': 'Report it to the moderators',
    'sample-checks.question.change': 'Change my answer',
    'sample-checks.over.title': 'This check is over',
    'sample-checks.over.text':
      'The answers were added up and deleted, or your signature was withdrawn. Nothing more is asked of you.',
    'sample-checks.over.link': 'The totals',
    'sample-checks.mail.subject': 'Did you sign “{title}”?',
    'sample-checks.mail.preview': 'A check of a random sample: yes, no, or no answer.',
    'sample-checks.mail.intro':
      '“{title}” counts a signature with this address. You were drawn at random, with others, to say whether you really signed.',
    'sample-checks.mail.who':
      '{name, select, none {Whoever the petition is addressed to} other {{name}, to whom the petition is addressed,}} asked for this check and receives totals only: never who answered what.',
    'sample-checks.mail.button': 'Answer yes or no',
    'sample-checks.mail.free':
      'You need not answer, and we will not ask twice. You can answer until {until}; then the answers are added up and deleted. At the end the draw is published for verification: whoever has the list of signatures can tell who was drawn, never what they answered.',
    'sample-checks.mail.petition': 'The petition',
    'sample-checks.mail.how': 'How the sample is drawn',
    'sample-checks.mail.why':
      'You receive this one mail because “{title}” counts a signature with this address, and it was drawn at random for a check.',
    'sample-checks.mail.unsubscribe': 'No more such questions about this petition (your signature stays)',
  },
  fr: {
    'sample-checks.link': 'Contrôles par sondage',
    'sample-checks.brief.title': 'Contrôler un échantillon vous-même',
    'sample-checks.brief.intro':
      'Faites demander à des personnes tirées au sort parmi les signatures : « Avez-vous signé ? », et recevez les totaux. Ni vous ni ce site ne pouvez choisir qui est tiré au sort.',
    'sample-checks.brief.open': 'Le contrôle par sondage',
    'sample-checks.title': 'Contrôles par sondage',
    'sample-checks.lead':
      'Le destinataire de cette pétition peut faire tirer au sort des personnes parmi les signatures ; elles reçoivent un seul message : « Avez-vous signé ? » Les totaux sont publics. Personne ne peut choisir qui est tiré au sort : ni le destinataire, ni ce site.',
    'sample-checks.none': 'Aucun contrôle n’a encore été demandé.',
    'sample-checks.nth': 'Contrôle n° {number}',
    'sample-checks.state.committed': 'En attente de la valeur annoncée.',
    'sample-checks.state.valued': 'La valeur est connue ; le tirage est en cours.',
    'sample-checks.state.asking':
      '{people, plural, one {# personne a été tirée} other {# personnes ont été tirées}} au sort. Réponses possibles jusqu’au {until}.',
    'sample-checks.state.closed': 'Terminé.',
    'sample-checks.state.lapsed': 'Caduc : il n’a pas été poursuivi à temps. Personne n’a été interrogé.',
    'sample-checks.fact.people': 'Personnes tirées au sort',
    'sample-checks.fact.committed': 'Annoncé le',
    'sample-checks.fact.head': 'Tirage parmi',
    'sample-checks.fact.headValue':
      'l’état n° {number} du registre : {counted, plural, one {# signature comptée} other {# signatures comptées}}',
    'sample-checks.fact.announced': 'Ce qui décide',
    'sample-checks.fact.valueOn': 'Publié le',
    'sample-checks.fact.value': 'La valeur constatée',
    'sample-checks.fact.source': 'À lire ici',
    'sample-checks.fact.until': 'Réponses jusqu’au',
    'sample-checks.result.title': 'Les réponses',
    'sample-checks.result.yes': '« Oui, j’ai signé »',
    'sample-checks.result.no': '« Non, je n’ai pas signé »',
    'sample-checks.result.silent': 'Sans réponse',
    'sample-checks.result.unreachable': 'N’ont pas pu être interrogées (message refusé ou revenu)',
    'sample-checks.result.gone': 'Avaient quitté la pétition avant de répondre',
    'sample-checks.result.answered':
      'Sur {answered, plural, one {# personne} other {# personnes}} ayant répondu, {no, plural, =0 {aucune ne dit} one {# dit} other {# disent}} ne pas avoir signé ({share}). Si celles qui ont répondu ressemblent aux autres, la part de « non » parmi toutes les signatures se situe entre {low} et {high} ; un tel calcul tombe juste 19 fois sur 20.',
    'sample-checks.result.nobody': 'Personne n’a répondu : on ne peut rien dire des autres.',
    'sample-checks.result.worst':
      'Au pire, si chaque silence valait un « non », ce serait {share} de celles qui ont pu être interrogées (entre {low} et {high} parmi toutes).',
    'sample-checks.result.silence':
      'Le silence ne prouve rien : la plupart des gens ne répondent pas à un message, qu’ils aient signé ou non.',
    'sample-checks.verify.title': 'Refaire le tirage vous-même',
    'sample-checks.verify.lead':
      'L’état du registre, la valeur annoncée et l’empreinte SHA-256 d’un secret ont été signés avant que la valeur ne soit connue. Le secret est publié à la fin ; avec lui, chacun retrouve les mêmes feuilles. Le fichier docs/sample-checks.md du projet dit comment.',
    'sample-checks.verify.why':
      'Pourquoi un secret : les feuilles suivent l’ordre des numéros de signature, et la liste du destinataire porte ces numéros. Sans secret, il saurait qui est interrogé.',
    'sample-checks.verify.commitment': 'Le texte signé',
    'sample-checks.verify.sha256': 'SHA-256 du secret',
    'sample-checks.verify.secret': 'Secret',
    'sample-checks.verify.secretLater': 'publié à la fin',
    'sample-checks.verify.signature': 'Signature (Ed25519, base64)',
    'sample-checks.verify.json': 'Le tout pour les programmes',
    'sample-checks.verify.removals': 'Lignes de retrait',
    'sample-checks.verify.keys': 'Clés publiques',
    'sample-checks.own.title': 'Contrôle par sondage',
    'sample-checks.own.back': 'Retour à la pétition',
    'sample-checks.own.public': 'La page publique de ces contrôles',
    'sample-checks.own.lead':
      'Des personnes tirées au sort parmi les signatures reçoivent un seul message : « Avez-vous signé ? » Elles répondent oui, non, ou ne répondent pas, pendant {days} jours. Vous recevez les totaux, publics eux aussi, et jamais qui a été interrogé ni qui a répondu quoi.',
    'sample-checks.own.steps': 'Comment cela se passe',
    'sample-checks.own.step.announce':
      'Vous dites maintenant quelle valeur publique à venir décidera du tirage : un cours de clôture, un tirage de loterie, une température. C’est publié et signé aussitôt, avec l’état du registre.',
    'sample-checks.own.step.value':
      'Au plus tôt le lendemain de sa date, vous revenez saisir la valeur, et l’endroit où chacun peut la lire.',
    'sample-checks.own.step.draw':
      'Le tirage découle du registre, de la valeur et d’un secret dont l’empreinte a été publiée d’abord. Les personnes reçoivent leur message.',
    'sample-checks.own.step.end':
      'Au bout de {days} jours, les réponses sont additionnées puis effacées. Le secret est publié : chacun peut refaire le tirage.',
    'sample-checks.own.form.title': 'Annoncer un contrôle',
    'sample-checks.own.form.people': 'Combien de personnes',
    'sample-checks.own.form.peopleHint':
      'De {least} à {most}. Avec 100 on a une idée ; avec 400 elle est deux fois plus précise.',
    'sample-checks.own.form.announced': 'Quelle valeur publique à venir décide',
    'sample-checks.own.form.announcedHint':
      'Assez précise pour que chacun lise la même : quoi, où et quand. Par exemple : « les numéros gagnants du Loto du 5 décembre, dans l’ordre du tirage ».',
    'sample-checks.own.form.valueOn': 'Le jour où elle sera publique',
    'sample-checks.own.form.final': 'Rien de cela ne pourra être changé ni retiré ensuite.',
    'sample-checks.own.form.act': 'Annoncer le contrôle',
    'sample-checks.own.value.title': 'Saisir la valeur',
    'sample-checks.own.value.ask': 'Vous avez annoncé : {announced}',
    'sample-checks.own.value.early':
      'La valeur peut être saisie à partir du lendemain du {on}, jusqu’au {until}. Sans elle à cette date, le contrôle devient caduc.',
    'sample-checks.own.value.until':
      'Elle peut être saisie jusqu’au {until} ; ensuite le contrôle devient caduc.',
    'sample-checks.own.value.value': 'La valeur',
    'sample-checks.own.value.valueHint': 'Telle qu’elle est publiée ; elle figure sur la page publique.',
    'sample-checks.own.value.source': 'Où chacun peut la lire',
    'sample-checks.own.value.sourceHint': 'L’adresse d’une page, ou un journal et sa date.',
    'sample-checks.own.value.act': 'Tirer au sort',
    'sample-checks.own.refusal.too-few':
      'Un contrôle demande au moins {least} personnes, et n’interroge qu’une signature sur deux au plus : il n’y en a pas encore assez.',
    'sample-checks.own.refusal.too-many-this-year':
      'Cette pétition a eu ses contrôles de l’année : on n’interroge pas les gens sans cesse.',
    'sample-checks.own.done.committed':
      'Le contrôle est annoncé et signé. Revenez quand la valeur sera connue.',
    'sample-checks.own.done.value': 'La valeur est saisie. Le tirage se fait dans les minutes qui suivent.',
    'sample-checks.fault.people': 'Choisissez un nombre de {least} à {most}.',
    'sample-checks.fault.announced': 'Dites précisément quelle valeur décide.',
    'sample-checks.fault.tooLong': '{most} caractères au plus.',
    'sample-checks.fault.valueOn': 'Choisissez un jour entre demain et dans {most} jours.',
    'sample-checks.fault.value': 'Saisissez la valeur.',
    'sample-checks.fault.source': 'Dites où chacun peut la lire.',
    'sample-checks.fault.answer': 'Choisissez oui ou non.',
    'sample-checks.question.title': 'Avez-vous signé cette pétition ?',
    'sample-checks.question.lead':
      'Vous avez été tiré au sort. Le destinataire de la pétition a demandé ce contrôle. Il ne reçoit que des totaux : jamais qui a répondu quoi.',
    'sample-checks.question.yes': 'Oui, j’ai signé',
    'sample-checks.question.no': 'Non, je n’ai pas signé',
    'sample-checks.question.act': 'Envoyer ma réponse',
    'sample-checks.question.free':
      'Rien ne vous oblige à répondre. Vous pouvez changer votre réponse jusqu’au {until} ; ensuite toutes sont additionnées puis effacées.',
    'sample-checks.question.after':
      'À la fin, le tirage est publié pour que chacun puisse le vérifier. Qui détient la liste des signatures pourra alors savoir lesquelles ont été tirées au sort, et rien de plus.',
    'sample-checks.question.thanks.yes': 'Merci : votre « oui » est noté.',
    'sample-checks.question.thanks.no': 'Merci : votre « non » est noté.',
    'sample-checks.question.no.title': 'Vous n’avez pas signé ?',
    'sample-checks.question.no.lead':
      'Quelqu’un a utilisé votre adresse et ouvert le lien de confirmation dans votre boîte, ou bien vous avez oublié. Vous pouvez retirer la signature du compte : votre adresse est effacée, et votre « non » reste dans le total.',
    'sample-checks.question.no.withdraw': 'Retirer la signature',
    'sample-checks.question.no.report': 'Le signaler à la modération',
    'sample-checks.question.change': 'Changer ma réponse',
    'sample-checks.over.title': 'Ce contrôle est terminé',
    'sample-checks.over.text':
      'Les réponses ont été additionnées puis effacées, ou votre signature a été retirée. On ne vous demande plus rien.',
    'sample-checks.over.link': 'Les totaux',
    'sample-checks.mail.subject': 'Avez-vous signé « {title} » ?',
    'sample-checks.mail.preview': 'Un contrôle par tirage au sort : oui, non, ou pas de réponse.',
    'sample-checks.mail.intro':
      '« {title} » compte une signature avec cette adresse. Vous avez été tiré au sort, avec d’autres, pour dire si vous avez bien signé.',
    'sample-checks.mail.who':
      '{name, select, none {Le destinataire de la pétition a demandé ce contrôle et ne reçoit} other {{name}, à qui la pétition s’adresse, a demandé ce contrôle et ne reçoit}} que des totaux : jamais qui a répondu quoi.',
    'sample-checks.mail.button': 'Répondre oui ou non',
    'sample-checks.mail.free':
      'Rien ne vous oblige à répondre, et nous ne demanderons pas deux fois. Réponse possible jusqu’au {until} ; ensuite les réponses sont additionnées puis effacées. À la fin, le tirage est publié pour vérification : qui détient la liste des signatures peut savoir qui a été tiré au sort, jamais la réponse.',
    'sample-checks.mail.petition': 'La pétition',
    'sample-checks.mail.how': 'Comment se fait le tirage',
    'sample-checks.mail.why':
      'Vous recevez cet unique message parce que « {title} » compte une signature avec cette adresse, tirée au sort pour un contrôle.',
    'sample-checks.mail.unsubscribe':
      'Ne plus recevoir de telle question sur cette pétition (votre signature reste)',
  },
}
