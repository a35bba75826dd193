import { castBallot } from './castBallot.ts';
import { closeVote } from './closeVote.ts';
import { confirmRules } from './confirmRules.ts';
import { decideTie } from './decideTie.ts';
import { markPresent } from './markPresent.ts';
import { openVote } from './openVote.ts';
import { recordBallotOnBehalf } from './recordBallotOnBehalf.ts';

export const voteActs = {
  confirmRules,
  markPresent,
  openVote,
  castBallot,
  recordBallotOnBehalf,
  closeVote,
  decideTie,
};
