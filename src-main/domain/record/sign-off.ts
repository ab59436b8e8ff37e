/** What one more name makes of a sign-off. */
export type Signing =
  | { readonly is: 'signed'; readonly signoff: string }
  /** The person's initials stand last already. */
  | { readonly is: 'last-already' }
  /** It is words, not a chain of initials: a person must say where the initials go. */
  | { readonly is: 'no-chain' };

const chain = /^(?<open>\(?)(?<names>[^\s/()]+(?:\/[^\s/()]+)*)(?<close>\)?)$/u;

/**
 * A sign-off such as `reuters/ptur` with the initials of whoever edited last at its end. Initials that
 * stand in it already move there, so that each stands once. A chain wholly in lower case stays so; one
 * in brackets keeps them. An empty one begins with the initials alone.
 */
export function signedBy(signoff: string, initials: string): Signing {
  const [current, name] = [signoff.trim(), initials.trim().replace(/[\s/()]+/gu, '')];
  if (name === '') return { is: 'last-already' };
  if (current === '') return { is: 'signed', signoff: name };
  const { open = '', names = '', close = '' } = chain.exec(current)?.groups ?? {};
  if (names === '') return { is: 'no-chain' };
  const parts = names.split('/');
  const isName = (part: string): boolean => part.toLowerCase() === name.toLowerCase();
  if (isName(parts.at(-1) ?? '')) return { is: 'last-already' };
  const written = names === names.toLowerCase() ? name.toLowerCase() : name;
  const before = parts.filter((part) => !isName(part));
  return { is: 'signed', signoff: `${open}${[...before, written].join('/')}${close}` };
}
