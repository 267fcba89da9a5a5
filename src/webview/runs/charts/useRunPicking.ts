import { useContext, useMemo } from "preact/hooks";
import { type RunRef, refKey } from "../../../core/model/run.ts";
import { perform } from "../../ui/announce.tsx";
import type { PickedAt, Picking } from "../../ui/chart/items/ItemSurface.tsx";
import type { LinePicking } from "../../ui/chart/lines/useLinePicks.ts";
import { t } from "../../ui/l10n.ts";
import { LINE, type MenuEntry } from "../../ui/menu/menuEntry.ts";
import { openMenu } from "../../ui/menu/openMenu.ts";
import { type Asking, IsFile, Pinned, useHost } from "../context.ts";
import type { PinnedRuns } from "../pins.ts";
import type { Cast } from "./cast.ts";

/** What a run that is picked in a chart can be: opened, pinned, the baseline. As in the table's menu. */
export function useRunMenu(): (ref: RunRef, label: string, at: PickedAt) => void {
  const host = useHost();
  const pinned = useContext(Pinned);
  const isFile = useContext(IsFile);
  return (ref, label, { beside, opener }) =>
    openMenu({ label, entries: entriesOf(ref, { host, pinned, isFile }), beside, opener });
}

/** The same for the items of a chart that are runs; the space bar pins, as in the table. */
export function useRunPicking(
  refs: readonly RunRef[],
  labels: readonly string[],
): {
  readonly picking: Required<Picking>;
  /** Of runs among which some are pinned and some are not, the pinned ones. */
  readonly ringed: ReadonlySet<number>;
} {
  const host = useHost();
  const pinned = useContext(Pinned);
  const pick = useRunMenu();
  const { refs: pins } = pinned.pins.value;
  const ringed = useMemo(() => {
    const known = new Set(pins.map(refKey));
    const among = refs.flatMap((ref, run) => (known.has(refKey(ref)) ? [run] : []));
    return new Set(among.length === refs.length ? [] : among);
  }, [refs, pins]);
  return {
    ringed,
    picking: {
      onPick: (run, at) => {
        const ref = refs[run];
        if (ref !== undefined) pick(ref, labels[run] ?? "", at);
      },
      onPin: (run) => {
        const ref = refs[run];
        if (ref !== undefined) perform(host.ask("setPinned", [ref], !pinned.has(ref)));
      },
    },
  };
}

/** And for lines that are runs. */
export function useLinePicking({ refOf, lines }: Cast): LinePicking {
  const host = useHost();
  const pinned = useContext(Pinned);
  const pick = useRunMenu();
  return {
    onPick: (line, at) => {
      const ref = refOf(line);
      if (ref !== null) pick(ref, lines.find(({ id }) => id === line)?.label ?? "", at);
    },
    onPin: (line) => {
      const ref = refOf(line);
      if (ref !== null) perform(host.ask("setPinned", [ref], !pinned.has(ref)));
    },
  };
}

interface Around {
  readonly host: Asking;
  readonly pinned: PinnedRuns;
  readonly isFile: boolean;
}

function entriesOf(ref: RunRef, { host, pinned, isFile }: Around): readonly MenuEntry[] {
  const { baseline } = pinned.pins.peek();
  const isBaseline = baseline !== null && refKey(baseline) === refKey(ref);
  const isPin = pinned.has(ref);
  const opening: readonly MenuEntry[] = [
    { kind: "item", label: t("Open"), icon: "open", run: () => perform(host.ask("open", ref, { toSide: false })) },
    { kind: "item", label: t("Open to the Side"), run: () => perform(host.ask("open", ref, { toSide: true })) },
    LINE,
  ];
  return [
    ...(isFile ? [] : opening),
    {
      kind: "item",
      label: isPin ? t("Unpin") : t("Pin to Comparison"),
      icon: "pin",
      keys: t("Space"),
      run: () => perform(host.ask("setPinned", [ref], !isPin)),
    },
    {
      kind: "item",
      label: isBaseline ? t("No Longer Baseline") : t("Set as Baseline"),
      icon: "flag",
      run: () => perform(host.ask("setBaseline", isBaseline ? null : ref)),
    },
  ];
}
