export const meetingKinds = ['steeringGroup', 'workingGroup'] as const;

export type MeetingKind = (typeof meetingKinds)[number];

/** Two a year; a vote outside the spring one needs a reason (process: approval). */
export const seasons = ['spring', 'autumn', 'extraordinary'] as const;

export type Season = (typeof seasons)[number];

/** How somebody who was called answered in the calendar. */
export type MeetingResponse = 'accepted' | 'tentative' | 'declined';
