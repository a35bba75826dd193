import { common } from '../../../bot/i18n/en/common.ts';
import { tab } from '../../../bot/i18n/en/tab.ts';

export const words = { ...common, ...tab } as const;
