/** A joint answer on the tab's hearing page, and what its states are called everywhere. */
export const tabJoint = {
  'joint.waiting': 'har ikke svaret',
  'joint.accepted': 'er med',
  'joint.declined': 'er ikke med',
  'tab.joint.heading': 'Forslag om fælles svar fra {by}',
  'tab.joint.state': 'Jeres svar på forslaget: {state}.',
  'tab.joint.contact': '{name} tager stilling til det for organisationen.',
  'tab.joint.fell': '{by} har ændret svaret. Det, I havde svaret, gælder ikke længere.',
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
} as const;
