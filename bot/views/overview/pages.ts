import type { About, AboutKind } from '../../process/frame/about.ts';
import type { Reader } from '../../store/frame/database.ts';
import { trailOf } from '../../store/overview/trailOf.ts';
import { ownPages } from '../frame/pages.ts';

type Page = (db: Reader, about: About) => Promise<string>;

const ofCase: Page = async (db, about) => ownPages.case((await trailOf(db, about)) ?? '');
const own =
  (kind: keyof typeof ownPages): Page =>
  (_, { id }) =>
    Promise.resolve(ownPages[kind](id));
const always =
  (page: string): Page =>
  () =>
    Promise.resolve(page);

const pages: Record<AboutKind, Page> = {
  hearing: ofCase,
  vote: ofCase,
  comment: ofCase,
  case: own('case'),
  meeting: own('meeting'),
  scheduling: own('scheduling'),
  organisation: always('members'),
  person: always('tasks'),
};

/** The tab's page of what something is about: of what is a case's, its case's. */
export const pageOf: Page = (db, about) => pages[about.kind](db, about);
