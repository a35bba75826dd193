export const groupWords = {
  'refusal.trackWithoutGroup':
    'En rettelse har ingen arbejdsgruppe. Sekretariatet afgør den og giver styregruppen besked.',
  'refusal.groupMissing': 'Forløbet har endnu ingen arbejdsgruppe. Opret den først.',
  'refusal.noMembersPerson':
    '{name} hører ikke til en medlemsorganisation og kan ikke sidde i en arbejdsgruppe.',
  'refusal.seatVacant': '{organisation} har ingen repræsentant lige nu. Udpeg en først.',
  'refusal.leadMissing': 'Arbejdsgruppen har endnu ingen tovholder. Udpeg en først.',
  'event.groupFormed': 'Arbejdsgruppen er oprettet',
  'event.groupJoined': 'En person fra {organisation} er kommet med i arbejdsgruppen',
  'event.groupLeft': 'En person fra {organisation} er gået ud af arbejdsgruppen',
  'event.leadNamed': '{organisation} er tovholder for arbejdsgruppen',
  'event.sparringNoted': 'Sparring med tovholderen: {text}',
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

/** What the tab says of it: no more than that comes along with a page. */
export const groupTab = {
  'tab.case.part.group': 'Arbejdsgruppe',
  'tab.group.form': 'Opret arbejdsgruppen',
  'tab.group.formed': 'Arbejdsgruppen er oprettet. Kanalen i Teams bliver lavet nu.',
  'tab.group.none':
    'Forløbet har endnu ingen arbejdsgruppe. Når den oprettes, får den en kanal i værtsteamet med forløbet som fane.',
  'tab.group.channel': 'Kanalen i Teams',
  'tab.group.open': 'Åbn kanalen i Teams',
  'tab.group.making': 'Kanalen bliver lavet nu. Siden opdaterer sig selv.',
  'tab.group.retry': 'Prøv igen',
  'tab.group.retried': 'Teams bliver spurgt igen nu. Siden opdaterer sig selv.',
  'tab.group.seats': 'Hvem der er med',
  'tab.group.represented': 'Medlemmer repræsenteret: {count} (mindst 5 kræves)',
  'tab.group.empty': 'Ingen er med endnu.',
  'tab.group.since': 'med siden {at}',
  'tab.group.left': 'Er ikke længere i teamet og tæller ikke med',
  'tab.group.add': 'Tilføj en person',
  'tab.group.added': 'Personen er med i arbejdsgruppen.',
  'tab.group.addIntro':
    'Er personen ikke i teamet, eller mangler appen, bliver Teams bedt om det med det samme. Her på siden står, hvordan det gik.',
  'tab.group.lead': 'Tovholder: {name}',
  'tab.group.noLead': 'Tovholder: ikke udpeget',
  'tab.group.nameLead': 'Udpeg tovholder',
  'tab.group.leadNamed': 'Tovholderen er udpeget.',
  'tab.group.leadIntro':
    'Den, der repræsenterer medlemmet i styregruppen, leder arbejdsgruppen. Medlemmet tæller med blandt de repræsenterede.',
  'tab.group.noteSparring': 'Notér sparring',
  'tab.group.sparring': 'Hvad I talte om',
  'tab.group.sparringIntro':
    'Noten står med dato i sagens spor. Den kan læses af sekretariatet og af den, der er tovholder, når den bliver læst.',
  'tab.group.sparringNoted': 'Noten er gemt i sagens spor.',
  'tab.group.field': 'Fagområde',
  'tab.field.both': 'miljø og indkøb',
  'tab.group.remove': 'Tag ud af gruppen',
  'tab.group.removed': 'Personen er ude af arbejdsgruppen. Medlemskabet af teamet er uændret.',
};
