/** Calls only when a list of ids is not the one it was last called with. */
export function onlyWhenOthers(
  tell: (ids: readonly string[]) => void,
): (ids: readonly string[]) => void {
  let told: string | null = null;
  return (ids) => {
    const key = ids.join();
    if (key === told) return;
    told = key;
    tell(ids);
  };
}
