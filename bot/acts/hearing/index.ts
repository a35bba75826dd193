import { addComment } from './addComment.ts';
import { answerJoint } from './answerJoint.ts';
import { disposeComment } from './disposeComment.ts';
import { editComment } from './editComment.ts';
import { extendDeadline } from './extendDeadline.ts';
import { noteSealedReading } from './noteSealedReading.ts';
import { openHearing } from './openHearing.ts';
import { remindMissing } from './remindMissing.ts';
import { submitAnswer } from './submitAnswer.ts';
import { withdrawComment } from './withdrawComment.ts';

export const hearingActs = {
  openHearing,
  extendDeadline,
  addComment,
  editComment,
  withdrawComment,
  submitAnswer,
  answerJoint,
  disposeComment,
  remindMissing,
  noteSealedReading,
};
