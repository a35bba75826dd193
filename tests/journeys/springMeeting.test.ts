import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { complaints } from './axe.ts';
import { submitLate } from './contact.ts';
import { bot, channel, type Desk } from './desk.ts';
import { Ground } from './ground.ts';
import { addFinalProposal, answerEveryComment, confirmRules, openSession, openVote } from './secretariat.ts';
import { promises } from './steps.ts';
import { filled, gone, seen } from './until.ts';

const remark = 'Kravet bør også gælde klude, der lejes hos et vaskeri.';
const tooLate = 'Denne bemærkning kommer et minut for sent.';
const meeting = /^Styregruppemøde, forår \d+$/;
const refused = 'Det blev ikke gennemført';
const sum = '4 for, 1 imod, 0 undlod at stemme, 1 inhabil, 13 afgav ikke stemme, af 19';
const choices = ['For', 'Imod', 'Undlader', 'Inhabil'];

describe('the spring meeting, from the last answers to the vote', () => {
  const ground = new Ground();
  const kept = promises(ground, 'springMeeting');
  /** Members take turns at one window; the secretariat has its own, with the tab open all day. */
  let member: Desk;
  let office: Desk;

  beforeAll(async () => {
    await ground.open();
    member = await ground.desk();
    office = await ground.desk();
  });
  afterAll(() => ground.close());

  const toMeeting = async (role: string, organisation: string): Promise<void> => {
    await member.become(role, organisation);
    await member.openChat(meeting);
  };
  const ballot = (desk = member) => desk.message('Afstemning: indkøbsmål 5');

  test(
    'staff of a member write a comment in the card; the receipt has its number',
    kept(async () => {
      await member.become('Rengøringskonsulent', 'Herning Kommune');
      await member.openChat(bot);
      const card = await member.card('Intern høring: indkøbsmål 5');
      await card.getByRole('button', { name: 'Skriv en bemærkning' }).click();
      await card.getByLabel('Underpunkt').selectOption({ label: '5.f Klude og mopper' });
      await card.getByLabel('Type').selectOption({ label: 'Teknisk' });
      await card.getByRole('textbox', { name: 'Bemærkning' }).fill(remark);
      await member.press(card, 'Gem bemærkning');
      await seen(card.getByText(/Gemt kl\. \d\d\.\d\d: bemærkning H\d+-\d+ til 5\.f\./));
      await seen(card.getByText('Den kan rettes eller trækkes tilbage, indtil jeres svar er afgivet'));
    }),
  );

  test(
    'another organisation’s contact answers without remarks in one click',
    kept(async () => {
      await member.become('Indkøbschef', 'Syddjurs Kommune');
      await member.openChat(bot);
      const card = await member.card('Intern høring: indkøbsmål 5');
      await member.press(card, 'Ingen bemærkninger');
      await seen(card.getByText(/Afgivet .*: jeres svar, ingen bemærkninger\./));
    }),
  );

  test(
    'staff who may not answer are told who does',
    kept(async () => {
      await member.become('Indkøber', 'Roskilde Kommune');
      await member.openChat(channel);
      const card = await member.card('Intern høring: indkøbsmål 5');
      await member.press(card, 'Ingen bemærkninger');
      await seen(member.message(refused).getByText(/Svaret afgives af Indkøbschef, Roskilde Kommune/));
    }),
  );

  test(
    'another member does not see the comment before the deadline',
    kept(async () => {
      await member.become('Indkøber', 'Aarhus Kommune');
      await member.openCase('Rengøring', 'Bemærkninger');
      await seen(member.tab.getByText('Andres bemærkninger vises, når svarfristen er forbi.'));
      await member.settled();
      await gone(member.tab.getByText(remark));
    }),
  );

  test(
    'a comment sent after the deadline is refused, and what was typed is kept',
    kept(async () => {
      await member.become('Rengøringskonsulent', 'Herning Kommune');
      await member.openChat(bot);
      const card = await member.card('Intern høring: indkøbsmål 5');
      await card.getByRole('button', { name: 'Skriv en til' }).click();
      await card.getByRole('textbox', { name: 'Bemærkning' }).fill(tooLate);
      await office.become('Sekretariatsleder', 'sekretariatet');
      await office.moveClock(ground.day, '12:01');
      await member.press(card, 'Gem bemærkning');
      await seen(card.getByText(/Høringen sluttede .* kl\. 12\.00\. Din bemærkning er ikke gemt\./));
      await filled(card.getByLabel('Din bemærkning'), tooLate);
    }),
  );

  test(
    'what was written in time and waited for the contact, the contact still submits, late',
    kept(() => submitLate(member, { contact: 'Udbudskonsulent', of: 'Herning Kommune', remark })),
  );

  test(
    'after the deadline the other member reads the comment',
    kept(async () => {
      await member.become('Indkøber', 'Aarhus Kommune');
      await member.openCase('Rengøring', 'Bemærkninger');
      await seen(member.tab.getByText(remark));
    }),
  );

  test(
    'the secretariat answers every comment from the keyboard',
    kept(() => answerEveryComment(office, { title: 'Rengøring', awaiting: 9, answered: 0 }, 'Tak, rettet.')),
  );

  test(
    'the vote cannot be opened yet, and the page says what is missing',
    kept(async () => {
      await office.openPart('Afstemning');
      await office.tab.getByRole('button', { name: 'Åbn afstemningen' }).click();
      for (const missing of ['Forretningsordenen er ikke', 'møde er ikke åbnet', 'ikke et endeligt forslag'])
        await seen(office.tab.getByText(missing));
    }),
  );

  test(
    'the final proposal is made from the draft',
    kept(() => addFinalProposal(office, 'Rengøring', 4)),
  );

  test(
    'the rules of procedure are confirmed',
    kept(() => confirmRules(office)),
  );

  test(
    'session and vote are opened; the card stands in the meeting’s chat',
    kept(async () => {
      await office.moveClock(ground.day, '13:00');
      await office.openCase('Rengøring', 'Afstemning');
      await openSession(office);
      await openVote(office);
      await toMeeting('Indkøbschef', 'Aarhus Kommune');
      await seen(ballot());
      for (const choice of choices) await seen(ballot().getByRole('button', { name: choice, exact: true }));
    }),
  );

  test(
    'somebody who is not in the meeting is refused and told the ways out',
    kept(async () => {
      await member.press(ballot(), 'For');
      await seen(member.message(refused).getByText(/Gå ind i mødet og prøv igen, eller bed sekretariatet/));
      await member.press(member.message(refused), 'Tilbage');
      await seen(ballot());
    }),
  );

  test(
    'a deputy is refused beside the representative, and votes without',
    kept(async () => {
      await toMeeting('Indkøbschef', 'Odense Kommune');
      await member.attend(true);
      await toMeeting('Indkøbskonsulent', 'Odense Kommune');
      await member.attend(true);
      await member.press(ballot(), 'For');
      await seen(member.message(refused).getByText('Repræsentanten for Odense Kommune er til stede i mødet'));
      await toMeeting('Indkøbschef', 'Odense Kommune');
      await member.attend(false);
      await toMeeting('Indkøbskonsulent', 'Odense Kommune');
      await member.press(member.message(refused), 'Tilbage');
      await member.press(ballot(), 'For');
      await seen(ballot().getByText(/Odense Kommune stemmer for \(stedfortræder/));
    }),
  );

  test(
    'a representative in the meeting votes, and changes their mind',
    kept(async () => {
      await toMeeting('Indkøbschef', 'Aarhus Kommune');
      await member.attend(true);
      await member.press(ballot(), 'Imod');
      await seen(ballot().getByText(/Aarhus Kommune stemmer imod/));
      await member.press(ballot(), 'For');
      await seen(ballot().getByText(/Aarhus Kommune stemmer for \(kl\. \d\d\.\d\d\)\. Kan ændres/));
    }),
  );

  test(
    'axe has nothing to say about the ballot in the chat and the open vote in the tab',
    kept(async () => {
      expect([...(await complaints(member)), ...(await complaints(office))]).toEqual([]);
    }),
  );

  test(
    'a member with an interest declares it',
    kept(async () => {
      await toMeeting('Indkøbsdirektør', 'Region Midtjylland');
      await member.attend(true);
      await member.press(ballot(), 'Inhabil');
      await seen(ballot().getByText(/Region Midtjylland er inhabil/));
    }),
  );

  test(
    'two windows pressing at once and twice cast one ballot',
    kept(async () => {
      await toMeeting('Indkøbschef', 'Egedal Kommune');
      await member.attend(true);
      const other = await ground.desk();
      await other.become('Indkøbschef', 'Egedal Kommune');
      await other.openChat(meeting);
      const buttons = [member, other].map((desk) =>
        ballot(desk).getByRole('button', { name: 'For', exact: true }),
      );
      for (const button of buttons) await seen(button);
      await Promise.all(buttons.map((button) => button.dblclick()));
      for (const desk of [member, other]) await seen(ballot(desk).getByText(/Egedal Kommune stemmer for/));
      await seen(office.tab.getByText('4 af 19 organisationer har stemt'));
      await other.page.context().close();
    }),
  );

  test(
    'whom the secretariat marks as present may vote from where they are',
    kept(async () => {
      await office.tab.getByRole('button', { name: 'Markér til stede Sønderborg Kommune' }).click();
      await seen(office.tab.getByRole('button', { name: 'Markér ikke til stede Sønderborg Kommune' }));
      await toMeeting('Indkøbschef', 'Sønderborg Kommune');
      await member.press(ballot(), 'For');
      await seen(ballot().getByText(/Sønderborg Kommune stemmer for/));
    }),
  );

  test(
    'a ballot given by phone is recorded, and the organisation sees it',
    kept(async () => {
      await office.tab.getByRole('button', { name: 'Registrér stemme Middelfart Kommune' }).click();
      const form = office.tab.getByRole('form', { name: 'Stemme på vegne af Middelfart Kommune' });
      await form.getByLabel('Imod').check();
      await form.getByLabel('på telefon').check();
      await form.getByRole('button', { name: 'Registrér stemmen' }).click();
      await seen(office.tab.getByText('6 af 19 organisationer har stemt'));
      await member.become('Indkøbschef', 'Middelfart Kommune');
      await member.openChat(bot);
      await seen(
        member.message('Sekretariatet har registreret en stemme for Middelfart Kommune på jeres vegne.'),
      );
    }),
  );

  test(
    'the chat shows the result by organisation, with the arithmetic',
    kept(async () => {
      await office.tab.getByRole('button', { name: 'Luk afstemningen' }).click();
      const form = office.tab.getByRole('form', { name: 'Luk afstemningen' });
      await form.getByRole('button', { name: 'Bekræft' }).click();
      await toMeeting('Indkøbschef', 'Aarhus Kommune');
      const result = member.message('Godkendt: indkøbsmål 5');
      await seen(result.getByText(sum));
      await seen(result.getByText(/For \(4\):/));
      await seen(result.getByText(/Odense Kommune/));
    }),
  );

  test(
    'the tab shows the same result',
    kept(async () => {
      await seen(office.tab.getByText(sum));
      const table = office.tab.getByRole('table', { name: 'Stemmer efter organisation' });
      await seen(table.getByRole('row', { name: /Odense Kommune For stedfortræder/ }));
      await seen(
        table.getByRole('row', { name: /Middelfart Kommune Imod på telefon, registreret af sekretariatet/ }),
      );
      await seen(table.getByRole('row', { name: /Region Midtjylland Inhabil/ }));
    }),
  );

  test(
    'axe has nothing to say about the result in the chat and in the tab',
    kept(async () => {
      expect([...(await complaints(member)), ...(await complaints(office))]).toEqual([]);
    }),
  );

  test(
    'the trail of the case is whole',
    kept(async () => {
      await office.openPart('Spor');
      await seen(office.tab.getByText(/Kæden er hel: \d+ hændelser er regnet efter\./));
      expect([...member.complaints, ...office.complaints]).toEqual([]);
    }),
  );
});
