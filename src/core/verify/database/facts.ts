/** What was asked of a database. */
export interface DatabaseFacts {
  /** Revisions of the schema, as Alembic notes them; usually one. */
  readonly revisions: readonly string[];
  /** What SQLite's own check said, or null where it was not asked; `["ok"]` of a whole file. */
  readonly integrity: readonly string[] | null;
  /** Rows whose parent row is missing, by table and the table they refer to; null where it was not asked. */
  readonly orphans: readonly { readonly table: string; readonly parent: string; readonly rows: number }[] | null;
  /** What the reader could not read, each a sentence. */
  readonly unread: readonly string[];
}
