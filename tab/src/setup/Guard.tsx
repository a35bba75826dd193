import type { ConnectionsView } from '../../../bot/views/shapes/connections.ts';
import { useWords } from '../words.ts';

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
