import { randomUUID } from 'node:crypto';
import { createGuard } from '../appToken.ts';
import { throttled } from '../network/faultKinds.ts';
import { WireError, type Call, type Reply, type Route } from '../network/http.ts';
import { recorded } from '../network/traffic.ts';
import type { World } from '../world.ts';
import { demand, demandOwn, type Service } from './permissions.ts';
import type { Caller } from '../keys.ts';

export type Needs = {
  service: Service;
  /** Any one of them is enough. */
  any: readonly string[];
  /** It is asked in a person's own name, and the names above are what that person has consented to. */
  own?: boolean;
  /** The handler meets the faults itself, because they are meant for one person. */
  ownFaults?: boolean;
};

export type Serve = (
  method: string,
  pattern: string,
  needs: Needs,
  handler: (call: Call, me: string) => Reply | Promise<Reply>,
) => Route;

/** Whose name the call is in; empty: the app's own. */
function admitted(world: World, { service, any, own }: Needs, caller: Caller): string {
  if (own) return demandOwn(caller, service, any);
  // Graph would weigh a person's own rights; this app asks nothing of the kind.
  demand(caller ? [...any] : world.state.denied, service, any);
  return '';
}

async function withFaults(world: World, work: () => Reply | Promise<Reply>): Promise<Reply> {
  const fault = await world.faults.meet({ target: 'graph' }, ['slow', '429', '502', '503']);
  if (fault && !fault.after) throw fault.error;
  const reply = await work();
  if (fault) throw fault.error;
  return reply;
}

/** The way of every call: recorded, then token, throttling, permission, faults, and the work. */
export function createServe(world: World): Serve {
  const guard = createGuard(world, 'https://graph.microsoft.com');
  return (method, pattern, needs, handler) => {
    const pass = async (call: Call): Promise<Reply> => {
      const caller = await guard(call);
      const wait = world.throttle.take(`${method} ${call.path}?${call.query}`);
      if (wait !== null) throw throttled(wait);
      const me = admitted(world, needs, caller);
      return needs.ownFaults ? handler(call, me) : withFaults(world, () => handler(call, me));
    };
    const answer = async (call: Call): Promise<Reply> => {
      const named = { 'request-id': randomUUID() };
      try {
        const reply = await recorded(world, call, () => pass(call));
        return { ...reply, headers: { ...named, ...reply.headers } };
      } catch (error) {
        if (error instanceof WireError) Object.assign(error.headers, named);
        throw error;
      }
    };
    return [method, new RegExp(`^/graph/v1\\.0${pattern}$`), answer];
  };
}
