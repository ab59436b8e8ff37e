/** A value of a facet and how many of the entries found have it. */
export type FacetValue = {
  /** What a query chooses it by. */
  readonly value: string;
  readonly count: number;
  /** What it is called in each language, where that is not its value. */
  readonly names?: { readonly fr: string; readonly en: string };
};
