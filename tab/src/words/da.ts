import { common } from '../../../bot/i18n/da/common.ts';
import { tab } from '../../../bot/i18n/da/tab.ts';

export const words = { ...common, ...tab } as const;
