import { createAnnotationService } from './annotations';
import { createBackupContents } from './backup-contents';
import { createBackupService } from './backups';
import { createCareService } from './care';
import { createCompareService } from './compare';
import type { ServiceContext } from './context';
import { createDispatchService } from './dispatches';
import { createDraftService } from './drafts';
import { createDeliveryService } from './exchange/deliver';
import { createExportService } from './exchange/export';
import { createImportService } from './exchange/import';
import { createLibraryService } from './library';
import { createTemplateService } from './templates';
import { WireInService } from './exchange/wire-in';
import { createFindService } from './find';
import { createPhotoService } from './photos';
import { createProofService } from './proof';
import { createPublishingService } from './publishing';
import { createReleaseService } from './release';
import { createScheduleService } from './schedule';
import { createSearchService } from './search';
import { createPersonService } from './persons';
import { createTopicService } from './topics';
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
  const imports = createImportService(context);
  return {
    dispatches: createDispatchService(context),
    drafts: createDraftService(context),
    publishing,
    schedule: createScheduleService(context, publishing),
    release,
    compare: createCompareService(context, release),
    proof,
    annotations,
    library: createLibraryService(context),
    templates: createTemplateService(context),
    search,
    imports,
    wireIn: new WireInService(context, imports),
    deliveries: createDeliveryService(context, { release, proof, annotations }),
    exports: createExportService(context, { release, search, proof, annotations }),
    topics: createTopicService(context, search),
    persons: createPersonService(context),
    style: createStyleService(context),
    find: createFindService(context),
    photos: createPhotoService(context),
    care: createCareService(context),
    backups: createBackupService(context),
    backupContents: createBackupContents(context),
  };
}
