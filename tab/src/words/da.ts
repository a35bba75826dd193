import { common } from '../../../bot/i18n/da/common.ts';
import { frameTab } from '../../../bot/i18n/da/frame.ts';
import { overviewTab } from '../../../bot/i18n/da/overview.ts';

export const words = { ...common, ...frameTab, ...overviewTab } as const;
