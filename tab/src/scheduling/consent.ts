import { authentication } from '@microsoft/teams-js';
import { bearer, claimsOf } from '../frame/token.ts';

/** Microsoft asks the person in a window of its own, since its pages never show inside another's. */
export async function askConsent(): Promise<boolean> {
  const { tid: tenant = '', preferred_username: hint = '' } = claimsOf(await bearer());
  const state = crypto.randomUUID();
  // teams-js takes no other; the stand-in opens it at its own address.
  const url = `https://${location.host}/tab/consent?${new URLSearchParams({ tenant, hint, state })}`;
  return authentication.authenticate({ url, width: 600, height: 640 }).then(
    // Only the window that was opened here, and has been all the way to Entra, comes back with it.
    (back) => back === state,
    () => false,
  );
}
