import { ok } from '../domain/result';
import { photoBounds } from '../domain/photo/inspect';
import { readBytes } from '../services/files';
import { writableServicesOf } from '../services/workspace';
import { cancelled, type Some } from './asking';
import type { ShellPorts } from './ports';

/** Pictures that come in by the window. */
export function photoHandlers(ports: ShellPorts): Some<'photo'> {
  return {
    'photo.add': async (request) => {
      const services = writableServicesOf(ports.workspace());
      return services.ok ? services.value.photos.add(request) : services;
    },
    'photo.choose': async (_request, { windowId }) => {
      const paths = await ports.ask.photosToTakeIn(windowId);
      if (paths === null) return cancelled;
      const bytes: Uint8Array<ArrayBuffer>[] = [];
      for (const path of paths) {
        // oxlint-disable-next-line no-await-in-loop -- in the order they were chosen, one in memory more
        const read = await readBytes(path, photoBounds.bytes, 'photo-too-large');
        if (!read.ok) return read;
        bytes.push(read.value);
      }
      return ok({ bytes });
    },
  };
}
