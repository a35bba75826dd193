import type { DirectorySource } from '../../../bot/views/reach/shapes.ts';
import { useRef } from 'react';
import type { Allowed } from '../../../bot/views/frame/shapes.ts';
import { useWords } from '../frame/words.ts';
import { Planned } from './Planned.tsx';

/** What went wrong, since when, and what the other side said of it. */
function Failure({ source: { failedAt, failure, checkedAt } }: { source: DirectorySource }) {
  const { t, long } = useWords();
  if (!failure || !failedAt) return null;
  const at = long(failedAt);
  return (
    <div className="note bad block">
      <p>
        {checkedAt
          ? t('tab.setup.failedSince', { since: long(checkedAt), at })
          : t('tab.setup.failedAlways', { at })}
      </p>
      <p>
        {t('tab.setup.failure')} {failure}
      </p>
    </div>
  );
}

function Facts({ source }: { source: DirectorySource }) {
  const { t, long } = useWords();
  const when = (at: string | null) => (at ? long(at) : t('tab.setup.never'));
  const facts = [
    [t('tab.setup.people'), source.people],
    [t('tab.setup.readAt'), when(source.readAt)],
    [t('tab.setup.checkedAt'), when(source.checkedAt)],
    [t('tab.setup.groupId'), source.groupId],
  ] as const;
  return (
    <dl className="facts stacked">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One team or group: who was found in it, when, and what waits to be done about it. */
export function Source({ source, allowed }: { source: DirectorySource; allowed: Allowed[] }) {
  const { text } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = `source-${source.source}`;
  return (
    <section className="card pad" aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        {text(source.name)}
      </h3>
      <Failure source={source} />
      <Facts source={source} />
      {source.unread && <p className="note warn block">{text(source.unread)}</p>}
      {source.plan && (
        // A change that is carried out takes its button with it: whoever pressed stays at the heading.
        <Planned source={source} plan={source.plan} allowed={allowed} then={() => heading.current?.focus()} />
      )}
    </section>
  );
}
