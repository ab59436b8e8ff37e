import { serveThread } from '../../threads/serve';
import { openExecutor } from './executor';

// The entry of an archive thread.
serveThread(openExecutor);
