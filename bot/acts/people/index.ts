import { appointRepresentative } from './appointRepresentative.ts';
import { bringIntoTeams } from './bringIntoTeams.ts';
import { endPlace } from './endPlace.ts';
import { forgetConversation } from './forgetConversation.ts';
import { linkAccount } from './linkAccount.ts';
import { nameContact } from './nameContact.ts';
import { nameDeputy } from './nameDeputy.ts';
import { noteAccount } from './noteAccount.ts';
import { noteDirectory } from './noteDirectory.ts';
import { noteName } from './noteName.ts';
import { registerMember } from './registerMember.ts';
import { registerPerson } from './registerPerson.ts';

export const peopleActs = {
  registerMember,
  registerPerson,
  appointRepresentative,
  nameDeputy,
  nameContact,
  endPlace,
  forgetConversation,
  noteName,
  linkAccount,
  bringIntoTeams,
  noteDirectory,
  noteAccount,
};
