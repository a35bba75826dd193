/** Every refusal and finding of the closed list, in words: why, and what to do. Then the rule of a vote. */
export const refusals = {
  'refusal.invalidInput': 'Det kunne ikke gemmes: {detail}. Ret det, og prøv igen.',
  'refusal.notSignedIn': 'Du er ikke logget ind. Åbn appen i Teams.',
  'refusal.tooManyRequests':
    'Der kom for mange forespørgsler på kort tid. Intet er ændret. Prøv igen om {seconds} sek.',
  'refusal.organisationNeeded': 'Sekretariatet svarer ikke selv. Angiv, hvilken organisation det gælder.',
  'refusal.secretariatHasNoBallot':
    'Sekretariatet har ingen stemme. Registrér stemmen på vegne af den organisation, der har afgivet den.',
  'refusal.notRegistered':
    'Du er ikke registreret hos et medlem af partnerskabet. Skriv til sekretariatet, som kan registrere dig.',
  'refusal.secretariatOnly': 'Det kan kun sekretariatet gøre.',
  'refusal.secretariatOrChair': 'Det kan kun sekretariatet eller formandskabet gøre.',
  'refusal.chairOnly': 'Det kan kun formandskabet gøre.',
  'refusal.notYourOrganisation': 'Det hører til en anden organisation end din.',
  'refusal.notContact':
    'Svaret afgives af {contact}, som er kontaktperson for {organisation}. Bed kontaktpersonen om at afgive det.',
  'refusal.notContact.nobody':
    'Ingen kan afgive svaret for {organisation} lige nu: der er hverken en kontaktperson, en repræsentant eller en stedfortræder. Sekretariatet udpeger en ny; skriv til det.',
  'refusal.notYourComment': 'Bemærkningen hører til en anden organisation end din.',
  'refusal.notEntitled':
    'Du kan ikke stemme her: {organisation} har ikke dig som repræsentant eller stedfortræder i denne afstemning. Skriv til sekretariatet, hvis det er en fejl.',
  'refusal.notEntitled.replaced':
    'Du er ikke længere repræsentant for {organisation}. Pladsen har nu {name}. En stemme, du har afgivet, gælder, til den nye repræsentant ændrer den.',
  'refusal.notInElectorate':
    'Din organisation var ikke medlem, da afstemningen åbnede, og har derfor ingen stemme i den.',
  'refusal.representativePresent':
    'Repræsentanten for {organisation} er til stede i mødet og afgiver stemmen. Stedfortræderen kan stemme, når repræsentanten ikke er til stede.',
  'refusal.deputyNotAllowed': 'Efter forretningsordenen kan en stedfortræder ikke stemme.',
  'refusal.unknownAct': 'Handlingen findes ikke.',
  'refusal.unknownView': 'Siden findes ikke.',
  'refusal.notFound': 'Det, du leder efter, findes ikke, eller du har ikke adgang til det.',
  'refusal.alreadyExists': 'Det findes allerede: {what}.',
  'refusal.keyUsed':
    'Denne anmodning er allerede brugt til noget andet. Intet er gjort nu. Genindlæs, og prøv igen.',
  'refusal.personElsewhere': 'Personen hører til en anden organisation.',
  'refusal.tenantNotLetIn':
    'Appen lukker ingen ind fra Entra-tenanten {tenantId}. Den, der driver appen, bestemmer hvilke.',
  'refusal.accountLinked': 'Personen har allerede en konto i teamet. Sekretariatet kan kun knytte én.',
  'refusal.personLeft':
    '{name} er ikke længere med i partnerskabet. Registrér personen igen, hvis det ikke passer.',
  'refusal.withoutPlace': '{name} hører ikke til en medlemsorganisation. Der er ingen plads at afslutte.',
  'refusal.placeOfSecretariat':
    '{name} hører til sekretariatet. Hvem der gør det, bestemmes i Entra og i appens opsætning, ikke her.',
  'refusal.secretariatHoldsNoSeat':
    '{name} hører til sekretariatet, som fører sagerne og ikke stemmer eller svarer. Vælg en anden, eller tag personen ud af sekretariatet først.',
  'refusal.nothingHeld': 'Der er ingen ændring, som venter på bekræftelse.',
  'refusal.directoryNotConnected':
    'Appen er ikke forbundet med et team eller en gruppe i Entra. Det sættes op af den, der driver appen.',
  'refusal.hearingClosed':
    'Høringen sluttede {deadlineAt}. Det er ikke gemt. Skriv til sekretariatet, hvis det skal behandles som et for sent svar.',
  'refusal.hearingClosed.over':
    'Høringen sluttede {deadlineAt}. Fristen kan ikke flyttes mere, og ingen kan mindes om den.',
  'refusal.hearingClosed.ahead':
    'Høringen sluttede {deadlineAt}. Skriv til sekretariatet, hvis noget skal behandles som et for sent svar.',
  'refusal.deadlinePassed': 'Fristen skal ligge i fremtiden.',
  'refusal.deadlineNotLater': 'Den nye frist skal ligge efter den nuværende, {deadlineAt}.',
  'refusal.deadlineMoved':
    'En anden har flyttet svarfristen, siden du så den: den er nu {deadlineAt}. Intet er ændret nu. Vælg igen, hvis den skal flyttes mere.',
  'refusal.clauseUnknown': 'Underpunkt {clause} findes ikke i denne version.',
  'refusal.duplicateClause': 'Underpunkt {clause} står der to gange.',
  'refusal.commentWithdrawn': 'Bemærkningen {ref} er trukket tilbage.',
  'refusal.commentChanged':
    'Bemærkning {ref} er ændret, siden du læste den. Intet er gemt nu. Læs den, som den står, og tryk igen, hvis det stadig passer.',
  'refusal.commentAnswered':
    'En anden har besvaret {ref}, siden du læste den. Dit svar er ikke gemt. Læs det andet svar; gemmer du igen, træder dit i stedet.',
  'refusal.answerMoved':
    'Jeres svar eller bemærkninger er ændret, siden du så dem. Intet er afgivet nu. Se, hvordan de er, og tryk igen, hvis det stadig passer.',
  'refusal.commentNumbersUsed':
    'Høringen har ikke flere numre til bemærkninger. Bemærkningen er ikke gemt. Send den til sekretariatet i en mail.',
  'refusal.commentsEnough':
    '{organisation} har skrevet {most} bemærkninger i høringen, også dem, der er trukket tilbage, og flere kan der ikke være. Bemærkningen er ikke gemt. Føj den til en, I har skrevet, eller send den til sekretariatet i en mail.',
  'refusal.answerSubmitted':
    'Svaret for {organisation} er afgivet {submittedAt}. Kontaktpersonen kan ændre det til fristen.',
  'refusal.answerSubmitted.left':
    'Bemærkningen er afgivet med et svar for {organisation}. Kun kontaktpersonen kan rette den eller trække den tilbage.',
  'refusal.receivedBeforeOpening':
    'Det kan ikke være kommet før høringen, som blev åbnet {openedAt}. Ret tidspunktet.',
  'refusal.notYourOrganisation.written':
    'Det er skrevet for en anden organisation end den, du hører til nu. Intet er gemt. Åbn høringen igen, og skriv det der, hvis det gælder din organisation nu.',
  'refusal.answerInTime':
    '{organisation} har svaret i tide, og det svar står. Det, der kom for sent, træder ikke i stedet: skriv det ind som bemærkninger, så står de ved siden af svaret som for sent.',
  'refusal.answerInTime.reservation':
    'Jeres svar er afgivet i tide og bliver stående, som det er. Forbeholdet kan ikke ændres mere, og intet er afgivet nu. Afgiv bemærkningerne alene, eller skriv til sekretariatet om forbeholdet.',
  'refusal.answerHasComments':
    '{organisation} har bemærkninger i høringen ({count} fra alle i organisationen). Afgiv svaret med bemærkninger, eller træk dem tilbage først.',
  'refusal.answerWithoutComments':
    '{organisation} har ingen bemærkninger i høringen endnu. Skriv en bemærkning, eller svar uden bemærkninger.',
  'refusal.jointUnknown':
    '{organisation} kan ikke være med i det fælles svar: det skal være en anden organisation, som er medlem.',
  'refusal.jointLate':
    'Høringen er slut, så ingen kan spørges om et fælles svar mere. Intet er afgivet nu. Afgiv svaret alene.',
  'refusal.noJointProposal':
    'Der er ikke et forslag om fælles svar til jer i denne høring nu. Det kan være trukket tilbage.',
  'refusal.jointWhich': 'Flere har foreslået jer et fælles svar: {organisations}. Vælg, hvilket det gælder.',
  'refusal.jointChanged':
    '{organisation} har ændret svaret, siden I så det. Intet er ændret hos jer. Se det nye svar, og vælg igen.',
  'refusal.versionElsewhere': 'Versionen hører til et andet forløb.',
  'refusal.gateNotMet': 'Det kan ikke ske endnu. Der mangler noget.',
  'refusal.reasonNeeded': 'Det kræver en begrundelse, som bliver logget.',
  'refusal.meetingTimes': 'Mødet skal slutte, efter det begynder.',
  'refusal.sessionOpen': 'Mødet er allerede åbnet.',
  'refusal.sessionClosed': 'Mødet er ikke åbnet. Sekretariatet eller formandskabet åbner det.',
  'refusal.meetingOtherDay':
    'Mødet er planlagt til {startsAt} og kan ikke sættes i dag. Holdes det nu, så ret tidspunktet først.',
  'refusal.meetingOtherDay.over':
    'Mødet var planlagt til {startsAt} og kan ikke sættes mere. Skal der besluttes noget, så indkald et nyt møde.',
  'refusal.voteOpen': 'Der er en åben afstemning i mødet. Luk den først.',
  'refusal.voteClosed.statement':
    'Afstemningen lukkede {closedAt}. Mindretalsudtalelsen er ikke gemt. Stemmen imod gælder, som den stod.',
  'refusal.voteClosed': 'Afstemningen lukkede {closedAt}. Din stemme er ikke talt med.',
  'refusal.meetingOver':
    'Mødet sluttede {overAt}, og der stemmes kun i mødet. Stemmen er ikke registreret. Sekretariatet eller formandskabet lukker afstemningen, eller åbner mødet igen, hvis det fortsætter.',
  'refusal.meetingOver.statement':
    'Mødet sluttede {overAt}, og mindretalsudtalelsen er ikke gemt. Stemmen imod gælder, som den står. Skal udtalelsen med, så bed sekretariatet eller formandskabet åbne mødet igen, før afstemningen lukkes.',
  'refusal.meetingOver.ahead':
    'Mødet sluttede {overAt}, og der stemmes kun i mødet. Sekretariatet eller formandskabet lukker afstemningen, eller åbner mødet igen, hvis det fortsætter.',
  'refusal.notInMeeting.statement':
    'Mødet sluttede i Teams {overAt}, så mindretalsudtalelsen kan ikke gemmes herfra. Stemmen imod gælder, som den står. Bed sekretariatet markere jer til stede nu, eller åbne mødet igen, og gem så.',
  'refusal.notInMeeting.over':
    'Mødet sluttede i Teams {overAt}, så din stemme kan ikke afgives herfra. Bed sekretariatet registrere den nu, eller åbne mødet igen.',
  'refusal.notInMeeting':
    'Stemmer afgives i mødet, og Teams melder, at du ikke er med lige nu. Gå ind i mødet og prøv igen, eller bed sekretariatet registrere dig som til stede.',
  'refusal.presenceUnknown':
    'Teams kunne ikke svare på, om du er med i mødet, så stemmen er ikke registreret. Prøv igen om lidt, eller bed sekretariatet registrere dig som til stede.',
  'refusal.presenceUnclear':
    'Reglen tæller, hvem der er til stede, og Teams kan ikke sige det om {organisations}. Afstemningen er stadig åben. Prøv igen om lidt, eller registrér, om de er til stede, og luk så.',
  'refusal.voteClosed.ahead': 'Afstemningen lukkede {closedAt}.',
  'refusal.recusedYourself':
    'Du har meldt dig inhabil i sagen, og det gælder, til gruppen bestemmer andet. Den anden, der kan stemme for jer, kan afgive stemmen. Bestemmer gruppen, at du ikke er inhabil, så registrerer sekretariatet stemmen for jer.',
  'refusal.statementChanged':
    'Mindretalsudtalelsen for {organisation} er ændret, siden du så den. Intet er gemt nu. Læs den, som den er; trykker du igen, træder din i stedet.',
  'refusal.statementOnlyAgainst': 'En mindretalsudtalelse kan kun følge en stemme imod.',
  'refusal.noTieToDecide': 'Der er ikke stemmelighed at afgøre.',
  'refusal.noTieToDecide.over':
    'Der er åbnet en senere afstemning i sagen, og det er den, der gælder. Stemmeligheden afgøres ikke mere.',
  'refusal.secretNotOffered':
    'Hemmelig afstemning kan ikke vælges. Stemmerne er åbne og står ved hver organisation.',
  'refusal.conversationUnknown': 'Botten er ikke med i den chat. Tilføj den til mødet først.',
  'refusal.nothingToResend': 'Der er ingen mislykkede beskeder at sende igen.',
  'refusal.unexpected':
    'Noget gik galt hos os. Intet er ændret. Oplys nummeret {requestId}, hvis du skriver til sekretariatet.',
  'refusal.unavailable':
    'Appen kan ikke svare lige nu. Dette forsøg har ikke ændret noget. Prøv igen om lidt. Oplys nummeret {requestId}, hvis du skriver til sekretariatet.',
  'refusal.outcomeUnknown':
    'Forbindelsen blev afbrudt, mens det blev gemt, og vi ved endnu ikke, om det lykkedes. Se efter, før du gør det igen. Oplys nummeret {requestId}, hvis du skriver til sekretariatet.',
  'finding.versionMissing': 'Der er ingen version af forslaget at høre om.',
  'finding.shortHearing.day': 'Høringen varer {days} dag; normalt er det mindst {least}.',
  'finding.shortHearing': 'Høringen varer {days} dage; normalt er det mindst {least}.',
  'finding.acrossJuly': 'Høringen løber ind i juli.',
  'finding.internalHearingMissing': 'Den interne høring er ikke holdt.',
  'finding.hearingStillOpen': 'En høring er stadig åben.',
  'finding.commentsUnanswered': 'Ubesvarede bemærkninger: {count}. Hver bemærkning skal besvares.',
  'finding.partiesMissing': 'Der er ingen høringsparter på høringslisten.',
  'finding.publicPageMissing':
    'Der er endnu ingen offentlig høringsside i appen, så en branchehøring kan ikke åbnes her.',
  'finding.notInSession': 'Styregruppens møde er ikke åbnet.',
  'finding.notSteeringGroup': 'Det er ikke et møde i styregruppen.',
  'finding.notFinalVersion': 'Det er ikke et endeligt forslag.',
  'finding.olderVersion': 'Der er et nyere endeligt forslag.',
  'finding.rulesUnconfirmed': 'Forretningsordenen er ikke bekræftet af sekretariatet.',
  'finding.noElectorate': 'Ingen medlemmer er registreret.',
  'finding.voteAlreadyOpen': 'Der er allerede en åben afstemning om forslaget.',
  'finding.alreadyDecided': 'Forslaget er allerede godkendt.',
  'finding.tieUndecided':
    'En afstemning i sagen endte med stemmelighed, og formandskabet har ikke afgjort den endnu.',
  'finding.representativeLeft': 'Repræsentanten for {organisations} er ikke længere med og kan ikke stemme.',
  'finding.notSpringMeeting': 'Det er ikke forårsmødet.',
  'rule.base.cast': 'afgivne stemmer (for og imod)',
  'rule.base.present': 'tilstedeværende medlemmer',
  'rule.base.members': 'alle medlemmer',
  'rule.threshold.simple': 'Godkendt, når flere end halvdelen af {base} er for.',
  'rule.threshold.2/3': 'Godkendt, når mindst to tredjedele af {base} er for.',
  'rule.threshold.3/4': 'Godkendt, når mindst tre fjerdedele af {base} er for.',
  'rule.tie.notCarried': 'Stemmelighed: ikke godkendt.',
  'rule.tie.chairDecides': 'Stemmelighed: formandskabet afgør.',
  'rule.quorum.none': 'Intet krav om fremmøde.',
  'rule.quorum': 'Mindst {percent} % af medlemmerne skal være til stede.',
  'rule.deputies.yes': 'Stedfortræder kan stemme.',
  'rule.deputies.no': 'Stedfortræder kan ikke stemme.',
  'rule.open': 'Åben afstemning.',
  'arithmetic.counts':
    '{for} for, {against} imod, {abstain} undlod at stemme, {recused}, {silent} afgav ikke stemme, af {entitled}',
  'arithmetic.recused': '{count} inhabile',
  'arithmetic.recused.one': '1 inhabil',
  'arithmetic.tied': 'stemmelighed, formandskabet afgør',
  'arithmetic.inquorate': '{present} til stede, {needed} kræves → ikke beslutningsdygtig',
  'arithmetic.carried': 'godkendt',
  'arithmetic.notCarried': 'ikke godkendt',
  'arithmetic.byChair': 'stemmelighed, afgjort af formandskabet',
} as const;
