/** A joint answer on the tab's hearing page, and what its states are called everywhere. */
export const tabJoint = {
  'joint.waiting': 'har ikke taget stilling',
  'joint.accepted': 'er med',
  'joint.fell': 'sagde ja før en ændring, spurgt igen',
  'joint.declined': 'er ikke med',
  'tab.joint.heading': 'Forslag om fælles svar fra {by}',
  'tab.joint.state.waiting': 'I har ikke taget stilling til forslaget.',
  'tab.joint.state.accepted': 'I har sagt ja til forslaget.',
  'tab.joint.state.declined': 'I har sagt nej til forslaget.',
  'tab.joint.contact': '{name} tager stilling til det for organisationen.',
  'tab.joint.fell': '{by} har ændret svaret, efter at I sagde ja. Jeres ja gælder derfor ikke længere.',
  'tab.joint.afterNo': '{by} spørger igen: svaret er et andet end det, I sagde nej til.',
  'tab.joint.ownStands': 'Indtil I siger ja, gælder det svar, {organisation} selv har afgivet: {state}.',
  'tab.joint.standsNothing':
    '{organisation} har lige nu intet svar i høringen. Sig ja igen, eller svar selv, senest {at}.',
  'tab.joint.ownStood': 'Det svar, {organisation} selv havde afgivet, gælder: {state}.',
  'tab.joint.lateYes':
    'Høringen sluttede {at}, og {organisation} har intet svar. I kan stadig sige ja; svaret er så for sent.',
  'tab.joint.stoodNothing':
    'Høringen sluttede {at}, og {organisation} har intet svar. Skriv til sekretariatet, hvis I vil svare for sent.',
  'tab.joint.wouldFall':
    'Ændrer I svaret eller bemærkningerne, gælder et ja fra {names} ikke længere, og de bliver spurgt igen.',
  'tab.joint.haveFallen':
    'I har ændret svaret, efter at de sagde ja: {names}. Deres ja gælder ikke længere, og de er spurgt igen.',
  'tab.joint.reserved': 'Forbehold: {text}',
  'tab.joint.words': 'Svaret fra {by}: {state}.',
  'tab.joint.others': 'Også spurgt: {names}',
  'tab.joint.accept': 'Ja, vi er med i svaret fra {by}',
  'tab.joint.decline': 'Nej, vi er ikke med i svaret fra {by}',
  'tab.joint.intro':
    'Jeres svar bliver det samme som svaret fra {by} og kan ændres indtil svarfristen. Et svar, I selv har afgivet, gælder så ikke; bemærkninger, I har afgivet, bliver stående, og de øvrige ser stadig kun I selv.',
  'tab.joint.accepted': 'I er med i det fælles svar.',
  'tab.joint.declined': 'I er ikke med i det fælles svar.',
  'tab.joint.asked': 'spurgt om fælles svar: {names}',
  'tab.joint.hint':
    'De bliver spurgt, og de tæller først med, når de selv siger ja. Ændrer I svaret eller bemærkningerne, bliver de spurgt igen.',
  'tab.joint.fromMail': 'Skriv et ja til et fælles svar ind fra en mail',
  'tab.joint.sender': 'Fælles svar fra',
  'tab.joint.mailed': 'Organisationen er med i det fælles svar.',
  'tab.delivery.message.jointProposed': 'forslag om fælles svar',
  'tab.delivery.message.jointDecided': 'svar på forslag om fælles svar',
  'tab.delivery.message.jointEnded': 'fælles svar bortfaldet',
  'tab.answer.waitsBeside':
    'Bemærkninger, som ikke er afgivet, og som kun I selv ser: {count}. Kontaktpersonen kan stadig afgive dem, for sent. Jeres svar står, som det er.',
  'tab.answer.introBeside':
    'Bemærkninger, I ikke har afgivet ({count}), afgives for sent. Jeres svar er afgivet i tide og står, som det er. Bemærkningerne kan ikke ændres bagefter.',
  'tab.answer.introLate':
    'Svaret gælder for hele {organisation}. I har skrevet bemærkninger ({count}). Svaret bliver for sent og kan ikke ændres bagefter.',
  'tab.answer.sendLate': 'Afgiv bemærkninger for sent',
  'tab.answer.sentLate': 'Bemærkningerne er afgivet, for sent.',
  'tab.answer.cameLate': 'kom for sent',
  'tab.joint.leaves':
    'I er med i det fælles svar fra {by}. Afgiver I jeres eget svar, er I ikke længere med i det, og {by} får det at vide.',
  'tab.joint.leave': 'Svar selv, uden det fælles svar',
  'tab.joint.leaveSubmit': 'Forlad det fælles svar, og afgiv vores eget',
  'tab.joint.waits':
    'Bemærkninger, der ikke er med i det fælles svar, og som kun I selv ser: {count}. Skal de med, så send dem til sekretariatet i en mail, eller svar selv.',
  'tab.joint.stoodDrafts':
    'Høringen sluttede {at}, og {organisation} har intet svar. Bemærkninger, der ikke er afgivet ({count}), kan stadig afgives, for sent.',
} as const;
