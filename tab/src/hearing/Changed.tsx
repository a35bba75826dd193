import { useWords } from '../frame/words.ts';
import { diffText } from '../draft/diffText.ts';

/** Changed words are underlined or struck through and named for those who listen. */
export function Changed({ before, after }: { before: string; after: string }) {
  const { t } = useWords();
  return diffText(before, after).map((piece, index) => {
    if (piece.kind === 'same') return <span key={index}>{piece.text}</span>;
    const Tag = piece.kind === 'added' ? 'ins' : 'del';
    return (
      <Tag key={index}>
        <span className="hidden">[{t(`tab.diff.${piece.kind}`)}: </span>
        {piece.text}
        <span className="hidden">]</span>
      </Tag>
    );
  });
}
