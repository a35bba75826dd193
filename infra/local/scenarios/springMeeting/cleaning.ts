type Clause = { number: string; kind: 'requirement' | 'recommendation'; heading: string; text: string };

const labels =
  'Svanemærkets kriterier for rengøringsmidler, generation 6, krav O5-O29, eller EU-Blomstens kriterier for rengøringsmidler til hårde overflader, version 2.1, kriterium 1-4 og 6';

/**
 * Practice text in our own words. The numbers of the labels' criteria, goal 5 and clause 5.a come from the public page
 * named in data/pogi.json; everything else is made up for the walk.
 */
export const cleaningDraft: Clause[] = [
  {
    number: '5.a',
    kind: 'requirement',
    heading: 'Universal- og rengøringsmidler',
    text: `Universalrengøringsmidler, glasrengøringsmidler og sanitetsrengøringsmidler skal opfylde ${labels}. Dokumentation: gyldig licens eller tilsvarende dokumentation fra en uafhængig tredjepart.`,
  },
  {
    number: '5.b',
    kind: 'requirement',
    heading: 'Gulvplejemidler',
    text: 'Midler til daglig gulvpleje må ikke indeholde stoffer, der er klassificeret som kræftfremkaldende, mutagene eller reproduktionsskadelige i kategori 1 eller 2. Polish og voks skal kunne fjernes uden ammoniak.',
  },
  {
    number: '5.c',
    kind: 'requirement',
    heading: 'Opvaskemidler',
    text: 'Midler til håndopvask og maskinopvask i institutionskøkkener skal bære et type 1-miljømærke eller dokumentere, at mærkets krav er opfyldt. Doseringen pr. vask skal fremgå af emballagen.',
  },
  {
    number: '5.d',
    kind: 'requirement',
    heading: 'Dosering',
    text: 'Koncentrerede midler skal leveres med doseringsudstyr, der kan indstilles til vandets hårdhed. Vejledningen skal være på dansk og med billeder.',
  },
  {
    number: '5.e',
    kind: 'requirement',
    heading: 'Parfume og farvestoffer',
    text: 'Midler til daglig rengøring i dagtilbud, skoler og på hospitaler skal være uden tilsat parfume og uden farvestoffer.',
  },
  {
    number: '5.f',
    kind: 'requirement',
    heading: 'Klude og mopper',
    text: 'Klude og mopper af tekstil skal kunne tåle mindst 300 vaske ved 60 grader uden at miste mere end 10 procent af deres opsugningsevne. Leverandøren oplyser prøvningsmetoden.',
  },
  {
    number: '5.g',
    kind: 'recommendation',
    heading: 'Rengøring med mindre kemi',
    text: 'Ordregiver bør vælge metoder, hvor tørre og fugtige metoder går forud for våde, og hvor rent vand anvendes, når hygiejnen tillader det.',
  },
  {
    number: '5.h',
    kind: 'recommendation',
    heading: 'Emballage',
    text: 'Dunke og flasker bør bestå af mindst 50 procent genanvendt plast og kunne tømmes helt. Leverandøren bør tilbyde at tage tom emballage retur.',
  },
  {
    number: '5.i',
    kind: 'requirement',
    heading: 'Opgørelse af kemikalieforbrug',
    text: 'Ved køb af rengøringstjenester skal leverandøren hvert år opgøre forbruget af rengøringsmidler i liter koncentrat pr. 1.000 kvadratmeter og fordele det på produkttype.',
  },
  {
    number: '5.j',
    kind: 'requirement',
    heading: 'Oplæring',
    text: 'Personale, der gør rent efter kontrakten, skal være oplært i dosering, sikkerhed og sortering af affald, inden arbejdet begynder, og derefter hvert andet år.',
  },
  {
    number: '5.k',
    kind: 'recommendation',
    heading: 'Levering',
    text: 'Varer bør leveres samlet og højst hver fjortende dag. Leverancer til samme adresse bør kunne samles med andre kontrakter.',
  },
];

/** What the working group wrote first: two clauses fewer, and milder in 5.f. */
export const cleaningFirstDraft: Clause[] = cleaningDraft
  .filter(({ number }) => number !== '5.j' && number !== '5.k')
  .map((clause) =>
    clause.number === '5.f' ? { ...clause, text: clause.text.replace('300', '200') } : clause,
  );

export const cleaningLetter = `Arbejdsgruppen for indkøbsmål 5, Rengøring, sender hermed sit udkast i intern høring hos alle medlemmer.

Vi beder især om bemærkninger til 5.e om parfume og farvestoffer og til 5.f om klude og mopper, hvor kravet er skærpet siden det første udkast. Skriv gerne et forslag til ny tekst.

Medarbejdere kan skrive bemærkninger hver for sig. Medlemmets kontaktperson afgiver ét samlet svar inden fristen. Sekretariatet besvarer hver bemærkning.

Dette er en øvelse: teksten er skrevet til formålet.`;

export const cleaningTerms: Clause[] = [
  {
    number: '1',
    kind: 'requirement',
    heading: 'Formål',
    text: 'Arbejdsgruppen reviderer indkøbsmål 5, Rengøring, så det følger de gældende miljømærkekriterier og omfatter rengøringstjenester.',
  },
  {
    number: '2',
    kind: 'requirement',
    heading: 'Afgrænsning',
    text: 'Vinduespolering udvendigt og skadeservice er ikke omfattet.',
  },
];

export const cleaningBackground: Clause[] = [
  {
    number: '1',
    kind: 'recommendation',
    heading: 'Baggrund',
    text: 'Indkøbsmålet blev publiceret i maj 2023. Henvisningerne til Svanemærket og EU-Blomsten skal efterses ved hver ny generation.',
  },
];
