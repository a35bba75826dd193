/** A journey that has only begun. Practice text. */
export const woodBackground = [
  {
    number: '1',
    kind: 'recommendation',
    heading: 'Baggrund',
    text: 'Indkøbsmål 4 omfatter trælast og legepladser. Rapporten samler erfaringer med dokumentation for lovligt og bæredygtigt træ.',
  },
];
