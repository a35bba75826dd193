/** The room of rows that are left out of a long list. */
export function Gap({ height, columns }: { height: number; columns?: number }) {
  if (height <= 0) return null;
  const style = { height, padding: 0, border: 0 };
  if (columns === undefined) return <li role="presentation" className="gap" style={style} />;
  return (
    <tr aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- nothing of it is told */}
      <td colSpan={columns} style={style} />
    </tr>
  );
}
