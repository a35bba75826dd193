import { secretariat, type Someone } from '../../support/factories.ts';
import { caseExamples } from '../case/examples.ts';
import { draftExamples } from '../draft/examples.ts';
import { groupExamples } from '../group/examples.ts';
import { hearingExamples } from '../hearing/examples.ts';
import { meetingExamples } from '../meeting/examples.ts';
import { overviewExamples } from '../overview/examples.ts';
import { peopleExamples } from '../people/examples.ts';
import { reachExamples } from '../reach/examples.ts';
import { schedulingExamples } from '../scheduling/examples.ts';
import { voteExamples } from '../vote/examples.ts';
import type { Example, Given, World } from './example.ts';

const all = {
  ...reachExamples,
  ...peopleExamples,
  ...caseExamples,
  ...draftExamples,
  ...groupExamples,
  ...hearingExamples,
  ...schedulingExamples,
  ...meetingExamples,
  ...voteExamples,
  ...overviewExamples,
};

export type Done = keyof typeof all;
export const examples: Record<Done, Example> = all;
/** Every act that a person may do. */
export const everyAct = Object.keys(all) as Done[];
/** Those that leave something in the trail. */
export const recorded = everyAct.filter((name) => examples[name].says.length > 0);

export const ready = (name: Done, world: World): Promise<Given> => examples[name].ready(world);
/** Somebody who may. */
export const doer = ({ people }: World, name: Done): Someone => people[examples[name].by ?? 'secretariat'];
/** Somebody else who may, where there is one. */
export function another({ people, house }: World, name: Done): Someone {
  const { another: role } = examples[name];
  return role ? people[role] : secretariat(house, 1);
}

export const appoints = (name: string): boolean => /^(appoint|nameDeputy|nameContact)/.test(name);
/** Whoever was appointed meanwhile, the roles are those of the world again. */
export async function seatsBack({ one, people }: World): Promise<void> {
  const by = people.secretariat;
  const of = { organisationId: one.id };
  await by.do('appointRepresentative', { ...of, personId: one.representative.personId });
  await by.do('nameDeputy', { ...of, personId: one.deputy.personId });
  await by.do('nameContact', { ...of, personId: one.contact.personId });
}
