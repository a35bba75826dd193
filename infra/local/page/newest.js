/** Of questions that are under way at once only the last one's answer counts: an older one may come after it. */
export function newest() {
  let turn = 0;
  return async (ask) => {
    const mine = (turn += 1);
    const answer = await ask();
    return mine === turn ? answer : null;
  };
}
