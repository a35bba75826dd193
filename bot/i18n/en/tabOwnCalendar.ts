export const tabOwnCalendar = {
  'tab.own.fill': 'Fill in from my calendar',
  'tab.own.reading': 'Reading your calendar',
  'tab.own.filled':
    'Your calendar is free at {free} of {of} times, and these are now ticked. What you ticked yourself is still ticked. Check that it is right, then send your answer.',
  'tab.own.noneFree':
    'Your calendar is busy at all the times you are asked about. Nothing has been ticked. If you can come all the same, tick the times yourself.',
  'tab.own.consent': 'Allow it',
  'tab.own.consentWhy':
    'Microsoft asks you in a new window. The app only asks when you are busy at the times on offer, and does not keep it.',
  'tab.own.notGiven':
    'You did not allow it, so your calendar has not been read. Tick the times yourself, or try again.',
  'tab.own.ended': 'You can close this window now and go back to Teams.',
};
