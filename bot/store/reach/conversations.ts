import { columnsOf, listOf } from '../frame/columns.ts';
import { rowsOf, type Reader, type Trx } from '../frame/database.ts';
import type { ConversationRow } from '../schema.ts';
import type { Account } from '../frame/tenants.ts';

/** Refreshed from every activity: service addresses move, and only an authenticated activity may move them. */
export async function putConversation(trx: Trx, row: ConversationRow): Promise<void> {
  const { id: _, ...rest } = row;
  await trx
    .insertInto('conversation')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
    .execute();
}

export async function conversationById(db: Reader, id: string): Promise<ConversationRow | null> {
  return (
    (await db
      .selectFrom('conversation')
      .select(columnsOf('conversation'))
      .where('id', '=', id)
      .executeTakeFirst()) ?? null
  );
}

export async function forget(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('conversation').where('id', '=', id).execute();
}

/** A person may have been met before being registered, so the account is what binds them to a chat. */
export const chatOf = (person: string): string =>
  `kind = 'personal' and object_id = ${person}.object_id and lower(tenant_id) = ${person}.tenant_id`;

const selectPersonal = `
  select ${listOf('conversation', 'c')} from conversation c
  where c.kind = 'personal' and c.object_id = $1 and lower(c.tenant_id) = $2`;

export const personalConversations = (
  db: Reader,
  { tenantId, objectId }: Account,
): Promise<ConversationRow[]> => rowsOf<ConversationRow>(db, selectPersonal, [objectId, tenantId]);

export function sharedConversations(db: Reader, kind: 'team' | 'meeting'): Promise<ConversationRow[]> {
  return db.selectFrom('conversation').select(columnsOf('conversation')).where('kind', '=', kind).execute();
}

/** Meeting chats the bot is in that no meeting claims: the secretariat picks. */
export function unclaimedMeetingChats(db: Reader): Promise<ConversationRow[]> {
  return db
    .selectFrom('conversation')
    .leftJoin('meeting', 'meeting.conversationId', 'conversation.id')
    .select(columnsOf('conversation'))
    .where('conversation.kind', '=', 'meeting')
    .where('meeting.id', 'is', null)
    .execute();
}
