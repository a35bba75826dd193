// Not TypeScript: Jest would load that as CommonJS.
const longestFirst = ['looks', 'connected', 'springMeeting', 'reach', 'faults'];
const place = ({ path }) => longestFirst.findIndex((name) => path.endsWith(`${name}.test.ts`));

/** The longest first, so that both workers are done at about the same time; one that is new and not in the list, too. */
export default class Order {
  sort(tests) {
    return [...tests].sort((a, b) => place(a) - place(b));
  }
  allFailedTests(tests) {
    return tests;
  }
  cacheResults() {}
}
