import type { EventData, EventType } from '../events.ts';

type Holds<K extends string> = { [T in EventType]: K extends keyof EventData<T> ? T : never }[EventType];
type Answers = Holds<'position'>;
type OfJoint = Exclude<Holds<'senderId'>, Answers>;

/** What each event says of an organisation's answer: everything anew, whoever's words it has, or its position alone. */
const answers: Record<Answers, 'anew' | 'position'> = {
  answerSubmitted: 'anew',
  answerChanged: 'position',
  jointAccepted: 'anew',
  answerAlone: 'anew',
};
/** What happens between the sender of a joint answer and one that it names: it is asked, or is part of it no more. */
const between: Record<OfJoint, 'asks' | 'parts'> = {
  jointProposed: 'asks',
  jointDeclined: 'parts',
  jointLapsed: 'parts',
  jointEnded: 'parts',
};

const typesOf = <T extends string, K>(of: Record<T, K>, wanted?: K): readonly T[] =>
  (Object.keys(of) as T[]).filter((type) => wanted === undefined || of[type] === wanted);

/** About an organisation's one answer. */
export const answerTypes: readonly string[] = typesOf(answers);
/** The last of these about an answer is what it says; those that say only its position leave the rest standing. */
export const wholeAnswers: readonly string[] = typesOf(answers, 'anew');
/** It is asked, and nothing is its own before it says yes. */
export const asks: readonly string[] = typesOf(between, 'asks');
/** What ends that an organisation is part of a sender's answer. */
export const partings: readonly string[] = typesOf(between, 'parts');
