/** What a schema finds wrong, in its own words. */
export type Finding = {
  /** From 1; 0 where it is not known. */
  readonly line: number;
  readonly message: string;
};
