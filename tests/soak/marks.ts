/** A word that stands for itself: whose it is and what seals it. `h` a hearing, `v` a vote. */
export interface Mark {
  member: number;
  seal: 'h' | 'v';
  number: number;
}
const form = /mrk(\d+)([hv])(\d+)n\d+z/g;

let made = 0;
export const markedWord = ({ member, seal, number }: Mark): string =>
  `mrk${member}${seal}${number}n${(made += 1)}z`;

export const marksIn = (text: string): (Mark & { word: string })[] =>
  [...new Set(text.match(form))].map((word) => {
    const [, member, seal, number] = new RegExp(form.source).exec(word)!;
    return { member: Number(member), seal: seal as Mark['seal'], number: Number(number), word };
  });
