import { FluentProvider, type Theme } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { onTheme, type ThemeName } from './teams.ts';

export interface Dress {
  name: ThemeName;
  theme: Theme;
}

const themes: Record<ThemeName, () => Promise<{ theme: Theme }>> = {
  default: () => import('../themes/default.ts'),
  dark: () => import('../themes/dark.ts'),
  contrast: () => import('../themes/contrast.ts'),
};

/** One of them is fetched, before anything is drawn in it. */
export const dressOf = async (name: ThemeName): Promise<Dress> => ({ name, ...(await themes[name]()) });

/** The host's theme, and every change of it. Our own styles read Fluent's variables, so they follow. */
export function Themed({ initial, live, children }: { initial: Dress; live: boolean; children: ReactNode }) {
  const [{ name, theme }, setDress] = useState(initial);
  useEffect(() => {
    let last = 0;
    const change = async (to: ThemeName) => {
      const turn = (last += 1);
      const dress = await dressOf(to);
      // Two changes in a row may come in the other order.
      if (turn === last) setDress(dress);
    };
    if (live) onTheme((to) => void change(to));
  }, [live]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = name;
    document.documentElement.style.colorScheme = name === 'default' ? 'light' : 'dark';
  }, [name]);
  return (
    <FluentProvider theme={theme} className="provider">
      {children}
    </FluentProvider>
  );
}
