/** A joint answer: who proposes it to whom, what was said, and what holds then; and what comes late beside an answer. */
export const joint = {
  'card.joint.proposed': '{by} foreslår et fælles svar sammen med {organisation}.',
  'card.joint.fell':
    '{by} har ændret sit svar eller sine bemærkninger, efter at {organisation} sagde ja. Jeres ja gælder derfor ikke længere.',
  'card.joint.afterNo':
    '{by} spørger igen om et fælles svar: svaret er et andet end det, {organisation} sagde nej til.',
  'card.joint.ownStands':
    'Indtil I siger ja, gælder det svar, {organisation} selv har afgivet: {state}. I kan ændre det indtil {at}.',
  'card.joint.standsNothing':
    '{organisation} har lige nu intet svar i høringen. Sig ja igen, eller svar selv, senest {at}.',
  'card.joint.ownStood':
    'Høringen sluttede {at}. Det svar, {organisation} selv havde afgivet, gælder: {state}.',
  'card.joint.lateYes':
    'Høringen sluttede {at}, og {organisation} har intet svar. I kan stadig sige ja; svaret er så for sent.',
  'card.joint.stoodNothing':
    'Høringen sluttede {at}, og {organisation} har intet svar. Skriv til sekretariatet, hvis I vil svare for sent.',
  'card.joint.fellSummary': '{by} har ændret det fælles svar om {subject}: jeres ja gælder ikke længere',
  'card.joint.wouldFall':
    'Ændrer I svaret eller bemærkningerne, gælder et ja fra {names} ikke længere, og de bliver spurgt igen.',
  'card.joint.haveFallen':
    'I har ændret svaret, efter at de sagde ja: {names}. Deres ja gælder ikke længere, og de er spurgt igen.',
  'card.joint.isIn': '{organisation} er med i det fælles svar fra {by}.',
  'card.joint.isOut': '{organisation} har sagt nej til et fælles svar med {by}.',
  'card.joint.words': 'Svaret fra {by}: {state}',
  'card.joint.noRemarks': 'Ingen bemærkninger i svaret.',
  'card.joint.others': 'Også spurgt: {names}.',
  'card.joint.meaning':
    'Siger I ja, er jeres svar det samme som svaret fra {by}. I kan ændre det indtil {at}. Indtil I siger ja, tæller forslaget ikke med.',
  'card.joint.replaces': 'Et ja træder i stedet for det svar, I selv har afgivet.',
  'card.joint.keeps': 'Bemærkninger, I selv har afgivet ({count}), bliver stående i jeres navn.',
  'card.joint.drafts': 'Bemærkninger, I ikke har afgivet ({count}), ser stadig kun I selv; de er ikke med.',
  'card.joint.decidedBy': '{contact} tager stilling til det.',
  'card.joint.accept': 'Ja, vi er med',
  'card.joint.decline': 'Nej, vi er ikke med',
  'card.joint.see': 'Se forslaget om fælles svar',
  'card.joint.asked': 'Spurgt om fælles svar: {names}. De tæller først med, når de selv siger ja.',
  'card.joint.one': '{name} ({state})',
  'card.joint.hint':
    'De bliver spurgt, og de tæller først med, når de selv siger ja. Ændrer I svaret eller bemærkningerne, bliver de spurgt igen.',
  'card.joint.proposedSummary': '{by} foreslår jer et fælles svar om {subject}: svar senest {at}',
  'card.joint.decided.accepted': '{organisation} er nu med i jeres fælles svar.',
  'card.joint.decided.declined': '{organisation} er ikke med i jeres fælles svar.',
  'card.joint.covers': 'Jeres svar gælder nu for jer og for {names}.',
  'card.joint.coversYou': 'Jeres svar gælder nu kun for jer selv.',
  'card.joint.awaited': 'Spurgt, men har ikke taget stilling: {names}.',
  'card.joint.decidedSummary.accepted': '{organisation} er med i jeres svar om {subject}',
  'card.joint.decidedSummary.declined': '{organisation} er ikke med i jeres svar om {subject}',
  'card.joint.ended':
    '{by} foreslår ikke længere et fælles svar sammen med {organisation}. Et ja til det gælder ikke længere.',
  'card.joint.endedNothing': '{organisation} har nu ikke noget svar i høringen. Svar selv senest {at}.',
  'card.joint.endedOwn':
    'Nu gælder det svar, {organisation} selv har afgivet: {state}. I kan ændre det indtil {at}.',
  'card.joint.endedSummary': 'Det fælles svar med {by} om {subject} er bortfaldet',
  'card.receipt.joined': 'Registreret {time}: jeres svar er nu fælles med {by}.',
  'card.receipt.declined': 'Registreret {time}: I er ikke med i det fælles svar fra {by}.',
  'card.receipt.until.joined': 'I kan ændre det indtil {at}.',
  'card.receipt.until.declined': 'I kan ændre det indtil {at}.',
  'card.late.closed.joint': 'Høringen sluttede {at}. Jeres svar på forslaget om fælles svar er ikke gemt.',
  'card.late.summary.joint': 'Høringen om {subject} er slut; svaret på forslaget er ikke gemt',
  'task.answerJoint': 'Tag stilling til et fælles svar med {by}: {title}',
  'event.jointProposed': '{organisation} er spurgt om et fælles svar',
  'event.jointAccepted': '{organisation} er med i et fælles svar',
  'event.jointDeclined': '{organisation} er ikke med i et fælles svar',
  'event.jointLapsed': 'Svaret er ændret, og {organisation} er spurgt igen om fælles svar',
  'event.answerAlone': '{organisation} svarer igen for sig selv',
  'event.answerAlone.nothing':
    '{organisation} er ikke med i et fælles svar mere og har ikke selv afgivet svar',
  'event.answerSubmitted.late': '{organisation} har afgivet svar for sent',
  'event.jointAccepted.late': '{organisation} er for sent kommet med i et fælles svar',
  'event.jointEnded': '{organisation} er ikke længere spurgt om et fælles svar',
  'card.answer.late.beside':
    'Bemærkninger, I ikke har afgivet ({count}), afgives for sent. Jeres svar er afgivet i tide og står, som det er. Bemærkningerne kan ikke ændres bagefter.',
  'card.answer.late.submits':
    'Svaret afgives for sent, med jeres bemærkninger. Det kan ikke ændres bagefter.',
  'card.answer.sendLate': 'Afgiv bemærkningerne for sent',
  'card.answer.giveLate': 'Afgiv bemærkninger for sent',
  'card.late.stillBeside':
    'Høringen sluttede {at}. Bemærkninger, I ikke har afgivet ({count}), kan stadig afgives, for sent. Jeres svar er afgivet i tide og står, som det er.',
  'card.receipt.cameLate':
    'Registreret {time}: bemærkninger afgivet for sent ({count}). Jeres svar står, som det er.',
  'card.joint.leaves':
    'I er med i det fælles svar fra {by}. Afgiver I jeres eget svar, er I ikke længere med i det, og {by} får det at vide.',
  'card.joint.leave': 'Svar selv, uden det fælles svar',
  'card.joint.leaveSubmit': 'Forlad det fælles svar, og afgiv vores eget',
  'card.receipt.besideJoint':
    'Kun I selv ser bemærkningen; den er ikke med i det fælles svar. Skal den med, så bed {by} skrive den ind, eller send den til sekretariatet i en mail.',
  'task.besideJoint':
    'Bemærkninger, der ikke er med i det fælles svar ({count}). Skal de med, så send dem til sekretariatet i en mail, eller svar selv: {title}',
  'card.joint.stoodDrafts':
    'Høringen sluttede {at}, og {organisation} har intet svar. Bemærkninger, der ikke er afgivet ({count}), kan stadig afgives, for sent.',
} as const;
