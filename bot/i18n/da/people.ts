export const peopleWords = {
  'card.replaced.summary': 'Du stemmer ikke længere for {organisation}: {subject}',
  'card.vacant.heading': 'Ingen til at svare eller stemme',
  'card.vacant.summary': 'Medlemmer uden nogen, der kan svare eller stemme for dem: {count}',
  'card.vacant.inHearing':
    'Medlemmer, der ikke har svaret i høringen om {subject}, og som ingen kan svare for: {count}. Svarfristen er {at}.',
  'card.vacant.answerers': 'Ingen kontaktperson, repræsentant eller stedfortræder, der kan svare, hos:',
  'card.vacant.representatives': 'Ingen repræsentant, der kan stemme, hos:',
  'card.vacant.settled': 'Ikke længere aktuelt',
  'card.vacant.filled': 'Ingen medlemmer mangler længere nogen, der kan svare eller stemme for dem.',
  'card.vacant.filledInHearing':
    'Ingen af de medlemmer, høringen venter på, mangler længere nogen, der kan svare.',
  'card.vacant.over': 'Høringen er slut, så der mangler ikke længere nogen til at svare i den.',
  'card.vacant.todo':
    'Udpeg en ny under Medlemmer. Den, der udpeges, får selv besked om de høringer og afstemninger, der er åbne.',
  'event.personRegistered': 'En person fra {organisation} er registreret',
  'event.representativeAppointed': 'Repræsentant udpeget for {organisation}',
  'event.deputyNamed': 'Stedfortræder udpeget for {organisation}',
  'event.contactNamed': 'Kontaktperson udpeget for {organisation}',
  'event.accountLinked': 'En konto er knyttet til en person i registeret',
  'event.personLeft': 'En person fra {organisation} har forladt teamet',
  'event.personReturned': 'En person fra {organisation} er tilbage i teamet',
  'event.secretariatJoined': 'En person er kommet med i sekretariatet',
  'event.secretariatLeft': 'En person er gået ud af sekretariatet',
  'event.placeEnded': 'En person fra {organisation} er ikke længere med',
  'event.memberRegistered': '{name} registreret som medlem',
  'refusal.reachedAlready': '{name} er i teamet og har appen. Der er ikke mere at gøre.',
  'refusal.secretariatOnly': 'Det kan kun sekretariatet gøre.',
  'refusal.notContact':
    'Svaret afgives af {contact}, som er kontaktperson for {organisation}. Bed kontaktpersonen om at afgive det.',
  'refusal.notContact.nobody':
    'Ingen kan afgive svaret for {organisation} lige nu: der er hverken en kontaktperson, en repræsentant eller en stedfortræder. Sekretariatet udpeger en ny; skriv til det.',
  'refusal.personElsewhere': 'Personen hører til en anden organisation.',
  'refusal.tenantNotLetIn':
    'Appen lukker ingen ind fra Entra-tenanten {tenantId}. Den, der driver appen, bestemmer hvilke.',
  'refusal.personLeft':
    '{name} er ikke længere med i partnerskabet. Registrér personen igen, hvis det ikke passer.',
  'refusal.withoutPlace': '{name} hører ikke til en medlemsorganisation. Der er ingen plads at afslutte.',
  'refusal.placeOfSecretariat':
    '{name} hører til sekretariatet. Hvem der gør det, bestemmes i Entra og i appens opsætning, ikke her.',
  'refusal.secretariatHoldsNoSeat':
    '{name} hører til sekretariatet, som fører sagerne og ikke stemmer eller svarer. Vælg en anden, eller tag personen ud af sekretariatet først.',
};
