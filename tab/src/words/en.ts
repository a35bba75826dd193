import { common } from '../../../bot/i18n/en/common.ts';
import { frameTab } from '../../../bot/i18n/en/frame.ts';
import { overviewTab } from '../../../bot/i18n/en/overview.ts';

export const words = { ...common, ...frameTab, ...overviewTab } as const;
