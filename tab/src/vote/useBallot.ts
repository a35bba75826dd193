import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { useAnnounce } from '../parts/Announce.tsx';
import { usePress } from '../frame/press.ts';
import { outdated } from '../frame/refused.ts';
import { useWords } from '../frame/words.ts';
import { useStatement } from './useStatement.ts';

export const choices = ['for', 'against', 'abstain', 'recused'] as const;
export type Choice = (typeof choices)[number];

/** The own organisation's ballot and the statement that a ballot against can carry, while they are given. */
export function useBallot(vote: VoteView) {
  const { t } = useWords();
  const say = useAnnounce();
  const { busy, refusal, press, forget } = usePress('castBallot');
  const statement = useStatement(vote);
  const { text, seen, unsaved } = statement;
  const cast = async (choice: Choice, stating: object, said: string) => {
    const answer = await press({ voteId: vote.id, choice, ...stating });
    if (answer && !answer.ok && outdated(answer.refusal)) statement.know();
    if (!answer?.ok) return;
    if (choice === 'against') statement.settle(text);
    say(said);
  };
  /** With a ballot against goes what is written under it, when there is anything to save. */
  const choose = (choice: Choice) => {
    const stating = choice === 'against' && unsaved && text.trim() ? { statement: text, seen } : {};
    return cast(choice, stating, t('tab.ballot.saved', { choice: t(`choice.${choice}`) }));
  };
  const state = () => {
    const stating = text.trim() ? { statement: text } : { withoutStatement: true };
    return cast('against', { ...stating, seen }, t('tab.ballot.statementSaved'));
  };
  return { busy, refusal, forget, statement, choose, state };
}
export type BallotState = ReturnType<typeof useBallot>;
