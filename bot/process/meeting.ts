export const meetingKinds = ['steeringGroup', 'workingGroup'] as const;
export type MeetingKind = (typeof meetingKinds)[number];
/** Two a year; a vote outside the spring one needs a reason (process: approval). */
export const seasons = ['spring', 'autumn', 'extraordinary'] as const;
export type Season = (typeof seasons)[number];

/** How somebody who was called answered in the calendar. */
export type MeetingResponse = 'accepted' | 'tentative' | 'declined';

/** What makes two join links the same meeting: the thread in the path; tenants and clients vary the rest. */
export function joinKey(joinUrl: string): string {
  if (!URL.canParse(joinUrl)) return joinUrl.trim();
  const { host, pathname } = new URL(joinUrl);
  const path = pathname.includes('%') ? decodeURIComponent(pathname) : pathname;
  return `${host}${path}`.toLowerCase().replace(/\/+$/, '');
}
