import { shortSize } from "../../../core/model/numberText.ts";
import type { ArtifactEntry, ArtifactOwner } from "../../../core/model/views.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useKept } from "../../ui/kept.ts";
import { counted, t } from "../../ui/l10n.ts";
import { FileButtons } from "./FileButtons.tsx";
import { iconOf } from "./fileKind.ts";
import { useListing } from "./useListing.ts";

interface Props {
  readonly owner: ArtifactOwner;
  /** The owner's, unique on the page. */
  readonly name: string;
  readonly path: string;
  readonly revision: number;
  /** Path of the file whose preview is shown; empty for none. */
  readonly chosen: string;
  onChoose(path: string): void;
}

const SHOWN_AT_FIRST = 100;

/** One folder's entries, read when it opens. */
export function Folder({ path, ...rest }: Props) {
  const [all, setAll] = useKept(`all ${rest.name} ${path}`, false);
  const listing = useListing(rest.owner, path, rest.revision);
  if (listing === null) return null;
  const { entries, reason, problems } = listing;
  if (entries.length === 0) return <p class="dim artifact-reason">{reason ?? t("This folder is empty.")}</p>;
  const faults = new Map(problems.map((found) => [found.file, found.reason]));
  const own = faults.get(path);
  const shown = all ? entries : entries.slice(0, SHOWN_AT_FIRST);
  return (
    <ul class="artifact-list">
      {shown.map((entry) => (
        <li key={entry.path}>
          <Entry entry={entry} fault={faults.get(entry.path) ?? null} {...rest} />
        </li>
      ))}
      {shown.length < entries.length && (
        <li>
          <button type="button" class="link" onClick={() => setAll(true)}>
            {counted(entries.length, "Show all {0}", "Show all {0}")}
          </button>
        </li>
      )}
      {own !== undefined && (
        <li>
          <Fault words={t("This folder {0}.", visibleText(own))} />
        </li>
      )}
    </ul>
  );
}

type EntryProps = Omit<Props, "path"> & { readonly entry: ArtifactEntry };

function Entry({ fault, ...rest }: EntryProps & { readonly fault: string | null }) {
  if (fault !== null) return <Fault name={rest.entry.name} words={visibleText(fault)} />;
  return rest.entry.isFolder ? <Subfolder {...rest} /> : <File {...rest} />;
}

/** What is there but is never opened, such as a link, or not all shown; and why. */
function Fault({ name = "", words }: { readonly name?: string; readonly words: string }) {
  return (
    <div class="artifact-row artifact-fault">
      <Icon name="warning" />
      {name !== "" && <span>{visibleText(name)}</span>}
      <span class="dim">{words}</span>
    </div>
  );
}

function Subfolder({ entry, ...rest }: EntryProps) {
  const [open, setOpen] = useKept(`open ${rest.name} ${entry.path}`, false);
  return (
    <>
      <div class="artifact-row">
        <button type="button" class="artifact-name" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="chevron" />
          <Icon name="folder" />
          <span>{visibleText(entry.name)}</span>
        </button>
        <FileButtons owner={rest.owner} entry={entry} />
      </div>
      {open && <Folder path={entry.path} {...rest} />}
    </>
  );
}

function File({ entry, owner, chosen, onChoose }: EntryProps) {
  return (
    <div class="artifact-row">
      <button
        type="button"
        class="artifact-name"
        aria-pressed={chosen === entry.path}
        onClick={() => onChoose(entry.path)}
      >
        <Icon name={iconOf(entry.name)} />
        <span>{visibleText(entry.name)}</span>
      </button>
      {entry.size !== null && <span class="artifact-size dim">{shortSize(entry.size)}</span>}
      <FileButtons owner={owner} entry={entry} />
    </div>
  );
}
