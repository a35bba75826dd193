import { isSomebody } from '../../process/frame/roles.ts';
import { personalConversations } from '../../store/reach/conversations.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import type { PersonRow } from '../../store/schema.ts';
import type { Call } from '../frame/act.ts';

type Met = Pick<PersonRow, 'id' | 'tenantId' | 'objectId' | 'organisationId' | 'secretariat' | 'leftAt'>;

/** The bot's first words to somebody of the register whom it can write to; once in a life. */
export async function greet(
  { trx, now }: Pick<Call<unknown>, 'trx' | 'now'>,
  person: Met | null,
): Promise<void> {
  if (!person?.tenantId || !person.objectId || !isSomebody(person)) return;
  // By mail it would be news of a chat that is not there.
  const [chat] = await personalConversations(trx, { tenantId: person.tenantId, objectId: person.objectId });
  if (chat)
    await tellPeople(
      trx,
      [person.id],
      { message: 'greeting', about: { kind: 'person', id: person.id } },
      now,
    );
}
