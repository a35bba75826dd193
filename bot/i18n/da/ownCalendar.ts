/** When somebody's own calendar is asked for and cannot be read. */
export const ownCalendar = {
  'refusal.consentNeeded': 'Du har endnu ikke givet appen lov til at se, hvornår du er optaget.',
  'refusal.calendarUnreadable':
    'Din kalender ligger i din egen organisation og kan ikke læses herfra. Sæt selv kryds.',
  'refusal.calendarUnavailable': 'Din kalender svarede ikke. Prøv igen om lidt, eller sæt selv kryds.',
} as const;
