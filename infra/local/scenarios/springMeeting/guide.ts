import type { Cast } from './people.ts';
import type { Step } from '../scenario.ts';

const nextMeeting = {
  view: 'tab',
  text: {
    da: 'Find en tid til næste møde under Møder: kalenderne læses, de andre spørges i chatten, og mødet lægges i alles kalender.',
    en: 'Find a time for the next meeting under Meetings: calendars are read, the others are asked in chat, and the meeting goes into everybody’s calendar.',
  },
} as const;

/** The walk from the last answers to the vote, in the order a day like this has. */
export function guideOf(cast: Cast): Step[] {
  const [leader] = cast.secretariat;
  const herning = cast.of('Herning Kommune');
  const aarhus = cast.of('Aarhus Kommune');
  const as = (person: { objectId: string } | null | undefined) => ({ objectId: person?.objectId ?? '' });
  return [
    {
      ...as(herning.staff),
      view: 'chat',
      text: {
        da: 'Herning Kommune har ikke svaret. Skriv en bemærkning i høringskortet som medarbejder.',
        en: 'Herning Kommune has not answered. Write a comment in the hearing card as a member of staff.',
      },
    },
    {
      ...as(herning.contact),
      view: 'chat',
      text: {
        da: 'Afgiv svaret for Herning Kommune som kontaktperson: skriv »mine opgaver«, og åbn høringen.',
        en: 'Submit the answer of Herning Kommune as its contact: write “my tasks” and open the hearing.',
      },
    },
    {
      ...as(leader),
      view: 'tab',
      text: {
        da: 'Stil uret over kl. 12, når fristen er udløbet. Besvar så alle bemærkninger i fanebladet som sekretariat, læg det endelige forslag ind, og bekræft forretningsordenen.',
        en: 'Set the clock past 12:00, when the deadline is over. Then, as the secretariat, answer every comment in the tab, add the final proposal, and confirm the rules of procedure.',
      },
    },
    {
      ...as(leader),
      view: 'meeting',
      text: {
        da: 'Stil uret til kl. 13. Start mødet, og luk deltagerne ind. Åbn mødet og afstemningen i fanebladet.',
        en: 'Set the clock to 13:00. Start the meeting and let the participants in. Open the session and the vote in the tab.',
      },
    },
    {
      ...as(aarhus.representative),
      view: 'chat',
      text: {
        da: 'Stem i mødets chat for Aarhus Kommune, og skift mening, før afstemningen lukkes.',
        en: 'Vote in the meeting chat for Aarhus Kommune, and change your mind before the vote closes.',
      },
    },
    { ...as(leader), ...nextMeeting },
  ];
}
