export type Fact = readonly [name: string, value: string];

interface Props {
  readonly name: string;
  readonly facts: readonly Fact[];
}

/** What is told of one item of a chart while it is pointed at. */
export function Facts({ name, facts }: Props) {
  return (
    <>
      <div class="readout-name">{name}</div>
      <div class="readout-facts">
        {facts.map(([title, value]) => (
          <>
            <span>{title}</span>
            <span>{value}</span>
          </>
        ))}
      </div>
    </>
  );
}
