/** Taking a decision back. */
export const reversals = {
  en: {
    'reversals.undo': 'Take this back',
    'reversals.undo.of': '({act})',
    'reversals.undo.until': 'Possible until {time}.',
    'reversals.undone': 'taken back',
    'reversals.done': 'The decision is taken back',
    'reversals.done.text':
      'Mails that had not left are dropped; whoever had already read of it is told that it is not so any more.',
    'reversals.refused': 'This cannot be taken back',
    'reversals.refused.open': 'Open its page',
    'reversals.refused.undone-before': 'Somebody has taken it back already. Nothing was done twice.',
    'reversals.refused.too-late':
      'A decision can be taken back for fifteen minutes. Decide anew on the page of the petition, or when it is appealed.',
    'reversals.refused.appealed': 'It has been appealed: the appeal decides.',
    'reversals.refused.moved-on': 'Something else has happened to it since. Open its page to see what.',
    'reversals.refused.signed':
      'Somebody has signed the petition already: it cannot wait for publication again. You can hide it.',
    'reversals.mail.subject': 'We take our decision back: “{title}”',
    'reversals.mail.subject.account': 'We take our decision back: you can launch petitions',
    'reversals.mail.preview': 'It was a mistake of ours. Here is what is true now.',
    'reversals.mail.intro':
      'On {on} we told you of a decision about “{title}” ({act}). It was a mistake, and we have taken it back. Please excuse us.',
    'reversals.mail.intro.account':
      'On {on} we told you that your account could launch no petition for a time. It was a mistake, and we have taken it back. Please excuse us.',
    'reversals.mail.next.waits':
      'The petition waits for a moderator’s decision, as before. We write to you as soon as there is one.',
    'reversals.mail.next.reply':
      'Your answer waits for a moderator’s decision, as before. We write to you as soon as there is one.',
    'reversals.mail.next.account': 'Nothing keeps you from launching petitions any more.',
    'reversals.mail.next.shown': 'What was taken off the site is shown again, as before.',
  },
  fr: {
    'reversals.undo': 'Revenir sur cette décision',
    'reversals.undo.of': '({act})',
    'reversals.undo.until': 'Possible jusqu’au {time}.',
    'reversals.undone': 'annulé',
    'reversals.done': 'La décision est annulée',
    'reversals.done.text':
      'Les e-mails qui n’étaient pas partis ne partiront pas ; qui avait déjà lu la décision apprend qu’elle ne vaut plus.',
    'reversals.refused': 'Il n’est plus possible de revenir sur cette décision',
    'reversals.refused.open': 'Ouvrir sa page',
    'reversals.refused.undone-before': 'Quelqu’un l’a déjà annulée. Rien n’a été fait deux fois.',
    'reversals.refused.too-late':
      'On peut revenir sur une décision pendant quinze minutes. Décidez de nouveau sur la page de la pétition, ou lors d’un recours.',
    'reversals.refused.appealed': 'Elle fait l’objet d’un recours : c’est lui qui tranchera.',
    'reversals.refused.moved-on': 'Autre chose s’est passé depuis. Ouvrez sa page pour voir quoi.',
    'reversals.refused.signed':
      'Quelqu’un a déjà signé la pétition : elle ne peut plus attendre d’être publiée. Vous pouvez la masquer.',
    'reversals.mail.subject': 'Nous revenons sur notre décision : « {title} »',
    'reversals.mail.subject.account': 'Nous revenons sur notre décision : vous pouvez lancer des pétitions',
    'reversals.mail.preview': 'C’était une erreur de notre part. Voici ce qui vaut maintenant.',
    'reversals.mail.intro':
      'Le {on}, nous vous avons annoncé une décision au sujet de « {title} » ({act}). C’était une erreur, et nous sommes revenus dessus. Veuillez nous en excuser.',
    'reversals.mail.intro.account':
      'Le {on}, nous vous avons annoncé que votre compte ne pouvait lancer aucune pétition pendant un temps. C’était une erreur, et nous sommes revenus dessus. Veuillez nous en excuser.',
    'reversals.mail.next.waits':
      'La pétition attend, comme avant, la décision d’une personne qui modère. Nous vous écrirons dès qu’elle sera prise.',
    'reversals.mail.next.reply':
      'Votre réponse attend, comme avant, la décision d’une personne qui modère. Nous vous écrirons dès qu’elle sera prise.',
    'reversals.mail.next.account': 'Plus rien ne vous empêche de lancer des pétitions.',
    'reversals.mail.next.shown': 'Ce qui avait été retiré du site y est de nouveau, comme avant.',
  },
} as const
