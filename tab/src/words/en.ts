import { common } from '../../../bot/i18n/en/common.ts';
import { frameTab } from '../../../bot/i18n/en/frameTab.ts';
import { overviewTab } from '../../../bot/i18n/en/overviewTab.ts';

export const words = { ...common, ...frameTab, ...overviewTab } as const;
