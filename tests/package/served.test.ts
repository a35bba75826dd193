import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../support/app.ts';
import { install, member, type Someone } from '../support/factories.ts';
import { activity, cardMessages, deliver } from '../support/teams.ts';
import { useHouse } from '../support/useHouse.ts';
import { unpacked } from './unpacked.ts';

const house = useHouse();
const { manifest, english } = unpacked();

describe('every address in the manifest is one the app serves', () => {
  const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer;
  const tabs = manifest.staticTabs.flatMap((tab) => [tab.contentUrl, tab.websiteUrl]);

  test.each([...new Set([websiteUrl, privacyUrl, termsOfUseUrl, ...tabs])])('%s', async (address) => {
    const answer = await fetch(house.app.url + new URL(address).pathname);
    // Without `npm run build` the tab says just that; any other address would be 404.
    const unbuilt = answer.status === 503 && (await answer.text()).includes('the tab is not built');
    expect({ address, served: answer.status === 200 || unbuilt }).toEqual({ address, served: true });
  });

  test('privacy and terms are pages of their own', () => {
    expect(new Set([websiteUrl, privacyUrl, termsOfUseUrl]).size).toBe(3);
  });
});

describe('the bot answers what the manifest offers', () => {
  let who: Someone;
  let chat = '';
  beforeAll(async () => {
    const made = await member(house, { name: 'Aarhus Kommune' });
    who = made.staff;
    chat = await install(house, who);
  });

  async function answerTo(text: string): Promise<string> {
    const before = (await cardMessages(house, chat, who)).length;
    await house.api('POST', '/say', { objectId: who.objectId, conversationId: chat, text });
    const all = await eventually(
      () => cardMessages(house, chat, who),
      (seen) => seen.length > before,
    );
    return all.at(-1)!.summary;
  }

  test('every command, in either language, and each with an answer of its own', async () => {
    const [list] = manifest.bots[0]!.commandLists;
    const danish: string[] = [];
    for (const [index, { title }] of list!.commands.entries()) {
      danish.push(await answerTo(title));
      const translated = english[`bots[0].commandLists[0].commands[${index}].title`]!;
      expect(await answerTo(translated)).toBe(danish[index]);
    }
    // What it does not know is answered with help, so a command that is lost would read as help.
    expect(new Set(danish).size).toBe(danish.length);
    expect(await answerTo('noget helt andet')).toBe(danish.at(-1));
  });

  test('a search for cases is offered exactly when the bot answers one', async () => {
    const value = { commandId: 'cases', parameters: [{ name: 'query', value: '' }] };
    const asked = activity(house, who, { type: 'invoke', name: 'composeExtension/query', value });
    const { body } = await deliver(house, asked);
    expect(manifest.composeExtensions !== undefined).toBe(body.statusCode !== 501);
  });
});
