/** The pages on privacy and on terms of use, open to everyone. They say what the app does today, and no more. */
export const notices = {
  'notice.privacy': 'Personoplysninger',
  'notice.terms': 'Vilkår for brug',
  'notice.operator.none': 'Partnerskabets sekretariat',
  'notice.contact.mail': 'Skriv til {mail}.',
  'notice.contact.none': 'Skriv til sekretariatet.',
  'notice.privacy.responsible': 'Hvem har ansvaret',
  'notice.privacy.responsible.text':
    '{operator} driver denne app for {partnership} og har ansvaret for de oplysninger, den behandler.',
  'notice.privacy.stored': 'Hvad gemmes',
  'notice.privacy.stored.person':
    'Om personer: navn, mailadresse, organisation, rolle i partnerskabet, sprog og det id, du har i Microsoft Entra.',
  'notice.privacy.stored.work':
    'Om arbejdet: bemærkninger og høringssvar, organisationens stemme, fremmøde i styregruppen, hvilke beskeder der er sendt til hvem, og et spor over, hvem der gjorde hvad hvornår.',
  'notice.privacy.stored.not':
    'Appen læser ikke jeres chat: den ser kun det, du skriver til den, og det, du trykker på i dens kort. Den sætter ingen cookies og følger dig ikke.',
  'notice.privacy.whom': 'Hvem ser det',
  'notice.privacy.whom.text':
    'Partnerskabets medlemmer og sekretariatet, hver efter sin rolle. Andre organisationers bemærkninger og svar i en intern høring vises først for medlemmerne, når fristen er gået, og hvordan andre har stemt, først når afstemningen er lukket.',
  'notice.privacy.whom.microsoft':
    'Kort og beskeder bæres af Microsoft Teams, log-ind af Microsoft Entra og mails af Microsoft 365, efter den ansvarliges aftale med Microsoft. Andre får intet fra appen.',
  'notice.privacy.long': 'Hvor længe',
  'notice.privacy.long.text':
    'Appen sletter ikke sager, og det, der står i en sags spor, kan ikke ændres: det er grundlaget for partnerskabets beslutninger. Hvor længe det skal gemmes, afgør den ansvarlige efter de regler, der gælder for myndigheders arkiver.',
  'notice.privacy.long.short': 'Serverens log indeholder ingen navne, tekster fra kort eller adgangsnøgler.',
  'notice.privacy.rights': 'Dine rettigheder',
  'notice.privacy.rights.text':
    'Du kan bede om at se, hvad der er gemt om dig, og om at få det rettet, slettet eller begrænset, så langt loven giver ret til det. {contact} Du kan klage til Datatilsynet.',
  'notice.terms.who': 'Hvem må bruge appen',
  'notice.terms.who.text':
    'Personer, som sekretariatet har registreret for en af partnerskabets organisationer. Adgangen er personlig og følger din konto i Microsoft Teams.',
  'notice.terms.meaning': 'Hvad et tryk betyder',
  'notice.terms.meaning.text':
    'En bemærkning, et høringssvar eller en stemme, du afgiver i appen, er afgivet på din organisations vegne og bliver registreret med dit navn og tidspunktet. Du handler efter den fuldmagt, du har hjemmefra.',
  'notice.terms.deadline': 'Frister',
  'notice.terms.deadline.text':
    'Frister er i dansk tid og måles med serverens ur. Virker appen ikke, når en frist nærmer sig, så sig det til sekretariatet, inden fristen er gået: det kan registrere et svar eller en stemme for dig.',
  'notice.terms.open': 'Offentlighed',
  'notice.terms.open.text':
    'Det, du skriver, kan blive omfattet af aktindsigt hos de myndigheder, der modtager det. Skriv ikke følsomme personoplysninger i en bemærkning eller et svar.',
  'notice.terms.asIs': 'Ansvar',
  'notice.terms.asIs.text':
    '{operator} driver appen for {partnership}. Den stilles til rådighed, som den er: der er ingen garanti for, at den altid er oppe. Programmet har åben kildekode under MIT-licensen.',
  'notice.terms.contact': 'Spørgsmål',
  'notice.terms.contact.text': '{contact}',
} as const;
