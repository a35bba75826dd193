interface Props {
  label: string;
  value: string;
  options: [value: string, label: string][];
  set: (value: string) => void;
}

/** One of a list, with its name before it. */
export const Choose = ({ label, value, options, set }: Props) => (
  <label className="choose">
    {label}{' '}
    <select value={value} onChange={(event) => set(event.target.value)}>
      {options.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  </label>
);
