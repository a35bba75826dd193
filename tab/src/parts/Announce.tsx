import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

const Context = createContext<(message: string) => void>(() => undefined);

/** Says a finished thing aloud to those who do not see the page change. */
export const useAnnounce = () => useContext(Context);

export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ message: '', turn: 0 });
  const say = useCallback((message: string) => setSaid(({ turn }) => ({ message, turn: turn + 1 })), []);
  const spoken = useMemo(() => (said.turn % 2 === 0 ? said.message : `${said.message}\u00a0`), [said]);
  return (
    <Context value={say}>
      {children}
      <div className="hidden" role="status" aria-live="polite">
        {spoken}
      </div>
    </Context>
  );
}
