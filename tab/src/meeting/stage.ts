import { meeting } from '@microsoft/teams-js';

/** Shows a page of the tab on the meeting's stage, to all who are in the meeting. Throws when Teams says no. */
export const showOnStage = (page: string): Promise<void> =>
  new Promise((done, fail) => {
    meeting.shareAppContentToStage(
      (error, shown) => (shown ? done() : fail(new Error(error?.message ?? 'not shown'))),
      `${location.origin}/tab/${page}`,
    );
  });
