/** Stopping mails by the link they carry. */
export const unsubscribe = {
  en: {
    'unsubscribe.mistake': 'Was this a mistake?',
    'unsubscribe.petition': 'See “{title}”',
    'unsubscribe.signer.title': 'Stop the news of “{title}”?',
    'unsubscribe.signer.text':
      'You will hear no more of this petition: neither its campaigner’s news, nor the answer, nor how it ends.',
    'unsubscribe.signer.stays': 'Your signature stays and goes on being counted.',
    'unsubscribe.signer.submit': 'Stop the news',
    'unsubscribe.signer.stopped.title': 'You will get no more news of “{title}”',
    'unsubscribe.signer.stopped.text': 'It is done, from this moment on.',
    'unsubscribe.signer.undo': 'Send me the news again',
    'unsubscribe.follower.title': 'Stop the mails about other petitions?',
    'unsubscribe.follower.text':
      'You will hear no more of the other petitions of whoever launched “{title}”: neither when one opens nor their news of it.',
    'unsubscribe.follower.stays':
      'Your signature stays, and so does the news of “{title}” if you asked for it.',
    'unsubscribe.follower.submit': 'Stop these mails',
    'unsubscribe.follower.stopped.title': 'You will hear no more of other petitions',
    'unsubscribe.follower.stopped.text': 'It is done, from this moment on.',
    'unsubscribe.follower.undo': 'Send me these mails again',
    'unsubscribe.asked.title': 'Stop the questions about “{title}”?',
    'unsubscribe.asked.text':
      'You will not be asked again whether you signed, should you be drawn for another check of this petition.',
    'unsubscribe.asked.stays':
      'Your signature stays and goes on being counted, and so does the news if you asked for it.',
    'unsubscribe.asked.submit': 'Stop the questions',
    'unsubscribe.asked.stopped.title': 'You will not be asked again about “{title}”',
    'unsubscribe.asked.stopped.text': 'It is done, from this moment on.',
    'unsubscribe.asked.undo': 'I may be asked again',
    'unsubscribe.campaigner.title': 'Stop the mails about “{title}”?',
    'unsubscribe.campaigner.text':
      'You will no longer be told of milestones, of answers, and of the last day of your petition. All of it stays on your page, where you sign in by a link.',
    'unsubscribe.campaigner.stays': 'You still get the sign-in links you ask for.',
    'unsubscribe.campaigner.submit': 'Stop the mails',
    'unsubscribe.campaigner.stopped.title': 'You will get no more mails about “{title}”',
    'unsubscribe.campaigner.stopped.text': 'It is done, from this moment on.',
    'unsubscribe.campaigner.undo': 'Send me the mails again',
    'unsubscribe.decision-maker.title': 'Stop the notices about “{title}”?',
    'unsubscribe.decision-maker.text':
      'We will send you no further notice and no digest about this petition.',
    'unsubscribe.decision-maker.stays':
      'Your private page stays open: the link in the earlier mails leads there, to the figures, to the file and to your answer.',
    'unsubscribe.decision-maker.submit': 'Stop the notices',
    'unsubscribe.decision-maker.stopped.title': 'You will get no more notices about “{title}”',
    'unsubscribe.decision-maker.stopped.text': 'It is done, from this moment on.',
    'unsubscribe.decision-maker.undo': 'Tell me when a threshold is crossed',
  },
  fr: {
    'unsubscribe.mistake': 'C’était une erreur ?',
    'unsubscribe.petition': 'Voir « {title} »',
    'unsubscribe.signer.title': 'Ne plus recevoir de nouvelles de « {title} » ?',
    'unsubscribe.signer.text':
      'Vous ne saurez plus rien de cette pétition : ni les nouvelles de qui l’a lancée, ni la réponse, ni son issue.',
    'unsubscribe.signer.stays': 'Votre signature reste, et continue de compter.',
    'unsubscribe.signer.submit': 'Ne plus recevoir de nouvelles',
    'unsubscribe.signer.stopped.title': 'Vous ne recevrez plus de nouvelles de « {title} »',
    'unsubscribe.signer.stopped.text': 'C’est fait, dès maintenant.',
    'unsubscribe.signer.undo': 'Recevoir de nouveau les nouvelles',
    'unsubscribe.follower.title': 'Ne plus rien recevoir sur d’autres pétitions ?',
    'unsubscribe.follower.text':
      'Vous ne saurez plus rien des autres pétitions de qui a lancé « {title} » : ni leur ouverture, ni leurs nouvelles.',
    'unsubscribe.follower.stays':
      'Votre signature reste, et les nouvelles de « {title} » aussi si vous les avez demandées.',
    'unsubscribe.follower.submit': 'Ne plus recevoir ces messages',
    'unsubscribe.follower.stopped.title': 'Vous ne recevrez plus rien sur d’autres pétitions',
    'unsubscribe.follower.stopped.text': 'C’est fait, dès maintenant.',
    'unsubscribe.follower.undo': 'Recevoir de nouveau ces messages',
    'unsubscribe.asked.title': 'Ne plus recevoir de question sur «\u00a0{title}\u00a0»\u202f?',
    'unsubscribe.asked.text':
      'On ne vous demandera plus si vous avez signé, même si le sort vous désigne pour un autre contrôle de cette pétition.',
    'unsubscribe.asked.stays':
      'Votre signature reste et continue de compter, et les nouvelles aussi si vous les avez demandées.',
    'unsubscribe.asked.submit': 'Ne plus recevoir de question',
    'unsubscribe.asked.stopped.title': 'On ne vous demandera plus rien sur «\u00a0{title}\u00a0»',
    'unsubscribe.asked.stopped.text': 'C’est fait, dès maintenant.',
    'unsubscribe.asked.undo': 'On peut me demander de nouveau',
    'unsubscribe.campaigner.title': 'Ne plus recevoir de messages sur « {title} » ?',
    'unsubscribe.campaigner.text':
      'Vous ne serez plus averti des paliers, des réponses ni du dernier jour de votre pétition. Tout reste sur votre page, où l’on entre par un lien.',
    'unsubscribe.campaigner.stays': 'Vous recevrez toujours les liens de connexion que vous demandez.',
    'unsubscribe.campaigner.submit': 'Ne plus recevoir de messages',
    'unsubscribe.campaigner.stopped.title': 'Vous ne recevrez plus de messages sur « {title} »',
    'unsubscribe.campaigner.stopped.text': 'C’est fait, dès maintenant.',
    'unsubscribe.campaigner.undo': 'Recevoir de nouveau les messages',
    'unsubscribe.decision-maker.title': 'Ne plus recevoir d’avis sur « {title} » ?',
    'unsubscribe.decision-maker.text':
      'Nous ne vous enverrons plus ni avis ni résumé au sujet de cette pétition.',
    'unsubscribe.decision-maker.stays':
      'Votre page privée reste ouverte : le lien des messages précédents y mène, avec les chiffres, le dossier et votre réponse.',
    'unsubscribe.decision-maker.submit': 'Ne plus recevoir d’avis',
    'unsubscribe.decision-maker.stopped.title': 'Vous ne recevrez plus d’avis sur « {title} »',
    'unsubscribe.decision-maker.stopped.text': 'C’est fait, dès maintenant.',
    'unsubscribe.decision-maker.undo': 'M’avertir quand un palier est franchi',
  },
} as const
