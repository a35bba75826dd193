import { addToGroup } from './addToGroup.ts';
import { formGroup } from './formGroup.ts';
import { nameLead } from './nameLead.ts';
import { noteChannel } from './noteChannel.ts';
import { noteSparring } from './noteSparring.ts';
import { removeFromGroup } from './removeFromGroup.ts';

export const groupActs = {
  formGroup,
  addToGroup,
  removeFromGroup,
  nameLead,
  noteSparring,
  noteChannel,
};
