export const answerWords = {
  'card.hearing.answersFor': 'Svarer for',
  'card.hearing.oneAnswer': '{organisation} – ét samlet svar',
  'card.hearing.oneAnswerEach': 'Hver organisation – ét samlet svar',
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
  'card.late.closed.answer': 'Høringen sluttede {at}. Jeres svar er ikke afgivet nu.',
  'card.late.summary.answer': 'Høringen om {subject} er slut; jeres svar er ikke afgivet nu',
  'card.answer.changeInTab': 'Ret vores svar i fanen',
  'card.joint.said': '{by} har afgivet et fælles høringssvar, som også er på vegne af {organisation}.',
  'card.joint.choice':
    'Er det aftalt, skal I ikke gøre mere. Ellers kan I afgive jeres eget svar inden {at} eller skrive til {by}.',
  'card.joint.show': 'Se eller ret vores svar',
  'card.joint.summary': '{by} har svaret også på jeres vegne om {subject}',
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
  'card.late.closed.joint': 'Høringen sluttede {at}. Jeres svar på forslaget om fælles svar er ikke gemt.',
  'card.late.summary.joint': 'Høringen om {subject} er slut; svaret på forslaget er ikke gemt',
  'card.answer.late.beside':
    'Bemærkninger, I ikke har afgivet ({count}), afgives for sent. Jeres svar er afgivet i tide og står, som det er. Bemærkningerne kan ikke ændres bagefter.',
  'card.answer.late.submits':
    'Svaret afgives for sent, med jeres bemærkninger. Det kan ikke ændres bagefter.',
  'card.answer.sendLate': 'Afgiv bemærkningerne for sent',
  'card.answer.giveLate': 'Afgiv bemærkninger for sent',
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
  'event.answerSubmitted': '{organisation} har afgivet svar',
  'event.answerChanged': 'Svaret fra {organisation} følger bemærkningerne',
  'refusal.commentAnswered':
    'En anden har besvaret {ref}, siden du læste den. Dit svar er ikke gemt. Læs det andet svar; gemmer du igen, træder dit i stedet.',
  'refusal.answerMoved':
    'Jeres svar eller bemærkninger er ændret, siden du så dem. Intet er afgivet nu. Se, hvordan de er, og tryk igen, hvis det stadig passer.',
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
};

/** What the tab says of it: no more than that comes along with a page. */
export const answerTab = {
  'tab.answer': 'Svar',
  'tab.answer.details': 'Nærmere',
  'tab.answer.submittedAt': 'Afgivet',
  'tab.answer.sealed':
    'Indtil svarfristen ser hver organisation kun sit eget svar. Derefter ser alle medlemmer alle svar.',
  'tab.answer.with': 'sammen med {names}',
  'tab.answer.reservationIs': 'forbehold: {text}',
  'tab.answer.uninvited': 'ikke inviteret',
  'tab.answer.fromMailOnly': 'bemærkninger skrevet ind fra en mail, uden et samlet svar',
  'tab.answer.mine': 'Svar fra {organisation}',
  'tab.answer.state': 'Afgivet: {state}, {at}.',
  'tab.answer.notYet': 'Svaret er ikke afgivet.',
  'tab.answer.waits': 'Bemærkninger, som kun I selv ser, indtil kontaktpersonen afgiver svaret: {count}.',
  'tab.answer.waitsLate':
    'Bemærkninger, som aldrig blev afgivet, og som kun I selv ser: {count}. Kontaktpersonen kan stadig afgive dem; svaret er så for sent.',
  'tab.answer.mailLate':
    'Bemærkninger, som ikke er med i det fælles svar, og som kun I selv ser: {count}. Skal de med, så send dem til sekretariatet i en mail.',
  'tab.answer.contact': '{name} afgiver svaret for organisationen.',
  'tab.answer.submit': 'Afgiv vores svar',
  'tab.answer.resubmit': 'Afgiv svaret igen',
  'tab.answer.submittedDone': 'Svaret er afgivet.',
  'tab.answer.intro':
    'Svaret gælder for hele {organisation}. I har skrevet bemærkninger ({count}). Svaret kan afgives igen indtil svarfristen.',
  'tab.answer.position': 'Vores svar er',
  'tab.answer.position.theirs': 'Svaret er',
  'tab.answer.fromMail': 'Skriv et svar ind fra en mail',
  'tab.answer.reservation': 'Politisk forbehold',
  'tab.answer.reservationHint': 'Hvis svaret venter på en politisk behandling.',
  'tab.answer.joint': 'Fælles svar med',
  'tab.comments.onlyUnanswered': 'Kun ubesvarede ({count})',
  'tab.comments.unanswered': 'ubesvaret',
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
  'joint.waiting': 'har ikke taget stilling',
  'joint.accepted': 'er med',
  'joint.fell': 'sagde ja før en ændring, spurgt igen',
  'joint.declined': 'er ikke med',
};
