import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { docx } from '../support/documents.ts';
import { complaints } from './axe.ts';
import { bot, type Desk } from './desk.ts';
import { Ground } from './ground.ts';
import { addFinalProposal, answerEveryComment, confirmRules, openSession, openVote } from './secretariat.ts';
import { promises } from './steps.ts';
import { answerPollOnCard, calledTo, dayOf, consentIn, nextWeek, takeMonday } from './times.ts';
import { counted, seen, textOf, until } from './until.ts';

const name = 'Ekstraordinært styregruppemøde';
const newcomer = 'Klimakonsulent, Herning Kommune';
const remark = 'Skrevet af den nye kollega.';

describe('from the team to a vote at a meeting whose time was found', () => {
  const ground = new Ground();
  const kept = promises(ground, 'connected');
  const week = nextWeek();
  let member: Desk;
  let office: Desk;
  /** The best time, as the page says it. */
  let settled = '';

  beforeAll(async () => {
    await ground.open();
    member = await ground.desk();
    office = await ground.desk();
  });
  afterAll(() => ground.close());

  const ballot = () => member.message('Afstemning: indkøbsmål 6');
  const search = async (desk: Desk): Promise<void> => {
    await desk.openTab('Møder');
    const searches = desk.tab.getByRole('region', { name: 'Møder, der søges en tid til' });
    await searches.getByRole('link', { name }).click();
  };

  test(
    'somebody who is added to the team is shown to the secretariat within seconds',
    kept(async () => {
      await office.become('Sekretariatsleder', 'sekretariatet');
      await office.openTab('Medlemmer');
      await member.become('Indkøbschef', 'Herning Kommune');
      await member.see('Team');
      const form = member.page.locator('.team-form');
      await form.getByLabel('Rolle').fill('Klimakonsulent');
      await form.getByLabel('Organisation', { exact: true }).fill('Herning Kommune');
      await form.getByLabel('Mailadresse').fill('klimakonsulent@herning-kommune.example');
      await form.getByRole('button', { name: 'Føj en person til' }).click();
      await seen(office.tab.getByRole('heading', { level: 3, name: newcomer }));
    }),
  );

  test(
    'confirmed by the secretariat, they comment on the open hearing at once',
    kept(async () => {
      await office.tab.getByRole('button', { name: `Registrér ${newcomer}` }).click();
      const form = office.tab.getByRole('form', { name: `Registrér ${newcomer}` });
      await form.getByLabel('Organisation').selectOption({ label: 'Herning Kommune' });
      await form.getByRole('button', { name: `Registrér ${newcomer}` }).click();
      await seen(office.tab.getByText('Personen er registreret.').first());
      await member.become('Klimakonsulent', 'Herning Kommune');
      await member.openCase('Rengøring');
      await member.tab.getByRole('button', { name: 'Skriv en bemærkning' }).click();
      const comment = member.tab.getByRole('form', { name: 'Skriv en bemærkning' });
      await comment.getByRole('textbox', { name: 'Bemærkning' }).fill(remark);
      await comment.getByRole('button', { name: 'Send bemærkningen' }).click();
      await seen(member.tab.getByRole('listitem').filter({ hasText: remark }));
    }),
  );

  test(
    'given a seat in a working group, they are reached in the chat, and the group’s channel shows the case',
    kept(async () => {
      await office.openCase('Børneartikler', 'Arbejdsgruppe');
      await office.tab.getByRole('button', { name: 'Opret arbejdsgruppen' }).click();
      await seen(office.tab.getByRole('link', { name: 'Åbn kanalen i Teams' }));
      await office.tab.getByRole('button', { name: 'Tilføj en person' }).click();
      const form = office.tab.getByRole('form', { name: 'Tilføj en person' });
      await form.getByLabel('Person').selectOption({ label: newcomer });
      await form.getByRole('radio', { name: 'miljø og indkøb' }).check();
      await form.getByRole('button', { name: 'Tilføj en person' }).click();
      const seat = office.tab.getByRole('listitem').filter({ hasText: newcomer });
      await seen(seat.getByText('Nås i chatten.'));
      expect(await complaints(office)).toEqual([]);
      await member.see('Team');
      await member.page.getByRole('button', { name: 'Forløbet' }).click();
      await seen(member.tab.getByRole('heading', { level: 1, name: '6 Børneartikler' }));
    }),
  );

  test(
    'a file of the case is copied to the folder of the channel, and a member fetches it as it came in',
    kept(async () => {
      const report = { name: 'Baggrundsrapport.docx', mimeType: 'application/octet-stream' };
      const buffer = docx('Rapporten, som den blev skrevet.');
      await office.openPart('Dokumenter');
      await office.tab.locator('input[type=file]').setInputFiles({ ...report, buffer });
      await office.tab.getByRole('button', { name: 'Læg filen ind' }).click();
      await seen(office.tab.getByText('Også i kanalens mappe'));
      expect(await complaints(office)).toEqual([]);
      await member.openPart('Dokumenter');
      const kept = member.page.waitForEvent('download');
      await member.tab.getByRole('button', { name: `Hent ${report.name}` }).click();
      expect(await readFile(await (await kept).path())).toEqual(buffer);
    }),
  );

  test(
    'a time is looked for in the calendars: no time at which the chair is taken comes before one at which she is free',
    kept(async () => {
      await takeMonday(ground.url, 'Indkøbschef, Københavns Kommune', week.monday);
      await office.openTab('Møder');
      await office.tab.getByRole('button', { name: 'Find en tid' }).click();
      const form = office.tab.getByRole('form', { name: 'Find en tid' });
      await form.getByLabel('Mødets navn').fill(name);
      await form.getByLabel('Tidligst den').fill(week.monday);
      await form.getByLabel('Senest den').fill(week.friday);
      await form.getByLabel('Svar senest').fill(week.respondBy);
      await form.getByLabel('Dagsorden').fill('1. Børneartikler');
      await form.getByRole('button', { name: 'Find en tid' }).click();
      await seen(office.tab.getByText('Læste kalendere: 1. Kan ikke læses: 18.'));
      const times = office.tab.locator('.rated');
      await seen(times.last().filter({ hasText: /^mandag.*Formandskabet kan ikke/ }));
      await seen(times.first().filter({ hasNotText: 'Formandskabet kan ikke' }));
    }),
  );

  test(
    'axe has nothing to say about the times',
    kept(async () => expect(await complaints(office)).toEqual([])),
  );

  test(
    'those whose calendar cannot be read are asked',
    kept(async () => {
      await office.tab.getByRole('button', { name: 'Spørg om tid' }).click();
      const form = office.tab.getByRole('form', { name: 'Spørg om tid' });
      await form.getByRole('button', { name: 'Spørg om tid' }).click();
      await seen(office.tab.getByText('0 af 18 har svaret.'));
    }),
  );

  test(
    'whose calendar is here fills in from it, once Microsoft has asked; a guest is told to tick themselves',
    kept(async () => {
      await member.become('Indkøbschef', 'Københavns Kommune');
      await search(member);
      await member.tab.getByRole('button', { name: 'Udfyld ud fra min kalender' }).click();
      await consentIn(member);
      await seen(member.tab.getByText('Din kalender er ledig på 4 af 4 tider'));
      await counted(member.tab.getByRole('checkbox', { checked: true }), 4);
      await seen(office.tab.getByText('0 af 18 har svaret.'));
      expect(await complaints(member)).toEqual([]);
      await member.become('Indkøbschef', 'Aarhus Kommune');
      await search(member);
      await member.tab.getByRole('button', { name: 'Udfyld ud fra min kalender' }).click();
      await seen(member.tab.getByText('Din kalender ligger i din egen organisation'));
    }),
  );

  test(
    'one answers on the card, one in the tab; both read what was received',
    kept(async () => {
      await member.become('Indkøbschef', 'Aarhus Kommune');
      await member.openChat(bot);
      await answerPollOnCard(member, name, 1);
      await member.become('Indkøbschef', 'Odense Kommune');
      await member.openTab('Mine opgaver');
      const task = member.tab.getByRole('main').getByRole('link', { name: `Sig, hvornår du kan: ${name}` });
      await task.click();
      await member.tab.getByRole('checkbox').nth(1).check();
      await member.tab.getByRole('button', { name: 'Send svar' }).click();
      await seen(member.tab.getByText(/^Modtaget .*: du kan 1 af 4 tider\.$/));
      await seen(office.tab.getByText('2 af 18 har svaret.'));
    }),
  );

  test(
    'the answers turn the order, and the best time is settled',
    kept(async () => {
      const best = office.tab.locator('.rated').first().filter({ hasText: '3 kan, 16 ved vi ikke' });
      settled = await textOf(best.getByRole('heading'));
      await best.getByRole('button', { name: /^Fastlæg/ }).click();
      await seen(best.getByText('19 personer indkaldes: de får mødet i deres kalender'));
      await best.getByRole('form').getByRole('button', { name: 'Bekræft' }).click();
      await seen(office.tab.getByText('Mødet er fastlagt', { exact: true }));
    }),
  );

  test(
    'the meeting is in the calendar with everybody called, and the bot comes into its chat by itself',
    kept(async () => {
      await office.tab.getByRole('link', { name: 'Se mødet' }).click();
      await seen(office.tab.getByText(settled));
      await seen(office.tab.getByText(/Mødet er i deltagernes kalender\.\s+Botten er i mødets chat\./));
      await until(async () => (await calledTo(ground.url, name)).size === 19, '19 who are called');
      await member.openChat(bot);
      await seen(member.message(name).getByText('Indkaldelse'));
    }),
  );

  test(
    'the case is made ready, and a vote is opened in the meeting’s session',
    kept(async () => {
      await answerEveryComment(office, { title: 'Børneartikler', awaiting: 2, answered: 2 }, 'Tak, rettet.');
      await addFinalProposal(office, 'Børneartikler', 1);
      await confirmRules(office);
      // A meeting is put in session on its own day.
      await office.moveClock(await dayOf(ground.url, name), '09:00');
      await office.openTab('Møder');
      // The search has the meeting's name too, until the page has heard that it is settled.
      const toCome = office.tab.getByRole('region', { name: 'Kommende møder' });
      await toCome.getByRole('link', { name }).click();
      await openSession(office);
      await office.openCase('Børneartikler', 'Afstemning');
      await openVote(office);
    }),
  );

  test(
    'the vote runs in the chat of that meeting',
    kept(async () => {
      for (const [organisation, choice] of [
        ['Aarhus Kommune', 'For'],
        ['Odense Kommune', 'Imod'],
        ['Københavns Kommune', 'For'],
      ] as const) {
        await member.become('Indkøbschef', organisation);
        await member.openChat(name);
        await member.attend(true);
        await member.press(ballot(), choice);
        await seen(ballot().getByText(new RegExp(`${organisation} stemmer ${choice.toLowerCase()}`)));
      }
      await seen(office.tab.getByText('3 af 19 organisationer har stemt'));
    }),
  );

  test(
    'its result stands there, and the trail of the case is whole',
    kept(async () => {
      await office.tab.getByRole('button', { name: 'Luk afstemningen' }).click();
      const form = office.tab.getByRole('form', { name: 'Luk afstemningen' });
      await form.getByRole('button', { name: 'Bekræft' }).click();
      await seen(member.message('Godkendt: indkøbsmål 6').getByText('2 for, 1 imod, 0 undlod'));
      await office.openPart('Spor');
      await seen(office.tab.getByText(/Kæden er hel: \d+ hændelser er regnet efter\./));
      expect([...member.complaints, ...office.complaints]).toEqual([]);
    }),
  );
});
