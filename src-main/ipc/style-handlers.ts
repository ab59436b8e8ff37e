import { nothing, onArchive, type Some } from './asking';
import type { ShellPorts } from './ports';

/** Spelling is asked of its own thread; what was left as it is, of the archive. */
export function styleHandlers(ports: ShellPorts): Some<'style'> {
  return {
    'style.check': (request) => ports.spelling.check(request),
    'style.suggest': (request) => ports.spelling.suggest(request),
    'style.left': (request) => onArchive(ports, ({ style }) => style.left(request)),
    'style.leave': (request) => nothing(onArchive(ports, ({ style }) => style.leave(request))),
  };
}
