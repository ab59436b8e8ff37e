import { refusalToWrite, type AppError } from '@contract/errors';
import type { ArchiveStatus } from '@contract/models';
import { queryClient } from './client';
import { keys, useArchiveStatus } from './queries';

/** Why nothing can be changed in the open archive, or undefined when it can be written. */
export function useReadOnly(): AppError | undefined {
  const { data } = useArchiveStatus();
  return refusalOf(data);
}

/** {@link useReadOnly}, outside of components. */
export function readOnlyNow(): AppError | undefined {
  return refusalOf(queryClient.getQueryData<ArchiveStatus>(keys.status));
}

function refusalOf(status: ArchiveStatus | undefined): AppError | undefined {
  return status?.state === 'open' ? refusalToWrite(status.access) : undefined;
}
