/** When somebody's own calendar is asked for and cannot be read. */
export const ownCalendar = {
  'refusal.consentNeeded': 'Du har endnu ikke givet appen lov til at se, hvornår du er optaget.',
  'refusal.calendarUnreadable':
    'Din kalender ligger i din egen organisation og kan ikke læses herfra. Sæt selv kryds.',
  'refusal.calendarUnavailable': 'Din kalender svarede ikke. Prøv igen om lidt, eller sæt selv kryds.',
  'notice.privacy.stored.ownCalendar':
    'Beder du appen om at udfylde et svar ud fra din kalender, spørger den Microsoft i dit navn, hvornår du er optaget på de foreslåede tider. Det sker kun, når du har givet tilladelse hos Microsoft, og svaret gemmes ikke. Du kan altid trække din tilladelse tilbage på siden »Mine apps« hos Microsoft.',
} as const;
