import { addToGroup } from './addToGroup.ts';
import { formGroup } from './formGroup.ts';
import { noteChannel } from './noteChannel.ts';
import { removeFromGroup } from './removeFromGroup.ts';

export const groupActs = {
  formGroup,
  addToGroup,
  removeFromGroup,
  noteChannel,
};
