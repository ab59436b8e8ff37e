import { createAnnotationService } from './annotations';
import { createBackupService } from './backups';
import { createCareService } from './care';
import { createCompareService } from './compare';
import type { ServiceContext } from './context';
import { createDispatchService } from './dispatches';
import { createDraftService } from './drafts';
import { createExportService } from './exchange/export';
import { createImportService } from './exchange/import';
import { createProofService } from './proof';
import { createPublishingService } from './publishing';
import { createReleaseService } from './release';
import { createScheduleService } from './schedule';
import { createSearchService } from './search';
import { createStyleService } from './style';

/** All use cases over one open archive. */
export type Services = ReturnType<typeof createServices>;

/** Builds the services over an open archive; the window and the command line use the same. */
export function createServices(context: ServiceContext) {
  const publishing = createPublishingService(context);
  const release = createReleaseService(context);
  const search = createSearchService(context);
  const proof = createProofService(context, release);
  const annotations = createAnnotationService(context, release);
  return {
    dispatches: createDispatchService(context),
    drafts: createDraftService(context),
    publishing,
    schedule: createScheduleService(context, publishing),
    release,
    compare: createCompareService(context, release),
    proof,
    annotations,
    search,
    imports: createImportService(context),
    exports: createExportService(context, { release, search, proof, annotations }),
    style: createStyleService(context),
    care: createCareService(context),
    backups: createBackupService(context),
  };
}
