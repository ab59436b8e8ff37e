/** Which window's page made each batch of a draft's journal; empty where none did. */
export const windows = {
  version: 30,
  sql: `
ALTER TABLE draft_journal ADD COLUMN client_id TEXT NOT NULL DEFAULT '';
`,
} as const;
