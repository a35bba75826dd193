import { bot, type Desk } from './desk.ts';
import { seen } from './until.ts';

interface Waiting {
  contact: string;
  of: string;
  remark: string;
}

/** After the deadline, from the card of the invitation. */
export async function submitLate(member: Desk, { contact, of, remark }: Waiting): Promise<void> {
  await member.become(contact, of);
  await member.openChat(bot);
  const card = await member.card('Intern høring: indkøbsmål 5');
  await member.press(card, 'Vis vores bemærkninger');
  await seen(card.getByText(remark));
  await card.getByRole('button', { name: 'Afgiv vores svar' }).click();
  await member.press(card, 'Afgiv svaret');
  await seen(card.getByText(new RegExp(`^Svaret fra ${of} er afgivet`)));
}
