export const ownCalendar = {
  'refusal.consentNeeded': 'You have not yet let the app see when you are busy.',
  'refusal.calendarUnreadable':
    'Your calendar is kept by your own organisation and cannot be read from here. Tick the times yourself.',
  'refusal.calendarUnavailable':
    'Your calendar did not answer. Try again in a moment, or tick the times yourself.',
  'notice.privacy.stored.ownCalendar':
    'If you ask the app to fill in an answer from your calendar, it asks Microsoft in your name when you are busy at the times on offer. You must have allowed this at Microsoft first, and what it is told is not kept. You can take your permission back at any time on Microsoft’s page “My Apps”.',
};
