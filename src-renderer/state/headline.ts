import type { NodeJson } from '@domain/document/json';

/** The text of a document's headline; empty where it has none. */
export function headlineText(document: NodeJson): string {
  const headline = document.content?.find((node) => node.type === 'headline');
  return headline === undefined ? '' : textOf(headline).trim();
}

function textOf(node: NodeJson): string {
  return (node.text ?? '') + (node.content ?? []).map(textOf).join('');
}
