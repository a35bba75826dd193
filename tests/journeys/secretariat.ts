import type { Desk } from './desk.ts';
import { counted, gone, seen } from './until.ts';

interface Waiting {
  title: string;
  /** So many await an answer, and so many that have one stand above them. */
  awaiting: number;
  answered: number;
}

/** With the keys that the page itself names. */
export async function answerEveryComment(
  office: Desk,
  { title, awaiting, answered }: Waiting,
  response: string,
): Promise<void> {
  await office.openCase(title, 'Bemærkninger');
  const list = office.tab.getByRole('list', { name: 'Bemærkninger' });
  const unanswered = list.getByRole('button').filter({ hasText: 'ubesvaret' });
  const { keyboard } = office.page;
  await counted(unanswered, awaiting);
  await seen(office.tab.locator('.dispose textarea'));
  await list.getByRole('button').first().focus();
  for (let row = 1; row <= answered; row += 1) {
    await seen(list.locator(`li:nth-child(${row}) button:focus`));
    await keyboard.press('j');
  }
  for (let left = awaiting; left > 0; left -= 1) {
    // The focus comes to the next row by itself; before that a number would be a letter of the answer.
    await seen(list.locator('button:focus').filter({ hasText: 'ubesvaret' }));
    await keyboard.press(String((left % 4) + 1));
    await seen(office.tab.locator('.dispose textarea:focus'));
    await keyboard.type(response);
    await keyboard.press('Control+Enter');
    await seen(office.tab.getByText(`Kun ubesvarede (${left - 1})`));
  }
  await gone(unanswered);
}

/** Of the case that is open, from the draft with this number; how the new version is called. */
export async function addFinalProposal(office: Desk, title: string, draft: number): Promise<void> {
  await office.openPart('Dokumenter');
  await office.tab.getByRole('button', { name: 'Tilføj en version' }).click();
  await office.tab.getByLabel('Slags dokument').selectOption({ label: 'endeligt forslag' });
  await office.tab.getByRole('button', { name: `Hent rækkerne fra version ${draft}` }).click();
  await office.tab.getByLabel('Titel').fill(`${title}, endeligt forslag`);
  await office.tab.getByRole('button', { name: 'Gem versionen' }).click();
  await seen(office.tab.getByText(`Version ${draft + 1}: ${title}, endeligt forslag`));
}

export async function confirmRules(office: Desk): Promise<void> {
  await office.openTab('Forretningsorden');
  await office.tab.getByRole('button', { name: 'Bekræft reglerne' }).click();
  const form = office.tab.getByRole('form', { name: 'Bekræft reglerne' });
  await form.getByLabel('Medlemmer, der skal være til stede').selectOption({ label: 'intet krav' });
  await form.getByRole('button', { name: 'Bekræft reglerne' }).click();
  await seen(office.tab.getByText(/^Bekræftet \S+dag /));
}

/** The meeting that is shown comes into session; without it no vote has a button to press. */
export async function openSession(office: Desk): Promise<void> {
  await office.tab.getByRole('button', { name: 'Sæt mødet' }).click();
  await seen(office.tab.getByText('Mødet er sat', { exact: true }));
}

/** In the session that is open. */
export async function openVote(office: Desk): Promise<void> {
  await seen(office.tab.getByText('Mødet er sat', { exact: true }));
  await office.tab.getByRole('button', { name: 'Åbn afstemningen' }).click();
  const form = office.tab.getByRole('form', { name: 'Åbn afstemningen' });
  await form.getByRole('button', { name: 'Åbn afstemningen' }).click();
  await seen(office.tab.getByText('0 af 19 organisationer har stemt'));
}
