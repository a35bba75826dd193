import { gone, seen, type Desk } from './desk.ts';

/** With the keys the page itself names; how many there were. */
export async function answerEveryComment(office: Desk, title: string, response: string): Promise<number> {
  await office.openTab('Arbejdsgrupper', title, 'Bemærkninger');
  const comments = office.tab.getByRole('list', { name: 'Bemærkninger' });
  const waiting = comments.getByText('ubesvaret');
  await seen(waiting);
  const total = await waiting.count();
  const press = (key: string): Promise<void> => office.page.keyboard.press(key);
  const rows = await comments.getByRole('button').allTextContents();
  await comments.getByRole('button').first().focus();
  for (let at = rows.findIndex((row) => row.includes('ubesvaret')); at > 0; at -= 1) await press('j');
  await seen(comments.locator('button:focus', { hasText: 'ubesvaret' }));
  for (let left = total; left > 0; left -= 1) {
    await press(String((left % 4) + 1));
    await office.page.keyboard.type(response);
    await press('Control+Enter');
    await seen(office.tab.getByText(left === 1 ? 'Kun ubesvarede (0)' : `Kun ubesvarede (${left - 1})`));
  }
  await gone(waiting);
  return total;
}

/** From the draft with this number; how the new version is called. */
export async function addFinalProposal(office: Desk, title: string, draft: number): Promise<void> {
  await office.openTab('Dokumenter');
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

/** The session first: without it the vote has no button to press. */
export async function openVote(office: Desk, title: string): Promise<void> {
  await office.openTab('Arbejdsgrupper', title, 'Afstemning');
  const open = office.tab.getByRole('button', { name: 'Sæt mødet' });
  const isOpen = office.tab.getByText('Mødet er sat', { exact: true });
  await seen(open.or(isOpen));
  if (await open.isVisible()) await open.click();
  await seen(isOpen);
  await office.tab.getByRole('button', { name: 'Åbn afstemningen' }).first().click();
  const form = office.tab.getByRole('form', { name: 'Åbn afstemningen' });
  await form.getByRole('button', { name: 'Åbn afstemningen' }).click();
  await seen(office.tab.getByText('0 af 19 organisationer har stemt'));
}
