/** The stamps over the trail: at the public address, on results, in the tab. */
export const heads = {
  'heads.title': 'Stempler på sporet',
  'heads.what': 'Hvad er et stempel',
  'heads.what.text':
    'Alt, hvad der sker i en sag, står i sagens spor, hvor hver hændelse er kædet til den før. Et stempel dækker enden af alle spor på ét tidspunkt og er underskrevet. Det bliver sat med faste mellemrum, også når intet er sket, og når en afstemning eller en høring slutter. Det siger intet om, hvad sporene indeholder. Den, der har gemt et stempel, kan senere se, om det, det dækkede, er blevet ændret.',
  'heads.latest': 'Det nyeste stempel',
  'heads.latest.text': 'Nr. {n}, sat {at}, med denne hash:',
  'heads.none': 'Der er ikke sat noget stempel endnu.',
  'heads.keys': 'Nøgler',
  'heads.key': 'Underskriver siden {from}: fingeraftryk og offentlig nøgle.',
  'heads.key.past': 'Underskrev fra {from} til {until}: fingeraftryk og offentlig nøgle.',
  'heads.how': 'Sådan kontrolleres det',
  'heads.how.chain':
    'Kæden: hash er SHA-256 af kanonisk JSON (RFC 8785) med felterne form (tallet 1), n, at, previous, root og introduces. previous er hash i stemplet før, og 64 nuller i det første.',
  'heads.how.signature':
    'Underskriften: signature er Ed25519 over de 32 byte i hash og passer til den nøgle, hvis fingeraftryk (SHA-256 af publicKey) står i key. Hele listen fås som JSON på denne adresse; after=n giver dem efter nr. n.',
  'heads.how.case':
    'Sagen: den, der må læse en sags spor, får leaf og path. leaf er SHA-256 af salt, linjeskift og kanonisk JSON med caseId, seq og hash. Hvert led i path er den ene side af næste hash: SHA-256 af venstre, linjeskift og højre; den sidste er root.',
  'card.result.anchor': 'Stempel',
  'card.result.anchored': 'Nr. {n}, fingeraftryk {fingerprint}',
  'card.result.anchorPlain': 'Stempel nr. {n}, fingeraftryk {fingerprint}: {address}',
  'event.restored':
    'Databasen er gendannet fra en sikkerhedskopi. Det, der skete efter {to}, kan mangle; stempler, der var givet ud og ikke findes mere: {number}',
  'connection.heads': 'Stempler på sporet',
  'connection.heads.vault': 'Nr. {n} er sat {at}. Nøglen, der underskriver, ligger uden for databasen.',
  'connection.heads.database':
    'Nr. {n} er sat {at}. Nøglen, der underskriver, ligger i databasen: den, der må skrive dér, kan også underskrive. De, der driver appen, giver den en nøgle med TRAIL_KEY.',
  'connection.heads.none': 'Der er ikke sat noget stempel endnu.',
} as const;
