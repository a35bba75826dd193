/** A bar beside its figures; the figures say it all, so the bar is not read aloud. */
export function Meter({ parts, of }: { parts: number[]; of: number }) {
  return (
    <span className="meter" aria-hidden="true">
      {parts.map((part, index) => (
        <i key={index} style={{ width: `${of === 0 ? 0 : (100 * part) / of}%` }} />
      ))}
    </span>
  );
}
