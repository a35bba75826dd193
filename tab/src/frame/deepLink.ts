/** A deep link names a page of ours; anything else opens the first page. */
export function openAt(target: string | null): void {
  const known =
    target &&
    /^(revision\/[\w-]+(\/\w+)?|(meeting|scheduling)\/[\w-]+|tasks|meetings|members|rules|setup)$/.test(
      target,
    );
  if (known && location.pathname.replace(/\/$/, '') === '/tab')
    history.replaceState(null, '', `/tab/${target}`);
}
