export const groupWords = {
  'refusal.trackWithoutGroup':
    'En rettelse har ingen arbejdsgruppe. Sekretariatet afgør den og giver styregruppen besked.',
  'refusal.groupMissing': 'Forløbet har endnu ingen arbejdsgruppe. Opret den først.',
  'refusal.noMembersPerson':
    '{name} hører ikke til en medlemsorganisation og kan ikke sidde i en arbejdsgruppe.',
  'event.groupFormed': 'Arbejdsgruppen er oprettet',
  'event.groupJoined': 'En person fra {organisation} er kommet med i arbejdsgruppen',
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
};
