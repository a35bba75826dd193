import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { onTheme, type ThemeName } from './teams.ts';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** The host's theme, and every change of it. Our own styles read Fluent's variables, so they follow. */
export function Themed({
  initial,
  live,
  children,
}: {
  initial: ThemeName;
  live: boolean;
  children: ReactNode;
}) {
  const [name, setName] = useState(initial);
  useEffect(() => {
    if (live) onTheme(setName);
  }, [live]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = name;
    document.documentElement.style.colorScheme = name === 'default' ? 'light' : 'dark';
  }, [name]);
  return (
    <FluentProvider theme={themes[name]} className="provider">
      {children}
    </FluentProvider>
  );
}
