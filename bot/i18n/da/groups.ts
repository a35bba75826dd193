/** Working groups in Teams, and how people are reached there. */
export const groups = {
  'refusal.trackWithoutGroup':
    'En rettelse har ingen arbejdsgruppe. Sekretariatet afgør den og giver styregruppen besked.',
  'refusal.groupMissing': 'Forløbet har endnu ingen arbejdsgruppe. Opret den først.',
  'refusal.noMembersPerson':
    '{name} hører ikke til en medlemsorganisation og kan ikke sidde i en arbejdsgruppe.',
  'refusal.reachedAlready': '{name} er i teamet og har appen. Der er ikke mere at gøre.',
  'event.groupFormed': 'Arbejdsgruppen er oprettet',
  'event.groupJoined': 'En person fra {organisation} er kommet med i arbejdsgruppen',
  'event.placeEnded': 'En person fra {organisation} er ikke længere med',
  'event.groupLeft': 'En person fra {organisation} er gået ud af arbejdsgruppen',
  'event.channelMade': 'Arbejdsgruppens kanal i Teams: {name}',
  'channel.tab': 'Forløbet',
  'channel.failure.denied':
    'Teams gav ikke appen lov. Siden Opsætning viser, hvilken tilladelse der mangler, og hvem der kan give den.',
  'channel.failure.gone': 'Kanalen er slettet i Teams. Gendan den dér, eller opret en ny her.',
  'channel.failure.nameTaken':
    'Teams har allerede en kanal med det navn, måske en slettet. Gendan eller omdøb den i Teams, og prøv igen.',
  'channel.failure.refused':
    'Teams afviste kanalen. Opret den i Teams med et navn, der begynder med {ref}, og prøv igen.',
  'channel.failure.unavailable': 'Teams svarede ikke. Appen prøver igen af sig selv.',
  'channel.failure.notConnected':
    'Appen er ikke forbundet med et team. Den, der driver appen, angiver teamet i HOST_TEAM_ID.',
  'reach.way.chat': 'Nås i chatten',
  'reach.way.mail': 'Nås kun med mail',
  'reach.way.none': 'Kan ikke nås',
  'reach.lacks.guest': 'Har ingen konto hos os',
  'reach.lacks.team': 'Er ikke i teamet',
  'reach.lacks.app': 'Har ikke appen',
  'reach.failure.denied':
    'Teams gav ikke appen lov. Siden Opsætning viser, hvilken tilladelse der mangler, og hvem der kan give den.',
  'reach.failure.invitesOff':
    'Appen inviterer ikke gæster her. Bed administratoren om at invitere personen som gæst.',
  'reach.failure.noAddress': 'Personen har ingen e-mailadresse i registret.',
  'reach.failure.accountTaken': 'Kontoen hører til en anden i registret.',
  'reach.failure.unknownAccount': 'Teams kender ikke kontoen. Den kan være slettet eller spærret.',
  'reach.failure.refused': 'Teams sagde nej uden at sige hvorfor. Gør det i Teams.',
  'reach.failure.unavailable': 'Teams svarede ikke. Prøv igen om lidt.',
  'reach.failure.notConnected':
    'Appen er ikke forbundet med et team. Den, der driver appen, angiver teamet i HOST_TEAM_ID.',
  'reach.failure.removed': 'Personen har selv fjernet appen og kan tilføje den igen i Teams.',
  'connection.call.channels': 'Se, hvilke kanaler teamet har',
  'connection.call.channelCreate': 'Oprette arbejdsgruppernes kanaler',
  'connection.call.tabs': 'Se, hvilke faner en kanal har',
  'connection.call.tabPin': 'Sætte forløbet op som fane i kanalen',
  'connection.call.teamJoin': 'Tilføje personer til teamet',
  'connection.call.userInstall': 'Give personer appen, så kort når frem',
  'connection.call.feed': 'Vise det i Aktivitet i Teams, som også er sendt med mail',
  'connection.call.invitations': 'Invitere gæster (kun når INVITE_GUESTS er sat)',
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
} as const;
