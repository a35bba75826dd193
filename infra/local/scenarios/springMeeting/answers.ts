export type Remark = {
  clause?: string;
  type: 'general' | 'technical' | 'editorial';
  text: string;
  proposedChange?: string;
};
export type Answer = {
  from: string;
  /** Days after the opening. */
  day: number;
  /** cards: in Teams; tab: over HTTP; mail: typed in by the secretariat. */
  door: 'card' | 'tab' | 'mail';
  remarks: Remark[];
  submit: boolean;
  reservation?: string;
  jointWith?: string;
};

/** Ten of nineteen have answered when the day begins; two have written without submitting. All of it is made up. */
export const answers: Answer[] = [
  { from: 'Egedal Kommune', day: 3, door: 'card', remarks: [], submit: true },
  {
    from: 'Aarhus Kommune',
    day: 6,
    door: 'card',
    remarks: [
      {
        clause: '5.f',
        type: 'technical',
        text: 'Vores vaskeri oplever, at mopper kasseres før 300 vaske på grund af slid i kanten. Kravet bør følge en prøvningsmetode, ellers kan det ikke kontrolleres.',
        proposedChange: 'Tilføj: målt efter en anerkendt standard, som leverandøren angiver.',
      },
      {
        clause: '5.d',
        type: 'general',
        text: 'God skærpelse. Kan vejledningen også foreligge på engelsk og polsk? Det er de sprog, mange medarbejdere læser.',
      },
    ],
    submit: true,
  },
  { from: 'Ishøj Kommune', day: 9, door: 'card', remarks: [], submit: true },
  {
    from: 'Region Midtjylland',
    day: 12,
    door: 'card',
    remarks: [
      {
        clause: '5.e',
        type: 'technical',
        text: 'På hospitalerne bruges desinfektionsmidler med farve, så man kan se, hvor der er behandlet. De bør undtages.',
        proposedChange: 'Tilføj: Kravet omfatter ikke desinfektionsmidler.',
      },
      {
        clause: '5.i',
        type: 'general',
        text: 'Opgørelsen bør kunne sammenlignes mellem medlemmer. Vi foreslår et fælles skema.',
      },
    ],
    submit: true,
    reservation: 'Svaret afgives med forbehold for politisk godkendelse i regionsrådet.',
  },
  {
    from: 'Københavns Kommune',
    day: 15,
    door: 'tab',
    remarks: [
      {
        clause: '5.h',
        type: 'technical',
        text: 'Anbefalingen om genanvendt plast kan blive et krav. Flere leverandører oplyser, at de kan levere det i dag.',
        proposedChange: 'Dunke og flasker skal bestå af mindst 50 procent genanvendt plast.',
      },
    ],
    submit: true,
  },
  {
    from: 'Sønderborg Kommune',
    day: 17,
    door: 'mail',
    remarks: [
      {
        clause: '5.a',
        type: 'editorial',
        text: 'Skriv generationsnummeret på miljømærket ét sted, så det er let at rette.',
      },
    ],
    submit: true,
  },
  {
    from: 'Albertslund Kommune',
    day: 20,
    door: 'card',
    remarks: [
      {
        clause: '5.k',
        type: 'general',
        text: 'Hver fjortende dag passer ikke til små institutioner uden depot. Formuleringen »efter aftale« bør med.',
        proposedChange: 'Varer bør leveres samlet og højst hver fjortende dag, medmindre andet aftales.',
      },
    ],
    submit: true,
    jointWith: 'Gladsaxe Kommune',
  },
  { from: 'Middelfart Kommune', day: 22, door: 'card', remarks: [], submit: true },
  {
    from: 'Odense Kommune',
    day: 24,
    door: 'card',
    remarks: [
      {
        clause: '5.j',
        type: 'technical',
        text: 'Oplæring hvert andet år er dyrt ved stor udskiftning. Foreslår et kort kursus ved ansættelse og genopfriskning efter behov.',
      },
    ],
    submit: true,
  },
  {
    from: 'Frederiksberg Kommune',
    day: 25,
    door: 'card',
    remarks: [
      { type: 'general', text: 'Udkastet er let at læse. Et stikordsregister vil hjælpe dem, der udbyder.' },
    ],
    submit: false,
  },
  {
    from: 'VIA University College',
    day: 26,
    door: 'card',
    remarks: [
      {
        clause: '5.g',
        type: 'editorial',
        text: '»Tørre og fugtige metoder« bør forklares med et eksempel.',
      },
    ],
    submit: false,
  },
];
