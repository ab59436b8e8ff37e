import { z } from 'zod';
import { requests } from '../../../src-main/contract/requests';
import type { ChannelName } from '../../../src-main/contract/channels';
import type { Random } from '../../bench/support/random';

/** The part of JSON Schema that the contract's schemas become. */
type Shape = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly format?: string;
};

const shapes = new Map<ChannelName, Shape>();

function shapeOf(channel: ChannelName): Shape {
  const known = shapes.get(channel);
  if (known !== undefined) return known;
  const options = { unrepresentable: 'any', io: 'input' } as const;
  const shape = z.toJSONSchema(requests[channel].request, options) as Shape;
  shapes.set(channel, shape);
  return shape;
}

/** What stands for values the shape says nothing of: ids that are there, texts, hostile things. */
export type Pool = { readonly ids: readonly string[]; readonly values: readonly unknown[] };

const hostileTexts = [
  '',
  '\u202Egpj.exe',
  "'; DROP TABLE take; --",
  '"MATCH" NEAR(',
  '\u0000\u0007\u001B[2J',
  '../../../etc/passwd',
  'file:///C:/Windows',
  '\uD800',
  '=HYPERLINK("http://x")',
  '<img src=x onerror=alert(1)>',
  'a'.repeat(5_000),
  '__proto__',
];

/** A request of a channel as its page could send it: made by its own schema. */
export function nearlyValid(channel: ChannelName, pool: Pool, random: Random): unknown {
  return valueOf(shapeOf(channel), pool, random, 0);
}

function valueOf(shape: Shape, pool: Pool, random: Random, depth: number): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return random.pick(shape.enum);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return valueOf(random.pick(choices), pool, random, depth);
  switch (shape.type) {
    case 'object': {
      const given = Object.entries(shape.properties ?? {}).filter(
        ([key]) => shape.required?.includes(key) === true || random.happens(0.5),
      );
      return Object.fromEntries(
        given.map(([key, child]) => [key, valueOf(child, pool, random, depth + 1)]),
      );
    }
    case 'array':
      return Array.from({ length: depth > 6 ? 0 : random.whole(0, 3) }, () =>
        valueOf(shape.items ?? {}, pool, random, depth + 1),
      );
    case 'string':
      return random.happens(0.6) ? random.pick(pool.ids) : random.pick(hostileTexts);
    case 'integer':
    case 'number':
      return random.happens(0.8)
        ? random.whole(Math.max(0, shape.minimum ?? 0), Math.min(12, shape.maximum ?? 12))
        : random.pick([-1, 2 ** 53, 1e308, 0.5, Number.NaN, Infinity]);
    case 'boolean':
      return random.happens(0.5);
    case 'null':
      return null;
    default:
      return random.pick(pool.values);
  }
}

/** A request spoilt in one of the ways a page taken over could spoil it. */
export function spoilt(request: unknown, pool: Pool, random: Random): unknown {
  const copy: unknown = structuredClone(request);
  if (typeof copy !== 'object' || copy === null || random.happens(0.1)) {
    return random.pick([null, 7, 'text', [], [[]], new Date(0), new Map(), deep()]);
  }
  const fields = copy as Record<string, unknown>;
  const keys = Object.keys(fields);
  const key = keys.length === 0 ? 'id' : random.pick(keys);
  switch (random.whole(0, 5)) {
    case 0:
      delete fields[key];
      break;
    case 1:
      fields[key] = random.pick(hostileTexts);
      break;
    case 2:
      fields[key] = random.pick(pool.values);
      break;
    case 3:
      return JSON.parse(`{"__proto__":{"admin":true},"constructor":{"prototype":{}}}`);
    case 4:
      fields[key] = deep();
      break;
    default:
      fields['surplus'] = { toString: 'no' };
  }
  return fields;
}

function deep(): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < 200; level += 1) value = { value };
  return value;
}
