import { both } from '../../i18n/index.ts';
import { lacking, reachSteps, wayTo } from '../../process/reach/reach.ts';
import type { Reader } from '../../store/frame/database.ts';
import { errandsOf } from '../../store/reach/errands.ts';
import { reachedOf } from '../../store/reach/reach.ts';
import { whyNot } from './errands.ts';
import type { ReachView } from '../people/shapes.ts';

/** How these people are reached, and what is still in the way; by person. For the secretariat alone. */
export async function reachOf(db: Reader, personIds: string[]): Promise<Map<string, ReachView>> {
  const [known, asked] = await Promise.all([reachedOf(db, personIds), errandsOf(db, reachSteps, personIds)]);
  const shown = [...known.values()].map((person): [string, ReachView] => {
    const mine = asked.filter(({ aboutId }) => aboutId === person.personId);
    const lacks = lacking(person).map((step) => {
      const last = mine.find((one) => one.kind === step);
      return {
        step,
        what: both(`reach.lacks.${step}`),
        askedAt: last?.askedAt.toISOString() ?? null,
        failure: whyNot(last ?? null),
      };
    });
    const way = wayTo(person);
    return [person.personId, { way, said: both(`reach.way.${way}`), lacks }];
  });
  return new Map(shown);
}
