import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { useWords } from '../frame/words.ts';

/** Where and when, and which document to the letter. */
export function VoteFacts({ vote }: { vote: VoteView }) {
  const { t, long } = useWords();
  const facts: [string, string][] = [
    [t('tab.vote.meeting'), vote.meeting.title],
    [t('tab.vote.openedAt'), long(vote.openedAt)],
    ...(vote.closedAt ? [[t('tab.vote.closedAt'), long(vote.closedAt)] as [string, string]] : []),
    ...(vote.reason ? [[t('tab.reason'), vote.reason] as [string, string]] : []),
  ];
  return (
    <dl className="facts stacked">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{t('tab.version.hash')}</dt>
        <dd>
          <code className="hash">{vote.versionHash}</code>
        </dd>
      </div>
    </dl>
  );
}
