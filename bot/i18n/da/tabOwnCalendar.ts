/** Words of the tab about filling in a poll from one's own calendar. */
export const tabOwnCalendar = {
  'tab.own.fill': 'Udfyld ud fra min kalender',
  'tab.own.reading': 'Læser din kalender',
  'tab.own.filled':
    'Din kalender er ledig på {free} af {of} tider, og dem er der nu sat kryds ved. Kryds, du selv har sat, står der endnu. Se efter, om det passer, og send så svaret.',
  'tab.own.noneFree':
    'Din kalender er optaget på alle de tider, der er spurgt om. Der er ikke sat kryds. Kan du alligevel, så sæt selv kryds.',
  'tab.own.consent': 'Giv lov',
  'tab.own.consentWhy':
    'Microsoft spørger dig i et nyt vindue. Appen spørger kun, hvornår du er optaget på de tider, der er foreslået, og gemmer det ikke.',
  'tab.own.notGiven': 'Du gav ikke lov, så din kalender er ikke læst. Sæt selv kryds, eller prøv igen.',
  'tab.own.ended': 'Du kan lukke vinduet nu og gå tilbage til Teams.',
} as const;
