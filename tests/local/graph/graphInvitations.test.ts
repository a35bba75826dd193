import { describe, expect, test } from '@jest/globals';
import { refusal } from '../help.ts';
import { useGraph } from './graphHelp.ts';

const { stage, graph } = useGraph();
const inviteRedirectUrl = 'https://pogi.example/velkommen';
const invite = (invitedUserEmailAddress: string, more: object = {}) =>
  graph('POST', '/invitations', { invitedUserEmailAddress, inviteRedirectUrl, ...more });
const mails = () => stage.api<any[]>('GET', '/mails');

describe('an invitation', () => {
  test('makes a guest in the directory, by the name and address given', async () => {
    const { status, body } = await invite('indkob@kommune.example', {
      invitedUserDisplayName: 'Indkøber, Ny Kommune',
    });
    expect([status, body.status]).toEqual([201, 'PendingAcceptance']);
    const user = (await graph('GET', `/users/${body.invitedUser.id}?$select=userType,mail,displayName`)).body;
    expect(user).toMatchObject({
      userType: 'Guest',
      mail: 'indkob@kommune.example',
      displayName: 'Indkøber, Ny Kommune',
    });
  });

  test('sends a mail only when asked to', async () => {
    await invite('stille@kommune.example');
    expect(await mails()).toEqual([]);
    const invitedUserMessageInfo = { customizedMessageBody: 'Velkommen i partnerskabet' };
    await invite('mail@kommune.example', { sendInvitationMessage: true, invitedUserMessageInfo });
    expect(await mails()).toMatchObject([{ to: [{ address: 'mail@kommune.example' }] }]);
    expect((await mails())[0].content).toContain('Velkommen i partnerskabet');
  });

  test('of a guest who is here already is the same guest', async () => {
    const ids = [await invite('igen@kommune.example'), await invite('igen@kommune.example')].map(
      ({ body }) => body.invitedUser.id,
    );
    expect(ids[0]).toBe(ids[1]);
  });

  test('of somebody who belongs here, of no address, or to nowhere is refused', async () => {
    await stage.add(1);
    for (const answer of [
      await invite('p1@example.dk'),
      await invite('ingen'),
      await invite('en@kommune.example', { inviteRedirectUrl: undefined }),
    ])
      expect(refusal(answer)).toEqual([400, 'BadRequest']);
  });
});
