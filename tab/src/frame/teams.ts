import { app } from '@microsoft/teams-js';
import { frame } from './frame.ts';
import { localeOf, type Locale } from './words.ts';

export type ThemeName = 'default' | 'dark' | 'contrast';

/** What the host tells us. Hints, never proof: the server decides from the token. */
export interface Host {
  theme: ThemeName;
  locale: Locale;
  /** Where a deep link points: `revision/<id>`, `tasks`, … */
  target: string | null;
}

const themeOf = (name: string | undefined): ThemeName => {
  if (name === 'dark' || name === 'glass') return 'dark';
  return name === 'contrast' ? 'contrast' : 'default';
};

/** Beside a meeting or on its stage, the meeting is what people came for: the page has those in session first. */
const inMeeting = (frame: string): boolean => frame === 'sidePanel' || frame === 'meetingStage';

const deadline = <T>(work: Promise<T>, ms: number): Promise<T> =>
  Promise.race([work, new Promise<T>((_, fail) => setTimeout(() => fail(new Error('no host')), ms))]);

/** Null when nobody around this page speaks TeamsJS, as in a plain browser window. */
export async function connect(): Promise<Host | null> {
  const alone = window.parent === window && !window.opener && !('nativeInterface' in window);
  if (alone) return null;
  try {
    await deadline(app.initialize(), 15_000);
    const context = await app.getContext();
    app.notifyAppLoaded();
    frame.context = context.page.frameContext;
    frame.reader = context.user?.id ?? null;
    return {
      theme: themeOf(context.app.theme),
      locale: localeOf(context.app.locale),
      target: context.page.subPageId || (inMeeting(context.page.frameContext) ? 'meetings' : null),
    };
  } catch {
    return null;
  }
}

export const onTheme = (tell: (theme: ThemeName) => void): void =>
  app.registerOnThemeChangeHandler((name) => tell(themeOf(name)));

let settled = false;

/** The first useful thing is on screen: Teams takes its spinner away. */
export function ready(): void {
  if (settled) return;
  settled = true;
  void app.notifySuccess();
}

export function failed(message: string): void {
  if (settled) return;
  settled = true;
  app.notifyFailure({ reason: app.FailedReason.AuthFailed, message });
}
