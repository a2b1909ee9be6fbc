/** What replies come to, their PDF, the campaigner's answer, and what signers say of them. */

export const replies = {
  en: {
    'replies.head.accept': 'Accepted',
    'replies.head.partly': 'Accepted in part',
    'replies.head.refuse': 'Refused',
    'replies.head.not-competent': 'Not theirs to decide',
    'replies.head.meet': 'Proposes to meet',
    'replies.head.meetOn': 'Proposes to meet on {on}',
    'replies.attachment': 'The letter (PDF, {kilobytes, number} KB)',
    'replies.form.kind': 'Your answer in one word',
    'replies.form.kind.missing': 'Choose what your answer comes to.',
    'replies.form.kind.accept': 'I accept what is asked',
    'replies.form.kind.partly': 'I accept a part of it',
    'replies.form.kind.refuse': 'I refuse it',
    'replies.form.kind.not-competent': 'It is not mine to decide',
    'replies.form.kind.meet': 'I propose to meet',
    'replies.form.competent': 'If it is not yours to decide: who decides?',
    'replies.form.competent.hint': 'An office or an institution. Shown with your answer.',
    'replies.form.competent.missing': 'Say who decides about it.',
    'replies.form.meetsOn': 'If you propose to meet: the day',
    'replies.form.meetsOn.wrong': 'Give a day that is not over yet.',
    'replies.form.meetsWhere': 'If you propose to meet: the hour and the place',
    'replies.form.meetsWhere.missing': 'Say when of that day, and where.',
    'replies.form.tooLong': 'Shorten this to {most, number} characters.',
    'replies.form.promise.title': 'A promise with a date',
    'replies.form.promise.intro':
      'If you promise something, it becomes a line of the public register. You and the campaigner are asked what came of it after 6, 12 and 24 months.',
    'replies.form.promise': 'What you promise, in a sentence',
    'replies.form.promise.missing': 'Say what you promise, or take the day out.',
    'replies.form.promisedFor': 'By which day',
    'replies.form.promisedFor.wrong': 'Give the day by which it will be done: today or later.',
    'replies.form.attachment': 'A letter as PDF',
    'replies.form.attachment.hint':
      'Up to 5 MB, for reading only: no scripts, no forms that send, no files inside. It is published with your answer.',
    'replies.form.attachment.tooLarge':
      'This file is larger than {megabytes, number} MB. Save it with smaller pictures, or leave out pages, and choose it again.',
    'replies.form.attachment.not-pdf':
      'This file is not a PDF. Save your document as PDF, and choose it again.',
    'replies.form.attachment.damaged':
      'This PDF is damaged or was cut short. Make it again from your document, and choose it again.',
    'replies.form.attachment.locked':
      'This PDF is locked with a password, so it cannot be checked. Save it without protection, and choose it again.',
    'replies.form.attachment.unreadable':
      'This PDF is packed in a way that cannot be checked. Print it to a new PDF, or save it as PDF/A, and choose it again.',
    'replies.form.attachment.active':
      'This PDF holds a script, a form that sends, or another file. Print it to a new PDF, which leaves these out, and choose it again.',
    'replies.form.attachment.again':
      'Choose the letter again: while something else was to be mended, it could not be kept.',
    'replies.answer.header': 'The campaigner answers: {from}, {on}',
    'replies.answer.title': 'Your answer to the reply of {name}',
    'replies.answer.text':
      'You may answer once. It stands under the reply and is mailed to the signers who asked for news; nobody can change it afterwards. The rules are those of news.',
    'replies.answer.body': 'Your answer',
    'replies.answer.act': 'Publish the answer',
    'replies.answer.missing': 'Write your answer.',
    'replies.answer.tooLong': 'Shorten the answer to {most, number} characters.',
    'replies.answer.subject': 'Answer to {name}',
    'replies.answer.done': 'Your answer is published under the reply. A campaigner answers once.',
    'replies.desk.kind': 'It comes to',
    'replies.desk.attachment': 'PDF',
    'replies.desk.attachment.open': 'Read it before you decide ({kilobytes, number} KB)',
    'replies.desk.promise': 'It promises',
    'replies.desk.promise.line': '{promise}, by {on}',
    'replies.desk.link': 'How it came',
    'replies.desk.link.text':
      'Through the private link that was mailed to the address above. Whoever reads that mailbox could send it: compare the address with the institution’s own site.',
    'verdicts.title': 'Does the reply answer you?',
    'verdicts.intro':
      'One click answers, and another changes it. Only numbers are published, from {fewest, number} answers on, never who gave which. If you withdraw your signature, your answer goes with it.',
    'verdicts.none': 'There is no reply yet.',
    'verdicts.saved': 'Your answer is kept. Thank you.',
    'verdicts.question': 'Does it answer you?',
    'verdicts.yours': 'Your answer: {verdict}.',
    'verdicts.yes': 'Yes',
    'verdicts.partly': 'In part',
    'verdicts.no': 'No',
    'verdicts.own': 'Everything about your signature',
    'verdicts.link': 'Say whether the reply answers you',
    'verdicts.result':
      '{total, plural, one {# signer says whether it answers them:} other {# signers say whether it answers them:}}',
    'verdicts.mail':
      'Does it answer you? Say yes, in part or no; the page of the petition shows the numbers.',
  },
  fr: {
    'replies.head.accept': 'Accepté',
    'replies.head.partly': 'Accepté en partie',
    'replies.head.refuse': 'Refusé',
    'replies.head.not-competent': 'N’est pas compétent',
    'replies.head.meet': 'Propose une rencontre',
    'replies.head.meetOn': 'Propose une rencontre le {on}',
    'replies.attachment': 'Le courrier (PDF, {kilobytes, number} Ko)',
    'replies.form.kind': 'Votre réponse en un mot',
    'replies.form.kind.missing': 'Choisissez le sens de votre réponse.',
    'replies.form.kind.accept': 'J’accepte ce qui est demandé',
    'replies.form.kind.partly': 'J’en accepte une partie',
    'replies.form.kind.refuse': 'Je refuse',
    'replies.form.kind.not-competent': 'Cela ne relève pas de moi',
    'replies.form.kind.meet': 'Je propose une rencontre',
    'replies.form.competent': 'Si cela ne relève pas de vous : qui décide ?',
    'replies.form.competent.hint': 'Une fonction ou une institution, montrée avec votre réponse.',
    'replies.form.competent.missing': 'Dites qui en décide.',
    'replies.form.meetsOn': 'Si vous proposez une rencontre : le jour',
    'replies.form.meetsOn.wrong': 'Donnez un jour qui n’est pas encore passé.',
    'replies.form.meetsWhere': 'Si vous proposez une rencontre : l’heure et le lieu',
    'replies.form.meetsWhere.missing': 'Dites à quelle heure et où.',
    'replies.form.tooLong': 'Raccourcissez ce texte à {most, number} caractères.',
    'replies.form.promise.title': 'Un engagement daté',
    'replies.form.promise.intro':
      'Si vous vous engagez, cela devient une ligne du registre public. On vous demandera ce qu’il en est, ainsi qu’à l’auteur de la pétition, après 6, 12 et 24 mois.',
    'replies.form.promise': 'Votre engagement, en une phrase',
    'replies.form.promise.missing': 'Dites à quoi vous vous engagez, ou retirez la date.',
    'replies.form.promisedFor': 'Pour quel jour',
    'replies.form.promisedFor.wrong': 'Donnez le jour où ce sera fait : aujourd’hui ou plus tard.',
    'replies.form.attachment': 'Un courrier en PDF',
    'replies.form.attachment.hint':
      '5 Mo au plus, à lire seulement : ni script, ni formulaire qui envoie, ni fichier à l’intérieur. Il est publié avec votre réponse.',
    'replies.form.attachment.tooLarge':
      'Ce fichier dépasse {megabytes, number} Mo. Enregistrez-le avec des images plus légères, ou ôtez des pages, puis choisissez-le de nouveau.',
    'replies.form.attachment.not-pdf':
      'Ce fichier n’est pas un PDF. Enregistrez votre document en PDF, puis choisissez-le de nouveau.',
    'replies.form.attachment.damaged':
      'Ce PDF est abîmé ou incomplet. Refaites-le depuis votre document, puis choisissez-le de nouveau.',
    'replies.form.attachment.locked':
      'Ce PDF est protégé par un mot de passe : on ne peut pas le vérifier. Enregistrez-le sans protection, puis choisissez-le de nouveau.',
    'replies.form.attachment.unreadable':
      'Ce PDF est compressé d’une façon que l’on ne peut pas vérifier. Imprimez-le dans un nouveau PDF, ou enregistrez-le en PDF/A, puis choisissez-le de nouveau.',
    'replies.form.attachment.active':
      'Ce PDF contient un script, un formulaire qui envoie ou un autre fichier. Imprimez-le dans un nouveau PDF, qui n’en garde rien, puis choisissez-le de nouveau.',
    'replies.form.attachment.again':
      'Choisissez le courrier de nouveau\u00a0: il restait autre chose à corriger, et il n’a pas pu être gardé.',
    'replies.answer.header': 'L’auteur de la pétition répond : {from}, le {on}',
    'replies.answer.title': 'Votre réponse à celle de {name}',
    'replies.answer.text':
      'Vous pouvez répondre une fois. Votre texte paraît sous la réponse et part aux signataires qui ont demandé des nouvelles ; personne ne peut le changer ensuite. Les règles sont celles des nouvelles.',
    'replies.answer.body': 'Votre réponse',
    'replies.answer.act': 'Publier la réponse',
    'replies.answer.missing': 'Écrivez votre réponse.',
    'replies.answer.tooLong': 'Raccourcissez la réponse à {most, number} caractères.',
    'replies.answer.subject': 'Réponse à {name}',
    'replies.answer.done': 'Votre réponse est publiée sous celle du décideur. On ne répond qu’une fois.',
    'replies.desk.kind': 'Son sens',
    'replies.desk.attachment': 'PDF',
    'replies.desk.attachment.open': 'À lire avant de décider ({kilobytes, number} Ko)',
    'replies.desk.promise': 'Elle promet',
    'replies.desk.promise.line': '{promise}, pour le {on}',
    'replies.desk.link': 'Par où elle est venue',
    'replies.desk.link.text':
      'Par le lien privé envoyé à l’adresse ci-dessus. Quiconque lit cette boîte a pu l’écrire : comparez l’adresse à celle que donne le site de l’institution.',
    'verdicts.title': 'La réponse vous répond-elle ?',
    'verdicts.intro':
      'Un clic suffit, et un autre change d’avis. Seuls des nombres sont publiés, à partir de {fewest, number} avis, jamais qui a donné lequel. Si vous retirez votre signature, votre avis disparaît avec elle.',
    'verdicts.none': 'Il n’y a pas encore de réponse.',
    'verdicts.saved': 'Votre avis est enregistré. Merci.',
    'verdicts.question': 'Vous répond-elle ?',
    'verdicts.yours': 'Votre avis : {verdict}.',
    'verdicts.yes': 'Oui',
    'verdicts.partly': 'En partie',
    'verdicts.no': 'Non',
    'verdicts.own': 'Tout sur votre signature',
    'verdicts.link': 'Dire si la réponse vous répond',
    'verdicts.result':
      '{total, plural, one {# signataire dit si elle lui répond :} other {# signataires disent si elle leur répond :}}',
    'verdicts.mail':
      'Vous répond-elle ? Dites oui, en partie ou non ; la page de la pétition en montre les nombres.',
  },
} as const
