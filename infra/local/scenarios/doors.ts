import { createHands } from './hands.ts';
import { call, createPlatform, type Json, type Platform, type Person } from './wire.ts';

type ActAnswer = {
  ok: boolean;
  result?: Record<string, string>;
  refusal?: {
    code: string;
    message: { da: string; en: string };
    unmet?: { code: string; passable: boolean }[];
  };
};
export type Doors = ReturnType<typeof createDoors>;

/** Acts and views over HTTP, with the person's own token. */
function createActs(platformUrl: string, platform: Platform) {
  const tokens = new Map<string, Promise<{ token: string }>>();
  const bearer = async (person: Person): Promise<Record<string, string>> => {
    const known = tokens.get(person.objectId) ?? platform<{ token: string }>('POST', '/token', person);
    tokens.set(person.objectId, known);
    return { authorization: `Bearer ${(await known).token}` };
  };
  const tryAct = async (person: Person, name: string, input: Json): Promise<ActAnswer> =>
    call(`${platformUrl}/api/acts/${name}`, 'POST', input, await bearer(person));

  /** Does it, with a reason where a rule can be passed with one; anything else that is refused ends the loading. */
  const act = async (person: Person, name: string, input: Json): Promise<Record<string, string>> => {
    let answer = await tryAct(person, name, input);
    const unmet = answer.refusal?.unmet ?? [];
    if (!answer.ok && unmet.length > 0 && unmet.every((finding) => finding.passable))
      answer = await tryAct(person, name, { ...input, reason: 'Øvelse: datoerne følger dagen i dag.' });
    if (!answer.ok)
      throw new Error(`${name} by ${person.displayName}: ${JSON.stringify(answer.refusal ?? answer)}`);
    return answer.result ?? {};
  };
  const view = async <T>(person: Person, name: string, query: Record<string, string> = {}): Promise<T> =>
    call(
      `${platformUrl}/api/views/${name}?${new URLSearchParams(query)}`,
      'GET',
      undefined,
      await bearer(person),
    );
  return { act, view };
}

/** The only ways into the app that people have: acts over HTTP with their token, and clicks on their cards. */
export function createDoors(platformUrl: string, say: (line: string) => void) {
  const platform = createPlatform(platformUrl);
  const setClock = async (to: Date): Promise<void> => {
    const { now } = await call<{ now: string }>(`${platformUrl}/api/clock`, 'GET');
    const advance = Math.ceil((to.getTime() - Date.parse(now)) / 1000);
    const answer = await call<{ ok?: boolean }>(`${platformUrl}/api/clock`, 'POST', { advance });
    if (!answer.ok) throw new Error(`the clock could not be set: ${JSON.stringify(answer)}`);
  };
  return { platform, setClock, say, ...createActs(platformUrl, platform), ...createHands(platform) };
}
