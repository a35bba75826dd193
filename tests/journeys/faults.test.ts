import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { channel, type Desk } from './desk.ts';
import { Ground } from './ground.ts';
import { promises } from './steps.ts';
import { gone, seen } from './until.ts';

describe('messages that do not get through', () => {
  const ground = new Ground();
  const kept = promises(ground, 'faults');
  let member: Desk;
  let office: Desk;

  beforeAll(async () => {
    await ground.open();
    member = await ground.desk();
    office = await ground.desk();
  });
  afterAll(() => ground.close());

  const turn = async (name: string, on: boolean): Promise<void> => {
    await member.page.getByRole('switch', { name, checked: !on }).click();
    await seen(member.page.getByRole('switch', { name, checked: on }));
  };
  const clear = async (): Promise<void> => {
    await member.page.getByRole('button', { name: 'Slå alle fejl fra' }).click();
    await gone(member.page.getByRole('switch', { checked: true }));
  };
  const extend = async (until: string): Promise<void> => {
    await office.tab.getByRole('button', { name: 'Forlæng svarfristen' }).click();
    const form = office.tab.getByRole('form', { name: 'Forlæng svarfristen' });
    await form.getByLabel('Ny svarfrist').fill(until);
    await form.getByRole('button', { name: 'Forlæng svarfristen' }).click();
    await gone(form);
  };
  const day = (later: number) => DateTime.fromISO(ground.day).plus({ days: later }).toISODate() ?? '';
  const count = (text: RegExp) => office.tab.getByRole('status').filter({ hasText: text });

  test(
    'a hearing is extended, and everybody is told',
    kept(async () => {
      await office.become('Sekretariatsleder', 'sekretariatet');
      await office.openCase('Rengøring', 'Høringer');
      await extend(`${day(2)}T12:00`);
      await office.tab.getByText('Hvem har fået besked').click();
      await office.tab.getByLabel('Vis også dem, der nåede frem').check();
      // Whoever looks for somebody in so long a list searches the page, and then all of its rows are there.
      await office.tab.getByLabel('Vis også dem, der nåede frem').press('Control+f');
      await seen(office.tab.getByRole('row', { name: /Indkøbschef, Roskilde Kommune .*ny svarfrist/ }));
      await seen(count(/ 0 på vej, 0 ikke nået frem\./));
    }),
  );

  test(
    'Teams is busy, and one contact has blocked the bot',
    kept(async () => {
      await member.become('Indkøbschef', 'Roskilde Kommune');
      await member.see('Fejl');
      await turn('For mange beskeder (429)', true);
      await seen(member.page.getByText('Gælder for: alle'));
      await member.page.getByRole('radio', { name: 'kun Indkøbschef, Roskilde Kommune' }).check();
      await turn('Botten er blokeret (403)', true);
      await seen(member.page.getByText('Gælder for: Indkøbschef, Roskilde Kommune'));
    }),
  );

  test(
    'a reminder to those who have not answered waits while Teams is busy',
    kept(async () => {
      // On a day on which the clock has reminded nobody yet: by itself it does so within a minute, and never twice.
      await office.moveClock(day(1), '09:00');
      await office.tab.getByRole('button', { name: 'Send påmindelse til dem, der mangler' }).click();
      await seen(office.tab.getByText('Påmindelsen er sat i gang.'));
      await seen(count(/ [1-9]\d* på vej/));
    }),
  );

  test(
    'when Teams takes messages again all arrive; who was not reached there got a mail',
    kept(async () => {
      await turn('For mange beskeder (429)', false);
      await seen(count(/ 0 på vej, 0 ikke nået frem\./));
      const row = office.tab.getByRole('row', { name: /Indkøbschef, Roskilde Kommune .*påmindelse/ });
      await seen(row.filter({ hasText: 'sendt som mail Personen har blokeret botten' }));
      await member.see('Mails');
      await member.page.getByRole('button', { name: /Til: indkoebschef@roskilde/ }).click();
      await seen(member.page.getByRole('heading', { level: 2, name: /Påmindelse/ }));
    }),
  );

  test(
    'a channel that the bot was taken out of is shown as not reached',
    kept(async () => {
      await member.see('Fejl');
      await clear();
      await member.page.getByRole('radio', { name: 'alle' }).check();
      await turn('Botten er ikke i samtalen (403)', true);
      await extend(`${day(2)}T23:00`);
      await seen(count(/ 0 på vej, 1 ikke nået frem\./));
      const row = office.tab.getByRole('row', { name: /teamets kanal .*ny svarfrist/ });
      await seen(row.getByText('nåede ikke frem'));
    }),
  );

  test(
    'sent again when the bot is back, the message stands in the channel',
    kept(async () => {
      await clear();
      await office.tab.getByRole('button', { name: 'Send igen til dem, der ikke blev nået' }).click();
      await seen(count(/ 0 på vej, 0 ikke nået frem\./));
      await member.openChat(channel);
      await seen(member.message('Sekretariatet har forlænget høringen.'));
    }),
  );
});
