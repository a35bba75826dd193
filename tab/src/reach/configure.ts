import { pages } from '@microsoft/teams-js';

/** What a tab in a channel shows: a page of ours, and its name on the tab. */
export interface Choice {
  page: string;
  name: string;
}

/** Tells Teams what to keep when the person presses Save there; the newest choice counts. */
export function offer({ page, name }: Choice): void {
  const url = `${location.origin}/tab/${page}`;
  pages.config.registerOnSaveHandler((event) => {
    const kept = { entityId: page || 'cases', contentUrl: url, websiteUrl: url, suggestedDisplayName: name };
    pages.config.setConfig(kept).then(
      () => event.notifySuccess(),
      (error: unknown) => event.notifyFailure(String(error)),
    );
  });
  pages.config.setValidityState(true);
}
