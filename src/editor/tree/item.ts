import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from "vscode";
import { shortSize } from "../../core/model/numberText.ts";
import { t } from "../base/l10n.ts";
import { Command, ROW_SCHEME } from "../base/names.ts";
import { runUri } from "../page/runUri.ts";
import {
  experimentDescription,
  experimentLabel,
  experimentSpoken,
  isEmpty,
  runCount,
  storeDescription,
} from "./experimentText.ts";
import { printable } from "./markdown.ts";
import type {
  ExperimentNode,
  FactNode,
  FileNode,
  FolderNode,
  GroupNode,
  ModelNode,
  MoreNode,
  Node,
  RegisteredNode,
  RunNode,
  SectionNode,
  StoreNode,
} from "./nodes.ts";
import { PAGE } from "./runList.ts";
import { type DescriptionPart, runDescription, runLabel, runSpoken } from "./runText.ts";
import { sectionLook, sectionName } from "./section.ts";
import { isShownStatus, type Look, statusLook, statusWord } from "./status.ts";

/** What the drawing of a row depends on besides the row. */
export interface Drawing {
  readonly parts: readonly DescriptionPart[];
  readonly showDeleted: boolean;
  readonly now: number;
  /** Whether a row with something below it is open; `first` where nobody has opened or closed it. */
  isOpen(id: string, first: boolean): boolean;
}

const { None, Collapsed, Expanded } = TreeItemCollapsibleState;

/** A row as VS Code draws it; tooltips come later, on hover. */
export function treeItem(node: Node, drawing: Drawing): TreeItem {
  const item = draw(node, drawing);
  item.id = node.id;
  item.contextValue ??= node.kind;
  if (item.collapsibleState !== None) {
    item.collapsibleState = drawing.isOpen(node.id, item.collapsibleState === Expanded) ? Expanded : Collapsed;
  }
  return item;
}

function draw(node: Node, drawing: Drawing): TreeItem {
  switch (node.kind) {
    case "store":
      return storeItem(node);
    case "experiment":
      return experimentItem(node, drawing);
    case "group":
      return groupItem(node);
    case "run":
      return runItem(node, drawing);
    case "more":
      return moreItem(node);
    case "section":
      return sectionItem(node);
    case "fact":
      return factItem(node);
    case "model":
      return modelItem(node);
    case "folder":
      return folderItem(node);
    case "file":
      return fileItem(node);
    case "registered":
      return registeredItem(node);
    case "prompts":
      return described(new TreeItem(t("Prompts"), Collapsed), String(node.count), "comment-discussion");
  }
}

function described(item: TreeItem, description: string, icon: string | Look): TreeItem {
  item.description = description;
  item.iconPath = typeof icon === "string" ? new ThemeIcon(icon) : themeIcon(icon);
  return item;
}

function themeIcon({ icon, color }: Look): ThemeIcon {
  return color === null ? new ThemeIcon(icon) : new ThemeIcon(icon, new ThemeColor(color));
}

function storeItem({ row, holds }: StoreNode): TreeItem {
  const item = new TreeItem(printable(row.label), row.error === null ? Expanded : None);
  if (row.error !== null) item.resourceUri = rowUri("damaged", row.key);
  return described(item, holds ?? storeDescription(row), row.error === null ? "database" : DAMAGED);
}

const DAMAGED: Look = { icon: "warning", color: "list.warningForeground" };

function experimentItem({ row, matches, alone }: ExperimentNode, { showDeleted }: Drawing): TreeItem {
  const empty = isEmpty(row, showDeleted);
  const item = new TreeItem(experimentLabel(row), empty ? None : alone ? Expanded : Collapsed);
  const description = experimentDescription(row, matches, showDeleted);
  if (!row.readable || row.problems > 0) item.resourceUri = rowUri("damaged", row.folder);
  else if (empty || row.lifecycle === "deleted") item.resourceUri = rowUri("dimmed", row.folder);
  item.accessibilityInformation = { label: experimentSpoken(row, description) };
  return described(item, description, row.readable ? "beaker" : DAMAGED);
}

function groupItem({ group, grouping }: GroupNode): TreeItem {
  const status = grouping === "status" && isShownStatus(group.group) ? group.group : null;
  const label = status === null ? printable(group.label) : statusWord(status);
  const look = status === null ? "calendar" : statusLook(status);
  return described(new TreeItem(label, Collapsed), runCount(group.count), look);
}

function runItem({ row }: RunNode, { parts, now }: Drawing): TreeItem {
  const item = new TreeItem(runLabel(row), Collapsed);
  const uri = runUri(row);
  item.resourceUri = uri;
  item.command = { command: "vscode.open", title: t("Open"), arguments: [uri] };
  item.accessibilityInformation = { label: runSpoken(row, now) };
  return described(item, runDescription(row, parts, now), statusLook(row.status));
}

function moreItem(node: MoreNode): TreeItem {
  const item = new TreeItem(t("Show {0} more…", Math.min(PAGE, node.rest)), None);
  item.command = { command: Command.showMore, title: t("Show more"), arguments: [node] };
  return described(item, t("{0} not listed", node.rest.toLocaleString("en-US")), "ellipsis");
}

function sectionItem({ section, count }: SectionNode): TreeItem {
  const item = new TreeItem(sectionName(section), Collapsed);
  item.contextValue = `section.${section}`;
  return described(item, count === null ? "" : String(count), sectionLook(section));
}

function factItem(node: FactNode): TreeItem {
  const item = new TreeItem(node.label, None);
  item.contextValue = contextOf(node.fact);
  item.accessibilityInformation = { label: `${node.label} ${node.description}`.trim() };
  return node.look === null ? item : described(item, node.description, node.look);
}

function contextOf(fact: FactNode["fact"]): string {
  if (fact === "notice") return "notice";
  return fact === "tag" ? "fact.tag" : "fact";
}

function modelItem(node: ModelNode): TreeItem {
  const item = new TreeItem(node.label, node.present ? Collapsed : None);
  item.contextValue = node.run === null ? "model" : "model.run";
  return described(item, node.description, node.look);
}

function folderItem({ entry, file }: FolderNode): TreeItem {
  const item = new TreeItem(printable(entry.name), Collapsed);
  item.resourceUri = Uri.file(file);
  item.iconPath = ThemeIcon.Folder;
  return item;
}

/** Files look and open as they do in the Explorer; a link or a pipe does not open. */
function fileItem({ entry, file, fault }: FileNode): TreeItem {
  const item = new TreeItem(printable(entry.name), None);
  if (fault !== null) {
    item.contextValue = "fault";
    return described(item, fault, DAMAGED);
  }
  const uri = Uri.file(file);
  item.resourceUri = uri;
  item.iconPath = ThemeIcon.File;
  item.description = entry.size === null ? "" : shortSize(entry.size);
  item.command = { command: "vscode.open", title: t("Open"), arguments: [uri] };
  return item;
}

function registeredItem(node: RegisteredNode): TreeItem {
  const item = new TreeItem(printable(node.name), Collapsed);
  return described(item, node.description, node.isPrompt ? "comment" : "package");
}

/** Names a row for the decorations, which colour by it. */
function rowUri(state: "damaged" | "dimmed", name: string): Uri {
  return Uri.from({ scheme: ROW_SCHEME, path: `/${state}`, query: encodeURIComponent(name) });
}
