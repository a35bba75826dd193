import { randomUUID } from 'node:crypto';
import { createGuard } from './appToken.ts';
import type { Call, Reply, Route } from './http.ts';
import { WireError } from './http.ts';
import type { World } from './world.ts';

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

/** Keeps what was asked and answered, so that a checker can hold it against Graph's own metadata. */
async function recorded(world: World, call: Call, work: () => Promise<Reply>): Promise<Reply> {
  const text = call.method === 'GET' ? '' : await call.text();
  const body = text ? await call.json<unknown>() : undefined;
  const path = call.path.replace(/^\/graph/, '');
  const keep = (status: number, answer: unknown) =>
    world.traffic.push(
      JSON.stringify({
        method: call.method,
        path,
        query: call.query.toString(),
        body,
        status,
        answer,
      }),
    );
  try {
    const reply = await work();
    keep(reply.status ?? 200, reply.body);
    return reply;
  } catch (error) {
    if (error instanceof WireError)
      keep(error.status, { error: { code: error.code, message: error.message } });
    throw error;
  }
}

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

function userOf(world: World, id: string): Reply {
  const person = world.state.people[id] ?? Object.values(world.state.people).find((p) => p.email === id);
  if (!person) throw new WireError(404, 'Request_ResourceNotFound', `Resource '${id}' does not exist.`);
  return {
    body: {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
      id: person.objectId,
      displayName: person.displayName,
      mail: person.email,
      userPrincipalName: person.email,
      userType: person.guest ? 'Guest' : 'Member',
    },
  };
}

/** Graph: what this app needs of it. */
export function graphRoutes(world: World): Route[] {
  const guard = createGuard(world, 'https://graph.microsoft.com');
  return [
    [
      'POST',
      /^\/graph\/v1\.0\/users\/([^/]+)\/sendMail$/,
      (call) =>
        recorded(world, call, async () => {
          await guard(call);
          const mail = await call.json<SendMail>();
          const address = mail.message?.toRecipients?.[0]?.emailAddress?.address;
          const objectId = Object.values(world.state.people).find((p) => p.email === address)?.objectId;
          const fault = await world.faults.meet({ target: 'graph', objectId }, ['slow', '429', '502', '503']);
          if (fault && !fault.after) throw fault.error;
          const reply = keepMail(world, call.part(0), mail);
          if (fault) throw fault.error;
          return reply;
        }),
    ],
    [
      'GET',
      /^\/graph\/v1\.0\/users\/([^/]+)$/,
      (call) =>
        recorded(world, call, async () => {
          await guard(call);
          return userOf(world, call.part(0));
        }),
    ],
  ];
}
