/** A hearing that is over, with remarks that wait for their answer. Practice texts. */
export const childrenDraft = [
  {
    number: '1.1',
    kind: 'requirement',
    heading: 'Lovlighed og mærkning',
    text: 'Produkterne skal være lovligt markedsført i EU og bære den mærkning, som reglerne for produkttypen kræver.',
  },
  {
    number: '1.2',
    kind: 'requirement',
    heading: 'Farlige produkter',
    text: 'Produkterne må ikke stå på myndighedernes lister over farlige produkter på leveringstidspunktet.',
  },
  {
    number: '2.1',
    kind: 'requirement',
    heading: 'Svanemærket, EU-Blomsten eller andre type 1-miljømærker',
    text: 'Legetøj skal opfylde Svanemærkets kriterier for legetøj, generation 3, krav O2-O82, eller et andet type 1-miljømærke med tilsvarende krav.',
  },
];

export const childrenLetter =
  'Udkast til revideret indkøbsmål 6, Børneartikler, sendes i intern høring. Sekretariatet besvarer hver bemærkning. Dette er en øvelse: teksten er skrevet til formålet.';

export const childrenComments = [
  {
    from: 'Roskilde Kommune',
    clause: '2.1',
    type: 'technical',
    text: 'Kravet bør også omfatte madrasser og puder til dagtilbud.',
    proposedChange: 'Legetøj, madrasser og puder skal opfylde …',
    disposition: 'partly',
    response: 'Puder medtages. Madrasser har egne kriterier og tages op ved næste revidering.',
  },
  {
    from: 'Syddjurs Kommune',
    clause: '1.2',
    type: 'general',
    text: 'Hvem kontrollerer listerne, og hvor ofte?',
    disposition: 'noted',
    response: 'Ordregiver kontrollerer ved tildeling. Vejledningen får et afsnit om det.',
  },
  {
    from: 'Region Syddanmark',
    clause: '2.1',
    type: 'editorial',
    text: 'Skriv »eller tilsvarende« efter miljømærkerne.',
    disposition: null,
    response: null,
  },
  {
    from: 'Odense Kommune',
    clause: '1.1',
    type: 'general',
    text: 'Henvis til de regler, der er tale om, så leverandøren kan se dem ét sted.',
    disposition: null,
    response: null,
  },
] as const;
