export const ownCalendar = {
  'refusal.consentNeeded': 'You have not yet let the app see when you are busy.',
  'refusal.calendarUnreadable':
    'Your calendar is kept by your own organisation and cannot be read from here. Tick the times yourself.',
  'refusal.calendarUnavailable':
    'Your calendar did not answer. Try again in a moment, or tick the times yourself.',
};
