import { resendFailed } from './resendFailed.ts';

export const overviewActs = {
  resendFailed,
};
