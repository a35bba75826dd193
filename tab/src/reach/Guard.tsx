import type { ConnectionsView } from '../../../bot/views/reach/shapes.ts';
import { useWords } from '../frame/words.ts';

/** Whether the database itself keeps the trail from the app. */
export function Guard({ guard }: { guard: ConnectionsView['trailGuard'] }) {
  const { text } = useWords();
  return (
    <section className="card pad" aria-labelledby="guard">
      <h2 id="guard">{text(guard.name)}</h2>
      <p>{text(guard.sentence)}</p>
    </section>
  );
}

/** Whether the trail is what it was, and the records what the trail says. */
export function Verified({ seen }: { seen: ConnectionsView['trailVerification'] }) {
  const { text } = useWords();
  return (
    <section className="card pad" aria-labelledby="verified">
      <h2 id="verified">{text(seen.name)}</h2>
      <p className={seen.findings > 0 ? 'note block bad' : undefined}>{text(seen.sentence)}</p>
    </section>
  );
}
