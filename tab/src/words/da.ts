import { common } from '../../../bot/i18n/da/common.ts';
import { frameTab } from '../../../bot/i18n/da/frameTab.ts';
import { overviewTab } from '../../../bot/i18n/da/overviewTab.ts';

export const words = { ...common, ...frameTab, ...overviewTab } as const;
