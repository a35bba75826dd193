export const hearingWords = {
  'card.cancel': 'Fortryd',
  'card.back': 'Tilbage',
  'card.hearing.heading': '{kind}: {subject}',
  'card.hearing.asks':
    'Sekretariatet beder om jeres bemærkninger til {document}. Sekretariatet besvarer hver bemærkning efter fristen.',
  'card.hearing.deadline': 'Svarfrist',
  'card.hearing.firstDeadline': 'Første frist',
  'card.hearing.document': 'Dokument',
  'card.hearing.answersFor': 'Svarer for',
  'card.hearing.submittedBy': 'Afgiver svaret',
  'card.hearing.contact': 'Spørgsmål til',
  'card.hearing.oneAnswer': '{organisation} – ét samlet svar',
  'card.hearing.oneAnswerEach': 'Hver organisation – ét samlet svar',
  'card.hearing.contactPerson': 'Organisationens kontaktperson',
  'card.hearing.you': 'Dig, som kontaktperson',
  'card.hearing.yoursUntil':
    'Alle i organisationen kan skrive bemærkninger. Kun I selv ser dem, indtil kontaktpersonen afgiver svaret. Derefter ser sekretariatet dem, og efter fristen alle medlemmer.',
  'card.hearing.write': 'Skriv en bemærkning',
  'card.hearing.writeMore': 'Skriv en til',
  'card.hearing.noRemarks': 'Ingen bemærkninger',
  'card.hearing.read': 'Læs udkastet',
  'card.hearing.showMine': 'Vis vores bemærkninger',
  'card.hearing.until': 'Svarfrist {at}',
  'card.hearing.closed':
    'Høringen sluttede {at}. Der kan ikke ændres mere. Sekretariatet besvarer hver bemærkning; svarene kan læses i fanen.',
  'card.hearing.latest': 'Jeres seneste bemærkninger',
  'card.hearing.yours': 'Jeres bemærkninger ({count})',
  'card.hearing.none': 'I har ikke skrevet bemærkninger.',
  'card.hearing.summary': 'Høring om {subject}: svar senest {at}',
  'card.hearing.plainText': '{kind} ({ref}) om {subject}. Svar senest {at}. Svar på kortet eller i fanen.',
  'card.hearing.mineSummary': 'Jeres svar i høringen om {subject}',
  'card.hearing.mineText': 'Jeres svar i høringen om {subject} kan ændres indtil {at}.',
  'card.hearing.nobodysText': 'Høringen om {subject} er åben indtil {at}.',
  'card.hearing.mineClosed': 'Høringen om {subject} sluttede {at}.',
  'card.comment.clause': 'Underpunkt',
  'card.comment.clauseNumber': 'Underpunkt (skriv nummeret, f.eks. 5.b; tomt felt er hele udkastet)',
  'card.comment.type': 'Type',
  'card.comment.typeMissing': 'Vælg en type.',
  'card.comment.text': 'Bemærkning',
  'card.comment.textHint': 'Hvad skal ændres, og hvorfor?',
  'card.comment.textMissing': 'Skriv bemærkningen, før du gemmer.',
  'card.comment.proposedChange': 'Forslag til ny tekst (valgfrit)',
  'card.comment.save': 'Gem bemærkning',
  'card.comment.saveEdit': 'Gem ændringen',
  'card.comment.edit': 'Ret',
  'card.comment.showMore': 'Vis flere af jeres bemærkninger',
  'card.comment.editRef': 'Ret {ref} eller træk den tilbage',
  'card.comment.withdraw': 'Træk tilbage',
  'card.edit.heading': 'Ret bemærkning {ref}',
  'card.edit.until': 'Kan rettes eller trækkes tilbage indtil {at}.',
  'card.edit.tooLong': 'Bemærkningen er for lang til at rette på kortet. Ret den i fanen.',
  'card.edit.inTab': 'Ret i fanen',
  'card.edit.stands': 'Sådan står den nu ({about}):',
  'card.edit.withdrawn': 'Bemærkning {ref} er trukket tilbage.',
  'card.edit.submitted':
    'Bemærkning {ref} er afgivet af jeres kontaktperson. Kun kontaktpersonen kan rette den eller trække den tilbage, senest {at}.',
  'card.edit.over': 'Bemærkning {ref} kan ikke rettes: høringen sluttede {at}.',
  'card.edit.notFound': 'Bemærkningen findes ikke blandt jeres. Høringens frist er {at}.',
  'card.receipt.saved': 'Gemt {time}: bemærkning {ref} til {about}.',
  'card.receipt.edited': 'Rettet {time}: bemærkning {ref} til {about}.',
  'card.receipt.withdrawn': 'Trukket tilbage {time}: bemærkning {ref}.',
  'card.receipt.submitted': 'Afgivet {time}: jeres svar, {state}.',
  'card.receipt.waits': '{contact} afgiver jeres svar. Indtil da ser kun I selv bemærkningen.',
  'card.receipt.waitsForContact':
    'Jeres kontaktperson afgiver svaret. Indtil da ser kun I selv bemærkningen.',
  'card.receipt.waitsForYou': 'Kun I selv ser bemærkningen, indtil du afgiver jeres svar.',
  'card.receipt.seen': 'Bemærkningen er med i jeres svar, som sekretariatet ser.',
  'card.receipt.until.saved': 'Den kan rettes eller trækkes tilbage indtil {at}.',
  'card.receipt.until.staff':
    'Den kan rettes eller trækkes tilbage, indtil jeres svar er afgivet, og senest {at}.',
  'card.receipt.until.edited': 'Den kan rettes igen eller trækkes tilbage indtil {at}.',
  'card.receipt.until.withdrawn': 'I kan skrive nye bemærkninger indtil {at}.',
  'card.receipt.until.submitted':
    'Svaret kan ændres indtil {at}. Derefter kan alle medlemmer se det, og sekretariatet besvarer bemærkningerne i høringen.',
  'card.answer.give': 'Afgiv vores svar',
  'card.answer.change': 'Ret vores svar',
  'card.answer.submit': 'Afgiv svaret',
  'card.answer.submitAgain': 'Afgiv det rettede svar',
  'card.answer.submits.withRemarks': 'Svaret afgives med jeres bemærkninger.',
  'card.answer.submits.noRemarks': 'Svaret afgives uden bemærkninger.',
  'card.answer.reservation': 'Politisk forbehold (valgfrit)',
  'card.answer.jointWith': 'Fælles svar sammen med (valgfrit)',
  'card.answer.submitted': 'Svaret fra {organisation} er afgivet {time}: {state}.',
  'card.answer.together': 'Sammen med: {names}.',
  'card.answer.reserved': 'Forbehold: {text}',
  'card.answer.changeable': 'Kontaktpersonen kan ændre det til fristen.',
  'card.answer.never': '{organisation} har ikke afgivet et samlet svar.',
  'card.answer.neverSent':
    '{organisation} har ikke afgivet svar. Bemærkninger, som ikke er afgivet ({count}), ser kun I selv. Kontaktpersonen kan stadig afgive dem; svaret er så for sent.',
  'card.answer.yoursToSubmit':
    'Svaret fra {organisation} er ikke afgivet endnu. Du afgiver det som kontaktperson.',
  'card.answer.submittedBy': 'Svaret fra {organisation} er ikke afgivet endnu. {contact} afgiver det samlet.',
  'card.answer.noContact':
    'Svaret fra {organisation} er ikke afgivet endnu. Der er ingen kontaktperson, så repræsentanten afgiver det samlet.',
  'card.answer.noOrganisation':
    'Du svarer ikke for et medlem i denne høring. Skriv til sekretariatet, hvis det er en fejl.',
  'card.late.closed.comment': 'Høringen sluttede {at}. Din bemærkning er ikke gemt.',
  'card.late.closed.change':
    'Høringen sluttede {at}. Din ændring er ikke gemt; bemærkningen står, som den stod.',
  'card.late.closed.withdrawal': 'Høringen sluttede {at}. Bemærkningen er ikke trukket tilbage.',
  'card.late.closed.answer': 'Høringen sluttede {at}. Jeres svar er ikke afgivet nu.',
  'card.late.stands': 'Det svar, I havde afgivet, gælder.',
  'card.late.still': 'Høringen sluttede {at}. Det, I skrev, kan stadig afgives som et for sent svar.',
  'card.late.whatNow': 'Skriv til sekretariatet, hvis det skal behandles som et for sent svar.',
  'card.late.whatNowText':
    'Skriv til sekretariatet, hvis det skal behandles som et for sent svar. Din tekst står stadig i feltet.',
  'card.late.summary.comment': 'Høringen om {subject} er slut; din bemærkning er ikke gemt',
  'card.late.summary.change': 'Høringen om {subject} er slut; din ændring er ikke gemt',
  'card.late.summary.withdrawal': 'Høringen om {subject} er slut; bemærkningen er ikke trukket tilbage',
  'card.late.summary.answer': 'Høringen om {subject} er slut; jeres svar er ikke afgivet nu',
  'card.answer.changeInTab': 'Ret vores svar i fanen',
  'card.reminder.missing':
    'Sekretariatet mangler svar fra {organisation}. Svar senest {at}. Har I ingen bemærkninger, så svar det.',
  'card.reminder.unsubmitted':
    'I har skrevet bemærkninger ({count}), men svaret fra {organisation} er ikke afgivet. Det skal ske senest {at}.',
  'card.reminder.summary': 'Påmindelse: svar om {subject} senest {at}',
  'card.reminder.plainText':
    'Sekretariatet mangler svar fra {organisation} i høringen om {subject}. Svar senest {at}.',
  'card.extended.said': 'Sekretariatet har forlænget høringen. Den nye svarfrist er {at}.',
  'card.extended.plainText': 'Sekretariatet har forlænget høringen om {subject}. Den nye svarfrist er {at}.',
  'card.extended.kept': 'Det, I allerede har skrevet, er gemt.',
  'card.extended.submitted': 'Jeres svar er afgivet og gælder. I kan ændre det til den nye frist.',
  'card.extended.summary': 'Ny svarfrist for {subject}: {at}',
  'card.joint.said': '{by} har afgivet et fælles høringssvar, som også er på vegne af {organisation}.',
  'card.joint.choice':
    'Er det aftalt, skal I ikke gøre mere. Ellers kan I afgive jeres eget svar inden {at} eller skrive til {by}.',
  'card.joint.show': 'Se eller ret vores svar',
  'card.joint.summary': '{by} har svaret også på jeres vegne om {subject}',
  'card.refusal.heading': 'Det blev ikke gennemført',
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
  'card.joint.stoodDrafts':
    'Høringen sluttede {at}, og {organisation} har intet svar. Bemærkninger, der ikke er afgivet ({count}), kan stadig afgives, for sent.',
  'event.sealedAnswersRead': 'Sekretariatet har set de svar i høringen, der er forseglet for medlemmerne',
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
  'event.hearingOpened': 'Høring H{number} åbnet, frist {deadline}',
  'event.deadlineExtended': 'Høringsfristen forlænget til {to}',
  'event.commentAdded': 'Bemærkning {ref} modtaget fra {organisation}',
  'event.commentEdited': 'Bemærkning {ref} rettet af {organisation}',
  'event.commentWithdrawn': 'Bemærkning {ref} trukket tilbage af {organisation}',
  'event.commentDisposed': 'Bemærkning {ref} besvaret',
  'event.commentsCameLate':
    '{organisation} har afgivet bemærkninger for sent; det svar, der kom i tide, står',
  'event.answerSubmitted': '{organisation} har afgivet svar',
  'event.answerChanged': 'Svaret fra {organisation} følger bemærkningerne',
  'event.missingReminded': 'Påmindelse sendt til dem, der mangler',
  'refusal.organisationNeeded': 'Sekretariatet svarer ikke selv. Angiv, hvilken organisation det gælder.',
  'refusal.notYourComment': 'Bemærkningen hører til en anden organisation end din.',
  'refusal.hearingClosed':
    'Høringen sluttede {deadlineAt}. Det er ikke gemt. Skriv til sekretariatet, hvis det skal behandles som et for sent svar.',
  'refusal.hearingClosed.over':
    'Høringen sluttede {deadlineAt}. Fristen kan ikke flyttes mere, og ingen kan mindes om den.',
  'refusal.hearingClosed.ahead':
    'Høringen sluttede {deadlineAt}. Skriv til sekretariatet, hvis noget skal behandles som et for sent svar.',
  'refusal.deadlineNotLater': 'Den nye frist skal ligge efter den nuværende, {deadlineAt}.',
  'refusal.deadlineMoved':
    'En anden har flyttet svarfristen, siden du så den: den er nu {deadlineAt}. Intet er ændret nu. Vælg igen, hvis den skal flyttes mere.',
  'refusal.clauseUnknown': 'Underpunkt {clause} findes ikke i denne version.',
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
  'refusal.receivedBeforeOpening':
    'Det kan ikke være kommet før høringen, som blev åbnet {openedAt}. Ret tidspunktet.',
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
  'finding.shortHearing.day': 'Høringen varer {days} dag; normalt er det mindst {least}.',
  'finding.shortHearing': 'Høringen varer {days} dage; normalt er det mindst {least}.',
  'finding.acrossJuly': 'Høringen løber ind i juli.',
  'finding.internalHearingMissing': 'Den interne høring er ikke holdt.',
  'finding.partiesMissing': 'Der er ingen høringsparter på høringslisten.',
  'finding.publicPageMissing':
    'Der er endnu ingen offentlig høringsside i appen, så en branchehøring kan ikke åbnes her.',
};
