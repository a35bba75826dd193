import { randomUUID } from 'node:crypto';
import { WireError, type Call, type Reply } from '../network/http.ts';
import { personAt } from '../people/people.ts';
import type { World } from '../world.ts';

type Address = { emailAddress?: { name?: string; address?: string } };
type SendMail = {
  message?: {
    subject?: string;
    body?: { contentType?: string; content?: string };
    toRecipients?: Address[];
    replyTo?: Address[];
  };
  saveToSentItems?: boolean;
};

function keepMail(world: World, sender: string, { message }: SendMail): Reply {
  const to = (message?.toRecipients ?? []).map((r) => ({
    name: r.emailAddress?.name ?? '',
    address: r.emailAddress?.address ?? '',
  }));
  if (to.length === 0 || to.some((r) => !/^\S+@\S+$/.test(r.address)))
    throw new WireError(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
  world.state.mails.push({
    id: randomUUID(),
    at: world.now(),
    from: sender,
    to,
    subject: message?.subject ?? '',
    contentType: message?.body?.contentType ?? 'text',
    content: message?.body?.content ?? '',
    replyTo: (message?.replyTo ?? []).map((r) => r.emailAddress?.address ?? ''),
  });
  world.changed({ kind: 'mail' });
  return { status: 202 };
}

/** Takes a mail in, or fails as told; with `afterStoring` both. */
export async function takeMail(world: World, call: Call): Promise<Reply> {
  const mail = await call.json<SendMail>();
  const address = mail.message?.toRecipients?.[0]?.emailAddress?.address;
  const objectId = personAt(world, address ?? '')?.objectId;
  const fault = await world.faults.meet({ target: 'graph', objectId }, ['slow', '429', '502', '503']);
  if (fault && !fault.after) throw fault.error;
  const reply = keepMail(world, call.part(0), mail);
  if (fault) throw fault.error;
  return reply;
}
